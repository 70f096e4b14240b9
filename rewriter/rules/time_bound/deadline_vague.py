"""A time without a date.

What it flags: a point in time that is named but not dated: the next review, this year, by September, sometime in the
    autumn, or a weekday when the date of writing is not known.
Why it matters: meetings move. When the review slips by six weeks, so does everything that was promised for it, and
    the child waits.
Example: Ravi to have his hearing tested by the next core group.
Rather write: Dad takes Ravi to have his hearing tested by [date of the next core group].
Question to ask: What is the date of that?
When it is wrong to flag: the event has its date beside it ("by the review on 20 November"); "by the end of September",
    "this term" and "by Christmas" can be looked up by anyone.
Source: 002 Halton, Example 1, "Timely"; 004 LIAP, "Time bound"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_ask
from rewriter.plan import Due, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Ravi to have his hearing tested by the next core group.",
    "Leah to start swimming this year",
    "By Sept Mr Hale will have a bank account",
    "Lunch club | Mrs Osei to try it once | by next LAC review",
    "Ring the surgery by Friday",
    "Sometime in the spring Uncle Des will take him fishing",
    "Mum to get the forms in before the baby comes",
)
_PASSES = (
    "Ravi to have his hearing tested by the core group on 12 October 2026.",
    "Leah to start swimming this term",
    "By the end of September Mr Hale will have a bank account",
    "Mrs Osei to try the lunch club once within 3 weeks",
    "Ring the surgery asap",
    "Uncle Des to take him fishing",
    "Mum gets the forms in by [date of the scan]",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the undated event."""
    due, time = reading.timescale
    if due is not Due.UNDATED_EVENT:
        return
    if time is None:
        place = place_of_ask(reading)
        if place is not None:
            yield Flag(*place, "The time this depends on has no date.")
        return
    words = reading.text[time.start : time.end]
    yield Flag(time.start, time.end, f"\u201c{words}\u201d is not a date, and it may move.")


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.TIME_BOUND,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
