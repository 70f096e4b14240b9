"""The time of every answer is reported, and a time that nobody noted is unknown, never nought."""

from collections.abc import Iterator

import pytest

from evals.answers import DraftAnswer, ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import ObjectiveCase, ResponsibilityCase, load
from evals.kept import Took
from evals.systems import RulesOnly
from evals.timed import Timed, reply_times, rule_times, time_by_rules, time_of_replies
from tests.evals.models import CASE


def ticking() -> Iterator[float]:
    """Give a clock on which every answer takes a tenth longer than the one before."""
    now = 0.0
    for number in range(1, 100):
        yield now
        now += number / 10
        yield now


def test_a_timed_system_says_what_the_system_says() -> None:
    text = load().responsibility[0].cases[0]
    rules, timed = RulesOnly(), Timed(RulesOnly())
    assert timed.name == rules.name
    assert timed.judge(CASE) == rules.judge(CASE)
    assert timed.draft(CASE).objectives == rules.draft(CASE).objectives
    assert timed.check(text) == rules.check(text)


def test_each_kind_of_answer_has_its_median_and_its_slowest() -> None:
    clock = ticking()
    timed = Timed(RulesOnly(), clock=lambda: next(clock))
    for _ in range(3):
        timed.judge(CASE)
    timed.draft(CASE)
    assert rule_times(timed.seconds).rows == (
        ("Critique", "3", "200.0 ms", "300.0 ms"),
        ("Rewrite", "1", "400.0 ms", "400.0 ms"),
    )


class Failing:
    """Answers nothing."""

    name = "failing"

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:
        """Fail."""
        raise LookupError(case.id)

    def draft(self, case: ObjectiveCase) -> DraftAnswer:
        """Fail."""
        raise LookupError(case.id)

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:
        """Fail."""
        raise LookupError(case.id)


def test_a_failure_has_no_time() -> None:
    timed = Timed(Failing())
    with pytest.raises(LookupError):
        timed.judge(CASE)
    assert timed.seconds == {}


def test_replies_that_were_not_timed_are_unscored_and_their_time_is_not_known() -> None:
    table = reply_times({"rewrite": Took((), 111), "responsibility": Took((2.0, 9.0, 4.0), 1)})
    assert table.columns == ("Replies", "Timed", "Median", "Slowest", "Unscored")
    assert table.rows == (
        ("Critique and rewrite in one", "0", "not known", "not known", "111"),
        ("Who is made responsible", "3", "4.0 s", "9.0 s", "1"),
    )


def test_time_is_said_in_a_sentence_and_what_nobody_knows_is_said_to_be_so() -> None:
    assert time_by_rules({"Rewrite": [0.004, 0.006, 0.1]}).startswith("By rules alone a rewrite takes 6.0 ms")
    assert time_by_rules({}) == ""
    assert time_of_replies("m", {"rewrite": Took((), 111)}) == (
        "How long the 111 kept rewrites of the model m took is not known."
    )
    assert "took 3.0 seconds (the median of 2, and 1 that nobody timed)" in time_of_replies(
        "m", {"rewrite": Took((2.0, 4.0), 1)}
    )
    assert time_of_replies("m", {}) == ""
