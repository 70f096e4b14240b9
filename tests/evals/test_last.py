"""A run is compared with the last committed result, and a fall beyond its interval is named with the cases."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evals.agreement import SHARE
from evals.cases import CaseSet, CaseSets, Kind, Origin, load
from evals.last import Kept, Last, Result, changes_since, falls_since, read_last, result_of, written
from evals.outcomes import outcomes_of, rewrite_outcomes
from evals.run import ObjectiveResult, Results, run
from evals.scores import Score, yes

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


REWRITES = replace(WAS, rewrites={"a": (), "b": ("served.kept: 1/2",)})


def test_cases_whose_rewrites_changed_are_named_too() -> None:
    found = changes_since(REWRITES, replace(WAS, rewrites={"a": ("served.kept: 0/1",), "b": ("served.kept: 1/2",)}))
    assert found == (("a", (), ("served.kept: 0/1",)),)
    found = changes_since(REWRITES, replace(WAS, cases={"b": ()}, rewrites={"b": ()}))
    assert found == (("b", ("M: wrong", "served.kept: 1/2"), ()),)


def test_where_the_last_result_told_of_no_rewrites_none_of_them_changed() -> None:
    assert changes_since(WAS, REWRITES) == ()


def test_of_rewrites_the_scores_that_are_short_stand_by_case_but_for_untouched_ones() -> None:
    invents = Score("invents", "", SHARE, (yes(True), yes(False)), lower_is_better=True, cases=("a", "b"))
    must = Score("must", "", SHARE, (yes(True), yes(False), yes(True)), cases=("a", "a", "b"))
    origins = (Origin.OWN, Origin.UNTOUCHED)
    results = Results(
        tuple(ObjectiveResult(CaseSet(origin, Kind.OBJECTIVES, ()), {}, {}, (), {}) for origin in origins), ()
    )
    scores = {"own_objectives": (invents, must), "untouched_objectives": (replace(must, cases=("c", "c", "c")),)}
    assert rewrite_outcomes(results, scores) == {"a": ("invents: 1/1", "must: 1/2"), "b": ()}


def test_a_result_comes_back_as_it_was_written(results: Results, tmp_path: Path) -> None:
    told = {"rules only": replace(result_of(results), rewrites=REWRITES.rewrites)}
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
