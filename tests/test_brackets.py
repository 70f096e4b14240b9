"""Square brackets: which are gaps, what they will hold, and which answers fit."""

import pytest

from rewriter.brackets import BracketRole, find_brackets, unfit


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
        "[every school day]": BracketRole.VALUE,
        "[the same day]": BracketRole.VALUE,
        "[visit dates]": BracketRole.DATE,
    }
    assert {text: find_brackets(text)[0].role for text in roles} == roles


def test_a_bracket_that_holds_a_reason_is_text_like_any_other() -> None:
    """A gap holds a value or a short noun phrase, never a clause."""
    assert find_brackets("Mum to attend [because she never listens]") == ()
    assert find_brackets("[one two three four five six seven eight nine ten]") == ()


@pytest.mark.parametrize("answer", ["by Friday [perhaps]", "one\ntwo", "one\u2028two", "one\x85two", "x" * 301])
def test_an_answer_that_cannot_stand_in_a_text_is_unfit(answer: str) -> None:
    assert unfit(answer).startswith("must be one line of at most 300 characters")


@pytest.mark.parametrize("answer", ["", "by Friday", "Zofka\u2019s aunt (Mon\u2013Fri)", "x" * 300])
def test_an_answer_of_one_line_is_fit(answer: str) -> None:
    assert unfit(answer) == ""
