"""Out of the named person's hands.

What it flags: a result that the person named cannot bring about: what a court or the Home Office decides, what another
    adult believes or agrees to, a tenancy that is the council's to give, or harm that only the one who does it can
    stop.
Why it matters: someone is then held to account for what another does; where there is abuse, the person harmed is made
    to answer for it.
Example: Amina to get the council to agree to a move by 1 May 2027.
Rather write: Amina and Jo (housing support) send the transfer form with the GP's letter by [date].
Question to ask: Which part of this can you do yourself, and who decides the rest?
When it is wrong to flag: the ask is to apply, attend, ask, report or send, which the person can do whatever the answer;
    getting a child in one's own care to school or to bed.
Source: 000 spotlight, "Achievable"; 002 Halton, "domestic violence" example
"""

from collections.abc import Iterator

from rewriter.evidence.control import beyond_control
from rewriter.evidence.places import place_of_words
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Line, Rule, harmed, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Amina to get the council to agree to a move by 1 May 2027",
    "Solicitor to make sure the judge grants the order on 3 March 2027",
    "Ben to persuade his mum to stop drinking",
    "Advocate to get Mr Shah his leave to remain by Easter",
    "Key worker to secure the family a 4 bed house by 30 November",
    Line("Tess to make sure Ryan does not come to the flat", harmed("Tess", "Ryan", "he has hit her twice")),
    Line("Mr Cole to avoid upsetting his son so he does not lash out", harmed("Mr Cole", "his son")),
)
_PASSES = (
    "Amina sends the transfer form to the council by 9 October 2026",
    "Solicitor to file the statement by 3 March 2027",
    "Mum to get Joe to school by 8.50 on 4 days in 5",
    "Grandad makes sure both girls brush their teeth every night",
    Line("Tess rings 999 if Ryan comes to the flat", harmed("Tess", "Ryan")),
    Line("Ryan not to go to the flat while his bail lasts", harmed("Tess", "Ryan")),
    "PA to help Kai apply for a flat by 30 November",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag the result that lies with somebody else."""
    found = reading.once(beyond_control)
    if found is None:
        return
    place = place_of_words(reading, *found)
    yield Flag(*place, "The person named cannot make this happen; it depends on what somebody else does.")


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.ACHIEVABLE,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
