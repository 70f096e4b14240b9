"""One person's abuse is given to both.

What it flags: abuse by one person spoken of or worked on as the couple's or the household's: "parents to refrain",
    "their volatile relationship", "each other", couples work or mediation as the answer, resistance counted as
    violence of the same kind.
Why it matters: it hides who is hurt and who hurts, asks the person harmed to give way, and can put them in the room
    with the person they fear.
Example: Parents to refrain from domestic incidents in front of the children.
Rather write: [Father] not to use violence, threats or shouting towards [mother]; [mother] to be offered [support] on
    her own.
Question to ask: Who does what to whom, and what will each be offered separately?
When it is wrong to flag: both hurt a child and both are to stop; abuse each way found by separate assessment, each
    owning their own; ordinary disagreement between equals.
Source: 002 Halton, "domestic violence" example (the goal names "who is responsible for the violence and who needs to be
    protected from it")
"""

from collections.abc import Iterator

from rewriter.harm.cast import Cast
from rewriter.harm.harms import cast_of
from rewriter.harm.sharing import mutual_faults
from rewriter.people import Harm
from rewriter.plan import Context, Reading
from rewriter.rules.rule import Flag, Line, Rule, harmed, rule
from rewriter.smart import Severity

_FLAGS = (
    "Parents to refrain from domestic abuse in front of the baby.",
    Line("Mr and Mrs Quill to go to mediation about their rows", harmed("Mr Quill", "Mrs Quill")),
    Line("Anya and Marek to stop fighting", harmed("Anya", "Marek")),
    Line("For the children not to see the couple's arguments", harmed("Anya", "Marek")),
    Line("Mum and Dad not to shout at each other", harmed("Dad", "Mum (hits him)")),
    Line("Couples counselling for Anya and Marek", harmed("Anya", "Marek")),
    Line("The parents' volatile relationship to settle", harmed("Mum", "Dad")),
    Line("Dad, Mum and Ottilie to agree to stop the hitting", harmed("Ottilie (7)", "Mum and Dad")),
)
_PASSES = (
    "Parents not to hit Ottilie or her brother.",
    Line("Marek not to shout at Anya", harmed("Anya", "Marek")),
    Line("Parents to bring Ottilie to school by 8.50 every day", harmed("Mum", "Dad")),
    "Parents to agree a rota for bath time.",
    "Mr and Mrs Quill to go to mediation about the holiday dates",
    Line("Mum and Dad to stop hitting Ottilie", harmed("Ottilie (7)", "Mum and Dad")),
    Line("Anya to meet her advocate and Marek to start his group", harmed("Anya", "Marek")),
    Line(
        "Separate assessments found violence each way; Anya to attend one group and Marek another.",
        Context(harms=(Harm("Anya", "Marek"), Harm("Marek", "Anya"))),
    ),
)


def flags_in(cast: Cast) -> Iterator[Flag]:
    """Flag every place where one person's abuse is made both people's."""
    for fault in mutual_faults(cast):
        start, end = cast.span_of(fault)
        yield Flag(
            start, end, "As far as is known one person harms the other here; this gives it to both to put right."
        )


def check(reading: Reading) -> Iterator[Flag]:
    """Flag one-sided abuse given to both."""
    return flags_in(cast_of(reading))


RULE: Rule = rule(__name__, __doc__, criterion=None, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check)
