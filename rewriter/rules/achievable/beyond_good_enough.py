"""More than good enough care.

What it flags: a standard that no ordinary parent or carer is held to: a spotless house, everything ironed, organic
    meals
    from scratch, hours of teaching every day, never once being cross.
Why it matters: a parent who falls short of perfection learns that she has failed again, while the child needed only
    ordinary, steady care.
Example: Sara to keep the house spotless and cook organic food.
Rather write: Sara to keep the kitchen floor clear of [what is unsafe now] so that Bo can crawl, checked on [date].
Question to ask: What would we expect of any other parent of a child this age?
When it is wrong to flag: the child's health calls for it (a sterile wound dressing, a diet the clinic has set); the
    text says that perfection is not needed.
Source: 003 outcomes, "Achievable and Realistic"
"""

from collections.abc import Iterator

from rewriter.evidence.excess import excess_in
from rewriter.evidence.places import place_of_words
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Sara to keep the house spotless and cook organic food",
    "Foster carers: 2 hrs of maths tutoring every evening, Oct to Dec",
    "Dad never to be cross or raise his voice in front of the boys",
    "Nan to mop every floor twice a day until 6 November",
    "Mr Reid to have the flat immaculate for each visit",
    "Mum to sit up awake all night by the cot until he sleeps through",
    "Carers to play 1:1 floor games with each child for three hours every day",
)
_PASSES = (
    "Sara to clear the bags from the kitchen floor by 9 October 2026",
    "Foster carers to read with Amy for 15 minutes 4 evenings a week",
    "Dad not to shout at contact, 6 contacts to 30 November",
    "Nan to change the bed on Saturdays until 6 November",
    "The flat does not have to be spotless: exits clear by Friday 18 September 2026",
    "Amy to be in school for 5 hours every day from 4 January 2027",
    "Mr Reid has a hot dinner every day until 2 November",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the words that go too far."""
    excess = reading.once(excess_in)
    if excess is None:
        return
    place = place_of_words(reading, *excess)
    words = reading.text[place.start : place.end]
    yield Flag(*place, f"\u201c{words}\u201d asks for more than the good enough care expected of any parent or carer.")


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.ACHIEVABLE,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
