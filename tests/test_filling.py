"""Closing gaps of a draft: what an answer may be, where it goes, and that no other gap is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.answer import Status
from rewriter.errors import InputError
from rewriter.pipeline import fill, rewrite
from tests.texts import plan_texts


def test_filling_every_gap_makes_the_draft_ready() -> None:
    """Answers take the place of brackets and the draft is judged again."""
    answer = rewrite("Sarah's mother to attend alcohol support groups")
    values = {gap.id: "12 October 2026" if "date" in gap.question else "once a week" for gap in answer.gaps}
    filled = fill(answer, values)
    assert filled.status is Status.READY
    assert filled.gaps == ()
    assert "[" not in filled.objectives[0].text
    assert "12 October 2026" in filled.objectives[0].text


def test_filling_some_gaps_keeps_the_others_in_their_place() -> None:
    """The offsets of what is still open move with the text."""
    answer = rewrite("Sarah's mother to attend alcohol support groups")
    first = answer.gaps[0]
    filled = fill(answer, {first.id: "at least twice in every week"})
    for gap in filled.gaps:
        text = filled.objectives[0].text
        assert text[gap.start : gap.end].startswith("[")
        assert text[gap.start : gap.end].endswith("]")


@pytest.mark.parametrize(
    "answers", [{"nowhere": "x"}, {"q1": "two [brackets]"}, {"q1": "two\nlines"}, {"q1": "x" * 301}]
)
def test_an_answer_that_cannot_be_used_is_refused(answers: dict[str, str]) -> None:
    """Unknown gaps, brackets, line breaks and over-long answers are refused without repeating them."""
    with pytest.raises(InputError) as caught:
        fill(rewrite("Sarah's mother to attend alcohol support groups"), answers)
    assert "brackets]" not in str(caught.value)


@given(plan_texts(), st.text(alphabet="abc 12", min_size=1, max_size=20))
def test_filled_drafts_never_lose_a_gap(text: str, words: str) -> None:
    """Filling one gap closes that one and no other."""
    answer = rewrite(text)
    if answer.gaps and words.strip():
        filled = fill(answer, {answer.gaps[0].id: words})
        assert len(filled.gaps) == len(answer.gaps) - 1
