"""A harm is to end and nobody is responsible for ending it.

What it flags: abuse named in a goal or objective where no one is named as causing it and no one is given the job of
    stopping it ("no further domestic violence", "violence in the home").
Why it matters: a harm without an owner becomes everybody's worry and nobody's task. In practice it then falls on the
    person who is harmed.
Example: There are to be no further instances of domestic violence in the home.
Rather write: For [mother] and [child] to be safe from [father]'s violence, with an objective for [father].
Question to ask: Who causes this harm, and what will they or a named worker do so that it ends?
When it is wrong to flag: the person causing the harm is named, even without a task; an agency is told to stop it; the
    text speaks only of call-outs, concerns or missing reports; the person harmed is offered help or a way to report.
Source: 002 Halton, "domestic violence" example ("it does not specify who is responsible for this")
"""

from collections.abc import Iterator

from rewriter.harm.burdens import burdens, ownerless
from rewriter.harm.cast import Cast
from rewriter.harm.harms import cast_of
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Line, Rule, harmed, rule
from rewriter.smart import Severity

_FLAGS = (
    "No more domestic abuse in this house by the time school starts.",
    "For the children to live free from violence.",
    "Coercive control to have ended by the next review.",
    "Goal: Petra will not be hit again.",
    "The criminal exploitation of Sol (15) to stop by 1 June",
    Line("No further incidents at the flat until 3 May", harmed("Ngozi", "Tunde")),
    "Financial abuse of Mr Penn to be looked at",
    "Forced marriage of Aisha (17) to be prevented.",
)
_PASSES = (
    "No more domestic abuse by Tariq in this house.",
    "For the children to live free from their stepmother's violence.",
    "Police to disrupt the criminal exploitation of Sol (15) by 1 June",
    "Dad will not hit Petra again.",
    "Mum to report any violence to the police within 24 hours.",
    "Police call-outs to the flat to come down from six to none.",
    "Children to argue less over the games console.",
    Line("Tunde to stay away from the flat until 3 May", harmed("Ngozi", "Tunde")),
)


def flags_in(cast: Cast) -> Iterator[Flag]:
    """Flag the words that name a harm without an owner, in a text that puts nothing on the person harmed."""
    for fault in ownerless(cast):
        start, end = cast.span_of(fault)
        named = cast.reading.text[start:end]
        yield Flag(start, end, f"\u201c{named}\u201d is to end, but nobody is named as causing it or asked to end it.")


def check(reading: Reading) -> Iterator[Flag]:
    """Flag a harm that is to end with nobody responsible."""
    cast = cast_of(reading)
    return iter(()) if burdens(cast) else flags_in(cast)


RULE: Rule = rule(__name__, __doc__, criterion=None, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check)
