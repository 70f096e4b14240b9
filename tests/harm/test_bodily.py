"""Harm told by what is done to a body, or by the injury that somebody caused."""

import pytest

from rewriter.harm.harms import abuse_in_play, harms_of
from rewriter.reading import read


@pytest.mark.parametrize(
    ("text", "to", "by"),
    [
        ("Rhian to see the GP after Dewi grabbed her by the hair.", "Rhian", "Dewi"),
        ("Police to interview Dewi about him fracturing Rhian's cheekbone.", "Rhian", "Dewi"),
        ("Tom puts his arm round Abi's throat when he is drunk.", "Abi", "Tom"),
        ("Abi to keep a note of the bruises Tom gives her.", "Abi", "Tom"),
        ("SW to write to Tom about what he did to Abi.", "Abi", "Tom"),
        ("Visit Bex, as Callum, who broke her jaw, is back.", "Bex", "Callum"),
        ("The burns his uncle left on Yusuf to be photographed.", "Yusuf", "uncle"),
    ],
)
def test_who_did_it_to_whom_is_read(text: str, to: str, by: str) -> None:
    """The verb, the part of the body and whose it is tell who harms whom."""
    assert any(to in harm.to and by in harm.by for harm in harms_of(read(text))), harms_of(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rhian broke her wrist on the ice and will see the GP on 3 May.",
        "Dewi to take Rhian by the hand at the crossing every day.",
        "Nurse to hold Abi's arm steady for the jab.",
        "Mum to put a scarf round Abi's neck when it is cold.",
        "Abi to keep a list of the marks her teacher gives her.",
        "Mum to brush Abi's hair and clean her teeth twice a day.",
    ],
)
def test_accidents_and_care_are_no_harm(text: str) -> None:
    """The same parts of a body in ordinary life."""
    assert not abuse_in_play(read(text))
