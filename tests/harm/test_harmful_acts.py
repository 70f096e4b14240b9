"""Harm told by what is done with a person, their home or their money."""

import pytest

from rewriter.harm.harms import abuse_in_play
from rewriter.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Stepmum has stopped shutting Ravi in the shed.",
        "Ellis's flat isn't taken over any more by June.",
        "Minh's wages are not being pocketed by 1 May.",
        "Goal: Abeo (14) is not made to carry parcels.",
        "No injury to Gwen by Piers this term.",
    ],
)
def test_harm_told_by_an_everyday_verb_is_read(text: str) -> None:
    """No word such as "abuse" is needed for a text to be about it."""
    assert abuse_in_play(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mum to shut the gate so that Ravi stays in the garden.",
        "Ellis to have taken his tablets by 9 each day.",
        "Dad to carry Abeo's bag to the bus on three days a week.",
        "Gwen to have her hair cut by 1 May.",
    ],
)
def test_the_same_verbs_in_ordinary_life_are_no_harm(text: str) -> None:
    """A verb is judged with what it is done to."""
    assert not abuse_in_play(read(text))
