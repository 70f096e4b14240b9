"""A child whose care is left undone is not to see to it."""

import pytest

from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.reading import read
from rewriter.responsibility import check

_TOLD = Context(harms=(Harm("Mo", "Mum"),))


@pytest.mark.parametrize(
    "text",
    [
        "Kayden (10) to make his own packed lunch, as Nan never gets anything in",
        "Lewis (12) to get himself and his sister to the dentist, since Dad doesn't take them",
        "Ana (11) to have a shower at school so she isn't dirty; Mum doesn't bath her",
    ],
)
def test_seeing_to_their_own_care_is_put_on_the_child(text: str) -> None:
    """Food, washing and the dentist are for whoever leaves them undone."""
    assert check(read(text)).on_victim


def test_a_want_that_the_care_is_to_end_tells_of_it_where_the_sides_are_told() -> None:
    """ "so he is not hungry" says what is left undone."""
    assert check(read("Mo (8) to do his own toast so he's not hungry at school", _TOLD)).on_victim
    assert not check(read("Mo (8) to do his own toast on Saturdays as a treat", _TOLD)).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Nan to make Kayden's (10) packed lunch, as she never gets anything in for him",
        "School to offer Ana (11) a shower and spare clothes; Mum doesn't bath her",
    ],
)
def test_the_same_asked_of_others_is_not(text: str) -> None:
    """Whoever leaves it undone, or a service."""
    found = check(read(text))
    assert found.abuse
    assert not found.on_victim
