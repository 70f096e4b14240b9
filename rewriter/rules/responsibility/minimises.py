"""A word makes the harm smaller than it is, or excuses it.

What it flags: where abuse is known, words such as row, argument, conflict, temper, kicking off, over-chastising,
    banter, "older boyfriend", money "going missing", or strain and provocation given as the cause.
Why it matters: the person reading it later cannot tell that somebody was hurt, and the person who did it hears that it
    was not so bad.
Example: Parents to stop arguing in front of the children (after two assaults).
Rather write: [Father] not to hit, threaten or shout at [mother].
Question to ask: What was actually done, to whom, in words that could be checked?
When it is wrong to flag: no abuse is stated ("argue less about the console"); "incident", "volatile", "aggressive" and
    "messages" by themselves; the word is quoted in order to be put right.
Source: practice judgement, after the Appropriate Language guide (Children's Society and NAPAC, 2024)
"""

from collections.abc import Iterator

from rewriter.harm.cast import Cast
from rewriter.harm.harms import cast_of
from rewriter.harm.sharing import minimising_faults
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Line, Rule, harmed, rule
from rewriter.smart import Severity

_FLAGS = (
    Line("Rory to go for a walk when tensions rise", harmed("Sade", "Rory (broke her nose)")),
    Line("Sade's brother to keep his temper", harmed("Sade", "her brother")),
    Line("No more rows at the flat", harmed("Sade", "Rory")),
    "Mum to avoid over-chastising Bo.",
    Line("Carer to be less heavy handed at bath time", harmed("Mr Low", "a carer")),
    Line("Money going missing to be looked into by the bank", harmed("Mr Low", "his niece")),
    "Tess (13) to stop seeing her older boyfriend, who is 24.",
    Line("Stepdad to get help so that he is not driven to hit Bo", harmed("Bo (6)", "his stepdad")),
)
_PASSES = (
    "Parents to argue less about the console.",
    Line("Rory not to hit or threaten Sade", harmed("Sade", "Rory")),
    Line("Rory's aggressive messages to stop", harmed("Sade", "Rory")),
    Line("No further incidents by Rory", harmed("Sade", "Rory")),
    "Mum to use the star chart and not to hit Bo.",
    Line("His niece to pay back the money she took from Mr Low", harmed("Mr Low", "his niece")),
    "Brothers to sort out their row about the bins by Friday",
    Line("Bo to meet his play therapist on Mondays", harmed("Bo (6)", "his stepdad")),
)


def flags_in(cast: Cast) -> Iterator[Flag]:
    """Flag every word that shrinks or excuses a known harm."""
    for fault in minimising_faults(cast):
        start, end = cast.span_of(fault)
        yield Flag(
            start,
            end,
            f"\u201c{cast.reading.text[start:end]}\u201d makes the harm sound smaller than it is, or excuses it.",
        )


def check(reading: Reading) -> Iterator[Flag]:
    """Flag words that make a known harm smaller."""
    return flags_in(cast_of(reading))


RULE: Rule = rule(__name__, __doc__, criterion=None, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check)
