"""A review in place of a measure.

What it flags: a review, core group, panel or conference named as the way anyone will know, with nothing said that it
    will count or look for.
Why it matters: people come to the meeting with different impressions, and whoever speaks most surely decides whether
    the family has done well.
Example: Dev's behaviour to improve. How measured: CIN review.
Rather write: Dev to leave class no more than [number] times a week (now: [number]); Ms Hill keeps the tally and brings
    it to the CIN review on [date].
Question to ask: When we sit down at that meeting, what will we look at to see how it has gone?
When it is wrong to flag: the review is only when the count is looked at ("reviewed on 3 December" beside "4 days a
    week"); "written review of the sleep diary" names what is counted.
Source: 004 LIAP, "How will we measure progress?"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_words
from rewriter.evidence.reviews import review_as_method
from rewriter.plan import Counted, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Dev's behaviour to improve. How measured: CIN review.",
    "Home conditions | Mum to keep on top of things | Measure: core group | ongoing",
    "Isla's confidence to grow, monitored through LAC reviews",
    "Mr Tan to manage his anger. Evidence = feedback at next conference",
    "Progress with speech to be looked at in review on 3 March 2027",
    "YP to engage in work around consent; progress reviewed at core group",
    "Success: good report at panel. Lewis to make better choices",
)
_PASSES = (
    "Dev to leave class no more than twice a week until 4 December, reviewed at the CIN review on 7 December 2026",
    "Dad to attend 6 contacts by 30 November; Jo brings the register to the core group",
    "SW to chair the review on 4 May 2027",
    "Mum to book the health review by Friday 9 October 2026",
    "Measure: sticker chart, at least 4 stickers a week, seen at the review on 12 November",
    "Isla to put her hand up once a day; Miss Roe ticks a card until half term",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the words that offer the review as the measure."""
    method = reading.lasting(review_as_method)
    if method is None:
        return
    counted = reading.measure.counted
    if counted is Counted.NOT or (method.labelled and (method.alone or counted is not Counted.FULLY)):
        place = place_of_words(reading, method.first, method.last)
        words = reading.text[place.start : place.end]
        yield Flag(
            *place, f"\u201c{words}\u201d says when it will be talked about, not what would show that it has worked."
        )


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.MEASURABLE,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
