"""Responsibility that a rewrite moves is seen by holding its duties against those of the original."""

import pytest

from rewriter.answer import ConcernKind
from rewriter.guarding.guard import guard
from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.smart import Severity

CARL = Context(harms=(Harm("Tess", "Carl", "violence"),))
ORIGINAL = (
    "Carl to stay away from Tess's home and to attend 16 sessions by April. "
    "SW Jan Holt to help Tess with a new tenancy each week"
)
TRUE = [
    "Goal: Tess is safe from Carl's violence.",
    "1. Carl stays away from Tess's home and attends 16 sessions by April.",
    "2. Each week Jan Holt, the social worker, helps Tess with a new tenancy.",
]


@pytest.mark.parametrize(
    "more",
    [
        "It is up to Tess to see that he keeps to this.",
        "Jan helps provided that Tess goes to every appointment.",
        "Jan helps as long as she keeps the door shut.",
        "The plan has worked if the police receive no calls from the home.",
        "We will know it is working when the police are no longer being called.",
        "Six weeks without a disclosure and the plan ends.",
        "Tess avoids the shops at weekends.",
        "While he is on bail, Tess does not let him into her home.",
    ],
)
def test_what_is_put_on_the_person_harmed_is_a_fault(more: str) -> None:
    """To oversee, to earn help, to keep off, or to be silent."""
    assert guard(ORIGINAL, "\n".join(TRUE), CARL).passes
    found = guard(ORIGINAL, "\n".join([*TRUE, more]), CARL).concerns
    assert ConcernKind.RESPONSIBILITY in {c.kind for c in found if c.severity is Severity.FAULT}


@pytest.mark.parametrize(
    "more",
    [
        "Tess need not answer the door.",
        "Tess can ring Jan or 999 at any time.",
        "If Tess wants to, Jan goes with her to court.",
        "If Carl comes to the home, the police arrest him.",
    ],
)
def test_what_frees_or_helps_the_person_harmed_moves_nothing(more: str) -> None:
    """An option, a choice of hers, or a consequence for the person causing the harm."""
    found = guard(ORIGINAL, "\n".join([*TRUE, more]), CARL).concerns
    assert ConcernKind.RESPONSIBILITY not in {c.kind for c in found if c.severity is Severity.FAULT}


def test_the_duty_of_the_person_causing_the_harm_may_not_go() -> None:
    """It is told of at its words in the original."""
    rewrite = (
        f"{TRUE[0]}\n1. Each week until April Jan Holt, the social worker, helps Tess with a tenancy, in 16 sessions."
    )
    found = [c for c in guard(ORIGINAL, rewrite, CARL).concerns if c.kind is ConcernKind.DROPPED]
    assert any("stay away" in concern.text for concern in found)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Mr Bell to be weighed in a private room by nurse Jo", "Nurse Jo weighs Mr Bell."),
        ("Dad to talk with Eli at the table, not in the car", "Dad talks with Eli at the table."),
        ("Lou to help Priti choose using her Makaton board", "Lou helps Priti to choose."),
        ("Carer to give Mr Bell lunch, halal meals", "The carer gives Mr Bell his lunch."),
        ("Nurse Jo to keep two pens for Eli. He is allergic to cashews.", "Nurse Jo keeps two pens for Eli."),
    ],
)
def test_a_detail_of_how_or_where_may_not_go(original: str, rewrite: str) -> None:
    """Nor what somebody is allergic to."""
    assert ConcernKind.DROPPED in {c.kind for c in guard(original, rewrite).concerns if c.severity is Severity.FAULT}


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("RAG: amber. Outcome: Eli calm. Action: Dad to read with Eli daily", "Dad reads with Eli every day."),
        ("Referral to Young Minds not accepted. Ms Cole to see Eli weekly", "Ms Cole sees Eli every week."),
        ("Grandparents (Sheila & Ron) to have Eli on Sundays", "Eli is with his grandparents on Sundays."),
        ("Police DS Holt to visit on 3 May", "DS Holt visits on 3 May."),
    ],
)
def test_labels_history_and_what_is_said_twice_may_go(original: str, rewrite: str) -> None:
    """The matter is still there."""
    assert guard(original, rewrite).passes
