"""Conditions of the original ("if", "unless", "when", "after") that the rewrite no longer has."""

from collections.abc import Iterator

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given, Store
from rewriter.guarding.sides import Side
from rewriter.plan import Setting

__all__ = ["dropped_conditions"]

_MARKS = frozenset(
    "if unless when whenever where once should after before provided except event case any following".split()
)


def dropped_conditions(given: Given, rewrite: Side, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each condition of which the rewrite has neither the matter nor any condition."""
    original = given.original
    reading = original.reading
    if not any(clause.setting is Setting.CONDITION for clause in reading.clauses):
        return
    store = Store(rewrite.words)
    again = store.known(reading.words)
    conditional = bool(_MARKS & store.keys)
    for clause in reading.clauses:
        if clause.setting is not Setting.CONDITION:
            continue
        start, end = original.place(clause.first, clause.last)
        if excused.covers_from(start) or given.is_story(start):
            continue
        matter = [n for n in range(clause.first + 1, clause.last) if not is_small(reading.words[n].key)]
        kept = sum(n in again for n in matter)
        enough = 0.5 if conditional else 1.0
        plain = reading.words[clause.first].key in ("if", "unless", "provided")
        if (matter and kept < enough * len(matter)) or (plain and not conditional):
            yield fault(ConcernKind.DROPPED, original.text, start, end, "This condition of the original is gone.")
