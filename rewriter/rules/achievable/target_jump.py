"""A leap from where things are now.

What it flags: a target far from the stated starting point, with no steps between: from 25% to 100%, from daily
    drinking to none at once, from one visit in six to six in six, from no savings to more than can be spared.
Why it matters: a target nobody could reach teaches a family that trying is useless, and a failed target may then be
    held against them. Stopping heavy daily drinking all at once can also be dangerous.
Example: Sol's attendance to go from 30% to 100% by half term.
Rather write: Sol's attendance to go from 30% to [first step]% by half term; the next step is agreed on [date].
Question to ask: What would be a first step that would already be better than now?
When it is wrong to flag: no starting point is known (then the level lacks a baseline); steps are given; the step is
    one that many make (35% to 60%, 80% to 100%); abuse, which is to stop at once.
Source: 002 Halton, "Attainable"; 001 SMART planning, "R - Realistic"; 004 LIAP, "A = Achievable"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_words
from rewriter.evidence.targets import jump_of
from rewriter.plan import Context, Reading
from rewriter.rules.rule import Flag, Line, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Sol's attendance to go from 30% to 100% by half term",
    Line("Ms Bell to be alcohol free by Monday", Context(baseline="A bottle of vodka a day")),
    Line("Dad to come to 8 out of 8 contacts by 18 December 2026", Context(baseline="Came to 2 of the last 8")),
    Line("Jem in school every day from 5 October to 23 October", Context(baseline="1 day in 5 since Easter")),
    "Rae cuts down from 30 cigarettes a day to none by Friday 11 September 2026",
    Line("No further self harm by 1 November 2026", Context(baseline="Cuts most days")),
    Line("Mr Poole to wash every day until Christmas", Context(baseline="Last washed about a month ago")),
)
_PASSES = (
    "Sol's attendance to go from 35% to 60% by half term",
    "Attendance to rise from 80% to 100% by the end of term",
    "Jem in school every day this term",
    Line("Jem in school 3 days in 5 from 5 October to 23 October", Context(baseline="1 day in 5 since Easter")),
    Line("Dad to come to 5 of 8 contacts by 18 December 2026", Context(baseline="Came to 2 of the last 8")),
    "Now 6 cans a day. From 14 Sept 5 a day, from 28 Sept 4, by 16 Oct 3.",
    Line("SW to visit every Tuesday until 1 December", Context(baseline="No visits since June")),
    Line("Mum reads with Ty 3 nights a week to 4 Dec", Context(baseline="Once a week")),
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the words of the target."""
    jump = reading.once(jump_of)
    if jump is None:
        return
    place = place_of_words(reading, jump.first, jump.last)
    words = reading.text[place.start : place.end]
    known = f" (now: {jump.baseline.strip(' .;,()')})" if 0 < len(jump.baseline) <= 80 else ""
    yield Flag(*place, f"\u201c{words}\u201d is a long way from where things are{known}, and no steps are set between.")


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.ACHIEVABLE,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
