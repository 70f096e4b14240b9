"""Drafts a text typed as notes, part by part: what each person is to do is an objective of its own.

The user's words are kept; what a part does not say is asked. What only tells how things are stands beside the task that
it goes with, what nobody is named for is asked of somebody, and an aim before the tasks is the goal.
"""

from collections.abc import Sequence

from rewriter.answer import Critique
from rewriter.drafting.beside_tasks import after_told, aimed, asked_about, loose, with_told
from rewriter.drafting.bidding import is_bidden
from rewriter.drafting.commas import PUT_IN, is_over
from rewriter.drafting.goals import goal_of, wanted_in
from rewriter.drafting.groups import groups_of
from rewriter.drafting.happenings import has_happened, is_needed, is_state
from rewriter.drafting.left_open import agreed_that, lacks_its_object, left_open
from rewriter.drafting.listed import duty_in_other_words, listed_for, opened_up, parted
from rewriter.drafting.matters import is_to_arrange, their_matter
from rewriter.drafting.meant import both_before, spoken_of, told_of
from rewriter.drafting.notes import Note, NoteKind, leads_on, note_at, notes_of
from rewriter.drafting.one_part import SEEN_TO, faults_of, own_objectives
from rewriter.drafting.pace import is_paced
from rewriter.drafting.phrases import inside_a_sentence, opened
from rewriter.drafting.pieces import Faults, Piece
from rewriter.drafting.promises import promised
from rewriter.drafting.rows import in_rows
from rewriter.drafting.ruled_out import ruled_out
from rewriter.drafting.saying import said
from rewriter.drafting.themes import is_theme_only
from rewriter.drafting.typed_as_notes import DUTIES, is_typed_as_notes
from rewriter.drafting.whoever import asked_of_whoever, done_by
from rewriter.evidence.separate import tracks
from rewriter.people import PartyKind
from rewriter.plan import Due, Reading
from rewriter.reading import read
from rewriter.sentences.grammar import ASKING
from rewriter.settings import Settings
from rewriter.split import needs_goal_split
from rewriter.timing.reader import TimeKind

__all__ = ["drafted_by_notes", "is_several", "made_of"]

_SEVERAL = 2
_ASKED = frozenset((*DUTIES, NoteKind.UNASKED))
_MOST_IN_A_LABEL = 3
_MOST_BEFORE_TO = 4  # words
_MOST_IN_A_TOPIC = 8  # words before the task that is about them
_PARTICLED = frozenset("pick picks set top get clean tidy sign follow catch wake back put ring turn".split())
_CHANGED = frozenset("better more less fewer down up improve reduce increase worse".split())


def _tells_of_somebody(note: Note) -> bool:
    """Whether a note tells how somebody is or what they do: no heading for another's task."""
    return note.kind is NoteKind.TOLD and any(
        p.first == 0 and p.kind in (PartyKind.PERSON, PartyKind.PRONOUN) for p in note.part.parties
    )


def _is_measured(part: Reading) -> bool:
    """Whether words say how often or how much; "in sept" only says by when."""
    return bool(part.amounts) or any(time.kind is TimeKind.FREQUENCY for time in part.times)


def made_of(note: Note, reading: Reading, critique: Critique, settings: Settings) -> list[Piece]:
    """Give what one part of a text becomes, whatever stands beside it."""
    return _Drafter(critique, reading, settings).made(note)


def is_several(reading: Reading) -> bool:
    """Say whether a text that could pass as one objective is hurried notes for several people."""
    notes = in_rows(reading, notes_of(reading))
    duties = [note.part for note in notes if note.kind in _ASKED]
    if len(duties) < _SEVERAL or any(p.first == 0 and p.kind is PartyKind.PRONOUN for d in duties for p in d.parties):
        return False
    undated = (note for note in notes if note.kind is NoteKind.LISTED and note.part.timescale.due is not Due.DATED)
    return has_happened(notes[0].part) or (
        len(duties) > _SEVERAL
        and any(p.first == 0 and p.kind is PartyKind.PROFESSIONAL for note in undated for p in note.part.parties)
    )


def drafted_by_notes(
    critique: Critique, reading: Reading, settings: Settings
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """Give the goals and objectives of a text typed as notes; None where it is typed as one objective."""
    notes = in_rows(reading, notes_of(reading))
    if notes and reading.text[notes[-1].end :].strip(" .!?)|\n"):
        return None  # a long list is no note
    if not is_typed_as_notes(reading, notes, Faults(critique.findings), abuse=critique.responsibility.abuse):
        return None
    return _Drafter(critique, reading, settings).drafted(notes)


class _Drafter:
    """Goes through the parts of one text in order."""

    def __init__(self, critique: Critique, reading: Reading, settings: Settings) -> None:
        self._critique = critique
        self._reading = reading
        self._settings = settings
        self._abuse = critique.responsibility.abuse
        self._pieces: list[Piece] = []
        self._goal: Piece | None = None
        self._before: list[str] = []  # what is told before the first task
        self._labels = True  # and whether a few words of it may head that task

    def drafted(self, notes: Sequence[Note]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
        topic = ""
        for number, note in enumerate(notes):
            further = notes[number + 1 :]
            words = said(note.part, 0, len(note.part.text), timed=True)
            if topic:
                topic = self._about(topic, note)
            elif self._is_topic(note, further, words):
                topic = words
            elif self._is_told(note, number, further):
                self._labels = self._labels and not (_tells_of_somebody(note) or is_state(note.part))
                self._tell(words)
            elif self._is_the_goal(note, further):
                self._aim(note)
            elif self._goes_with_a_question(note, notes[number - 1] if number else None):
                self._pieces[-1] = asked_about(
                    f"{notes[number - 1].part.text.rstrip('? ')}? {words}", self._pieces[-1].at
                )
            else:
                self._do(note)
        if not self._pieces:
            return None
        goal = self._goal or self._found_goal(notes)
        pieces = [piece._replace(text=opened(piece.text)) for piece in self._pieces]
        return ((goal,) if goal is not None else ()), tuple(pieces)

    def _is_topic(self, note: Note, further: Sequence[Note], words: str) -> bool:
        """Whether a few words open a sentence in which somebody then has a task: "beds for all 3 kids, SW to apply"."""
        if note.kind not in (NoteKind.LOOSE, NoteKind.TOLD) or not further or further[0].kind not in DUTIES:
            return False
        if further[0].kind is NoteKind.LISTED and "-" not in self._reading.text[note.end : further[0].start]:
            return False
        if further[0].part.asks and further[0].part.asks[0].lemma == "chase" and is_needed(note.part):
            return True  # "CAMHS referral for Tamika - SW to chase"
        if (
            note.part.keys[0] == "curfew"
            or done_by(note.part) is not None
            or note.part.keys[-1] in PUT_IN
            or "drop in" in words
            or is_paced(note.part)
        ):
            return False  # "letters weekly, video call 1st Sunday", "school counsellor wkly": matters of their own
        if is_needed(note.part) or is_state(note.part) or is_over(note.part.words, 0, len(note.part.words)):
            return False
        if any(act.actors for act in note.part.acts) or _tells_of_somebody(note):
            return False  # what somebody does is told by itself: "dad shouts at him"
        between = self._reading.text[note.end - 1 : further[0].start]
        return not {"\n", ".", "!"}.intersection(between) and len(words.split()) <= _MOST_IN_A_TOPIC

    def _about(self, topic: str, note: Note) -> str:
        """The task with its topic before it; the topic is used up."""
        self._do(note, topic)
        return ""

    def _is_told(self, note: Note, number: int, further: Sequence[Note]) -> bool:
        opens = number == 0 or (not self._pieces and all(len(told.split()) < _MOST_IN_A_LABEL for told in self._before))
        part = note.part
        contact = part.keys[0] == "contact" and "not" not in part.keys  # "contact not working out" is how it is
        set_up = contact or is_needed(part) or is_to_arrange(part) or is_paced(part)
        loose = note.kind is NoteKind.LOOSE and not set_up
        told = note.kind is NoteKind.TOLD and agreed_that(part) is None
        return told or (loose and opens and bool(further))

    def _is_the_goal(self, note: Note, further: Sequence[Note]) -> bool:
        """Whether an aim that nobody is named for opens the text, and somebody's tasks follow."""
        if note.kind is not NoteKind.UNASKED or self._pieces or self._goal is not None:
            return False
        if not any(other.kind in DUTIES for other in further):
            return False
        part = note.part
        if part.keys[0] in ASKING - {"to"}:
            return False
        if asked_of_whoever(part) is not None or any(act.passive and act.lemma in SEEN_TO for act in part.asks):
            return False
        found = faults_of(part, self._settings)
        spoilt = ("negative_outcome", "cliche_or_universal", "service_term", "conditional_undefined")
        if any(rule in found for rule in spoilt) or part.keys[0] == "no":
            return False
        if any(key in ("up", "down") and part.keys[n - 1] in _PARTICLED for n, key in enumerate(part.keys) if n):
            return False  # "script pick up daily"
        if any(part.keys[p.first - 1] == "by" for p in part.parties if p.first):
            return False  # "to be prompted by carers": somebody does it
        if not part.asks:
            return not _CHANGED.isdisjoint(part.keys) or note.part.keys[0] == "to" or leads_on(part)
        if any(amount.value is not None for amount in part.amounts) or any(
            act.passive and " by " in part.text for act in part.asks
        ):
            return False
        return all(
            is_theme_only(part, group, found) or "be" in [act.lemma for act in group.acts]
            for group in groups_of(part, found)
        )

    def _aim(self, note: Note) -> None:
        """The aim up to its comma is the goal; what follows is read by itself."""
        comma = note.part.text.find(", ")
        aim = note if comma < 0 else note_at(self._reading, note.start, note.start + comma)
        self._goal = aimed(aim)
        if comma >= 0:
            rest = note_at(self._reading, note.start + comma + 2, note.end)
            if rest.kind is NoteKind.TOLD:
                self._tell(said(rest.part, 0, len(rest.part.text), timed=True))
            else:
                self._do(rest)

    def _goes_with_a_question(self, note: Note, before: Note | None) -> bool:
        asked = before is not None and before.kind is NoteKind.QUESTION and bool(self._pieces)
        return asked and note.kind in (NoteKind.UNASKED, NoteKind.LOOSE) and note.part.text[:1].islower()

    def _tell(self, words: str) -> None:
        if not self._pieces:
            self._before.append(words)
        elif words:
            self._pieces[-1] = with_told(self._pieces[-1], words)

    def _do(self, note: Note, topic: str = "") -> None:
        made = [piece._replace(at=note.start) for piece in self.made(note)]
        if made and note.part.text[:1].islower() and (topic or self._before):
            made[0] = made[0]._replace(text=made[0].text[:1].lower() + made[0].text[1:])
        if made and topic:
            mark = "," if ":" in topic else ":"
            made[0] = made[0]._replace(text=f"{opened(topic)}{mark} {inside_a_sentence(made[0].text)}")
        if made and self._before and "|" in self._reading.keys and lacks_its_object(note):
            made[0] = made[0]._replace(text=f"{opened(', '.join(self._before))}: {inside_a_sentence(made[0].text)}")
            self._before = []
        if made and self._before:
            made[0] = after_told(made[0], self._before, labels=self._labels)
            self._before = []
        self._pieces += made

    def made(self, note: Note) -> list[Piece]:
        """Give the objectives of one part, as they stand by themselves."""
        agreed = agreed_that(note.part) if note.kind is NoteKind.TOLD else None
        if agreed is not None:
            return own_objectives(agreed, self._settings, abuse=self._abuse)
        meant = self._meant(note)
        if meant is not None:
            return own_objectives(meant, self._settings, apart=self._are_apart(note), abuse=self._abuse)
        return self._typed(note)

    def _meant(self, note: Note) -> Reading | None:
        """A part "to" be done by whoever is spoken of, with them before it; None where that is not sure."""
        part = note.part
        unasked = note.kind in (NoteKind.UNASKED, NoteKind.LOOSE)
        to = next((n for n, key in enumerate(part.keys[:_MOST_BEFORE_TO]) if key == "to"), -1)
        if (
            unasked
            and to >= 0
            and (to == 0 or part.keys[0] in ("if", "need", "needs"))
            and (name := spoken_of(self._reading, note))
        ):
            at = part.words[to].start
            lead = f"{part.text[:at].rstrip()}, " if part.keys[0] == "if" else ""
            return read(f"{lead}{name} {part.text[at : at + 1].lower()}{part.text[at + 1 :]}", part.context)
        return None

    def _typed(self, note: Note) -> list[Piece]:
        """The objectives of a part in its own words."""
        part = note.part
        unasked = note.kind in (NoteKind.UNASKED, NoteKind.LOOSE)
        if unasked and not self._abuse and (kept := ruled_out(part, told_of(self._reading, note))) is not None:
            return [kept]
        if part.keys[:2] == ("both", "to") and not self._abuse and (names := both_before(self._reading, note)):
            part = read(f"{names} both {part.text[part.words[1].start :]}", part.context)
        offer = promised(part) or (asked_of_whoever(part) if note.kind is NoteKind.UNASKED else None)
        if offer is not None:
            return [offer]
        if note.kind is NoteKind.LISTED and (theirs := their_matter(part)) is not None:
            return [theirs]
        if (kept := left_open(note)) is not None:
            return [kept]
        if note.kind is NoteKind.LOOSE:
            return [done_by(part) or loose(part)]
        if note.kind in DUTIES:
            both = parted(part) if note.kind is NoteKind.TASK else None
            if both is not None:
                made = own_objectives(both[1], self._settings, abuse=self._abuse)
                return [with_told(made[0], both[0]), *made[1:]]
            duty = opened_up(part)
            if duty is not None:
                return own_objectives(duty, self._settings, abuse=self._abuse)
        if note.kind is NoteKind.LISTED:
            return [listed_for(part) or loose(part)]
        if not part.asks:
            unlisted = duty_in_other_words(part)
            if unlisted is not None:
                return [unlisted]
            return (
                own_objectives(read(f"to {part.text}", part.context), self._settings)
                if is_bidden(part)
                else [done_by(part) or loose(part)]
            )
        return own_objectives(part, self._settings, apart=self._are_apart(note), abuse=self._abuse)

    def _are_apart(self, note: Note) -> bool:
        """Whether the whole text shows that two things in one part are to be tracked apart."""
        words = self._reading.words
        first_act = next((act for act in note.part.asks), None)
        if first_act is None:
            return False
        begins = note.start + note.part.words[first_act.verb].start
        return any(begins < words[first].start < note.end for first, _ in self._reading.once(tracks))

    def _found_goal(self, notes: Sequence[Note]) -> Piece | None:
        wanted = wanted_in(self._reading)
        if wanted and not any("wants" in note.part.keys and _is_measured(note.part) for note in notes):
            self._drop_the_wish(wanted)
            return Piece(wanted, (), ())
        if not self._critique.needs_goal_split:
            return None
        whole = goal_of(self._reading, (), Faults(self._critique.findings))
        asking = [note for note in notes if note.kind in (NoteKind.TASK, NoteKind.UNASKED)]
        aims = [note for note in asking if needs_goal_split(note.part)]
        if len(aims) == 1 or (aims and not aims[0].part.parties):
            part = aims[0].part
            return goal_of(part, groups_of(part, faults_of(part, self._settings)), faults_of(part, self._settings))
        return whole

    def _drop_the_wish(self, wanted: str) -> None:
        """An objective that says no more than the wish that is the goal now."""
        wish = wanted.split(" to ", 1)[-1].rstrip(".")
        begins = " ".join(wish.split()[:2])
        kept = [p for p in self._pieces if not any(f"{want} to {begins}" in p.text for want in ("want", "wants"))]
        self._pieces = kept or self._pieces
