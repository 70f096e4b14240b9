"""Near-duplicates are found whatever the case, the punctuation or a changed word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.near import likeness, near_pairs, shingles

TEXT = "Sarah's mother to attend the alcohol support group every week until 12 December and to tell the social worker."


def test_case_and_punctuation_do_not_hide_a_copy() -> None:
    """The same words are the same text."""
    assert likeness(shingles(TEXT), shingles(TEXT.upper().replace(".", " !!"))) == 1.0


def test_one_changed_word_is_still_nearly_the_same() -> None:
    """A swapped name does not make a new case."""
    (found,) = near_pairs([{"a": TEXT}, {"b": TEXT.replace("Sarah's mother", "Ahmed's father")}])
    assert (found.one, found.other) == ("a", "b")


def test_another_text_on_the_same_subject_is_not() -> None:
    """Likeness is of wording, not of subject."""
    other = (
        "Mother agrees to go to a weekly group about drinking for twelve weeks; she rings her worker if she misses one."
    )
    assert not list(near_pairs([{"a": TEXT}, {"b": other}]))


def test_texts_of_one_group_may_be_alike() -> None:
    """Minimal pairs are meant to be."""
    assert not list(near_pairs([{"a": TEXT, "b": TEXT}]))


def test_known_index() -> None:
    """Five words give three runs; one shared of five in all."""
    assert likeness(shingles("a b c d e"), shingles("x b c d y")) == pytest.approx(1 / 5)


@given(st.text(), st.text())
def test_likeness_lies_between_nought_and_one(one: str, other: str) -> None:
    """Any two texts can be compared, empty ones too, in either order."""
    found = likeness(shingles(one), shingles(other))
    assert 0 <= found <= 1
    assert found == likeness(shingles(other), shingles(one))
    assert likeness(shingles(one), shingles(one)) == 1
