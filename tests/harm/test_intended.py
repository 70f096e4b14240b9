"""Harm told by what somebody is after."""

import pytest

from rewriter.harm.harms import abuse_in_play, harms_of
from rewriter.reading import read


@pytest.mark.parametrize(
    ("text", "to", "by"),
    [
        ("Worker to tell police what Femi's cousins say they'll do to him", "Femi", "cousins"),
        ("Police to apply today on Aisha's word that her brothers plan to marry her off", "Aisha", "brothers"),
        ("Police to trace the woman who wants pictures of Leon (13) on Snapchat", "Leon", "woman"),
        ("Police to warn Matt, who waits for Priya outside college every day", "Priya", "Matt"),
        ("Leon in by nine so Dom can't get to him", "Leon", "Dom"),
    ],
)
def test_what_somebody_is_after_is_harm(text: str, to: str, by: str) -> None:
    """A threat, a marriage planned, pictures asked for, lying in wait."""
    assert [(harm.to, harm.by) for harm in harms_of(read(text))] == [(to, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Saira to plan her wedding with her aunt by May.",
        "Omar to wait for Claire outside work at 5 and walk home with her.",
        "Gran waits for Tom (7) at the gate every day.",
        "Leon to change his route so as not to bump into the dog he is scared of.",
        "Tutor to show Priya what she can do to help her sister.",
        "Mum to put the cups up so baby Max can't reach them.",
    ],
)
def test_waiting_and_planning_are_not(text: str) -> None:
    """The same words in ordinary life."""
    assert not abuse_in_play(read(text))
