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
    assert all(part.text for part in parts)
    notes = [note for part in parts for note in part.notes]
    assert len(notes) == len(set(notes))
    assert set(notes) <= set(range(1, len(findings) + 1))


def test_each_finding_has_its_number_after_its_last_word() -> None:
    """Before the space or the full stop, so that it belongs to no other word; two that end together stand together."""
    assert marked("keep away and go soon.", [finding(0, 10), finding(14, 22), finding(17, 21)]) == (
        Part("keep away", marked=True, notes=(1,)),
        Part(" and "),
        Part("go soon", marked=True, notes=(2, 3)),
        Part("."),
    )


def test_a_finding_of_all_the_words_marks_none() -> None:
    """A text that is marked from end to end has nothing marked in it; its number stands at the end."""
    assert marked("go soon.", [finding(0, 8), finding(3, 7)]) == (
        Part("go "),
        Part("soon", marked=True, notes=(1, 2)),
        Part("."),
    )


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
