"""How many misses still count as kept.

What it flags: something to be done again and again, with a number or a rhythm but no word on how many misses are
    allowed.
Why it matters: nobody keeps anything every single time. If one missed evening already counts as failure, people stop
    telling the truth about it, or give up.
Example: Dad to attend 12 sessions by 4 December.
Rather write: Dad to attend at least [number] of the 12 sessions by 4 December.
Question to ask: If one is missed, is the target missed? Two? Three?
When it is wrong to flag: "at least", "4 out of 6" or "no more than" says it; it says what happens when one is missed;
    only a professional's own task is counted. This is advice: the verdict stays as it is.
Source: 002 Halton, Example 3, "Measurable"
"""

from collections.abc import Iterator

from rewriter.evidence.levels import RECORDING
from rewriter.evidence.places import place_of_words
from rewriter.evidence.safeguards import has_contingency, has_tolerance, is_professional, repeated
from rewriter.plan import Mood, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Dad to attend 12 sessions by 4 December 2026",
    "Liv to go to all appointments until the review on 3 March 2027",
    "Nan brushes Kit's teeth with him every night until half term",
    "YP to attend 3 groups a week this term",
    "Mr Obi to take his tablets daily to 30 November",
    "Ria will come to each session of the course, 7 Sept to 19 Oct",
)
_PASSES = (
    "Dad to attend at least 10 of the 12 sessions by 4 December 2026",
    "Dad to attend 12 sessions by 4 December 2026. If he cannot come he rings Jo that day",
    "SW to visit every week until 4 December",
    "Mum to send the form by Friday 9 October 2026",
    "Nan brushes Kit's teeth with him on 5 nights out of 7 until half term",
    "Mr Obi to see the GP on 4 October 2026",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the first number or rhythm without a word on misses."""
    if has_tolerance(reading) or has_contingency(reading):
        return
    for act in reading.asks:
        if (
            act.mood is not Mood.ASKED
            or act.negated
            or not act.actors
            or is_professional(act)
            or act.lemma in RECORDING
        ):
            continue
        found = repeated(reading, act)
        if found is not None:
            place = place_of_words(reading, *found)
            words = reading.text[place.start : place.end]
            yield Flag(*place, f"\u201c{words}\u201d leaves open whether one miss already means it has failed.")
            return


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.MEASURABLE,
    severity=Severity.ADVICE,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
