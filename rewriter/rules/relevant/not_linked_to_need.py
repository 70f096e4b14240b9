"""Not linked to the need.

What it flags: an ask that does nothing about the need that is stated for this child or adult.
Why it matters: time is short for a family. An hour spent on what does not touch the worry is an hour in which the worry
    goes on, and everybody may feel that something is being done.
Example: (need: Ade has fallen four times on the stairs) Daughter to make a photo album with Ade by 30 November.
Rather write: Occupational therapist Lin fits a second stair rail for Ade by [date].
Question to ask: How would this change what we are worried about?
When it is wrong to flag: no need is stated (then it cannot be told); the ask meets a part of the need, or what leads to
    it; the link is one that the plan states elsewhere.
Source: 002 Halton, "Relevant"; 003 outcomes, "Miscellaneous"
"""

from collections.abc import Iterator

from rewriter.evidence.needs import relevance_of
from rewriter.evidence.places import place_of_ask
from rewriter.plan import Context, Reading
from rewriter.rules.rule import Flag, Line, Rule, rule
from rewriter.smart import Criterion, Severity, Verdict


def _line(text: str, need: str) -> Line:
    return Line(text, Context(need=need))


_FALLS = "Ade (84) has fallen four times on the stairs since June and broke his hip"
_HUNGRY = "Bo (5) comes to school hungry and asks other children for food"
_HITS = "Mick hits Carla in front of Dani (6); police called twice in July"
_FLAGS = (
    _line("Daughter to make a photo album with Ade by 30 November 2026", _FALLS),
    _line("Care coordinator to update the next of kin for Ade on the system by Friday 9 October 2026", _FALLS),
    _line("Mum to open a savings account for Bo and put in \u00a35 a week to 4 December", _HUNGRY),
    _line("Dad to come to the school computing workshop on 12 October 2026", _HUNGRY),
    _line("Carla gets Dani to school by 8.50 on 4 days in 5 until half term", _HITS),
    _line("Mum to join the library", "Rae (2) has burns from a hot iron left within reach"),
    _line("Mr Diaz to do a first aid course", "Mr Diaz owes \u00a31,900 rent and has had notice of eviction"),
)
_PASSES = (
    _line("Occupational therapist Lin to fit a second stair rail by 9 October 2026", _FALLS),
    _line("Ade does his balance exercises with Sam on Tuesdays and Fridays to 4 December", _FALLS),
    _line("Mum gives Bo breakfast on 4 school days in 5 until half term", _HUNGRY),
    _line("Mick goes to the group for men who have hurt their partners, 12 Mondays from 14 September 2026", _HITS),
    _line("Mum to fit a stair gate by Friday 9 October 2026", "Rae (1) fell down the stairs twice"),
    _line(
        "Mr Diaz pays \u00a320 a week off his rent until 1 March 2027",
        "Mr Diaz owes \u00a31,900 rent and has had notice of eviction",
    ),
    "Daughter to make a photo album with Ade by 30 November 2026",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the whole ask where a need is stated and nothing in the ask speaks to it."""
    if not reading.context.need or reading.once(relevance_of) is not Verdict.NOT_MET:
        return
    place = place_of_ask(reading)
    if place is not None:
        yield Flag(*place, "This does not touch the need that is stated.")


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.RELEVANT, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
