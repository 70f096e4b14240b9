"""Harm told by care that is left undone."""

import pytest

from rewriter.harm.harms import abuse_in_play, harms_of
from rewriter.reading import read


@pytest.mark.parametrize(
    ("text", "to", "by"),
    [
        ("School to offer Ana (11) a shower and spare clothes; Mum doesn't bath her", "Ana", "Mum"),
        ("Nan to make Kayden's (10) packed lunch, as she never gets anything in for him", "Kayden", "Nan"),
        ("Grandad gives Mr Bello no water after 4pm. Care manager to speak to him by Friday", "Mr Bello", "Grandad"),
        ("Nurse to hold Yusuf's (12) inhaler, as stepdad keeps it from him to punish him", "Yusuf", "stepdad"),
        ("Worker to drive Lewis (12) and Kim (9) to the dentist, since Dad doesn't take them", "Lewis", "Dad"),
    ],
)
def test_care_that_is_left_undone_is_harm(text: str, to: str, by: str) -> None:
    """Not fed, not washed, not taken, medicine kept back: by whom and to whom."""
    assert [(harm.to.split(" (")[0], harm.by) for harm in harms_of(read(text))] == [(to, by)]


@pytest.mark.parametrize(
    "text",
    [
        "Mum not to feed Leo (2) nuts.",
        "Mum to leave nothing in the hall by 1 May.",
        "Ana (11) to have a shower each night before bed.",
        "Dad to take Lewis (12) to the dentist by June.",
        "School nurse keeps Yusuf's inhaler in the office.",
    ],
)
def test_care_that_is_given_or_asked_is_not(text: str) -> None:
    """The same words in ordinary care."""
    assert not abuse_in_play(read(text))
