"""Nothing to count or see.

What it flags: an ask with no number, no rhythm and no sign by which anyone could tell whether it has happened.
Why it matters: without one, a parent who has worked hard has nothing to show for it, and a child for whom nothing has
    changed can be reported as "making progress".
Example: Nan to be firmer about screens.
Rather write: Nan puts the tablet in the drawer by [time] on [number] school nights a week.
Question to ask: If this were going well, what would we see or hear, and how often?
When it is wrong to flag: an act done once is measure enough (book, send, take to the dentist); so is a scale, a
    chart or the child's own words; a bracket such as "[number] sessions" holds the number's place.
Source: 002 Halton, "Measurable" and Example 3; 000 spotlight, "Measurable"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_ask
from rewriter.plan import Counted, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Nan to be firmer about screens",
    "Mum to engage with the nursery by 4 December 2026",
    "Mr Osei to eat well",
    "Need: isolation | Action: to access the community | Who: support worker",
    "Stepdad to understand what the girls have been through",
    "YP to attend groups",
    "Improve communication between home and school",
)
_PASSES = (
    "Parents to have both children in bed by 8pm on 4 school nights a week until 18 December",
    "Mum to book the eye test by 9 October 2026",
    "YP to attend [number] groups by [date]",
    "Mr Osei eats a cooked lunch 5 days a week until 30 November",
    "Ali to say his mood is at least a 6 out of 10 by half term",
    "SW to send Gran the letter within 3 working days",
    "Attendance to reach 85% by the end of term",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the whole ask: what is missing has no place of its own."""
    if reading.measure.counted is not Counted.NOT:
        return
    place = place_of_ask(reading)
    if place is not None:
        yield Flag(*place, "Nothing here can be counted or seen, so nobody could tell when it has been done.")


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.MEASURABLE,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
