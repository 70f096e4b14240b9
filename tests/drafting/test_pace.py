"""What is done once, and what is already said about when, is not asked again."""

import pytest

from rewriter.drafting.pace import says_when
from rewriter.pipeline import rewrite


@pytest.mark.parametrize("words", ["by 14.2", "until 3/5", "w/in 72 hrs", "on the 10th", "next core grp 19th"])
def test_when_is_said_in_figures(words: str) -> None:
    """However short it was typed."""
    assert says_when(words, 0, len(words))


@pytest.mark.parametrize("words", ["in by 9.10", "from 1st", "0.4th centile", "b4 17th bday", "PA to go with 1st appt"])
def test_a_clock_or_a_rank_is_no_deadline(words: str) -> None:
    """A time of day, a first of something and a birthday leave the date open."""
    assert not says_when(words, 0, len(words))


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("GP to do letter, mum to weigh baby wkly", "GP to do letter by [date]."),
        ("Tracey to bring letters, SW to ring wkly", "Tracey to bring letters by [date]."),
        ("hair strand to be done, mum to ring wkly", "Hair strand to be done by [who] by [date]."),
    ],
)
def test_one_thing_is_not_asked_how_often(text: str, draft: str) -> None:
    """A letter, papers to bring, a test."""
    assert rewrite(text).objectives[0].text == draft
