"""Harm told by who is about somebody, and by the manner of one towards another."""

import pytest

from rewriter.harm.harms import abuse_in_play
from rewriter.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Four sessions with Ada (14) about the men in the hotel.",
        "Gus keeps turning up outside Petra's work.",
        "Mr Lal's neighbour has been smearing mud on his door.",
        "Dom (carer) has been rough when he lifts Edie.",
        "Ola (7) comes back from Dad's with bruises down her arm.",
        "Her uncle gets in bed with Ola (11).",
        "Police to ask about the money her nephew takes.",
        "Nobody is to hold Edie's arms down at bath time.",
    ],
)
def test_strangers_lying_in_wait_and_cruel_ways_are_harm(text: str) -> None:
    """None needs a verb of hurting."""
    assert abuse_in_play(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Four sessions with Ada (14) about the women's football team.",
        "Gus to wait outside Ola's (7) school at 3.",
        "Dom (carer) has been kind when he lifts Edie.",
        "Ola (7) comes back from Dad's with her homework done.",
        "HCA to hold Edie's arm steady for bloods.",
    ],
)
def test_ordinary_coming_and_going_is_not(text: str) -> None:
    """A team, a school gate, a blood test."""
    assert not abuse_in_play(read(text))
