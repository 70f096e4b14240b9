"""Telling of the harm must not cost anything to whoever tells."""

import pytest

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context

_TOLD = Context(harms=(Harm("Amara", "her dad"),))


@pytest.mark.parametrize(
    "text",
    [
        "Contact to be stopped if Amara brings up what her dad did.",
        "If Amara tells school about her dad again her aunt won't keep her.",
        "Amara's place at the club will end if the neighbours report her dad's shouting.",
    ],
)
def test_a_loss_when_somebody_tells_hides_the_harm(text: str) -> None:
    """The help, the place or the contact goes once it is told."""
    assert pipeline.check(text, _TOLD).hides_information


@pytest.mark.parametrize(
    "text",
    [
        "Contact to be stopped if her dad brings up what Amara said.",
        "If Amara tells school about her dad again Mrs Bell rings us the same day.",
        "Amara keeps her place at the club whatever the neighbours report.",
    ],
)
def test_help_that_follows_or_a_cost_to_the_source_does_not(text: str) -> None:
    """What comes of telling is help, or it is his loss."""
    assert not pipeline.check(text, _TOLD).hides_information
