"""The same value written in another way is the same, and another value is not."""

import pytest

from rewriter.guarding.guard import guard
from rewriter.smart import Severity

SAME = [
    ("more than 2 times", "three times or more"),
    ("less than 3 times", "at most twice"),
    ("at least once a week", "one or more times a week"),
    ("in a week", "in any week"),
    ("6 times", "half a dozen times"),
    ("a couple of times", "twice"),
    ("at 10.15", "at a quarter past ten"),
    ("at 8pm", "at eight in the evening"),
    ("at 1600", "at 4pm"),
    ("from 2-4pm", "between 14:00 and 16:00"),
    ("half termly", "once every half-term"),
    ("1st week", "in the first week"),
    ("in wk 3", "in the third week"),
    ("every 2nd week", "fortnightly"),
    ("every 3rd night", "every three nights"),
    ("4 weekly", "every four weeks"),
    ("bi-weekly", "every two weeks"),
    ("bd", "twice a day"),
    ("for 1.5 hrs", "for an hour and a half"),
    ("for 1hr 30", "for ninety minutes"),
    ("50% of lessons", "half of the lessons"),
    ("75% of lessons", "three quarters of the lessons"),
    ("on Tues + Thurs", "on two days each week, Tuesdays and Thursdays"),
    ("every day", "seven days a week"),
    ("weekends", "on Saturdays and Sundays"),
    ("£1.5k", "£1,500"),
    ("1m", "100 cm"),
    ("both sisters", "the two sisters"),
    ("zero absences", "no absences"),
    ("Y10", "Year 10"),
    ("7 out of 10", "7/10"),
    ("end of Jan", "the last day of January"),
    ("4/7 nights", "four nights a week"),
]
OTHER = [
    ("more than 2 times", "twice or more"),
    ("at 10.15", "at a quarter to ten"),
    ("at 8pm", "at eight in the morning"),
    ("half termly", "once a term"),
    ("in wk 3", "in the fourth week"),
    ("every 2nd week", "every third week"),
    ("for 1.5 hrs", "for two hours and a half"),
    ("50% of lessons", "three quarters of the lessons"),
    ("£1.5k", "£150"),
    ("1m", "10 cm"),
    ("12 weeks", "12 months"),
    ("both sisters", "the three sisters"),
    ("zero absences", "two absences"),
    ("by 3 May", "by 5 March"),
    ("Mondays", "Tuesdays"),
]


def passes(one: str, other: str) -> bool:
    """Whether a plan with one wording is true to the same plan with the other."""
    concerns = guard(f"Sam to do maths {one}", f"Sam does maths {other}.").concerns
    return all(concern.severity is not Severity.FAULT for concern in concerns)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_value_may_be_written_in_another_way(one: str, other: str) -> None:
    """Whichever of the two the original has."""
    assert passes(one, other)
    assert passes(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_value_is_a_fault(one: str, other: str) -> None:
    """However near it is."""
    assert not passes(one, other)


@pytest.mark.parametrize("words", ["a new xbox", "twenty xboxes", "£ xbox", "x", "xx", "X-ray"])
def test_a_word_that_begins_with_x_is_no_number(words: str) -> None:
    """Only "x3" is, for three times."""
    assert passes(words, words)


@pytest.mark.parametrize("words", ["for 30mins p/w", "1st p of the list", "x2 pounds", "for 1hr p.w."])
def test_a_coin_after_a_number_of_something_else_is_no_money(words: str) -> None:
    """The p of "p/w" is no penny."""
    assert passes(words, words)
