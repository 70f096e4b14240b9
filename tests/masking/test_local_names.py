"""Local names of schools, centres, streets and shops, found by where they stand though every word is of ours."""

import pytest

from rewriter import mask

LOCAL = {
    "goes to Busy Bees Mon and Weds": "Busy Bees",
    "contact at Bramble Corner every Sunday": "Bramble Corner",
    "GP at The Limes changed it": "The Limes",
    "needs uniform for Holy Cross.": "Holy Cross",
    "the hall at St Chad's for contact": "St Chad's",
    "collected from Little Acorns by 5.45": "Little Acorns",
    "seen near Canal Walk at night": "Canal Walk",
}
KINDS = [
    "He attends Primary School",
    "Seen at Child Protection Conference",
    "Mum to go to Forest School sessions",
    "Bathing Plan and Seizure Protocol in the folder",
    "from Social Care Direct",
    "at The Local Authority",
    "the SEN Team to ring",
]


@pytest.mark.parametrize("text", LOCAL)
def test_a_local_name_of_plain_words_is_masked(text: str) -> None:
    """A word that places are named after stands before it, or "The" within a sentence, or a saint."""
    assert masked_in(text) == [LOCAL[text]]


@pytest.mark.parametrize("text", KINDS)
def test_a_kind_of_place_or_a_plan_stays(text: str) -> None:
    """Whatever has capitals."""
    assert masked_in(text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Social worker May Tan to write", ["May Tan"]),
        ("Offer Mark a lift to probation", ["Mark"]),
        ("Give mark the number", ["mark"]),
        ("Get will to sign the form", ["will"]),
        ("let sky pick the film", ["sky"]),
        ("Driver: pat's car", ["pat"]),
        ("Grace: calmer, two incidents", ["Grace"]),
        ("note how grace is after contact", ["grace"]),
        ("X ray of her wrist", []),
        ("we offer hope and support", []),
        ("STEROIDS TAPERED", []),
        ("seen in A&E", []),
    ],
)
def test_somebody_nobody_told_of_is_found_by_what_is_done_to_them(text: str, people: list[str]) -> None:
    """Given, shown, allowed, driven."""
    assert masked_in(text) == people


def masked_in(text: str) -> list[str]:
    """Give the stretches that were masked."""
    return [text[token.start : token.end] for token in mask(text).tokens]
