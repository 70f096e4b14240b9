"""A service stands where the need should be.

What it flags: a referral, assessment, package, therapy or piece of "work" given as the thing to achieve, with nothing
    on what it is to change for this child or adult.
Why it matters: a referral can be made, and even a place found, while nothing gets better. If nobody wrote down what
    it was for, nobody can tell whether it helped.
Example: Referral to CAMHS.
Rather write: Need: Ana cuts her arms when she is upset. SW asks CAMHS by [date] for help so that Ana has other ways
    to calm down.
Question to ask: What is this service meant to change, and how will we see that it has?
When it is wrong to flag: a person goes to a named group or appointment; the purpose is stated ("so that ..."); the
    referral has already been made; the text says what will be different.
Source: 003 outcomes, "Specific" ("Do not describe needs in 'service terms'")
"""

from collections.abc import Iterator

from rewriter.evidence.places import place_of_words
from rewriter.evidence.services import services_as_aims
from rewriter.plan import Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Referral to CAMHS.",
    "Kit to be referred to speech therapy by 4 May",
    "GP to refer Ana for counselling",
    "Parenting assessment",
    "SW to complete a carer's assessment",
    "- FGC\n- young carers referral",
    "Mr Lowe to receive a package of care",
    "Protective behaviours work with Kit",
    "Bereavement counselling for Ana - school nurse",
    "Action: OT assessment | Who: Jo | When: 4 weeks",
)
_PASSES = (
    "Ana goes to the Hope group every Monday until 4 May.",
    "SW refers Kit to the stammer clinic by 4 May so that he can read aloud in class.",
    "Dad to take Kit to the optician on 4 May",
    "Referral to young carers made on 4 May. Jo rings them every Friday until they reply.",
    "Jo makes an assessment every 8 weeks of whether the plan is working.",
    "Mum brings Kit to all 6 therapy sessions by 4 May",
    "Homework: Kit does his work at the kitchen table from 5pm, Mon-Fri this term",
    "[service, to be agreed with Ana] rings Ana by [date]",
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag each service or process that stands where the need should be."""
    for first, last in reading.once(services_as_aims):
        yield Flag(
            *place_of_words(reading, first, last),
            f"\u201c{reading.written(first, last)}\u201d names a service or a process, but not what it should change.",
        )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
