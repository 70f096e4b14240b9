"""Whether telling of the harm is made to cost something: help, a place or contact that ends once somebody tells.

Section 5 of the responsibility standard. Reads the condition ("if Amara brings up what her dad did") and what comes
of it; a cost to the one who harms, and help that a report brings, are no penalty.
"""

from collections.abc import Iterator

from rewriter.harm.asked import names_abuse
from rewriter.harm.cast import HARMED_SIDES, Cast, Fault, Side
from rewriter.harm.mentions import Mention

__all__ = ["penalised"]

_OPENERS = frozenset("if should whenever once when unless".split())
_TELLS = frozenset(
    "tell tells told ring rings report reports mention mentions disclose discloses say says complain complains talk "
    "talks contact contacts speak speaks raise raises call calls phone phones repeat repeats describe describes".split()
)
_BRINGS_UP = frozenset("bring brings brought".split())
_LOST = frozenset(
    "stop stopped stops end ends ended close closed closes lose loses lost withdrawn removed moved cancelled suspended "
    "evicted discharged refused out elsewhere go goes leave".split()
)
_KEEPING = frozenset("keep have support help take house fund see".split())
_REFUSING = frozenset("won't cannot can't not wouldn't doesn't".split())
_NOT_LOST = frozenset("not never nothing no".split())
_FAILING = frozenset("fails failing not never doesn't don't without".split())
_HARD = frozenset("again".split())


def penalised(cast: Cast, first: int, last: int) -> Iterator[Fault]:
    """Give the place in a sentence where telling costs something; `quiet` where it is the person harmed who tells."""
    words = cast.reading.words
    turn = next((n for n in range(first, last) if words[n].key in _OPENERS), -1)
    if turn < 0 or words[turn].key == "unless":
        return
    told = next((n for n in range(turn + 1, min(last, turn + 10)) if _tells(cast, n, last)), -1)
    teller = _teller(cast, turn, told) if told > 0 else None
    if teller is None or cast.side_at(teller) is Side.SOURCE:
        return
    if any(words[n].key in _FAILING for n in range(teller.last, told)) or not _of_harm(cast, told, last):
        return
    clause_end = _end_of_condition(cast, told, last)
    main = (first, turn) if turn > first + 1 else (clause_end, last)
    if not _costs(cast, *main):
        return
    hers = cast.side_at(teller) in HARMED_SIDES
    yield Fault("quiet" if hers else "trigger", teller.first if hers else turn, last)


def _tells(cast: Cast, n: int, last: int) -> bool:
    words = cast.reading.words
    if words[n].key in _BRINGS_UP:
        return n + 1 < last and words[n + 1].key in ("up", "it")
    return words[n].key in _TELLS


def _teller(cast: Cast, turn: int, told: int) -> Mention | None:
    return next((m for m in reversed(cast.figures.between(turn + 1, told)) if not m.owning), None)


def _of_harm(cast: Cast, told: int, last: int) -> bool:
    """Whether what is told is the harm, or it is told to somebody outside."""
    return (
        names_abuse(cast, told, last)
        or cast.named((Side.SOURCE,), told, min(last, told + 9)) is not None
        or cast.marks.first("police", told, min(last, told + 6)) is not None
        or any(told <= at < last for at in cast.told_at)
    )


def _end_of_condition(cast: Cast, told: int, last: int) -> int:
    """Where the clause of a condition that opens the sentence ends: at a comma, or where another subject begins."""
    words = cast.reading.words
    for n in range(told + 1, last):
        if words[n].key in (",", "then", "\u2013", "-", "=") or words[n].key in _HARD:
            return n + 1
    return last


def _costs(cast: Cast, first: int, last: int) -> bool:
    words = cast.reading.words
    for n in range(first, last):
        before = words[n - 1].key if n > first else ""
        if words[n].key in _KEEPING and before in _REFUSING:
            return True
        if words[n].key in _LOST and before not in _NOT_LOST:
            subject = next((m for m in cast.figures.between(first, n) if not m.owning), None)
            if subject is None or cast.side_at(subject) is not Side.SOURCE:
                return True
    return False
