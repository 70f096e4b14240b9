"""What the person harmed does, or has failed to do, is no cause of the harm."""

import pytest

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context, PlanKind

_TOLD = Context(harms=(Harm("Ife", "Ray"),))


@pytest.mark.parametrize("kind", [PlanKind.OBJECTIVE, PlanKind.GOAL])
@pytest.mark.parametrize(
    "text",
    [
        "Worker to help Ife see how her spending winds Ray up.",
        "Ife to learn not to provoke Ray.",
        "Ife has failed to rein Ray in.",
        "Given Ife's choice of company, weekly visits until Ray moves.",
        "Ife spoils Ray, which is why he hits her.",
    ],
)
def test_it_is_put_on_the_person_harmed(text: str, kind: PlanKind) -> None:
    """Ray harms Ife: so it was told."""
    assert pipeline.check(text, _TOLD, kind).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Worker to help Ife see that nothing she did makes Ray angry.",
        "Ray to learn what provokes him and to leave Ife alone.",
        "Ray has failed to keep away from Ife.",
        "Given Ray's choices, police visits weekly.",
    ],
)
def test_the_same_words_for_the_other_person_are_fine(text: str) -> None:
    """Ray harms Ife: so it was told."""
    assert not pipeline.check(text, _TOLD).on_victim
