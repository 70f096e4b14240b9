"""What the splitter of text promises."""

from hypothesis import given
from hypothesis import strategies as st

from rewriter.text import is_name_shaped, joined, key_of, sentences, words_of


def keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]


def cut(text: str) -> list[str]:
    words = words_of(text)
    return [text[words[first].start : words[last - 1].end] for first, last in sentences(words)]


def test_a_hyphen_inside_a_word_joins_two_words() -> None:
    """ "half-term" and "half term" read the same."""
    assert keys("half-term") == keys("half term") == ["half", "term"]


def test_numbers_keep_their_marks_and_units() -> None:
    """Dates, clock times, percentages and glued units are one word each."""
    assert keys("22/9/26 8.55am 60% 40cm 15:30") == ["22/9/26", "8.55am", "60%", "40cm", "15:30"]


def test_a_possessive_is_looked_up_by_its_owner() -> None:
    """Straight and curly apostrophes alike; the plural possessive owns too."""
    for written in ("Sarah's mother", "Sarah\u2019s mother"):
        owner = words_of(written)[0]
        assert (owner.key, owner.possessive) == ("sarah", True)
    assert words_of("the parents' home")[1].possessive


def test_a_closing_quotation_mark_owns_nothing() -> None:
    """A word that ends a quotation is not a possessive."""
    assert not words_of("he says 'no games' each time")[4].possessive


def test_sentences_end_at_stops_lines_cells_and_semicolons() -> None:
    """Table rows and bullets are sentences of their own."""
    assert cut("Mum to ring. Dad to drive; Ann to wait | ongoing\n- bins") == [
        "Mum to ring.",
        "Dad to drive",
        "Ann to wait",
        "ongoing",
        "- bins",
    ]


def test_an_abbreviation_a_number_or_an_initial_ends_no_sentence() -> None:
    """ "Mr. Sule", "1. Mother", "J. Smith" and "8.30" stay whole."""
    for text in ("Mr. Sule keeps the tally", "1. Mother to ring", "J. Smith to ring", "Arrive by 8.30 each day"):
        assert cut(text) == [text]


def test_a_name_has_one_capital_then_small_letters() -> None:
    """Acronyms and small words are not shaped like names; O'Rourke is."""
    assert [is_name_shaped(word) for word in words_of("Ola SW mum O'Rourke A")] == [True, False, False, True, False]


def test_phrases_are_joined_as_a_person_would() -> None:
    """Commas, then "and"; empty phrases are left out."""
    assert [joined(parts) for parts in ([], ["a"], ["a", "b"], ["a", "", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_key_is_lower_case_with_straight_apostrophes() -> None:
    """Look-ups do not depend on how a word was typed."""
    assert key_of("Can\u2019t") == "can't"


@given(st.text())
def test_words_lie_in_the_text_in_order(text: str) -> None:
    """Every word is the text it points at, and none overlap."""
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end
        assert text[word.start : word.end] == word.text
        assert word.key
        end = word.end


@given(st.text(alphabet="ab .;|\n1'-?"))
def test_sentences_are_in_order_and_hold_something(text: str) -> None:
    """No sentence is empty, none overlap, and each holds a letter or digit."""
    words = words_of(text)
    end = 0
    for first, last in sentences(words):
        assert end <= first < last <= len(words)
        assert any(word.key[0].isalnum() for word in words[first:last])
        end = last


@given(st.text(alphabet="ab .;|\n1'-?"))
def test_no_letter_is_lost(text: str) -> None:
    """Everything but spaces and the hyphens inside words comes back as a word."""
    assert "".join(word.text for word in words_of(text)).replace("-", "") == text.replace(" ", "").replace("-", "")
