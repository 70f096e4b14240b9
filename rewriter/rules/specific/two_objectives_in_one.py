"""Two things to track in one objective.

What it flags: two or more acts, or two people's acts, that can be done or missed apart from one another.
Why it matters: when half of it is done nobody can say "met". The half that went well is not seen, and the half that a
    child still waits for hides behind it.
Example: Mum to register Kit with a dentist and clear the rent arrears.
Rather write: 1. Mum registers Kit with a dentist by [date]. 2. Mum pays [amount] off the arrears each month until
    [date].
Question to ask: If one of these were done and the other not, what would we tick?
When it is wrong to flag: one act with its checks, reports and records; an act and what follows if it is missed; a
    help that goes with it ("Nan drives him"); an aim with the means to it; two steps with the same thing ("writes the
    letter and sends it").
Source: 002 Halton, Example 4 ("separated into two distinct objectives"); 002 Halton, Example 2, "Specific"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_words
from rewriter.evidence.separate import tracks
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Mum to register Kit with a dentist and clear the rent arrears.",
    "- new bed\n- school shoes\n- GP registration",
    "SW to apply for the nursery place and Dad to paint the bedroom",
    "Ana to attend college, take her tablets, tidy her room and cook twice a week",
    "Make sure that the flat is warm and that Kit has his own bed",
    "CAMHS - family sessions. Housing - new boiler. Both by 4 May",
    "Perching stool, bath board and grab rail to be fitted by 4 May",
    "1. Kit walks to school\n2. Mum books the dentist",
)
_PASSES = (
    "Mum registers Kit with a dentist by 4 May and texts Jo the date of the first check.",
    "SW writes the letter, sends it to housing and copies in Mum",
    "Kit swims every Saturday until 4 May; Nan drives him. Coach Ali ticks the card and shows it to Jo on 5 May.",
    "Mum attends the group every Monday for 12 weeks. If she cannot attend she rings Jo that day.",
    "Dad to understand Kit's autism and feel more able to help him",
    "Ana to book the test by 4 May so that she can drive to work and see her brother",
    "Kit to wash and dress by 8am on school days until half term",
    "Goal: a calm bedtime | Action: Nan reads at 7pm for 6 weeks | Who: Nan",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the second and later things that would have to be tracked apart."""
    for first, last in reading.once(tracks)[1:]:
        place = place_of_words(reading, first, last)
        written = reading.text[place.start : place.end].rstrip(" .,;")
        yield Flag(
            place.start, place.start + len(written), f"\u201c{written}\u201d can be done or missed apart from the rest."
        )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
