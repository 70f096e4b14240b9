"""The person harmed is made to answer for the harm.

What it flags: words that ask or tell a person who is harmed to stop, prevent or police the abuse, to change so that
    it stops, to prove that they protect, or to be watched for it; that blame them in a reason; that share the abuse
    between both; or a plan in which every task is theirs.
Why it matters: the person harmed cannot control what another person does. A plan that asks it of them fails when the
    other person chooses, teaches them to hide the next time, and leaves whoever causes the harm with nothing to do.
Example: Mother to ensure there are no further instances of domestic violence in the home.
Rather write: Goal: for [mother] to be safe from [father]'s violence. [Father] to attend [programme] every week until
    [date] and to tell [named worker] the same day if he misses one. [Mother] may ring 999 or [named worker] any time.
Question to ask: What will the person causing the harm do, and who will check that it is done?
When it is wrong to flag: reporting, 999, logs, support, safety planning, court orders, alarms and locks offered to
    the person harmed, even bare; any duty on the person causing the harm, on professionals, or on a carer who is not
    harmed.
Source: 002 Halton, "domestic violence" example ("would seem to assign the responsibility for this to the wrong person")
"""

from collections.abc import Iterator

from rewriter.harm.burdens import burdens
from rewriter.harm.cast import Cast
from rewriter.harm.harms import cast_of
from rewriter.people import Harm
from rewriter.plan import Context, PlanKind, Reading
from rewriter.rules.rule import Flag, Line, Rule, harmed, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Mother to ensure there is no more domestic abuse in the house before the baby comes.",
    Line("Owen to make sure that nobody gets hurt at weekends", harmed("Owen", "his wife Carys")),
    "Dad must not let his ex-partner into the flat while her bail conditions last.",
    Line("Farah to keep Imran calm when he has been drinking", harmed("Farah", "Imran")),
    Line("Mr Doyle to be firmer with his grandson so that he stops taking money", harmed("Mr Doyle", "his grandson")),
    Line("Leila (15) to stop going missing with immediate effect.", harmed("Leila (15)", "a gang")),
    Line("Support from the refuge will end unless Mina leaves Darius by Friday.", harmed("Mina", "Darius")),
    Line("Worker to talk to Jo about putting herself at risk.", harmed("Jo", "unknown men")),
    Line("Bea to demonstrate that she can protect the twins from Lou.", harmed("Bea and the twins", "Lou")),
    Line("Both parents to work on their conflict.", harmed("Dad", "Mum (stabbed him in May)")),
    Line(
        "- Gita to keep a log\n- Gita to go to her GP\n- Gita to ring 101",
        Context(harms=(Harm("Gita", "Ravi"),)),
        PlanKind.PLAN,
    ),
)
_PASSES = (
    "Father to ensure that he uses no violence or threats towards mother.",
    "Mother to report any violence by father to the police within 24 hours.",
    Line("Owen to ring 999 if Carys threatens him", harmed("Owen", "his wife Carys")),
    Line("Farah to meet her support worker every Tuesday", harmed("Farah", "Imran")),
    Line("Imran to stay away from Farah's flat", harmed("Farah", "Imran")),
    Line("Grandma to keep Leila in sight when her cousin visits", harmed("Leila", "her cousin")),
    Line("Police to arrest the men who are exploiting Leila (15)", harmed("Leila (15)", "a gang")),
    "Parents to stop arguing about bedtimes.",
    Line("Mina need not answer Darius's messages; PC Hale keeps them as evidence.", harmed("Mina", "Darius")),
    Line(
        "- Gita to keep a log if she wishes\n- Ravi to attend the group on Mondays",
        Context(harms=(Harm("Gita", "Ravi"),)),
        PlanKind.PLAN,
    ),
)

# One message for each clause of section 3 of the responsibility standard.
_MESSAGES = {
    "guarantor": "this asks the person harmed to guarantee what only the person causing the harm can: that it stops",
    "police": "this asks the person harmed to manage or keep out the person causing the harm",
    "change": "this makes what the person harmed does the thing that has to change so that the harm stops",
    "watched": "this watches the person harmed, not the person causing the harm",
    "as_source": "this treats the person harmed as if the harm were theirs: a course, or leaving home",
    "proof": "this asks the person harmed to prove something because of what somebody else does",
    "or_else": "this puts a consequence of the harm on the person harmed",
    "condition": "help or safety is made to depend on what the person harmed does first",
    "blame": "these words make the person harmed a cause of the harm",
    "mutual": "one person's harm is given to both to put right",
    "quiet": "this asks the person harmed to keep the harm from those who could help",
    "listed": "the end of the harm stands in the list of the person harmed",
    "alone": "every task here is the harmed person's; the person causing the harm and the agencies have none",
}
_QUESTIONS = {
    "watched": "What of the other person's conduct can be checked instead, and by whom?",
    "condition": "Can this help be given whatever the person harmed decides?",
    "or_else": "Which conduct of the person causing the harm should this line attach to?",
    "blame": "How can this be said with the person causing the harm as the one who acts?",
    "alone": "What will the person causing the harm do, and what will each agency do?",
    "quiet": "Whom can the person harmed tell safely, and what will happen then?",
}


def flags_in(cast: Cast) -> Iterator[Flag]:
    """Flag every burden on the person harmed, each stretch of text once."""
    taken = -1
    for fault in burdens(cast):
        if fault.last <= taken:
            continue
        taken = fault.last
        start, end = cast.span_of(fault)
        said = _MESSAGES[fault.kind]
        yield Flag(start, end, f"{said[0].upper()}{said[1:]}.", _QUESTIONS.get(fault.kind, ""))


def check(reading: Reading) -> Iterator[Flag]:
    """Flag where a text makes the person harmed answer for the harm."""
    return flags_in(cast_of(reading))


RULE: Rule = rule(
    __name__,
    __doc__,
    criterion=Criterion.ACHIEVABLE,
    severity=Severity.FAULT,
    flags=_FLAGS,
    passes=_PASSES,
    check=check,
)
