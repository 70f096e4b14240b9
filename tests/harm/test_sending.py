"""Sent away or sent on a course, the person harmed is treated as the one who harms."""

import pytest

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context, PlanKind

_TOLD = Context(harms=(Harm("Ife", "Ray"),))


@pytest.mark.parametrize("kind", [PlanKind.OBJECTIVE, PlanKind.GOAL])
@pytest.mark.parametrize(
    "text",
    [
        "Ife to live at her cousin's in Leeds for now; Ray and the others stay put.",
        "Ife to move over to Cedar Court by Friday, Ray stays on the unit.",
        "Ife to be booked on the 'Managing My Behaviour' course.",
        "Ife to be moved to Cedar Court this evening.",
        "Ife to go to a placement out of county.",
    ],
)
def test_it_is_put_on_the_person_harmed(text: str, kind: PlanKind) -> None:
    """Ray harms Ife: so it was told."""
    assert pipeline.check(text, _TOLD, kind).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Ray to live at his cousin's in Leeds for now; Ife stays put.",
        "Ife to go to her cousin's whenever she wants to.",
        "Ife to move to the refuge on Friday.",
        "Ife to be moved to the flat she asked for.",
        "Ray to be booked on the 'Managing My Behaviour' course.",
    ],
)
def test_the_same_words_for_the_other_person_are_fine(text: str) -> None:
    """Ray harms Ife: so it was told."""
    assert not pipeline.check(text, _TOLD).on_victim
