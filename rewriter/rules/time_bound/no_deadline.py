"""No date or end.

What it flags: a text that gives no date, a date that has gone by, or a start or rhythm that never ends.
Why it matters: without an end nobody can say to the family "that is done", and a child may wait for months while
    everyone believes there is still time.
Example: Dad to take Kayla to the optician.
Rather write: Dad takes Kayla to the optician by [date].
Question to ask: By which day would you like this to be done, and when do we look at it together?
When it is wrong to flag: a bracket such as "by [date]" holds the place of a date; "for 12 weeks", "this term" and
    "by October half term" are ends. "By the next review" is not an end but has its own rule.
Source: 002 Halton, Example 3, "Timely"; 000 spotlight, "Time-bound"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_ask
from rewriter.plan import Due, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity
from rewriter.timing.reader import TimeKind

_FLAGS = (
    "Dad to take Kayla to the optician.",
    "SW to visit fortnightly",
    "Need: sleep | Action: Nan to put up the blackout blind | Who: Nan",
    "Starting on 5 October 2026, Ms Adeyemi walks Tobi to nursery.",
    "Mr Lund to keep his walking frame by the bed until he is better",
    "Carers to weigh Mrs Rai every Monday",
    "HV to show Leanne how to make up feeds",
)
_PASSES = (
    "Dad to take Kayla to the optician by 9 October 2026.",
    "SW to visit fortnightly for 12 weeks",
    "Nan to put up the blackout blind by [date].",
    "Mum reads with Idris 3 nights a week this term",
    "Kofi to ring the college by the next review",
    "Parents to engage with services ongoing",
    "Jo to book the eye test asap",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the rhythm, start or past date that leaves the end open, or else the whole ask."""
    due, time = reading.timescale
    if due not in (Due.NO_END, Due.PAST, Due.NOTHING):
        return
    if time is not None:
        words = reading.text[time.start : time.end]
        if due is Due.PAST:
            yield Flag(
                time.start,
                time.end,
                f"The date \u201c{words}\u201d has already gone by.",
                "Which new date would be fair?",
            )
        elif time.kind is TimeKind.OPEN_UNTIL:
            yield Flag(time.start, time.end, f"\u201c{words}\u201d could be next week or next year: it needs a day.")
        elif time.kind is TimeKind.START:
            yield Flag(
                time.start, time.end, f"\u201c{words}\u201d says when it begins, but not when it ends.", "Until when?"
            )
        else:
            yield Flag(
                time.start,
                time.end,
                f"\u201c{words}\u201d says how often, but not until when.",
                "For how many weeks, or until which day?",
            )
        return
    place = place_of_ask(reading)
    if place is not None:
        yield Flag(*place, "This does not say by when it is to be done.")


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.TIME_BOUND,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
