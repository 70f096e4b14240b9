"""What a clause demands of somebody harmed, as the help that may be offered in its place.

What the clause says it is to prove, and what is threatened where it is not done, is no part of the help. Source: 002
Halton, the paragraph after the domestic violence example.
"""

import re
from typing import NamedTuple

from rewriter.drafting.clauses_of_harm import Clause
from rewriter.drafting.doers import thing_of
from rewriter.drafting.saying import said
from rewriter.harm.cast import Cast
from rewriter.plan import Due
from rewriter.reading import read

__all__ = ["Help", "help_demanded", "where_it_presses"]

_PROVING = frozenset("show prove demonstrate evidence proof".split())
_OR_ELSE = frozenset("or otherwise else".split())
_BEFORE_PROOF = frozenset("to and & + as so".split())
_LAST_WORDS = re.compile(r" (?:by|before|within) (?:the )?\w+(?: \w+){0,2}$")


class Help(NamedTuple):
    """The words for the help ("help to attend X"), when it is to be, and whether they tell a time of their own."""

    what: str
    when: str
    timed: bool


def help_demanded(cast: Cast, clause: Clause, end: int) -> Help:
    """Give the help that a clause demands up to a word index; of a line without an ask, its own words."""
    reading = cast.reading
    begin = reading.words[clause.duty.verb].start if clause.duty is not None else clause.start
    last = reading.words[where_it_presses(cast, clause, end) - 1].end
    part = read(reading.text[clause.start : last], reading.context)
    due, time = part.timescale
    when = part.text[time.start : time.end] if time is not None and due in (Due.DATED, Due.UNDATED_EVENT) else ""
    if clause.duty is None:
        words = said(part, 0, len(part.text))
    elif clause.duty.act.passive:
        words = thing_of(reading, clause.duty.act)  # "Freedom Programme must be completed"
    else:
        words = said(reading, begin, last)
    ending = _LAST_WORDS.search(words)
    if not when and not part.times and ending is not None:
        when = ending.group().strip()  # "by end of month"
    words = words.removesuffix(when).strip() if when else words
    dated = when if not when or due is Due.DATED else f"{when} ([date])"
    asked = clause.duty is not None and not clause.duty.act.passive
    what = f"help to {words}" if asked else words
    return Help(what, dated, bool(part.times) and not dated)


def where_it_presses(cast: Cast, clause: Clause, end: int) -> int:
    """Give the word index at which a clause goes on to what is to be proved or is threatened; `end` if it does not."""
    keys = cast.reading.keys
    begin = clause.duty.verb if clause.duty is not None else clause.first
    for n in range(begin + 1, end):
        if keys[n] in _OR_ELSE and (clause.rules or cast.marks.first("sanction", n, end) is not None):
            return n
        if keys[n] in _PROVING and keys[n - 1] in _BEFORE_PROOF:
            return n - 1
    return end
