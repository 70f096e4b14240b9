"""No skill or strength of the person harmed keeps the harm off."""

import pytest

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context, PlanKind

_TOLD = Context(harms=(Harm("Ife", "Ray"),))


@pytest.mark.parametrize("kind", [PlanKind.OBJECTIVE, PlanKind.GOAL])
@pytest.mark.parametrize(
    "text",
    [
        "Ife is able to stop Ray's threats by June.",
        "Ife to have six sessions so she can keep herself safe from Ray.",
        "Ife can show the core group that she shields the baby from Ray.",
        "Ife has learned to spot the signs that Ray is about to start.",
    ],
)
def test_it_is_put_on_the_person_harmed(text: str, kind: PlanKind) -> None:
    """Ray harms Ife: so it was told."""
    assert pipeline.check(text, _TOLD, kind).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Ife is able to see her friends again by June.",
        "Ife to have six sessions of counselling.",
        "Ife cannot be expected to keep herself safe from Ray.",
        "Ray can show the core group what he has stopped doing.",
    ],
)
def test_the_same_words_for_the_other_person_are_fine(text: str) -> None:
    """Ray harms Ife: so it was told."""
    assert not pipeline.check(text, _TOLD).on_victim
