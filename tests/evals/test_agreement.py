"""The arithmetic of agreement gives the known values of small tables."""

import math
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.agreement import (
    F1,
    KAPPA,
    NO,
    SHARE,
    YES,
    Counts,
    Row,
    count,
    f1,
    interval,
    kappa,
    macro_f1,
    mean_kappa,
    outcome,
    share,
)

words = st.sampled_from(["met", "partly", "not_met", "unclear"])
events = st.lists(st.tuples(words, words), max_size=60)


def test_kappa_of_the_textbook_table() -> None:
    """20 and 15 on the diagonal, 5 and 10 off it: 0.7 agree, 0.5 by chance, kappa 0.4."""
    table: Counts = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert kappa(table) == pytest.approx(0.4)


def test_kappa_of_three_classes() -> None:
    """10 of 14 agree and chance gives 70 of 196: (140 - 70) / (196 - 70)."""
    table: Counts = {("a", "a"): 4, ("a", "b"): 1, ("b", "b"): 4, ("b", "c"): 2, ("c", "c"): 2, ("c", "a"): 1}
    assert kappa(table) == pytest.approx((10 * 14 - (5 * 5 + 6 * 5 + 3 * 4)) / (14 * 14 - (5 * 5 + 6 * 5 + 3 * 4)))


def test_kappa_is_one_for_full_agreement_and_nought_for_one_constant_answer() -> None:
    """Always giving the same answer is worth nothing, however often it is right."""
    assert kappa({("a", "a"): 3, ("b", "b"): 9}) == 1.0
    assert kappa({("a", "a"): 9, ("b", "a"): 1}) == 0.0


def test_kappa_below_chance_is_negative() -> None:
    """Swapping two answers is worse than guessing."""
    assert kappa({("a", "b"): 5, ("b", "a"): 5}) == pytest.approx(-1.0)


def test_kappa_is_undefined_where_chance_alone_agrees_fully() -> None:
    """No table, or one class on both sides, says nothing."""
    assert kappa({}) is None
    assert kappa({("a", "a"): 7}) is None


@given(events)
def test_kappa_does_not_care_who_is_called_right(pairs: list[tuple[str, str]]) -> None:
    """It is symmetrical, and never above 1."""
    one, other = kappa(Counter(pairs)), kappa(Counter((found, told) for told, found in pairs))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert math.isclose(one, other)
        assert one <= 1


def test_mean_kappa_is_the_mean_of_each_criterions_own() -> None:
    """One criterion at 1 and one at 0 make a half; criteria are not thrown together."""
    table: Counts = {("s", "a", "a"): 5, ("s", "b", "b"): 5, ("m", "a", "a"): 5, ("m", "b", "a"): 5}
    assert mean_kappa(table) == pytest.approx(0.5)


def test_mean_kappa_is_undefined_where_one_criterion_is() -> None:
    """A criterion that cannot be scored is not passed over in silence."""
    assert mean_kappa({("s", "a", "a"): 5, ("m", "a", "a"): 5, ("m", "b", "b"): 5}) is None
    assert mean_kappa({}) is None


def test_f1_of_known_counts() -> None:
    """6 right, 2 too many, 4 missed: precision 3/4, recall 3/5, F1 2/3."""
    assert f1({("tp",): 6, ("fp",): 2, ("fn",): 4}) == pytest.approx(2 / 3)
    assert f1({("fp",): 1}) == 0.0
    assert f1({}) is None


def test_macro_f1_weighs_every_code_alike_and_leaves_out_those_never_given() -> None:
    """A code that no case has cannot be scored; one given and missed is a nought."""
    table: Counts = {("a", "tp"): 9, ("b", "fn"): 1, ("never given", "fp"): 3}
    assert macro_f1(table) == pytest.approx(0.5)
    assert macro_f1({("never given", "fp"): 3}) is None


@pytest.mark.parametrize(
    ("told", "found", "row"),
    [(True, True, (("tp",),)), (True, False, (("fn",),)), (False, True, (("fp",),)), (False, False, ())],
)
def test_an_outcome_is_a_hit_a_miss_an_alarm_or_nothing(told: bool, found: bool, row: Row) -> None:
    """A true negative is no event: F1 does not count it."""
    assert outcome(given=told, found=found) == row


def test_a_share_of_nothing_is_undefined_not_nought() -> None:
    """What was never asked has no share."""
    assert share({YES: 3, NO: 1}) == 0.75
    assert share({}) is None


def test_an_interval_is_the_same_every_time_and_holds_the_figure() -> None:
    """The seed decides it; another seed gives another."""
    rows = [*[(YES,)] * 30, *[(NO,)] * 10]
    found = interval(rows, SHARE, "a")
    assert found == interval(rows, SHARE, "a")
    assert found is not None
    assert found.low < 0.75 < found.high
    # The normal approximation gives 0.75 ± 0.134.
    assert found.low == pytest.approx(0.616, abs=0.04)
    assert found.high == pytest.approx(0.884, abs=0.04)


def test_more_cases_make_an_interval_narrower() -> None:
    """Four times the cases, about half the width."""
    few, many = (interval([(YES,)] * 7 * n + [(NO,)] * 3 * n, SHARE, "a") for n in (4, 16))
    assert few is not None
    assert many is not None
    assert (many.high - many.low) / (few.high - few.low) == pytest.approx(0.5, abs=0.12)


def test_none_of_thirty_is_not_shown_as_certain() -> None:
    """Where nothing varies the bound is the exact binomial one: none of 30 may still be 11.6%."""
    none, every = interval([(NO,)] * 30, SHARE, "a"), interval([(YES,)] * 30, SHARE, "a")
    assert none is not None
    assert every is not None
    assert tuple(none) == pytest.approx((0.0, 0.1157), abs=1e-4)
    assert tuple(every) == pytest.approx((1 - 0.1157, 1.0), abs=1e-4)


def test_units_that_say_nothing_do_not_count_as_units() -> None:
    """An empty row is left out; one unit alone has no interval."""
    assert interval([(NO,), ()], SHARE, "a") is None
    assert interval([*[(NO,)] * 30, *[()] * 500], SHARE, "a") == interval([(NO,)] * 30, SHARE, "a")


def test_resampling_by_pair_is_wider_than_by_case_where_pairs_go_together() -> None:
    """Two texts that are always right or wrong together are worth one, not two."""
    apart = [*[(YES,)] * 40, *[(NO,)] * 20]
    together = [*[(YES, YES)] * 20, *[(NO, NO)] * 10]
    single, double = interval(apart, SHARE, "a"), interval(together, SHARE, "a")
    assert single is not None
    assert double is not None
    assert double.high - double.low > 1.2 * (single.high - single.low)


def test_units_with_several_events_are_drawn_whole_and_counted_each_time_they_are_drawn() -> None:
    """The same as drawing the units themselves and counting what they hold."""
    rows: list[Row] = [(("tp",), ("tp",), ("fn",)), (("fp",),), (("tp",),), (("fp",),), (("tp",), ("fp",))] * 3
    draw = random.Random("a")  # noqa: S311 - the seed is the point
    by_hand = sorted(f1(count(draw.choices(rows, k=len(rows)))) or 0 for _ in range(200))
    assert interval(rows, F1, "a", resamples=200) == (by_hand[5], by_hand[194])


@given(st.lists(st.lists(st.sampled_from([("tp",), ("fp",), ("fn",)]), max_size=4).map(tuple), max_size=25))
def test_an_interval_lies_between_the_least_and_the_most(rows: list[Row]) -> None:
    """Low is never above high, and neither leaves 0 to 1."""
    found = interval(rows, F1, "a", resamples=40)
    assert found is None or 0 <= found.low <= found.high <= 1


@given(events)
def test_what_a_kappa_rests_on_is_said(pairs: list[tuple[str, str]]) -> None:
    """The words beside it count those that agree and all."""
    agree = sum(one == other for one, other in pairs)
    assert KAPPA.said(Counter(pairs)) == f"{agree}/{len(pairs)} agree"
