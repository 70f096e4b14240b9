"""Whether a text is typed as notes, for several people, or as one objective that is worked out."""

import re
from collections.abc import Sequence

from rewriter.drafting.happenings import has_happened, is_needed, is_state, is_still_to_do
from rewriter.drafting.meant import spoken_of
from rewriter.drafting.notes import Note, NoteKind, is_a_target
from rewriter.drafting.pace import is_paced
from rewriter.drafting.pieces import Faults
from rewriter.people import PartyKind
from rewriter.plan import Counted, Due, Reading, Setting
from rewriter.sentences.grammar import ASKING

__all__ = ["DUTIES", "is_typed_as_notes"]

_MOST_WORKED_OUT = 3  # parts
_FEW = 2
_MOST_IN_A_HURRY = 14  # words: longer is history told in sentences
_HARM = frozenset("hit shout swear punch kick slap hurt threaten scream bite push smack drink".split())
_GOAL = frozenset("goal goals aim aims outcome outcomes objective".split())
_ROW = re.compile(r"\s[-\u2013\u2014]\s")
DUTIES = (NoteKind.TASK, NoteKind.LISTED)


def is_typed_as_notes(reading: Reading, notes: Sequence[Note], found: Faults, *, abuse: bool) -> bool:
    """Say whether the parts of a text are for several people or things, and not one objective with its checks.

    `abuse` says that somebody is harmed: then each part has to be somebody's.
    """
    if len(notes) < 2 or _is_worked_out(reading, notes, found):
        return False
    return _are_notes(reading, notes, found, abuse=abuse)


def _is_worked_out(reading: Reading, notes: Sequence[Note], found: Faults) -> bool:
    """Whether it is one objective, whose other parts say how it will be known or who helps."""
    if "two_objectives_in_one" in found:
        return False
    if len(notes) >= _MOST_WORKED_OUT:
        return False
    dated = reading.timescale.due is Due.DATED
    of_mind = any("mental" in act.classes for act in reading.asks)
    tasks = all(note.kind is NoteKind.TASK for note in notes)
    return (dated and reading.measure.counted is Counted.FULLY) or (tasks and (dated or of_mind))


def _are_notes(reading: Reading, notes: Sequence[Note], found: Faults, *, abuse: bool) -> bool:
    """Whether the parts are for several people, or several things; the cells of one row belong together."""
    if "[" in reading.text:
        return False
    if abuse and not all(_is_asked(note) or _tells_of_harm(note) for note in notes):
        return False  # where there is harm, what is only told, or of nobody, stays as it was typed
    loose = [note.part for note in notes if note.kind is NoteKind.LOOSE]
    loose = [part for part in loose if not (is_still_to_do(part) or is_a_target(part))]
    done = [act for part in loose for act in part.acts if act.setting is not Setting.CONDITION]
    if any(act.actors and act.lemma != "am" for act in done):  # "carers AM/PM"
        return False
    when = reading.timescale.time
    if when is not None and reading.timescale.due is Due.DATED:
        told = next((note for note in notes if note.start <= when.start < note.end), None)
        seen_to = sum(note.kind in DUTIES or is_needed(note.part) for note in notes)
        if told is not None and told.kind is NoteKind.TOLD and seen_to < _FEW and not has_happened(told.part):
            return False  # the date of the whole stands in what is told
    row = "|" in reading.keys or "\n" in reading.keys
    duties = sum(
        note.kind in DUTIES
        or is_needed(note.part)
        or is_still_to_do(note.part)
        or (note.kind in (NoteKind.LOOSE, NoteKind.UNASKED) and is_paced(note.part))
        or (not row and _is_to_be_seen_to(note))
        for note in notes
    )
    if any(_is_only_a_time(note) or _is_a_row(note) for note in notes):
        return False
    if (
        duties == 1
        and len(notes) == _FEW
        and any(note.kind is NoteKind.LOOSE and note.part.keys[0][0].isdigit() for note in notes)
    ):
        return False  # "... 4 lessons out of 5.": how much of what is asked
    if any(_is_labelled(note) for note in (notes if row else notes[1:])) or notes[0].part.keys[:1][0] in _GOAL:
        return False
    if "conditional_undefined" in found and any(
        note.kind is NoteKind.TASK and note.part.trigger.last for note in notes
    ):
        return False
    if row:
        return duties > 1 or ("|" in reading.keys and notes[-1].kind is NoteKind.TASK)
    if "narrative" in found and not any(note.kind is NoteKind.QUESTION or is_needed(note.part) for note in notes):
        if any(len(note.part.text.split()) > _MOST_IN_A_HURRY for note in notes if note.kind not in DUTIES):
            return sum(note.kind is not NoteKind.TOLD for note in notes) > _FEW
        if any(
            note.kind is NoteKind.UNASKED and note.part.keys[0] == "to" and spoken_of(reading, note) for note in notes
        ):
            return True  # "dad hasnt done any of the 8. to start the next one 11 Feb"
        asked = sum(note.kind is not NoteKind.TOLD for note in notes)
        return duties > 0 and (asked > 1 or len(notes) > _MOST_WORKED_OUT)
    if any(note.kind is NoteKind.LOOSE and note.part.trigger.last for note in notes):
        return True
    return (
        _asks_one_thing(notes)
        or duties > 1
        or (duties == 1 and any(note.kind is not NoteKind.TOLD for note in notes))
        or len(notes) > _FEW
    )


def _asks_one_thing(notes: Sequence[Note]) -> bool:
    """Whether one thing is asked of nobody, and all else tells: "not in anything since june, to look at colleges"."""
    rest = [note for note in notes if note.kind is not NoteKind.TOLD and not is_state(note.part)]
    return len(rest) == 1 and rest[0].kind is NoteKind.UNASKED


def _tells_of_harm(note: Note) -> bool:
    acts = [act for act in note.part.acts if act.actors]
    return note.kind is NoteKind.TOLD and bool(acts) and all(act.lemma in _HARM for act in acts)


def _is_asked(note: Note) -> bool:
    """Whether somebody is asked in so many words: "to", "will", "must"."""
    asks = [act for act in note.part.asks if act.actors and not act.inherited]
    return note.kind is NoteKind.TASK and all(
        not ASKING.isdisjoint(note.part.keys[act.subject_first : act.verb]) for act in asks
    )


def _is_to_be_seen_to(note: Note) -> bool:
    return note.kind is NoteKind.UNASKED and any(act.passive for act in note.part.asks)


def _is_a_row(note: Note) -> bool:
    """Whether a part is a row of cells with dashes between them: "Maths - below expected - 1:1 x3 a week"."""
    return note.kind is NoteKind.LOOSE and len(_ROW.findall(note.part.text)) > 1


def _is_labelled(note: Note) -> bool:
    """Whether a part is labelled for what it is: "Measure: core group", "Success = a good report"."""
    keys, parties = note.part.keys, note.part.parties
    mark = next((n for n in range(1, min(6, len(keys))) if keys[n] in (":", "=")), 0)
    return bool(mark) and not any(party.first == 0 and party.after == mark for party in parties)


def _is_only_a_time(note: Note) -> bool:
    """Whether a part only says when: "Both by 30/9/26", "All to be sorted by Friday"."""
    part = note.part
    if not part.times or any(party.kind is not PartyKind.AGENCY for party in part.parties):
        return False
    first = next((key for key in part.keys if key[0].isalnum()), "")
    covered = {n for time in part.times for n in range(time.first, time.last)}
    rest = [n for n, key in enumerate(part.keys) if key[0].isalnum() and n not in covered]
    return first in ("all", "both", "everything") or not rest
