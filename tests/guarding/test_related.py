"""A word is found again in one of nearly the same meaning, and in no other."""

from rewriter.guarding.guard import guard
from rewriter.guarding.related import senses_of


def test_words_of_nearly_one_meaning_share_a_sense() -> None:
    """In whatever form they stand."""
    assert senses_of(["talks"]) & senses_of(["speaking"])
    assert not senses_of(["kitchen"]) & senses_of(["trousers"])


def test_a_reason_in_related_words_was_given() -> None:
    """To talk is to speak."""
    given = "Return interview by Miss Ferreira not police (he wont talk to police)"
    assert guard(
        given, "Miss Ferreira holds the return interview, not the police, because he will not speak to them."
    ).passes


def test_a_reason_in_other_words_was_not() -> None:
    """Nothing of it is related to anything given."""
    given = "Return interview by Miss Ferreira not police (he wont talk to police)"
    assert not guard(
        given, "Miss Ferreira holds the return interview, not the police, because he trusts her with his worries."
    ).passes
