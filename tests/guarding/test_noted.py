"""A value noted down in a hurry is the same value written out, and no other."""

from datetime import date

import pytest

from rewriter.guarding.guard import guard
from rewriter.plan import Context

_TODAY = Context(today=date(2026, 11, 23))
_SAME = [
    ("2 p/w", "twice a week"),
    ("2xwk", "twice weekly"),
    ("f/n", "every two weeks"),
    ("1x f/night", "once a fortnight"),
    ("ev other wk", "every other week"),
    ("p/m", "monthly"),
    ("2x term", "twice each term"),
    ("1x half term", "once each half-term"),
    ("sat", "on Saturdays"),
    ("sat 10-12", "on Saturdays from ten until midday"),
    ("M-W", "from Monday to Wednesday"),
    ("1600-1730", "between 4pm and 5:30pm"),
    ("at 730pm", "at half past seven in the evening"),
    ("at 1/4 past 9", "at a quarter past nine"),
    ("1/2 hr", "for thirty minutes"),
    ("1½ hrs", "for ninety minutes"),
    ("1 hr 30m", "for an hour and a half"),
    ("by 2 dec 26", "by 2 December"),
    ("Wed 2 dec", "on 2 December"),
    ("by end jan", "by 31 January 2027"),
    ("min once a mth", "at least once a month"),
    ("min 3 x", "at least three times"),
    ("24/7", "round the clock"),
    ("5 nights out of 7", "five nights a week"),
    ("w/in 5 wkg days", "within five working days"),
    ("for 200 mls", "for two hundred millilitres"),
    ("2day", "today"),
    ("yrly", "once a year"),
]


@pytest.mark.parametrize(("noted", "written"), _SAME)
def test_a_value_noted_down_is_found_again_written_out(noted: str, written: str) -> None:
    """Nothing was invented and nothing dropped."""
    found = guard(f"Jo to see Ana {noted} re budgeting", f"Jo sees Ana {written} about budgeting.", _TODAY)
    assert found.passes, found.concerns


@pytest.mark.parametrize(
    ("noted", "written"),
    [
        ("2 p/w", "three times a week"),
        ("2xwk", "twice a month"),
        ("f/n", "every week"),
        ("3+ times", "at most three times"),
        (">=3 times", "no more than three times"),
        ("sat 10-12", "on Sundays from ten until midday"),
        ("1 hr 30m", "for half an hour"),
        ("by end jan", "by the end of February"),
        ("5 nights out of 7", "four nights a week"),
    ],
)
def test_another_value_is_a_fault(noted: str, written: str) -> None:
    """However it was noted down."""
    assert not guard(f"Jo to see Ana {noted} re budgeting", f"Jo sees Ana {written} about budgeting.", _TODAY).passes
