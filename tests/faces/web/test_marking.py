"""Texts are cut for the page without a letter lost."""

from hypothesis import given
from hypothesis import strategies as st

from rewriter import pipeline
from rewriter.faces.web.marking import Part, marked, places
from rewriter.smart import Criterion, Finding, Severity
from tests.texts import plan_texts


def finding(start: int, end: int) -> Finding:
    return Finding("rule", Severity.FAULT, Criterion.SPECIFIC, start, end, "words", "Why.", "What?", "001")


@given(text=st.text(max_size=30), spans=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_a_marked_text_is_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever overlaps, and wherever a finding ends; each part points at a finding that is there."""
    findings = [finding(*sorted(span)) for span in spans]
    parts = marked(text, findings)
    assert "".join(part.text for part in parts) == text
    assert all(0 <= part.note <= len(findings) and part.text for part in parts)


def test_where_two_findings_overlap_the_words_go_to_the_shorter() -> None:
    """So that both can be seen."""
    assert marked("abcdef", [finding(0, 6), finding(2, 3)]) == (Part("ab", 1), Part("c", 2), Part("def", 1))


@given(text=plan_texts())
def test_a_draft_in_parts_is_the_draft(text: str) -> None:
    """With each gap of it in its place, once."""
    answer = pipeline.rewrite(text)
    found = places(answer)
    assert [place.text for place in found] == [
        *(goal.text for goal in answer.goals),
        *(objective.text for objective in answer.objectives),
    ]
    for place in found:
        assert "".join(part.text for part in place.parts) == place.text
        assert all(place.text[gap.start : gap.end].startswith("[") for gap in place.gaps)
    here = [gap.id for place in found for gap in place.gaps]
    assert sorted(here) == sorted(gap.id for gap in answer.gaps if gap.where in {place.where for place in found})
