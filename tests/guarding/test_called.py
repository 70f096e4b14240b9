"""A role, a service or a detail may be called otherwise, and another one is another."""

import pytest

from rewriter.guarding.guard import guard

CALLED_OTHERWISE = [
    ("CPN", "the community nurse"),
    ("DN", "the nurse"),
    ("EP", "the psychologist"),
    ("HoY", "her year head"),
    ("IDVA", "the advocate"),
    ("Cafcass", "the guardian"),
    ("Neighbour", "the woman next door"),
    ("FC", "her foster mum"),
    ("Carer", "the care worker"),
    ("Care agency", "the carers"),
    ("Work coach", "the job centre adviser"),
    ("Police", "an officer"),
    ("PCSO", "the community support officer"),
    ("MASH", "the safeguarding hub"),
    ("Warden", "the scheme manager"),
    ("Class T", "her class teacher"),
]
ANOTHER = [
    ("CPN", "the school nurse"),
    ("EP", "the psychiatrist"),
    ("HoY", "the head of the virtual school"),
    ("PCSO", "the probation officer"),
    ("Warden", "the home manager"),
]
SAID_OTHERWISE = [
    ("unless ill", "as long as Kit is well"),
    ("not after 7", "before 7pm"),
    ("not before 10", "at 10 or later"),
    ("mornings only", "before noon"),
    ("if she agrees", "with her agreement"),
    ("straightaway", "at once"),
    ("separately", "one at a time"),
    ("on own", "alone"),
    ("with no missed appts", "and goes to every appointment"),
    ("w ID", "with proof of identity"),
]
LEFT_OUT = ["if she agrees", "on own", "straightaway", "separately", "next day", "same day", "unless ill"]


def passes(first: str, said: str, second: str, called: str) -> bool:
    """Whether somebody who is to see Kit in some way may be said to do so in another."""
    original = f"{first} to see Kit on 4 May at 2pm {said}, Ana to book the room"
    rewrite = f"1. On 4 May at 2pm {second} sees Kit {called}.\n2. Ana books the room."
    return guard(original, rewrite).passes


@pytest.mark.parametrize(("one", "other"), CALLED_OTHERWISE)
def test_a_role_may_be_called_otherwise(one: str, other: str) -> None:
    """By letters or in full, or in short by the last of its words."""
    assert passes(one, "", other, "")


@pytest.mark.parametrize(("one", "other"), ANOTHER)
def test_another_role_is_a_fault(one: str, other: str) -> None:
    """Although a word of it may be the same."""
    assert not passes(one, "", other, "")


@pytest.mark.parametrize(("one", "other"), SAID_OTHERWISE)
def test_how_a_thing_is_done_may_be_said_otherwise(one: str, other: str) -> None:
    """An absence as a condition, a limit from its other side."""
    assert passes("Jo", one, "Jo", other)


@pytest.mark.parametrize("said", LEFT_OUT)
def test_how_a_thing_is_done_may_not_be_left_out(said: str) -> None:
    """However short it is."""
    assert not passes("Jo", said, "Jo", "")
