"""A text read as if its gaps were agreed: what stands in for each, and the way back to the text as received."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.critic import critique
from rewriter.filled import stand_in
from rewriter.smart import Criterion, Verdict


def test_a_suggested_value_reads_as_it_stands() -> None:
    """A value suggested inside a bracket is what the text will say once agreed."""
    assert stand_in("for [12 weeks] from [start date]").text == "for 12 weeks from 1 March 2099"


def test_offsets_lead_back_to_the_text_with_its_brackets() -> None:
    """A word after a gap is found where it stands in the text as received."""
    text = "[Who] to walk Ana to school until [date], every day"
    filled = stand_in(text)
    for word in ("walk Ana", "every day"):
        at = filled.text.index(word)
        assert text[filled.back(at) : filled.back(at + len(word), is_end=True)] == word


def test_an_offset_inside_a_stand_in_leads_to_the_edges_of_its_bracket() -> None:
    """A finding on a stand-in is shown on the whole bracket."""
    filled = stand_in("by [date].")
    at = filled.text.index("March")
    assert (filled.back(at), filled.back(at + 5, is_end=True)) == (3, 9)


@given(st.text(alphabet="ab [].1\n", max_size=60))
def test_every_text_can_be_read_with_stand_ins(text: str) -> None:
    """No text breaks the reading, and every offset leads into the text."""
    filled = stand_in(text)
    for offset in range(len(filled.text) + 1):
        assert 0 <= filled.back(offset) <= len(text)
        assert 0 <= filled.back(offset, is_end=True) <= len(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("on at least [routine days] a week", "on at least 5 days a week"),
        ("within [number of working days] of it", "within 5 working days of it"),
        ("with [number of clean screens]", "with 5 clean screens"),
        ("up from [dry nights a week now]", "up from most nights a week"),
        ("up from [number now] times a week", "up from 4 times a week"),
        ("starting from [what he uses now]", "starting from 35%"),
        ("use [what helps Devan] at school", "use the form at school"),
        ("Dad to [what Dad will do]", "Dad to mend the bike"),
        ("clean bedding on [which beds]", "clean bedding on the beds"),
        ("to offer Mum [support for Mum]", "to offer Mum a place with support for Mum"),
        ("[name of worker] to ring", "The social worker to ring"),
    ],
)
def test_a_gap_is_read_by_the_place_it_stands_in(text: str, read: str) -> None:
    """A number, a thing or an act: as what stands before and after it needs."""
    assert stand_in(text).text == read


def test_whoever_is_harmed_is_not_read_as_whoever_harms() -> None:
    """Two gaps for two people are two people."""
    text = stand_in("[Name of person causing harm] to pay back [name of person harmed]").text
    first, second = text.split(" to pay back ")
    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        "Danuta to send Kacper to school in washed clothes [every school day] until [end date], up from [days now].",
        "Parents to keep to [agreed routine] on at least [routine days] a week until [end date], up from [days now].",
        "Devan to use [what helps] when upset at least [number] times a week until [date]. [Name] keeps a tally.",
        "[Name of worker] to offer Farida [support] by [date]. Whether to take it up is for her to decide.",
        "Joel to use no [violence, threats or control] towards Marisol, at home or anywhere else, until [end date].",
        "[Name of worker] to talk with Chipo by [talk date], if she chooses, about how she can get help.",
        "The virtual school head to do [agreed task for the sessions] by [task date].",
        "[Name of adult] to put clean bedding on [which beds] by Friday [date].",
    ],
)
def test_an_objective_whose_gaps_say_how_much_and_by_when_is_met_once_they_are_agreed(text: str) -> None:
    """A bracketed gap counts as what it will hold, so nothing more is asked of M, A and T."""
    verdicts = {judgement.criterion: judgement.verdict for judgement in critique(text).judgements}
    asked = (Criterion.MEASURABLE, Criterion.ACHIEVABLE, Criterion.TIME_BOUND)
    assert [verdicts[criterion] for criterion in asked] == [Verdict.MET] * 3
