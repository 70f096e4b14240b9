"""Parts of some notes that say less than a task: a level still open, what was agreed, a review, what is to be booked.

Source: practice judgement; the words typed are kept, and what they leave open is asked.
"""

from rewriter.drafting.beside_tasks import asked_about, loose
from rewriter.drafting.listed import opened_up
from rewriter.drafting.notes import Note, NoteKind
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Piece
from rewriter.drafting.saying import said
from rewriter.drafting.somebody import somebody_at
from rewriter.plan import Reading
from rewriter.reading import read

__all__ = ["agreed_that", "lacks_its_object", "left_open"]

_DONE_TO_WHAT_STANDS_BEFORE = frozenset("book arrange chase order sort pay send".split())
_MOST_BEFORE_AGREED = 4  # words
_OPEN = ("to", "?")


def left_open(note: Note) -> Piece | None:
    """Give the objective for a question, a level that is a question mark, or "review 6/52"; None for other parts."""
    part = note.part
    if note.kind is NoteKind.QUESTION:
        return _level(part) or asked_about(said(part, 0, len(part.text), timed=True), note.start)
    act = next(iter(part.asks), None)
    bare = act is not None and act.verb == 0 and act.lemma == "review" and not act.actors
    return loose(part) if note.kind is NoteKind.UNASKED and bare else None


def _level(part: Reading) -> Piece | None:
    """The objective of somebody whose target is a question mark: "Colin reduce from 2 bottles a day to ?"."""
    if part.keys[-2:] != _OPEN:
        return None
    words = part.text.rstrip("? ").removesuffix("to").rstrip()
    duty = opened_up(read(words, part.context)) or read(words, part.context)
    name = next((party for party in duty.parties if party.first == 0), None)
    if name is None or not any(act.actors for act in duty.asks):
        return None
    asks = (ask_about("target"), ask_about("date"))
    return Piece(f"{duty.text} to [target level] by [date].", (duty.text[: name.end],), asks, (), duty.text)


def agreed_that(part: Reading) -> Reading | None:
    """Give what somebody was agreed to do as their task: "agreed that gran would have the boys"; None elsewhere."""
    at = next((n for n in range(min(_MOST_BEFORE_AGREED, len(part.keys))) if part.keys[n] == "agreed"), -1)
    if at < 0 or part.keys[at + 1 : at + 2] != ("that",) or at + 3 >= len(part.keys):
        return None
    people = {party.first: party for party in part.parties}
    party, after = somebody_at(part.words, people, at + 2, len(part.words))
    if party is None or after + 1 >= len(part.words) or part.keys[after] not in ("would", "will", "to"):
        return None
    name = part.text[part.words[at + 2].start : part.words[after - 1].end]
    return read(f"{name} to{part.text[part.words[after].end :]}", part.context)


def lacks_its_object(note: Note) -> bool:
    """Say whether what is to be done stands in the cell before: "2yr check overdue | Mum to book | HV"."""
    act = next(iter(note.part.asks), None)
    if act is None or note.kind is not NoteKind.TASK or act.lemma not in _DONE_TO_WHAT_STANDS_BEFORE:
        return False
    return act.verb + 1 >= len(note.part.keys) or not note.part.keys[act.verb + 1][0].isalnum()
