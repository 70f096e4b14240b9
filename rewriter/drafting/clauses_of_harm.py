"""The clauses of a text in which somebody is harmed, and what becomes of each: kept, turned round, offered or told.

Source: 002 Halton, the domestic violence example, and sections 1 to 3 of the responsibility standard.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from rewriter.drafting.lines_without_asks import (
    is_done_regularly,
    is_headed,
    names_the_harm,
    only_names,
    source_opens,
    stays_away,
    tells_how_it_is,
    tells_of_harm,
)
from rewriter.drafting.notes import Note, NoteKind, notes_of
from rewriter.drafting.sources_asked import asks_the_source, makes_good
from rewriter.drafting.told_or_not import waits_on_silence
from rewriter.drafting.turned_words import harm_going_on
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Duty, Side
from rewriter.harm.policing import FINE
from rewriter.plan import Context, Mood, Reading, Setting
from rewriter.reading import read
from rewriter.responsibility import check
from rewriter.smart import Finding
from rewriter.text import Word

__all__ = ["Clause", "Fate", "clauses_of"]

_MOST = 400  # parts
_BLAMING = frozenset(("responsibility_on_victim", "responsibility_unassigned", "hides_information", "mutualises"))
_JOINING = frozenset(
    (",", ";", "-", "\u2013", "\u2014", "and", "&", "+", "|", ":", "/", "but", "then", ".", "\n", "or")
)
_ORDERING = frozenset("get apply seek obtain go have pursue consider take".split())
_TELLING = frozenset("tell ring call phone report contact dial inform text log record note keep".split())
_TO_SOMEBODY = frozenset("tell ring call phone text".split())
_TAKING_UP = frozenset("attend do complete engage work see meet join start access have go accept take get".split())
_NOBODY_NAMED = frozenset(("responsibility_unassigned",))
_LEAVING_OFF = frozenset("stop cease refrain end".split())
_GOALS = frozenset("goal aim outcome".split())
_LABEL = 2  # words
_THREATS = frozenset("if otherwise or failing failure".split())
_RECORDS = frozenset("record records log diary note notes journal list informed posted".split())
_CARRYING = frozenset(("take", "bring", "drive"))
_SAYING = frozenset(("says", "said"))
_NEEDING = frozenset("needs need should must".split())
_CHASING = frozenset("chase arrange book organise refer sort follow set coordinate facilitate".split())
_HELP = frozenset(
    "counselling counsellor counselor therapy therapist sessions session programme program prog course group work "
    "workshop support mentor mentoring helpline drop-in".split()
)


class Fate(StrEnum):
    """What becomes of a clause in a draft."""

    KEPT = "kept"  # it asks nothing of somebody harmed that rests on the harm
    OWN = "own"  # the task of somebody harmed, which stays theirs
    TURNED = "turned"  # it makes the wrong person, or nobody, answer for the harm
    OFFERED = "offered"  # it demands of somebody harmed what is for them to choose
    REPORTED = "reported"  # somebody harmed is to tell of the harm
    TOLD = "told"  # it tells of the harm
    GOAL = "goal"  # the user calls it the goal


class Clause(NamedTuple):
    """One clause: its words (indices, end exclusive) and offsets, what becomes of it, and why.

    `note` is the part of the text that it stands in, `duty` what is asked in it (None where nothing is), `rules` are
    those that found somebody wrong made to answer, and `minimised` the words that make the harm smaller.
    """

    first: int
    last: int
    start: int
    end: int
    fate: Fate
    note: Note
    duty: Duty | None
    rules: tuple[str, ...]
    minimised: tuple[Finding, ...]


def clauses_of(cast: Cast, findings: Sequence[Finding], told: Context) -> tuple[Clause, ...]:
    """Give the clauses of a text in order.

    Takes the cast, the findings on responsibility, and the context with the harms that were read beside it.
    """
    sort = _Sorter(cast, findings, told)
    found: list[Clause] = []
    for note in notes_of(cast.reading, _MOST):
        for clause in sort.in_note(note):
            aimed = bool(found) and _is_for(cast, found[-1], clause)
            if aimed:
                found[-1] = found[-1]._replace(fate=Fate.TURNED)
            turned = bool(found) and found[-1].fate is Fate.TURNED
            along = aimed or (turned and _goes_along(cast.reading, found[-1], clause))
            found.append(clause._replace(fate=Fate.TURNED) if along else clause)
    return tuple(found)


def _is_for(cast: Cast, before: Clause, clause: Clause) -> bool:
    """Whether words of somebody harmed are so that the source stops: "mum - firmer boundaries | so Jayden stops"."""
    reading = cast.reading
    head = next(iter(cast.figures.between(before.first, before.last)), None)
    theirs = head is not None and cast.side_at(head) in HARMED_SIDES and not _is_of(before.duty, WORKING_SIDES)
    source = cast.named((Side.SOURCE,), clause.first, min(clause.first + 3, clause.last))
    so = reading.keys[max(0, clause.first - 1)] == "so" or reading.keys[clause.first] == "so"
    return theirs and so and source is not None


def _goes_along(reading: Reading, before: Clause, clause: Clause) -> bool:
    """Whether words have no sense without those turned round before them: "... - HV to chase by 1 Oct".

    That is so of a verb whose object they are, and of a state that was to be made sure of with them.
    """
    between = reading.keys[before.last : clause.first]
    if reading.keys[clause.first] in _THREATS and before.rules and clause.fate is not Fate.REPORTED:
        return True  # "... If there are, baby will not be able to stay in her care"
    if reading.keys[clause.first : clause.first + 2] == ("not", "be") and len(between) == 1:
        return True  # "Priya to block him & not be alone w him"
    if reading.keys[clause.first] in _SAYING and clause.note.kind is NoteKind.TOLD:
        return True  # "she keeps going back to Ajay, says she loves him"
    if clause.duty is None:
        return between == ("and",) and clause.note.kind is NoteKind.TOLD and not clause.minimised
    if clause.fate is not Fate.KEPT or any(key in (".", "\n", "!") for key in between):
        return False
    act = clause.duty.act
    times = {n for time in reading.times_in(act.verb + 1, clause.last) for n in range(time.first, time.last)}
    rest = [reading.keys[n] for n in range(act.verb + 1, clause.last) if n not in times]
    return act.lemma in _CHASING and all(not key[0].isalnum() or key in ("to", "with", "on", "at") for key in rest)


class _Sorter:
    """Decides what becomes of each clause of one text."""

    def __init__(self, cast: Cast, findings: Sequence[Finding], told: Context) -> None:
        self._cast, self._findings, self._told = cast, findings, told

    def in_note(self, note: Note) -> Iterator[Clause]:
        """Give the clauses of one part; the duties of somebody harmed are looked at one by one."""
        words = self._cast.reading.words
        first = bisect_left(words, note.start, key=_start_of)
        last = bisect_left(words, note.end, key=_start_of)
        duties = [d for d in self._cast.duties if first <= d.verb < last and d.act.setting is Setting.MAIN]
        keys = self._cast.reading.keys
        if keys[first] in _GOALS and last - first > _LABEL and keys[first + 1] in (":", "-", "\u2013"):
            whole = self._clause(note, first, last, None)
            if whole.fate is not Fate.TURNED and not self._blames(whole):
                yield whole._replace(fate=Fate.GOAL)
                return
        lead = next((duty for duty in duties if duty.act.lemma or duty.act.actors), None)
        parted = [lead]
        cuts = [first, last]
        if lead is not None and all(duty.side in HARMED_SIDES for duty in duties):
            further = [d for d in duties if d.verb > lead.verb and words[d.first - 1].key in _JOINING - {"/"}]
            parted = [lead, *further]
            cuts = [first, *(duty.first for duty in further), last]
        made = [self._clause(note, *cut, duty) for cut, duty in zip(pairwise(cuts), parted, strict=True)]
        turned = any(clause.fate is Fate.TURNED for clause in made)
        for clause in made:
            goes_along = turned and clause.fate is Fate.OWN and clause.duty and clause.duty.act.lemma not in FINE
            yield clause._replace(fate=Fate.TURNED) if goes_along else clause

    def _clause(self, note: Note, first: int, last: int, duty: Duty | None) -> Clause:
        words = self._cast.reading.words
        while last > first + 1 and words[last - 1].key in _JOINING:
            last -= 1
        start, end = words[first].start, words[last - 1].end
        touching = [f for f in self._findings if f.start < end and start < f.end]
        minimised = tuple(f for f in touching if f.rule == "minimises" and start <= f.start and f.end <= end)
        clause = Clause(first, last, start, end, Fate.KEPT, note, duty, (), minimised)
        clause = clause._replace(rules=self._rules(clause, [f for f in touching if f.rule in _BLAMING]))
        return clause._replace(fate=self._fate(clause))

    def _rules(self, clause: Clause, blaming: Sequence[Finding]) -> tuple[str, ...]:
        """The rules that blame in a clause; what others are to do in a list faulty as a whole is no part of it."""
        if not blaming:
            return ()
        inside = [finding for finding in blaming if clause.start <= finding.start]
        if {f.rule for f in blaming} <= _NOBODY_NAMED and makes_good(self._cast, clause.first, clause.last):
            return ()
        if _is_of(clause.duty, HARMED_SIDES):
            return tuple(finding.rule for finding in inside or blaming)
        bare = clause.duty is None and self._cast.named(HARMED_SIDES, clause.first, clause.last) is None
        fair = not inside or bare or _is_of(clause.duty, WORKING_SIDES | {Side.SOURCE})
        if fair and not self._blames(clause):
            return ()
        return tuple(finding.rule for finding in inside or blaming)

    def _blames(self, clause: Clause) -> bool:
        labels = check(read(self._cast.reading.text[clause.start : clause.end], self._told))
        return labels.on_victim or labels.unassigned or labels.hides_information or labels.mutualises

    def _fate(self, clause: Clause) -> Fate:
        cast, duty, first, last = self._cast, clause.duty, clause.first, clause.last
        asked = duty is not None and duty.act.mood is Mood.ASKED
        working = _is_of(duty, WORKING_SIDES | {Side.SOURCE})
        if duty is not None and asked and not working and self._is_help(duty, clause):
            return Fate.OFFERED
        if duty is not None and asked and self._may_tell(duty) and self._is_report(duty, last):
            return Fate.REPORTED
        plain = self._plainly_so(clause)
        if plain is not None:
            return plain
        if asks_the_source(cast, first, last) or makes_good(cast, first, last) is not None:
            return Fate.KEPT
        if harm_going_on(cast, first, last) >= 0:
            return Fate.TOLD
        if clause.note.kind is NoteKind.UNASKED and asked and _is_of(duty, WORKING_SIDES):
            return Fate.KEPT  # "SW to get written agreement signed by him"
        if clause.note.kind is NoteKind.TOLD and self._aims_at_the_harm(first, last):
            return Fate.TURNED
        telling = clause.note.kind in (NoteKind.TOLD, NoteKind.LOOSE, NoteKind.LISTED)
        if telling and (not asked or _is_of(duty, frozenset((Side.SOURCE,)))):
            told = clause.note.kind is NoteKind.TOLD
            if stays_away(cast, first, last) or is_done_regularly(cast, first, last):
                return Fate.KEPT
            programme = cast.marks.first("harmed_programme", first, last)
            if not told and programme is not None and cast.reading.keys[programme.first] != "marac":
                return Fate.OFFERED
            if not told and only_names(cast, first, last):
                return Fate.TOLD
            if not told and is_headed(cast, first, last):
                return Fate.KEPT
            return Fate.TOLD if told or tells_of_harm(cast, first, last) else Fate.KEPT
        if clause.note.kind is NoteKind.UNASKED and names_the_harm(cast, first, last):
            return Fate.TOLD if source_opens(cast, first) else Fate.TURNED
        if not _is_of(duty, HARMED_SIDES):
            return Fate.TOLD if duty is not None and self._only_tells_of_the_source(duty, last) else Fate.KEPT
        return Fate.TURNED if duty is not None and self._keeps_from_the_source(duty, last) else Fate.OWN

    def _plainly_so(self, clause: Clause) -> Fate | None:
        """What becomes of what is faulty, of a course for both where one harms the other, and of how somebody is."""
        duty, first, last = clause.duty, clause.first, clause.last
        if clause.rules:
            return Fate.KEPT if self._is_a_step_on_silence(duty, first, last) else Fate.TURNED
        course = self._cast.marks.first("source_programme", first, last)
        if duty is not None and duty.side is Side.BOTH and course is not None:
            return Fate.TURNED
        asked = duty is not None and bool(duty.act.actors) and clause.note.kind is not NoteKind.TOLD
        return Fate.TOLD if not asked and tells_how_it_is(self._cast, clause.note.part, first) else None

    def _is_a_step_on_silence(self, duty: Duty | None, first: int, last: int) -> bool:
        return not _is_of(duty, HARMED_SIDES) and waits_on_silence(self._cast, first, last) is not None

    def _only_tells_of_the_source(self, duty: Duty, last: int) -> bool:
        """Whether what the source does is told with the harm: "Dad remaining in home, charged w/ assault on her"."""
        told = any(duty.verb < at < last for at in self._cast.told_at)
        return told and duty.side is Side.SOURCE and duty.act.lemma not in _LEAVING_OFF

    def _aims_at_the_harm(self, first: int, last: int) -> bool:
        """Whether what somebody harmed needs is to end the harm: "Mum needs boundaries so he stops hitting her"."""
        head, keys = self._cast.figures.at.get(first), self._cast.reading.keys
        if head is None or self._cast.side_at(head) not in HARMED_SIDES or head.last >= last:
            return False
        aims = [n + 1 + (keys[n + 1] == "that") for n in range(head.last, last - 2) if keys[n] == "so"]
        sources = [mention for at in aims if (mention := self._cast.figures.at.get(at)) and not mention.owning]
        return keys[head.last] in _NEEDING and any(self._cast.side_at(each) is Side.SOURCE for each in sources)

    def _keeps_from_the_source(self, duty: Duty, last: int) -> bool:
        """Whether somebody harmed is told to keep from the source: "mum to not go back to him"."""
        near = self._cast.figures.between(duty.verb, min(duty.own_end, last))
        own = {mention.figure for party in duty.act.actors if (mention := self._cast.figures.at.get(party.first))}
        him = any(m.pronoun and not m.owning and m.figure not in own for m in near)
        named = any(self._cast.side_at(m) is Side.SOURCE for m in near)
        return duty.act.negated and duty.side is not Side.BOTH and (named or him)

    def _is_help(self, duty: Duty, clause: Clause) -> bool:
        """Whether what is asked is help for those harmed: a programme, a refuge, an order to apply for, sessions."""
        if duty.act.negated or "mutualises" in clause.rules:
            return False
        if duty.act.lemma in _CARRYING and duty.verb + 1 in self._cast.figures.at:
            return False  # "mum to take her to SARC"
        end = min(duty.own_end, clause.last)
        begin = duty.act.subject_first if duty.act.passive else duty.verb
        if self._cast.marks.first("harmed_programme", begin, end) is not None:
            return True
        head = duty.act.lemma.split(" ")[0]
        if self._cast.marks.first("legal", duty.verb, end) is not None:
            return head in _ORDERING and _is_of(duty, HARMED_SIDES)
        help_named = not _HELP.isdisjoint(self._cast.reading.keys[duty.verb + 1 : end])
        named = {"counselling", "counsellor", "therapy"}.intersection(self._cast.reading.keys[duty.verb + 1 : end])
        return _is_of(duty, HARMED_SIDES) and head in _TAKING_UP and help_named and bool(clause.rules or named)

    def _may_tell(self, duty: Duty) -> bool:
        """Whether telling is not to be a duty: of those harmed, and of a child about the source."""
        if duty.side in HARMED_SIDES:
            return True
        doer = next((self._cast.figures.at.get(party.first) for party in duty.act.actors), None)
        child = doer is not None and self._cast.figures.figures[doer.figure].is_child
        return child and self._cast.named((Side.SOURCE,), duty.verb, duty.end) is not None

    def _is_report(self, duty: Duty, last: int) -> bool:
        """Whether somebody harmed is to tell of the harm, or to keep a record of it."""
        keys, end = self._cast.reading.keys, min(duty.end, last)
        if duty.act.lemma == "keep" and _RECORDS.isdisjoint(keys[duty.verb : end]):
            return False  # "to keep her bank card somewhere safe"
        if duty.act.lemma == "let" and "know" in keys[duty.verb : duty.verb + 4]:
            return not duty.act.negated
        if duty.act.negated or duty.act.passive or duty.act.lemma.split(" ")[0] not in _TELLING:
            return False
        if self._cast.marks.any(("report", "police"), duty.verb, end) is not None:
            return True
        told = WORKING_SIDES | ({Side.OTHER} if duty.act.lemma.split(" ")[0] in _TO_SOMEBODY else set())
        return self._cast.named(told, duty.verb, end) is not None


def _start_of(word: Word) -> int:
    return word.start


def _is_of(duty: Duty | None, sides: frozenset[Side]) -> bool:
    return duty is not None and duty.side in sides
