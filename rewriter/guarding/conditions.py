"""Conditions of the original ("if", "unless", "when", "after") that the rewrite no longer has."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small, stem
from rewriter.guarding.concern import advice, fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.reworded import Rewording
from rewriter.guarding.sides import Side
from rewriter.people import PartyKind
from rewriter.plan import Clause, Reading, Setting

__all__ = ["dropped_conditions"]

_MARKS = frozenset(
    "if unless when whenever where once should after before provided except event case any following "
    "while whilst during providing whether condition".split()
)
_PHRASES = (  # "as long as", "by the time", "as soon as"
    frozenset(("as", "long")),
    frozenset(("by", "time")),
    frozenset(("as", "soon")),
)
_SOFT = ("where", "while", "whilst")  # these may only say where or when
_PLAIN = ("if", "unless", "provided")
_AGREEING = frozenset(stem(word) for word in "agree consent want wish permit choose".split())
_CUTS = frozenset((",", ";", "&", "+"))


def dropped_conditions(given: Given, rewrite: Side, excused: Excused, rewording: Rewording) -> Iterator[Concern]:
    """Give a concern for each condition of which the rewrite has neither the matter nor any condition."""
    original = given.original
    reading = original.reading
    if not any(clause.setting is Setting.CONDITION for clause in reading.clauses):
        return
    store = rewrite.whole_store
    again = store.known(original.read_store)
    doing = {stem(word.key) for word in rewrite.words if word.key.endswith("ing")}
    conditional = _is_conditional(rewrite) or any(phrase <= store.keys for phrase in _PHRASES)
    as_many = _conditions(rewrite) >= _conditions(original)
    openings = {n for first, _ in reading.sentences for n in (first, first + 1)}
    people = {party.first for party in reading.parties if party.kind is not PartyKind.PRONOUN}
    for clause in reading.clauses:
        if clause.setting is not Setting.CONDITION:
            continue
        start, end = original.place(clause.first, clause.last)
        if excused.covers_from(start) or given.is_story(start):
            continue
        last = _end_of(reading, clause, openings, people)
        start, end = original.place(clause.first, last)
        matter = [
            n
            for n in range(clause.first + 1, last)
            if not is_small(reading.words[n].key)
            and not original.in_value(original.filled.back(reading.words[n].start))
        ]
        kept = sum(n in again for n in matter)
        # as many conditions as before: one that shares a word is this one in other words; a value is looked for as such
        enough = min(1, len(matter) - 1) if as_many else 0.5 * len(matter) if conditional else len(matter)
        plain = reading.words[clause.first].key in _PLAIN
        bases = {stem(reading.words[n].key) for n in matter}
        # "each week that he reaches the target"; "a sticker for touching it"
        agreed = not bases.isdisjoint(_AGREEING)  # "with her agreement"
        only = clause.first and reading.words[clause.first - 1].key == "only"
        whole = kept == len(matter) and not only and (len(matter) > 1 or agreed or not bases.isdisjoint(doing))
        if not ((matter and kept < enough) or (plain and not conditional and not whole)):
            continue
        size = len(matter) - kept
        soft = reading.words[clause.first].key in _SOFT and kept + size == 1
        if (conditional or soft) and rewording.stands_for(*_within(original, start, end), size):
            message = "Check that the rewrite still has this condition: it is in other words, if it is there."
            yield advice(ConcernKind.DROPPED, original.text, start, end, message)
        else:
            yield fault(ConcernKind.DROPPED, original.text, start, end, "This condition of the original is gone.")


def _is_conditional(rewrite: Side) -> bool:
    """Whether any word of a rewrite opens a condition; the "once" of "once a week" is a number."""
    if not _MARKS.isdisjoint(rewrite.whole_store.keys - {"once"}):
        return True
    words = rewrite.words
    return any(word.key == "once" and not rewrite.in_value(words[n + 1].start) for n, word in enumerate(words[:-1]))


def _end_of(reading: Reading, clause: Clause, openings: AbstractSet[int], people: AbstractSet[int]) -> int:
    """Where a condition ends that stands after what it is for: at the mark before somebody else's act.

    "... once he can manage stairs, rehab team see him daily": what comes after the comma is no part of it.
    """
    if clause.first in openings:
        return clause.last
    marks = (n for n in range(clause.first + 2, clause.last - 1) if reading.words[n].key in _CUTS)
    return next((n for n in marks if n + 1 in people or n + 2 in people), clause.last)


def _within(original: Side, start: int, end: int) -> tuple[int, int]:
    """The word indices (end exclusive) of the original between two offsets."""
    return original.index_at(start), original.index_at(end)


def _conditions(side: Side) -> int:
    return sum(clause.setting is Setting.CONDITION for clause in side.reading.clauses)
