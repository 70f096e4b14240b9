"""A level with no starting point.

What it flags: a level to be reached (a percentage, every day, 6 out of 6, no drink at all) where neither the text nor
    what is told beside it says how things are now.
Why it matters: 95% may be one step away or a mountain. Without knowing where a family starts, the plan may set them up
    to fail, or count as progress what was always there.
Example: Kayla to be at school every day this term.
Rather write: Kayla to be at school [number] days a week this term (now: [number] days).
Question to ask: How often does it happen now, in an ordinary week?
When it is wrong to flag: the starting point is given ("now 3 in 5"); or the one who acts simply decides how often
    ("visits weekly", "rings each Friday", "a group on Mondays, 12 sessions").
Source: 001 SMART planning, "M - Measurable"; 002 Halton, "Attainable"
"""

from collections.abc import Iterator

from rewriter.evidence.excess import excess_in
from rewriter.evidence.places import place_of_words
from rewriter.plan import Context, Counted, Reading
from rewriter.rules.rule import Flag, Line, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Kayla to be at school every day this term",
    "Attendance 97% by end of spring term, Dad responsible",
    "Ms Bell to be alcohol free by 1 December 2026",
    "Nan gets both boys to bed by 7.30pm on school nights until half term",
    "Tariq gives four clear swabs in a row by 30 October 2026",
    "Uncle Joe: kids washed + dressed every morning, to 18 Dec",
    "Mr Abara to take his tablets 7 days out of 7 by 6 November",
)
_PASSES = (
    "Kayla to be at school every day this term (now: 4 days in 5)",
    "Attendance from 88% to 97% by end of spring term, Dad responsible",
    Line("Ms Bell to be alcohol free by 1 December 2026", Context(baseline="No drink since 2 September")),
    "SW to visit weekly until 18 December 2026",
    "Mum to engage with school",
    "Kofi rings his brother every Friday until 4 December",
    "Tariq goes to the group on Mondays, 12 sessions, 14 Sept to 30 Nov 2026",
    "Kayla to be at school [number] days a week this term (now: [number] days)",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the words that set the level."""
    level = reading.measure.level
    if level is None or reading.measure.baseline or reading.measure.counted is not Counted.FULLY:
        return
    if reading.once(excess_in) is not None:
        return  # it is too much whatever the starting point
    place = place_of_words(reading, *level)
    words = reading.text[place.start : place.end]
    yield Flag(*place, f"\u201c{words}\u201d sets a level, but it is not said how things are now.")


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.MEASURABLE,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
