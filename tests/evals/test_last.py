"""A run is compared with the last committed result, and a fall beyond its interval is named with the cases."""

from datetime import date
from pathlib import Path

import pytest

from evals.cases import CaseSets, Origin, load
from evals.last import Kept, Last, Result, changes_since, falls_since, read_last, result_of, written
from evals.outcomes import outcomes_of
from evals.run import Results, run

WAS = Result(
    {"given_objectives": {"kappa": Kept(0.9, 0.8, 1.0, False)}}, {"a": (), "b": ("M: wrong",), "c": ("S: wrong",)}
)


@pytest.fixture(scope="module")
def results() -> Results:
    given = [group for group in load().responsibility if group.origin is not Origin.OWN]
    return run(CaseSets(objectives=(), responsibility=tuple(given)), frozenset())


def now(value: float, *, lower: bool = False) -> Result:
    return Result({"given_objectives": {"kappa": Kept(value, None, None, lower)}}, {})


def test_a_figure_within_the_last_interval_is_no_fall() -> None:
    assert falls_since(WAS, now(0.8)) == ()


def test_a_figure_beyond_the_last_interval_is_a_fall_and_says_from_where() -> None:
    assert falls_since(WAS, now(0.79)) == ("given_objectives kappa: was 0.90, is 0.79",)


def test_a_figure_that_should_be_low_falls_by_rising() -> None:
    was = Result({"given_objectives": {"kappa": Kept(0.0, 0.0, 0.08, True)}}, {})
    assert falls_since(was, now(0.08)) == ()
    assert falls_since(was, now(0.09)) == ("given_objectives kappa: was 0.00, is 0.09",)


def test_without_an_interval_anything_worse_is_a_fall() -> None:
    was = Result({"given_objectives": {"kappa": Kept(0.5, None, None, False)}}, {})
    assert falls_since(was, now(0.5)) == ()
    assert len(falls_since(was, now(0.4999))) == 1


def test_a_figure_that_cannot_be_said_any_more_is_a_fall() -> None:
    assert falls_since(WAS, Result({"given_objectives": {}}, {})) == (
        "given_objectives kappa: was 0.90, cannot be said now",
    )


def test_a_set_that_was_not_run_says_nothing() -> None:
    assert falls_since(WAS, Result({}, {})) == ()


def test_the_cases_that_changed_are_named_with_what_is_mended_and_what_is_new() -> None:
    found = changes_since(WAS, Result({}, {"a": ("T: wrong",), "b": (), "c": ("S: wrong",), "d": ("new case",)}))
    assert [(case.id, case.mended, case.new) for case in found] == [("a", (), ("T: wrong",)), ("b", ("M: wrong",), ())]


def test_a_result_comes_back_as_it_was_written(results: Results, tmp_path: Path) -> None:
    told = {"rules only": result_of(results)}
    path = tmp_path / "last.json"
    path.write_text(written(date(2026, 9, 7), told), "utf-8")
    last = read_last(path)
    assert isinstance(last, Last)
    assert (last.day, last.results) == ("2026-09-07", told)
    assert written(date(2026, 9, 7), last.results) == path.read_text("utf-8")


def test_where_nothing_was_written_there_is_no_last_result(tmp_path: Path) -> None:
    assert read_last(tmp_path / "last.json") is None


def test_untouched_cases_are_not_told_apart_and_no_text_is_kept(results: Results) -> None:
    given, untouched = results.responsibility
    kept = written(date(2026, 9, 7), {"rules only": result_of(results)})
    assert set(outcomes_of(results)) == {case.id for case in given.set.cases}
    assert not [case.id for case in (*given.set.cases, *untouched.set.cases) if case.text in kept]
    assert f'"{untouched.set.cases[0].id}"' not in kept
