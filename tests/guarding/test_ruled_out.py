"""What an original rules out is ruled out in the rewrite too, in whatever words."""

import pytest

from rewriter.guarding.guard import guard


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Sam to go to the park, not the canal", "Sam goes to the park and stays away from the canal."),
        ("Contact for Kit on 4 May, no photos", "On 4 May Kit has contact. Photos are banned."),
        (
            "Jo rings the duty team, not the police, if Kit is late; police if very late",
            "If Kit is late, Jo rings the duty team; if he is very late, the police.",
        ),
    ],
)
def test_a_thing_may_be_ruled_out_in_other_words(original: str, rewrite: str) -> None:
    """By a word that says so, or by what is said instead."""
    assert guard(original, rewrite).passes


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Sam to go to the park with Jo, not the canal", "Sam goes to the park with Jo."),
        ("Sam to go to the park with Jo, not the canal", "Sam goes to the park and the canal with Jo."),
        ("Stop Now team to see Wes on 4 May, safe place not home", "On 4 May the Stop Now team sees Wes."),
    ],
)
def test_what_is_ruled_out_may_neither_go_nor_be_let_in(original: str, rewrite: str) -> None:
    """A capital letter in a name rules nothing out."""
    assert not guard(original, rewrite).passes
