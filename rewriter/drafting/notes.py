"""The parts of a text typed as notes: each task with its own doer, and what stands beside the tasks.

Each part is read by itself, so that no task, date or measure of one person is taken for another's. Source: 002 Halton,
Example 4 ("two distinct objectives"); which kind of note a part is, is practice judgement.
"""

from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from rewriter.drafting.bidding import gives, helps, is_bare_task, is_bidden, is_told_to
from rewriter.drafting.happenings import has_happened, is_needed, is_still_to_do
from rewriter.drafting.matters import is_theirs
from rewriter.drafting.parting import parts_of
from rewriter.drafting.promises import is_promised
from rewriter.drafting.somebody import Somebody, closing, opening
from rewriter.people import PartyKind
from rewriter.plan import Act, Mood, Reading
from rewriter.reading import read
from rewriter.sentences.grammar import ALLOWING, ASKING, verb_at

__all__ = ["Note", "NoteKind", "is_a_target", "leads_on", "note_at", "note_of", "notes_of"]

_TYPED_TO = frozenset(("2", "too"))
_TOLD = frozenset(
    "is are was were has have had been said say says feels overdue missed ok won't can't cos r isn't doesn't "
    "don't".split()
)
_DONE = frozenset("done given agreed seen gone made".split())
# Wished for, and so no telling of how things are.
_WISHED = frozenset("no better more less fewer reduce reduced improve improved increase increased get".split())
_CHANGED = frozenset("down up better more less".split())
_MOST = 40  # parts: a longer text is no note of somebody in a hurry
_WHOM = frozenset("him her them kids children".split())
_WHERE = frozenset("to on for at every in each weekly there".split())
_DRUGS = frozenset("drugs weed cannabis cocaine coke crack heroin spice ket alcohol vodka".split())
_RECORDS = frozenset("log diary record records chart notes receipts".split())
_PRONOUNS = frozenset("he she they it".split())
_AGED = ("yrs", "yr", "yo", "y", "mths", "months")
_STILL = frozenset("ongoing pending outstanding awaited awaiting".split())
_BY_WHEN = frozenset("by before within until till til".split())
_AT_THE_LATEST = frozenset("latest pls please plz at the max".split())
_DASHES = frozenset(("-", "\u2013", "\u2014"))
_MOST_IN_A_HEADING = 3  # words
_MEETINGS = frozenset("marac lpm icpc rcpc mdt strat".split())
_LIKES = frozenset("wants likes loves hates misses".split())
_OLDEST = 110  # years
_CHILD = ("", "child", "young person", "baby")
_LIMITS = frozenset("under over below above least".split())
_AS_IT_IS = frozenset("currently still already he's she's it's they're nothing ok last previously".split())


class NoteKind(StrEnum):
    """What a part of a text typed as notes is."""

    TASK = "task"  # somebody is asked to do something
    LISTED = "listed"  # somebody stands beside words without a verb: "district nurse for legs"
    UNASKED = "unasked"  # something is to be done, and nobody is named for it
    QUESTION = "question"  # left open by whoever typed it: "police??"
    TOLD = "told"  # how things are, or were
    LOOSE = "loose"  # a few words without a verb or a doer: "fire svc visit"


class Note(NamedTuple):
    """One part: its offsets in the text (end exclusive), what it is, and its own reading."""

    start: int
    end: int
    kind: NoteKind
    part: Reading


def notes_of(reading: Reading, most: int = _MOST) -> tuple[Note, ...]:
    """Give the parts of a text in order; one alone where the text is no list of notes."""
    found = (_note(reading, first, last) for first, last in islice(parts_of(reading), most))
    notes: list[Note] = []
    for part in (part for note in found for part in _headed(reading, note)):
        if notes and part.kind is not NoteKind.QUESTION and (when := _only_says_when(part)) and "|" not in reading.keys:
            text = f"{notes[-1].part.text.rstrip('. ')} {when}"
            notes[-1] = note_of(reading, notes[-1].start, part.end, text)
        else:
            notes.append(part)
    return tuple(notes)


def _only_says_when(note: Note) -> str:
    """The words of a note that only says when for what stands before it, without a plea: "by mid Feb latest pls"."""
    part = note.part
    time = next(iter(part.times), None)
    if time is None or len(part.times) > 1 or part.keys[time.first] not in _BY_WHEN or time.first:
        return ""
    rest = [n for n in range(time.last, len(part.keys)) if part.keys[n][0].isalnum()]
    if any(part.keys[n] not in _AT_THE_LATEST for n in rest):
        return ""
    latest = " latest" if "latest" in part.keys else ""
    return f"{part.text[: time.end]}{latest}"


def _headed(reading: Reading, note: Note) -> tuple[Note, ...]:
    """A note whose few first words only head somebody's task, as two: "bidding - mum 3 bids per wk"."""
    if note.kind in (NoteKind.TASK, NoteKind.QUESTION, NoteKind.LISTED):
        return (note,)
    words = note.part.words
    dash = next((n for n in range(1, min(_MOST_IN_A_HEADING + 1, len(words) - 1)) if words[n].key in _DASHES), 0)
    if not dash or any(party.first < dash for party in note.part.parties) or not words[0].key[0].isalpha():
        return (note,)
    rest = note_at(reading, note.start + words[dash + 1].start, note.end)
    listed = rest.kind is NoteKind.LISTED and rest.part.parties[:1] and rest.part.parties[0].role
    if rest.kind is not NoteKind.TASK and not listed:
        return (note,)
    return note_at(reading, note.start, note.start + words[dash - 1].end)._replace(kind=NoteKind.LOOSE), rest


def _note(reading: Reading, first: int, last: int) -> Note:
    return note_at(reading, reading.words[first].start, reading.words[last - 1].end)


def note_at(reading: Reading, start: int, end: int) -> Note:
    """Give a stretch of a text (offsets, end exclusive) as a part of its own."""
    return note_of(reading, start, end, reading.text[start:end])


def note_of(reading: Reading, start: int, end: int, text: str) -> Note:
    """Give a stretch of a text as a part of its own that says what `text` says."""
    part = read(text, reading.context)
    return Note(start, end, _kind(part), part)


def _kind(part: Reading) -> NoteKind:
    asks = [act for act in part.asks if act.mood is Mood.ASKED]
    keys = part.keys
    if keys[-1] == "?":
        return NoteKind.QUESTION
    if keys[1:3] == ("drop", "in") or keys[1:2] == ("training",) or _is_a_meeting_or_contact(part):
        return NoteKind.LOOSE  # "travel training not before summer"
    if is_promised(part):
        return NoteKind.TASK
    if is_theirs(part):
        return NoteKind.LISTED
    if is_still_to_do(part) or is_a_target(part):
        return NoteKind.LOOSE
    if is_told_to(part):
        return NoteKind.LISTED
    if has_happened(part) or (keys[-1] in _STILL and ASKING.isdisjoint(keys)):
        return NoteKind.TOLD
    if is_needed(part) and not any(act.actors for act in asks):
        return _needed(part)
    telling = _telling(part)
    if any(act.actors and not act.passive and act.verb not in telling for act in part.asks):
        return NoteKind.TASK
    if keys[0] in _AS_IT_IS | _LIKES or (keys[0] in _PRONOUNS and keys[1:2] and keys[1].endswith("ed")):
        return NoteKind.TOLD
    if asks and keys[0] not in _TOLD and not all(act.verb in telling for act in asks):
        return NoteKind.LISTED if opening(part) is None and closing(part) is not None else NoteKind.UNASKED
    if _is_an_errand(part):
        return NoteKind.LISTED
    told = (
        any(act.mood is Mood.TOLD and keys[act.verb] != "am" for act in part.acts)
        or not (_TOLD | _DONE).isdisjoint(keys)
        or bool(asks)
    )
    if told or keys[0] in _AS_IT_IS:
        return NoteKind.TOLD
    somebody = opening(part) or closing(part)
    if somebody is not None:
        return NoteKind.TOLD if _tells_of(part, somebody) else NoteKind.LISTED
    plain = [key for key in keys if key[0].isalnum()]
    wished = plain[0] in _WISHED or not _CHANGED.isdisjoint(plain) or leads_on(part) or is_bidden(part)
    return NoteKind.UNASKED if wished else NoteKind.LOOSE


def _is_an_errand(part: Reading) -> bool:
    """Whether a worker opens a part with what they do: "keyworker Ife chase weekly & check where she is staying"."""
    named = opening(part)
    return named is not None and named.after < len(part.keys) and is_bare_task(part.words, named.after, len(part.keys))


def _needed(part: Reading) -> NoteKind:
    """What is needed is nobody's yet, but where somebody stands behind it: "CAMHS ref to be chased (SW)"."""
    theirs = any(act.passive for act in part.asks) and closing(part) is not None
    return NoteKind.LISTED if theirs else NoteKind.LOOSE


def _is_a_meeting_or_contact(part: Reading) -> bool:
    """Whether a part only names a meeting, or whose contact is how: "marac 22/1", "dad contact supervised"."""
    keys = part.keys
    if keys[1:2] == ("contact",) and keys[-1] == "supervised":
        return len(keys) <= _MOST_IN_A_HEADING + 1
    told = has_happened(part) or not (_TOLD | _DONE).isdisjoint(keys)
    return keys[0] in _MEETINGS and not (told or any(act.mood is Mood.ASKED for act in part.acts))


def is_a_target(part: Reading) -> bool:
    """Whether a level is wanted: "HbA1c was 96, hosp want it under 75"."""
    at = next((n for n, key in enumerate(part.keys) if n and key in ("want", "wants")), 0)
    follows = part.keys[at + 1 : at + 5]
    return bool(at) and not _LIMITS.isdisjoint(follows) and any(key[0].isdigit() for key in follows)


def leads_on(part: Reading) -> bool:
    """Whether a "to" leads to a verb or a number, and to no noun: "62% to 90%"; "transition to adults" is a name."""
    for n in range(1, len(part.keys) - 1):
        if part.keys[n] == "to":
            verb = verb_at(part.words, n + 1, len(part.words))
            if part.keys[n + 1][0].isdigit() or part.keys[n + 1] == "be" or (verb and verb.form == "base"):
                return True
    return part.keys[-1] == "to"


def _tells_of(part: Reading, somebody: Somebody) -> bool:
    """Whether what follows somebody is how things are: "grandma struggling", "Noor worried", "Theo 8yrs"."""
    if somebody.after >= len(part.keys):
        return False
    key = part.keys[somebody.after]
    verb = verb_at(part.words, somebody.after, len(part.keys))
    if key == "," and part.keys[somebody.after + 1 : somebody.after + 2][-1:]:
        rest = part.keys[somebody.after + 1 :]
        return rest[0].isdigit() and (len(rest) == 1 or not rest[1][0].isalpha())  # "Mrs Kaur, 84 - home again"
    if verb is None:
        return key.endswith("ing") or (key[0].isdigit() and key.endswith(_AGED)) or _is_an_age(part, somebody)
    return verb.form == "past" or (verb.form != "base" and not gives(verb.lemma, verb.classes))


def _is_an_age(part: Reading, somebody: Somebody) -> bool:
    """Whether a number after a name is how old somebody is: "Reuben 3 speech delay"; "Theo 2 sessions" has them."""
    number, follows = part.keys[somebody.after], part.keys[somebody.after + 1 : somebody.after + 2]
    if ":" in part.keys or not (number.isdigit() and 1 < int(number[:4]) < _OLDEST and somebody.party.names):
        return False
    counted = any(time.first == somebody.after for time in part.times)
    return not counted and follows != () and follows[0].isalpha() and not follows[0].endswith("s") and follows[0] != "x"


def _telling(part: Reading) -> frozenset[int]:
    """The verbs by which a part tells how things are; what is joined to one tells as well."""
    found: set[int] = set()
    last = False
    for act in part.asks:
        last = _tells(part, act) or (last and act.inherited and not helps(act.lemma))
        if last:
            found.add(act.verb)
    return frozenset(found)


def _tells(part: Reading, act: Act) -> bool:
    """Whether what was read as an ask rather tells how things are: "mum has forms", "carers feeling burnt out"."""
    keys = part.keys
    asked = not (ASKING | ALLOWING | _TYPED_TO).isdisjoint(keys[act.subject_first : act.verb])
    if all(party.kind is PartyKind.OURSELVES for party in act.actors) and act.actors:
        return act.lemma in ("see", "know", "meet", "look")  # "we'll see where we are"
    if keys[act.verb] in _TOLD and not asked:
        return True
    follows = keys[act.verb + 1 : act.verb + 3]
    if act.lemma == "want" and not asked and follows[:1] != ("to",):
        return True  # "parents want college"
    if act.lemma == "do" and keys[act.verb] == "doing" and not asked:
        return all(party.kind is PartyKind.PERSON for party in act.actors)  # "Delyth doing homework on the floor"
    if act.lemma == "take" and follows[:1] and follows[0] in _WHOM and (len(follows) == 1 or follows[1] in _WHERE):
        return False  # "gran taking him"
    if act.lemma == "keep" and not _RECORDS.isdisjoint(follows):
        return False  # "mum keeps log of unknown numbers"
    if keys[act.verb].endswith("ing") and not asked and _is_of_the_child(part, act):
        return True  # "yp carrying knife", "Ella missing skl"
    if not _DRUGS.isdisjoint(keys[act.verb : act.last]):
        return not asked  # "dad does weed most nights"
    bidden = not act.actors or act.inherited or asked or any("'ll" in key for key in keys[act.subject_first : act.verb])
    return not bidden and not gives(act.lemma, act.classes)


def _is_of_the_child(part: Reading, act: Act) -> bool:
    """Whether what a child is doing is told, with no amount or time that would make it an aim."""
    if part.amounts or part.times or not act.actors:
        return False
    return all(party.kind is PartyKind.PERSON and party.role in _CHILD for party in act.actors)
