"""Harm told by debts run up in another's name."""

import pytest

from rewriter.harm.harms import abuse_in_play, harms_of
from rewriter.reading import read


@pytest.mark.parametrize(
    ("text", "to", "by"),
    [
        ("Money adviser to dispute the loans Tony took out in Gloria's name by 3 June", "Gloria", "Tony"),
        ("Mrs Page to make sure her nephew takes out no more loans in her name", "Mrs Page", "nephew"),
        ("No more credit cards to be taken out in Gloria's name without her say", "Gloria", ""),
    ],
)
def test_debts_in_another_name_are_harm(text: str, to: str, by: str) -> None:
    """Told of who does it, or of nobody."""
    assert [(harm.to, harm.by) for harm in harms_of(read(text))] == [(to, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Page to put the flat in her own name by May.",
        "Housing officer to put the tenancy in Gloria's name by 1 July.",
        "Mum to open an account in Sol's name.",
    ],
)
def test_what_is_somebodys_own_is_not(text: str) -> None:
    """A tenancy, a flat or savings in a name."""
    assert not abuse_in_play(read(text))
