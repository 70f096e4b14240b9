"""Harm told by what somebody is used for."""

import pytest

from rewriter.harm.harms import abuse_in_play
from rewriter.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Reuben in by 9 so the men in the van can't have him shifting bags for them.",
        "The lads get Reuben holding wraps after school.",
        "Police to trace the people who made Lan clean houses without pay.",
        "Her cousins have Lan working in the shop for nothing.",
        "Kit to vary his walk home as Dana lies in wait for him.",
        "School nurse to see Amal before her aunt can have her cut.",
    ],
)
def test_being_used_is_harm(text: str) -> None:
    """Carrying for others, work without pay, being waylaid and being cut need no word for abuse."""
    assert abuse_in_play(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Dad to give Reuben his bag to carry to school each day.",
        "Mum to have Reuben's hair cut by 1 May.",
        "The youth worker has Reuben selling cakes for the trip.",
        "Lan to work in the charity shop for free on Saturdays.",
        "Mum to send Reuben with money for the bus.",
        "Kit to wait for Dana at the gate at 3.15.",
    ],
)
def test_errands_and_volunteering_are_not(text: str) -> None:
    """The same words in ordinary life."""
    assert not abuse_in_play(read(text))
