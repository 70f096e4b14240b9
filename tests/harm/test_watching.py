"""Watching the person harmed, whoever is to do it, and not watching over whoever harms them."""

import pytest

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context, PlanKind

_TOLD = Context(harms=(Harm("Ife", "Ray"),))


@pytest.mark.parametrize("kind", [PlanKind.OBJECTIVE, PlanKind.GOAL])
@pytest.mark.parametrize(
    "text",
    [
        "Foster carer to go through Ife's tablet each night and tell us if she has written to Ray.",
        "Landlady to check that Ife isn't seeing Ray at weekends.",
        "Staff to go thru Ife's bag and clothes each time she's back.",
        "Ife to let the worker look down her phone.",
        "Hall CCTV to be gone through to see what Ife does before Ray shoves her.",
        "Worker to see Ife's bank statements monthly, to check she's not been giving Ray money.",
    ],
)
def test_it_is_put_on_the_person_harmed(text: str, kind: PlanKind) -> None:
    """Ray harms Ife: so it was told."""
    assert pipeline.check(text, _TOLD, kind).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Foster carer to get Ife's tablet to DC Poole so that Ray can be traced.",
        "Landlady to check that Ray isn't at the door at weekends.",
        "Worker to see Ray's bank statements monthly, to check he's not been taking her money.",
        "Worker to check she is safe from Ray and has her alarm.",
        "Hall CCTV to be gone through to see which days Ray came by.",
        "PC Poole to go through Ife's phone for spyware.",
    ],
)
def test_the_same_words_for_the_other_person_are_fine(text: str) -> None:
    """Ray harms Ife: so it was told."""
    assert not pipeline.check(text, _TOLD).on_victim
