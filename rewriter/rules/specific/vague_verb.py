"""A verb that nobody could watch being done.

What it flags: improve, ensure, engage, support, address, manage, monitor, promote, consider, look at, sort, work on
    and the like, where no act follows that a stranger could see.
Why it matters: the family cannot tell what to do on Monday morning, and two workers will later disagree on whether it
    was done. A child lives with what people do, not with what they address.
Example: Mum to engage with school.
Rather write: Mum meets Mr Ode at school every other Friday at 3pm until [date].
Question to ask: If I were there watching, what would I see this person do?
When it is wrong to flag: an amount, a rhythm or a plain act follows ("improve her attendance to 4 days", "support him
    to fill in the form", "make sure she is in bed by 8"); the verb only says why; it is a part of a condition.
Source: 004 LIAP, "S = Specific" ("use 'strong' verbs which imply action"); 001 SMART planning, "S - Specific"
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_words
from rewriter.evidence.vagueness import vague_verbs
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Mum to engage with school.",
    "SW to monitor the home conditions",
    "Kit's behaviour to improve by Christmas",
    "Ensure Mrs Lowe's needs come first",
    "Team around the family to support and coordinate",
    "Debts to be addressed ASAP",
    "Dad to work on his relationship with Kit",
    "Need: sleep | Action: sort bedtime | Who: Nan",
    "PA will look at housing options & liaise w/ benefits",
    "Mr Lowe taking more responsibility for his health",
)
_PASSES = (
    "Kit to improve his attendance to 4 days a week by Easter.",
    "Jo (FSW) supports Mum to fill in the DLA form on 4 May.",
    "Mum to make sure Kit is in bed by 8pm on school nights until 4 May",
    "Dad takes Kit swimming every Saturday to improve his confidence",
    "If Mum does not engage, SW to ring her sister by 4 May",
    "Sana develops a weekly menu with Mr Lowe by 4 May",
    "SW to [support offered, to be agreed with Mum] by [date]",
    "Nan manages 3 of the 5 school runs until half term.",
    "Jo writes a supporting letter by 4 May",
    "Dad manages his temper by walking round the block when Kit shouts",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag each vague verb of the ask that no plain act or amount makes good."""
    for first, last in reading.once(vague_verbs):
        written = reading.written(first, last)
        yield Flag(
            *place_of_words(reading, first, last),
            f"\u201c{written}\u201d does not tell anyone what to do or what would be seen.",
        )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
