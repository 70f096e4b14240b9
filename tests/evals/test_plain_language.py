"""How plainly a text is put is counted by rules that a reader can follow by hand."""

import pytest

from evals.plain_language import plain_language_table, plainness, syllables

PLAIN = "Mum to ring the school by 4 May."
STIFF = "Mother to facilitate multidisciplinary communication regarding educational participation by 4 May."


@pytest.mark.parametrize(
    ("word", "number"),
    [("Mum", 1), ("school", 1), ("late", 1), ("table", 2), ("agree", 2), ("attendance", 3), ("GP", 1), ("the", 1)],
)
def test_syllables_are_runs_of_vowels_but_for_a_silent_last_e(word: str, number: int) -> None:
    assert syllables(word) == number


def test_sentences_end_at_stops_and_lines_and_not_within_numbers() -> None:
    """A goal and its objectives stand on lines of their own, often without a stop."""
    assert plainness("Kai to sleep well\nDad to read at 6.30 until May. Mum to ring.").sentences == 3


def test_the_grade_is_that_of_the_formula() -> None:
    """Seven words without the number, seven syllables, one sentence."""
    found = plainness(PLAIN)
    assert (found.words, found.syllables, found.sentences) == (7, 7, 1)
    assert found.grade() == pytest.approx(0.39 * 7 + 11.8 - 15.59)


def test_long_words_raise_the_grade_and_the_share() -> None:
    assert plainness(STIFF).grade() > plainness(PLAIN).grade()
    assert plainness(PLAIN).share_of_long_words() == 0
    assert plainness(STIFF).share_of_long_words() > 0.3


def test_initials_that_the_rules_know_as_jargon_are_counted_and_everyday_ones_are_not() -> None:
    assert plainness("SW to convene MDT by 4 May").unknown == 1
    assert plainness("SW to ring the GP by 4 May").unknown == 0


def test_a_text_of_nothing_has_no_figure_that_fails() -> None:
    assert plainness("").share_of_long_words() == 0


def test_only_objectives_that_every_system_has_are_compared() -> None:
    """One that a system left out would make it look plainer or less plain than it is."""
    both = plain_language_table({"A": {"one": PLAIN, "two": STIFF}, "B": {"one": PLAIN}})
    assert "1 objectives" in both.title
    assert {row[1] == row[2] for row in both.rows} == {True}


def test_no_shared_objective_gives_a_table_without_figures() -> None:
    assert plain_language_table({"A": {"one": PLAIN}, "B": {}}).rows == ()
