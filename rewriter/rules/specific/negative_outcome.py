"""What is not wanted stands in the place of what is wanted.

What it flags: stop, not, never, no more, avoid, refrain, prevent, cease, "to be free of": the wanted state is only an
    absence.
Why it matters: "stop" leaves a hole where the good thing should be. People find it easier to do something than not to
    do something, and a child can look forward to a thing that happens.
Example: Kit to stop being late for school.
Rather write: Kit is at the school gate by 8.50am on [number] days a week.
Question to ask: What would you like to see happen instead?
When it is wrong to flag: a condition or a count of how it is now; "instead of"; a deadline ("no later than"), a level
    of sobriety that a test shows; what a worker may not do in law. A clear limit can still be right where safety
    needs it: then say also what is to happen.
Source: 003 outcomes, "Outcomes" ("stated in the positive"); 004 LIAP, "S = Specific" (Not "John will stop disrupting
    the class")
"""

from collections.abc import Iterator

from rewriter.evidence.absences import absences
from rewriter.evidence.places import place_of_words
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Kit to stop being late for school.",
    "Dad will not raise his voice at handover",
    "No further missed appointments by 4 May",
    "Mum to avoid falling out with the neighbours",
    "Self-neglect to cease",
    "Children no longer to see adults using drugs",
    "Ana to attend the group in order to prevent relapse",
    "Mr Lowe agrees to refrain from drinking before contact",
    "Make sure the boys are not left on their own",
    "Household to be free from arguments",
)
_PASSES = (
    "Kit is at the gate by 8.50am on 4 days a week until 4 May.",
    "Nan to ring no later than 4 May",
    "If Mum cannot come she rings Jo by 9am",
    "Dad to be alcohol free at all 6 contacts by 4 May",
    "Ana puts her headphones on instead of walking out, 3 times in 5 by 4 May",
    "Mr Lowe has no more than 2 falls a month (4 now) by 4 May",
    "Jo rings Mum twice a week until 4 May: did Kit go in, yes or no",
    "Mum fits the stair gate by 4 May (there is no gate now).",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag each place where the wanted state is only an absence, one for an act."""
    for first, last in reading.once(absences):
        written = reading.written(first, last)
        yield Flag(
            *place_of_words(reading, first, last),
            f"\u201c{written}\u201d says what is not wanted, but not what should happen instead.",
        )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
