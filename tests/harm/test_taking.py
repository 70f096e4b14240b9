"""Harm told by what is kept from somebody, gone through or taken over."""

import pytest

from rewriter.harm.harms import abuse_in_play, harms_of
from rewriter.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Her cousin won't give Mrs Lim her glasses.",
        "Since the wedding Pavel isn't allowed a phone by Irena.",
        "Tom's boss has him sleeping in the yard.",
        "Night staff slapped Tanya.",
        "Trish screams in Olive's face.",
        "Craig times her shopping and won't let Mum see her friends.",
    ],
)
def test_what_is_kept_from_somebody_or_done_by_staff_is_harm(text: str) -> None:
    """A need denied, a life run by another, a blow from somebody paid to care."""
    assert abuse_in_play(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mum won't give Leo (4) peanuts.",
        "Pavel isn't allowed to drive by his doctor.",
        "Tom's boss has him visiting the new yard.",
        "Physio to push Maureen a bit further each day.",
        "HV to help Mum be more patient with the baby.",
    ],
)
def test_a_rule_for_a_child_or_a_treatment_is_none(text: str) -> None:
    """Nobody is harmed by these."""
    assert not abuse_in_play(read(text))


def test_who_is_to_stop_is_who_harms() -> None:
    """ "A to do something so that she stops": she is the other one."""
    (harm,) = harms_of(read("Priti (12) to stand up to stepmum, so that she stops calling her ugly."))
    assert (harm.to, harm.by) == ("Priti", "stepmum")


def test_of_two_verbs_the_one_the_first_is_done_to_does_not_do_the_second() -> None:
    """ "locks up her toys": stepmum does, who calls her names."""
    (harm,) = harms_of(read("Stepmum calls Ines 'the mistake' most days, locks up her toys."))
    assert (harm.to, harm.by) == ("Ines", "Stepmum")
