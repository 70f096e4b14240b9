"""What no list of words has is somebody's name in small letters too; what is mistyped or shortened is none."""

import pytest

from rewriter import mask
from rewriter.masking.masking import Masking
from rewriter.masking.replies import newcomers

UNKNOWN = {
    "a chat with zofka about it": "zofka",
    "the letter came back in vashti's name": "vashti",
    "Both ikenna and his sister to be seen": "ikenna",
    "cannot reach tomzek by phone": "tomzek",
    "From: t. adebayo": "t. adebayo",
    "smith-zofkowa twins back in school": "smith-zofkowa",
    "tia (7) to see the dentist": "tia",
}
WORDS = [
    "she dont want to recieve calls at teh weekend",
    "objectve reviewd at the asessment",
    "pls txt wkly, thx",
    "30mins on his tablet, then bedroutine",
    "keysafes and headlice are in hand",
    "lorazepam and lansoprazole as prescribed",
    "footie, netball and a cuppa",
]
NAMED = {
    "Joy and Success share a bed": ["Joy", "Success"],
    "Maternal aunt Rukhsana Bibi to help": ["Rukhsana Bibi"],
    "mother (K.S.) has not been told": ["K.S"],
    "B. cried at handover": ["B"],
    "She moved in with Patience": ["Patience"],
    "Success Okonkwo is in Year 6": ["Success Okonkwo"],
    "| Frank Bold | stepfather |": ["Frank Bold"],
    "| bill | grandad |": ["bill"],
    "\u2022 Hope: new shoes": ["Hope"],
    "We asked Bill for proof of rent": ["Bill"],
    "Child: L": ["L"],
    "Bee took notes": ["Bee"],
    "LONG has refused his tea": ["LONG"],
    "Spoke to Jun about the plan": ["Jun"],
    "bill to fix the gate": ["bill"],
    "faith goes to her dad's": ["faith"],
    "if mark turns up, call": ["mark"],
    "rose doesn't want him told": ["rose"],
    "who: will / when: by June": ["will"],
    "who takes him? pat, on Tuesdays": ["pat"],
    "Support: hope obeng": ["hope obeng"],
    "| Summer | 14 | pupil referral unit |": ["Summer"],
    "Sister: Summer. No brother.": ["Summer"],
    "May, his keyworker, agrees": ["May"],
    "May and June are sisters": ["May", "June"],
    "Since May came to stay he sleeps": ["May"],
    "Miracles attendance is 71%": ["Miracle"],
    "wills mum has a new job": ["will"],
    "Will - attends; Grace - sent apologies": ["Will", "Grace"],
    "Has Sunday paid the rent?": ["Sunday"],
    "Jubilee to see the dentist": ["Jubilee"],
    "Long family: bins not out": ["Long"],
    "Meeting with Mrs Pop": ["Pop"],
    "'Boo' is what they call her": ["Boo"],
    "He was settled at Hillside until May": ["Hillside"],
    "Staying at Rowanfield Contact Centre": ["Rowanfield Contact Centre"],
    "Registered at The Limes Surgery": ["The Limes Surgery"],
    "João dos Reis's housing officer": ["João dos Reis"],
}
UNNAMED = [
    "Faith and culture: Mass on Sundays",
    "Faith, food and language to be matched",
    "Grace and dignity in personal care",
    "Frank and open talk about money",
    "Art, PE and Drama are his best lessons",
    "Success will look like this: no call-outs",
    "Plumber to mend the boiler",
    "Ready to leave on time",
    "Charity shops to be used",
    "Year 11 Prom is paid for",
    "Sensory Circuits each morning",
    "A. Attend the group",
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN.items())
def test_a_small_word_that_no_list_has_is_a_name(text: str, name: str) -> None:
    """Wherever it stands."""
    assert [text[token.start : token.end] for token in mask(text).tokens] == [name]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_mistyped_shortened_or_run_together_is_a_word(text: str) -> None:
    """So is a medicine."""
    assert mask(text).masked == text


def test_a_text_in_another_language_is_not_all_names() -> None:
    """No list has its words; a name with a capital is found all the same."""
    text = "codziennie rano odprowadzac syna do szkoly, a Zofka przez tydzien"
    assert [text[token.start : token.end] for token in mask(text).tokens] == ["Zofka"]


@pytest.mark.parametrize(("text", "names"), NAMED.items())
def test_where_a_word_stands_makes_a_name_of_it(text: str, names: list[str]) -> None:
    """As a doer, beside a role, alone where somebody is asked for, with a capital that nothing else explains."""
    assert [text[token.start : token.end] for token in mask(text).tokens] == names


@pytest.mark.parametrize("text", UNNAMED)
def test_where_a_word_stands_can_make_a_thing_of_it(text: str) -> None:
    """Beside another thing, as a heading, as what a trade does."""
    assert mask(text).masked == text


def test_a_reply_may_hold_words_that_no_list_has() -> None:
    """A model that writes a new word in small letters has named nobody; one that writes a new name has."""
    masking = Masking()
    sent = masking.mask("Zofka to attend").masked
    assert not list(newcomers("<PERSON_1> to attend the snuzelen room", [sent]))
    assert list(newcomers("<PERSON_1> and Ikenna to attend", [sent])) == ["Ikenna"]
