"""Time words that set no date.

What it flags: ongoing, ASAP, regularly, going forward, as and when, in a timely manner and their like, where no date
    stands beside them.
Why it matters: "ASAP" means tomorrow to one person and next month to another, and a parent cannot show that she has
    kept to "ongoing".
Example: School to send work home ASAP.
Rather write: Mrs Boyle (Year 4) sends work home by [date], and then every [day] until [date].
Question to ask: If we wrote a day here instead, which day would it be?
When it is wrong to flag: a date or length elsewhere in the text answers the question ("regularly, at least twice a
    week, until 4 December"); "as soon as she is home, and within 24 hours" has its limit beside it.
Source: 001 SMART planning, "T - Timely"; 000 spotlight, "Time-bound"; 004 LIAP, "Time bound"
"""

from collections.abc import Iterator

from rewriter.plan import Due, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "School to send work home ASAP.",
    "Mum to attend baby clinic regularly",
    "Who: family worker | What: budgeting sheet with Troy | When: ongoing",
    "Mr Iqbal will take more care with his money going forward",
    "PA to help Shay with forms as and when",
    "Housing officer to reply in a timely manner",
    "Health visitor to weigh Ada weekly - ongoing",
)
_PASSES = (
    "School nurse to send the eczema plan to Mum by 2 October 2026.",
    "Mum to go to baby clinic regularly, at least once a fortnight, until 11 December",
    "Dad to ring 101 as soon as she is missing and within the hour, up to the review on 3 March 2027",
    "Mr Iqbal hands his receipts to Sue every Friday for 8 weeks",
    "Family worker and Troy fill in the budgeting sheet together",
    "Who: SW | What: home visit | When: [date]",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the words that stand where a date should."""
    due, time = reading.timescale
    if time is None or due not in (Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT):
        return
    words = reading.text[time.start : time.end]
    if due is Due.OPEN_ENDED_HABIT:
        yield Flag(
            time.start,
            time.end,
            f"It says how often, but \u201c{words}\u201d gives it no end.",
            "Until which day shall we try this?",
        )
    else:
        yield Flag(
            time.start,
            time.end,
            f"\u201c{words}\u201d means something different to everyone who reads it; a date would not.",
        )


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.TIME_BOUND,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
