"""Who is meant by a pronoun that could be two people is asked for, and not taken from the order of the names."""

import pytest

from rewriter.harm.cast import Side
from rewriter.harm.harms import cast_of
from rewriter.harm.unsure import unsure_sides
from rewriter.reading import read


def unsure(text: str) -> frozenset[Side]:
    return unsure_sides(cast_of(read(text)))


def test_a_pronoun_that_may_be_either_of_two_leaves_that_side_unsure() -> None:
    assert unsure("Ana was with mum when Lee hit her") == {Side.HARMED}


@pytest.mark.parametrize(
    "text",
    [
        "Sam hits mum",
        "Renu keeps going back to Ajay who has strangled her",
        "leo (9) wont go to school, dads new gf slaps him",
        "Dad hits Ana and mum is scared of him",
        "Isla to tell Mrs Begum if mummys boyfriend hurts her again",
    ],
)
def test_names_and_pronouns_that_can_mean_one_person_only_are_sure(text: str) -> None:
    """Whoever only owns another of the sentence, or is to be told of it, is not meant."""
    assert not unsure(text)
