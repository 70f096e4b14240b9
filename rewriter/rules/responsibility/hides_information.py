"""The text makes it pay to keep the harm from agencies.

What it flags: success counted as fewer reports, call-outs, disclosures or mentions; a report or a further incident,
    whoever caused it, that brings the next legal step; asking anybody to keep it in the family or not to ring for help.
Why it matters: each call is somebody getting help. A plan that counts calls down, or punishes them, is met by silence
    while the harm goes on.
Example: Police call-outs to the address to come down from 6 to 0 by September.
Rather write: [Father] not to go to the address: breaches, counted from [mother]'s calls, from 6 to 0 by [date]; every
    call is welcome.
Question to ask: What of the conduct of the person causing the harm can be counted instead?
When it is wrong to flag: zero incidents as such; a legal line that attaches to the conduct of the person causing the
    harm; "not mentioned" as one check among several on that conduct.
Source: 002 Halton, "domestic violence" example ("avoid developing a plan that essentially requires mothers ... to hide
    information from agencies")
"""

from collections.abc import Iterator

from rewriter.harm.cast import Cast
from rewriter.harm.harms import cast_of
from rewriter.harm.silence import silence_faults
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Line, Rule, harmed, rule
from rewriter.smart import Severity

_FLAGS = (
    Line("Fewer calls to the police from the house by June", harmed("Ivy", "Ned")),
    Line("Safeguarding alerts about the unit to fall to nil", harmed("residents", "a night carer")),
    Line("Any further disclosure will lead to a strategy meeting.", harmed("Kit (8)", "his stepmother")),
    Line(
        "If another incident is reported the social worker will convene a legal planning meeting.", harmed("Ivy", "Ned")
    ),
    Line("Ivy not to discuss what happened with school", harmed("Ivy", "Ned")),
    Line("Kit to talk to his aunt before going to the police", harmed("Kit (8)", "his stepmother")),
    Line("The violence is to be dealt with within the family.", harmed("Ivy", "Ned")),
    "Success: domestic abuse is not mentioned at school for a term.",
    Line("Ivy to withdraw her statement by Friday", harmed("Ivy", "Ned")),
)
_PASSES = (
    Line(
        "Ned's visits to the house to come down to none, counted from Ivy's calls, which are welcome",
        harmed("Ivy", "Ned"),
    ),
    Line("If Ned breaks the order the social worker will convene a legal planning meeting.", harmed("Ivy", "Ned")),
    Line("Ivy to report any threat within 24 hours", harmed("Ivy", "Ned")),
    Line("School to ring the social worker the same day if Kit says anything", harmed("Kit (8)", "his stepmother")),
    Line("No further incidents of violence by Ned", harmed("Ivy", "Ned")),
    "Fewer calls home from school about forgotten kit",
    "Reports from the speech therapist to be shared by June",
    Line("Ivy need not talk to the police unless she wants to", harmed("Ivy", "Ned")),
)
_MESSAGES = {
    "count": "Success here is less telling, so the plan can be met by silence while the harm goes on.",
    "trigger": "Here a report itself, whoever caused the harm, brings the next step: a reason not to tell.",
    "quiet": "This keeps the harm from those who could help.",
}


def flags_in(cast: Cast) -> Iterator[Flag]:
    """Flag every place that counts, punishes or discourages telling."""
    for fault in silence_faults(cast):
        start, end = cast.span_of(fault)
        yield Flag(start, end, _MESSAGES[fault.kind])


def check(reading: Reading) -> Iterator[Flag]:
    """Flag where it would pay to keep the harm from agencies."""
    return flags_in(cast_of(reading))


RULE: Rule = rule(__name__, __doc__, criterion=None, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check)
