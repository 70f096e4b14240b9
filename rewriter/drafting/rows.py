"""The cells of a table's row as notes: a cell that only says when or who goes with the task before it.

Source: practice judgement; "Mia | dentist | carer to book | by half term" is one task with its heading.
"""

import re
from collections.abc import Callable, Sequence

from rewriter.drafting.notes import Note, NoteKind, note_of
from rewriter.plan import Reading
from rewriter.reading import read
from rewriter.sentences.grammar import verb_at
from rewriter.timing.reader import TimeKind

__all__ = ["in_rows"]

_DATE = re.compile(r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?")
_HEADERS = frozenset("action actions who when by lead need needs outcome objective goal date area task what".split())
_MOST_IN_A_HEADING = 4  # words


def in_rows(reading: Reading, notes: Sequence[Note]) -> tuple[Note, ...]:
    """Give the notes of a text with the cells of each row put together; without a table they come back as they are."""
    if "|" not in reading.keys:
        return tuple(notes)
    rows: list[list[Note]] = []
    for note in notes:
        if rows and "\n" not in reading.text[rows[-1][-1].end - 1 : note.start]:
            rows[-1].append(note)
        else:
            rows.append([note])
    found: list[Note] = []
    for row in rows:
        if any(key not in _HEADERS for note in row for key in note.part.keys if key[0].isalnum()):
            found += _put_together(reading, row)
    return tuple(found)


def _put_together(reading: Reading, row: Sequence[Note]) -> list[Note]:
    made: list[Note] = []
    for number, note in enumerate(row):
        acts_next = _is_doer(note) and number + 1 < len(row) and _opens_with_a_verb(row[number + 1])
        joiner = _joins(note)
        headed = all(_is_heading(other) for other in made)
        if made and _is_doer(made[-1]) and _opens_with_a_verb(note):
            text = f"{made[-1].part.text} to {note.part.text[:1].lower()}{note.part.text[1:]}"
            made[-1] = note_of(reading, made[-1].start, note.end, text)
        elif made and joiner and not (headed or acts_next) and made[-1].kind not in (NoteKind.TOLD, NoteKind.QUESTION):
            text = f"{made[-1].part.text.rstrip('. ')}{joiner}{note.part.text}"
            made[-1] = note_of(reading, made[-1].start, note.end, text)
        elif made and headed and _is_heading(note) and not acts_next:
            text = f"{made[-1].part.text}, {note.part.text}"
            made[-1] = Note(made[-1].start, note.end, NoteKind.LOOSE, read(text, reading.context))
        else:
            made.append(note)
    return made


def _is_doer(note: Note) -> bool:
    part = note.part
    people = {n for party in part.parties for n in range(party.first, party.last)}
    return bool(people) and _is_all(part, lambda n: n in people)


def _opens_with_a_verb(note: Note) -> bool:
    verb = verb_at(note.part.words, 0, len(note.part.words))
    return verb is not None and verb.form == "base" and len(note.part.words) > verb.length


def _is_heading(note: Note) -> bool:
    if note.part.asks or note.part.times or note.kind is NoteKind.QUESTION:
        return False
    return (note.kind is NoteKind.LOOSE or bool(_joins(note))) and len(note.part.text.split()) <= _MOST_IN_A_HEADING


def _joins(note: Note) -> str:
    """How a cell is joined to the one before it: a time with a space, a doer with a dash; "" where it is not."""
    part = note.part
    if _DATE.fullmatch(part.text.strip()):
        return " by "
    covered = {n for time in part.times for n in range(time.first, time.last)}
    if _is_all(part, lambda n: n in covered):
        long = len(part.times) == 1 and part.times[0].kind is TimeKind.WITHIN and part.keys[0][0].isdigit()
        return " within " if long else " "  # "3 wks" in the column of times
    people = {n for party in part.parties for n in range(party.first, party.last)}
    return " - " if _is_all(part, lambda n: n in people) and not any(party.names for party in part.parties) else ""


def _is_all(part: Reading, holds: Callable[[int], bool]) -> bool:
    return all(holds(n) for n, key in enumerate(part.keys) if key[0].isalnum())
