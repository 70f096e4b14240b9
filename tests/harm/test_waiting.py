"""Help, or an end of the harm, does not wait on what the person harmed does first."""

import pytest

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context, PlanKind

_TOLD = Context(harms=(Harm("Ife", "Ray"),))


@pytest.mark.parametrize("kind", [PlanKind.OBJECTIVE, PlanKind.GOAL])
@pytest.mark.parametrize(
    "text",
    [
        "Vouchers for Ife renewed if she's opened her own account.",
        "Ray to stop running Ife down once she answers back.",
        "Manager will look into it as and when Ife can give dates.",
        "Manager to look into it after Ife has put it in writing.",
        "Ife's housing application goes forward after she has cut Ray off.",
    ],
)
def test_it_is_put_on_the_person_harmed(text: str, kind: PlanKind) -> None:
    """Ray harms Ife: so it was told."""
    assert pipeline.check(text, _TOLD, kind).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Vouchers for Ife renewed for as long as Ray keeps her wages.",
        "Ray to stop running Ife down today.",
        "Manager will look into it today.",
        "Police to come if Ife rings.",
    ],
)
def test_the_same_words_for_the_other_person_are_fine(text: str) -> None:
    """Ray harms Ife: so it was told."""
    assert not pipeline.check(text, _TOLD).on_victim
