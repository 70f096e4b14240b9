"""What happens if it cannot be kept.

What it flags: going to something held at fixed times, with no word on what happens when somebody cannot come.
Why it matters: life gets in the way. If it is agreed beforehand who is told and by when, one missed bus does not become
    "did not engage", and a child does not wait at a window without knowing.
Example: Marcus to attend the group on Mondays for 10 weeks.
Rather write: Marcus to attend the group on Mondays for 10 weeks. If he cannot come, he texts [name] by [time] that day.
Question to ask: If you cannot make it one week, who will you tell, and by when?
When it is wrong to flag: the text says what happens; it is about a professional's own visits. This is advice: the
    verdict stays as it is.
Source: 002 Halton, Example 3, "How might this objective be improved?"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_words
from rewriter.evidence.safeguards import attendance, has_contingency, is_professional
from rewriter.plan import Mood, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Marcus to attend the group on Mondays for 10 weeks",
    "Mum to go to all of the baby's clinic appointments until March 2027",
    "Dad will come to 6 contacts at the centre between now and 30 November",
    "Ines to meet her mentor for 5 sessions this term",
    "Parents will attend 4 meetings with Jo within 10 weeks",
    "Mr Shaw to go to the falls class every Tuesday until 8 December",
)
_PASSES = (
    "Marcus to attend the group on Mondays for 10 weeks. If he cannot come, he texts Jo by 5pm",
    "SW to attend the core group on 4 October 2026",
    "Mum to post the form by Friday 9 October 2026",
    "Nan reads with Kit on Mondays for 10 weeks",
    "Dad will come to contact on Sundays to 30 November; the centre rearranges within a week any that falls through",
    "Health visitor to come to the house every fortnight until Easter",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the first going-to that has no way out."""
    for act in reading.asks:
        if act.mood is Mood.ASKED and act.actors and not is_professional(act) and attendance(reading, act):
            if not has_contingency(reading):
                yield Flag(
                    *place_of_words(reading, act.verb, act.last),
                    "It is not said who is told, and by when, if this cannot be kept one time.",
                )
            return


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.ACHIEVABLE,
    severity=Severity.ADVICE,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
