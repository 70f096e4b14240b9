"""Harm is not to be settled between the one who does it and the one it is done to."""

import pytest

from rewriter.reading import read
from rewriter.responsibility import check


@pytest.mark.parametrize(
    "text",
    [
        "Imran hits Sadia. Sit the pair of them down to agree how they'll get along",
        "Gran slaps Poppy. Meeting for the two of them to work out how they can get on better",
        "Keyworker Dean swears at Lionel. Get them both in a room to agree how to speak to one another",
    ],
)
def test_the_two_of_them_brought_together_share_the_harm(text: str) -> None:
    """However the two are named."""
    assert check(read(text)).mutualises


@pytest.mark.parametrize(
    "text",
    [
        "Gran slaps Poppy. Meeting for Gran with the social worker to agree how she will treat Poppy",
        "Dad has kicked Amelie and so has Stepmum. Sit the two of them down to agree how they will treat her",
        "Mum smacks Josh and Dad does too. Both parents to stop smacking him",
    ],
)
def test_those_who_harm_together_share_nothing_with_the_child(text: str) -> None:
    """One who harms, or two of them, asked alone."""
    found = check(read(text))
    assert found.abuse
    assert not found.mutualises
    assert not found.on_victim
