"""Square brackets: which are gaps, what they will hold, and the way back to the text as received."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.brackets import BracketRole, find_brackets, stand_in, unfit


def test_a_bracket_says_what_it_will_hold() -> None:
    """Each kind of gap is recognised by its words."""
    roles = {
        "[Who]": BracketRole.WHO,
        "[named worker]": BracketRole.WHO,
        "[date]": BracketRole.DATE,
        "[how often]": BracketRole.HOW_OFTEN,
        "[number]": BracketRole.NUMBER,
        "[what Gary will do]": BracketRole.ACT,
        "[first countable sign]": BracketRole.SIGN,
        "[level now]": BracketRole.LEVEL_NOW,
        "[a first step]": BracketRole.LEVEL_NEXT,
        "[12 weeks]": BracketRole.VALUE,
        "[support and a safety plan]": BracketRole.VALUE,
    }
    assert {text: find_brackets(text)[0].role for text in roles} == roles


def test_a_bracket_that_holds_a_reason_is_text_like_any_other() -> None:
    """A gap holds a value or a short noun phrase, never a clause."""
    assert find_brackets("Mum to attend [because she never listens]") == ()
    assert find_brackets("[one two three four five six seven eight nine ten]") == ()


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


@pytest.mark.parametrize("answer", ["by Friday [perhaps]", "one\ntwo", "one\u2028two", "one\x85two", "x" * 301])
def test_an_answer_that_cannot_stand_in_a_text_is_unfit(answer: str) -> None:
    assert unfit(answer).startswith("must be one line of at most 300 characters")


@pytest.mark.parametrize("answer", ["", "by Friday", "Zofka\u2019s aunt (Mon\u2013Fri)", "x" * 300])
def test_an_answer_of_one_line_is_fit(answer: str) -> None:
    assert unfit(answer) == ""
