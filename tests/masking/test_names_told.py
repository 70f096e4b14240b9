"""Names that were told of: in no form are they left, though they be words of ours as well."""

import pytest

from rewriter import mask

SOMEBODY = {
    "Grace: calmer, two incidents": ("Grace Obi", "Grace"),
    "Offer Mark a lift to probation": ("Mark Lund", "Mark"),
    "Give mark the number": ("Mark Lund", "mark"),
    "Get will to sign the tenancy": ("Will Hart", "will"),
    "Work with will on routines": ("Will Hart", "will"),
    "Mum says will hits out": ("Will Hart", "will"),
    "Mum, will agreed times": ("Will Hart", "will"),
    "Will seen at home": ("Will Hart", "Will"),
    "school and grace agree": ("Grace Obi", "grace"),
    "As long as long rings by ten": ("Long Vu", "long"),
    "Buy black a bus pass": ("Amy Black", "black"),
    "Black rang the office": ("Amy Black", "Black"),
    "contact between day and her dad": ("Amy Day", "day"),
    "the Brown brothers": ("Kofi Brown", "Brown"),
    "seen with van at home": ("Zofia Van", "van"),
    "Driver: Cross": ("Ann Cross", "Cross"),
    "Will not at school, mum to ring": ("Will Hart", "Will"),
}
WORDS = {
    "a long walk with the dog": "Long Vu",
    "with black hair and boots": "Amy Black",
    "mum will with support cook": "Will Hart",
    "staff to cook and park the car": "Amy Cook, Jo Park",
    "the van outside": "Zofia Van",
    "in the young group each day": "Jo Young, Amy Day",
    "Young Carers meet on Monday": "Jo Young",
    "Will the family attend?": "Will Hart",
    "Mark the chart": "Mark Lund",
    "By May half term": "May Tan",
    "school will feed back weekly": "Will Hart",
    "a bin bag": "Zofia Bin",
}
FORMS = {
    "NB said he would come": ("Nathan Bright", "NB"),
    "ask N.B. what suits": ("Nathan Bright", "N.B"),
    "A-M settled well": ("Anne-Marie Doyle", "A-M"),
    "nathn to try one lesson": ("Nathan Bright", "nathn"),
    "the nahtan file": ("Nathan Bright", "nahtan"),
    "kids: alsayed has the key": ("Hassan Al-Sayed", "alsayed"),
    "a chat with annemarie": ("Anne-Marie Doyle", "annemarie"),
    "with rose-mary at six": ("Rosemary Hall", "rose-mary"),
    "with muller at six": ("Anke Mueller", "muller"),
    "Pat W agreed": ("Pat Whitlow", "Pat W"),
}
NO_FORMS = {
    "SW to ring, PE on Friday": "Sarah Williams, Piotr Evans",
    "the DV service": "Dan Vu",
    "daft ideas": "Daf Evans",
}


@pytest.mark.parametrize("text", SOMEBODY)
def test_a_word_that_was_told_is_somebody_where_a_person_can_stand(text: str) -> None:
    """And where nothing tells: what was told outranks what is a word."""
    told, name = SOMEBODY[text]
    assert masked_in(text, told) == [name]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_that_was_told_stays_where_it_is_clearly_the_word(text: str) -> None:
    """Before a thing that it tells of, after an article, as what somebody does."""
    assert masked_in(text, *WORDS[text].split(", ")) == []


@pytest.mark.parametrize("text", FORMS)
def test_a_name_that_was_told_is_found_in_other_forms(text: str) -> None:
    """Initials, words run together or parted, one letter typed wrong."""
    told, name = FORMS[text]
    assert masked_in(text, told) == [name]


@pytest.mark.parametrize("text", NO_FORMS)
def test_what_only_looks_like_another_form_stays(text: str) -> None:
    """A role's letters, a service's, a word of the language."""
    assert masked_in(text, *NO_FORMS[text].split(", ")) == []


def test_initials_and_words_run_together_are_the_same_person() -> None:
    """One person, one number, whatever the form."""
    masked = mask("Nathan Bright came; ask NB or nathanbright.", ["Nathan Bright"])
    assert masked.masked == "<PERSON_1> came; ask <PERSON_1B> or <PERSON_1C>."


def masked_in(text: str, *told: str) -> list[str]:
    """Give the stretches that were masked."""
    return [text[token.start : token.end] for token in mask(text, told).tokens]
