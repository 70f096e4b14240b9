"""The parts of one sentence that different people have: "mum 2 ring each time + SW rtn home int within 72 hrs".

What is typed in a hurry has no full stops: a comma, a dash, "+" or "and" before somebody else, who is then given a
duty, begins a task of its own. Help with what stands before it, and a check or a record of it, begins none. Source: 002
Halton, Example 4 ("two distinct objectives"); which words show it is practice judgement.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.people import Party, PartyKind
from rewriter.plan import Reading, Setting
from rewriter.sentences.grammar import ADVERBS, ASKING, DETERMINERS, PREPOSITIONS, ambiguous, verb_at
from rewriter.text import Word
from rewriter.timing.reader import TimeKind

__all__ = ["begun_by_doer", "parts_by_doer"]

_MARKS = frozenset({",", "+", "&", "and", "plus", ";", "-", "\u2013", "\u2014", "then"})
_CHAINING = frozenset({"and", "&", "+", "/"})
_DAYS = frozenset({TimeKind.DEADLINE, TimeKind.WITHIN})
_NO_THING = PREPOSITIONS | ADVERBS | DETERMINERS | ASKING | _MARKS | {"no", "not", "all", "full", "max", "min", "at"}
_MOST_IN_A_THING = 5  # words
_BEFORE_SOMEBODY = frozenset("the his her their both all our also then".split())
_ASKED = frozenset("to 2 will must should needs shall".split())
_SET = frozenset({TimeKind.DEADLINE, TimeKind.WITHIN, TimeKind.FREQUENCY, TimeKind.SPAN, TimeKind.DATE})
# What somebody else does to see how it goes, or so that it can be done; the second only with or for whoever does it.
_SERVING = frozenset(
    "check count monitor record note write tick mark log tell inform notify confirm share email text sign help support "
    "assist encourage remind prompt supervise observe drive escort accompany".split()
)
_FOR_THEM = frozenset("take collect fetch bring mind watch look go give show raise ask read".split())
_THEM = frozenset("him her them w w/ with".split())
_STANDING_BY = frozenset(("be", "keep", "keep an eye", "keep an eye on", "be there", "agree", "want", "have"))
_WITH = PREPOSITIONS | {"/"}  # "w/ mum, dad to ring"
_NO_VERB = (PREPOSITIONS | DETERMINERS | {"be"}) - {"back"}
_BACK = frozenset("it them this that these both".split())
_MOST_BEFORE_A_TIME = 6  # words


def parts_by_doer(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges (end exclusive) of the tasks that different people have in one sentence; none for one task.

    Takes a reading; looks at no judgement of it.
    """
    begun = reading.lasting(begun_by_doer)
    for first, last in reading.sentences:
        cuts = [n for n in begun if first < n < last]
        begin = first
        while cuts and not _holds_a_task(reading, begin, cuts[0]):
            begin = cuts.pop(0)  # what stands before only tells
        if cuts:
            opened = min(
                (a.subject_first for a in reading.asks if begin <= a.verb < cuts[0] and a.actors), default=begin
            )
            return tuple(_closed(reading.words, *part) for part in pairwise((opened, *cuts, last)))
    return ()


def begun_by_doer(reading: Reading) -> tuple[int, ...]:
    """Give the words (indices) at which somebody else's task begins within a sentence, in order."""
    starts = {party.first: party for party in reading.parties if not party.owning}
    return tuple(
        n
        for first, last in reading.sentences
        for n in range(first + 2, last)
        if reading.keys[n - 1] in _MARKS and _begins(reading, starts, first, n, last)
    )


def _closed(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    while last - 1 > first and words[last - 1].key in _MARKS:
        last -= 1
    return first, last


def _holds_a_task(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody is asked to do something before a cut, or something has a day: "detox ref by 3 June"."""
    if any(
        first <= act.verb < last
        and act.actors
        and not act.inherited
        and not (act.lemma in ("have", "be") and reading.keys[act.verb + 1 : act.verb + 2] == ("no",))
        for act in reading.asks
    ):
        return True  # "to have no further bruising" is what is hoped for
    times = reading.times_in(first + 1, last)
    after = {party.after for party in reading.parties if not party.owning}
    often = any(time.kind is TimeKind.FREQUENCY and time.first in after for time in times)  # "dad every Sat 10-12"
    return often or any(time.last in (last - 1, last) and time.kind in _DAYS for time in times)


def _begins(reading: Reading, starts: dict[int, Party], first: int, n: int, last: int) -> bool:
    """Whether somebody else's own task begins at a word."""
    words = reading.words
    mark = words[n - 1]
    if mark.key in ("-", "\u2013", "\u2014") and words[n - 2].end == mark.start:
        return False
    if _is_due_by_itself(reading, first, n, last):
        return True
    at = n
    while at < last and words[at].key in _BEFORE_SOMEBODY:
        at += 1
    party = starts.get(at)
    if party is None or party.kind is PartyKind.PRONOUN or not (party.role or party.names):
        return False
    if any(other.after == n - 1 and reading.keys[other.first - 1] not in _WITH for other in starts.values()):
        return False  # "Nan and SW meet": in one breath
    if any(
        clause.first < n < clause.last
        and clause.setting is Setting.CONDITION
        and ("," not in reading.keys[clause.first : n] or clause.first <= first + 1)
        for clause in reading.clauses
    ):
        return False  # "if he is off, Mum to ring"
    if _is_named_before(reading, party, first, n):
        return False
    return _has_a_duty(reading, starts, party, last)


def _is_due_by_itself(reading: Reading, first: int, n: int, last: int) -> bool:
    """Whether a thing with its own day follows what is done again and again: "daily, housing letter by 4 April"."""
    words = reading.words
    if words[n - 1].key not in (",", "+", ";") or not words[n].key.isalpha() or words[n].key in _NO_THING:
        return False
    due = next((time for time in reading.times_in(n + 1, min(n + _MOST_IN_A_THING, last)) if time.kind in _DAYS), None)
    if due is None or words[due.first].key not in ("by", "within") or verb_at(words, n, last) is not None:
        return False
    if any(not words[m].key.isalpha() or words[m].key in _NO_THING for m in range(n, due.first)):
        return False
    begin = next((m + 1 for m in range(n - 2, first, -1) if words[m].key in ("+", ";")), first)
    again = [time for time in reading.times_in(begin, n) if time.kind is TimeKind.FREQUENCY]
    return bool(again) and not any(time.kind in _DAYS for time in reading.times_in(begin, n))


def _is_named_before(reading: Reading, party: Party, first: int, n: int) -> bool:
    """Whether whoever acts right before is the same; two workers may be."""
    act = next((act for act in reversed(reading.asks) if first <= act.verb < n and act.actors), None)
    if act is None or (party.kind is PartyKind.PROFESSIONAL and not party.names):
        return False
    return any((set(party.names) or {party.role}) & (set(p.names) or {p.role}) for p in act.actors)


def _has_a_duty(reading: Reading, starts: dict[int, Party], party: Party, last: int) -> bool:
    words = reading.words
    at = party.after
    while at + 1 < last and words[at].key in _CHAINING and at + 1 in starts:
        at = starts[at + 1].after
    while at < last and words[at].key in ADVERBS:
        at += 1
    if at + 1 >= last:
        return False
    asked = words[at].key in _ASKED
    at += asked
    verb = verb_at(words, at, last)
    if verb is None and asked:  # "keyworker to breathalyse each visit"
        plain = words[at].key.isalpha() and words[at].text.islower() and at not in starts
        return plain and words[at].key not in _NO_VERB and at + 1 < last
    if verb is None:
        return words[at].key.isalpha() and _is_timed(reading, at, last)
    if verb.form != "base" or "mental" in verb.classes or verb.lemma in _STANDING_BY:
        return False  # "Petra gives it to Nerys", "and Otis will be happier", "Sue to keep an eye"
    if not asked and words[at].key in ambiguous() and not _governs(words, starts, at + verb.length, last):
        return _is_timed(reading, at, last)
    if not words[at].text.islower() or at + verb.length >= last:
        return False
    end = next((n for n in range(at, last) if words[n].key in (",", "+", ";")), last)
    back = not _BACK.isdisjoint(reading.keys[at + verb.length : min(end, at + verb.length + 4)])
    head = verb.lemma.partition(" ")[0]
    theirs = head in _FOR_THEM and words[at + verb.length].key in _THEM
    return not (head in _SERVING or back or theirs)


def _governs(words: Sequence[Word], starts: dict[int, Party], at: int, last: int) -> bool:
    governed = ("the", "a", "his", "her", "him", "them", "their")
    return at < last and (at in starts or words[at].key in governed or words[at].key[0].isdigit())


def _is_timed(reading: Reading, at: int, last: int) -> bool:
    """Whether a few words without a verb have a time of their own: "SW viability within 15 days"."""
    words = reading.words
    if words[at].key in PREPOSITIONS | ADVERBS | DETERMINERS or words[at].key.endswith(("ing", "ed")):
        return False
    end = next((n for n in range(at, last) if words[n].key in _MARKS | {"(", ")"}), last)
    return any(
        time.kind in _SET and at < time.first <= at + _MOST_BEFORE_A_TIME for time in reading.times_in(at + 1, end)
    )
