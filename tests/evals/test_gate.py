"""The rules-only figures on the given sets do not fall below their floors, nor to what a baseline reaches."""

import pytest

from evals.bounds import FLOORS, TARGETS, load_bounds
from evals.cases import CaseSets, Origin, echo_pairs, load
from evals.guard_cases import load_guard
from evals.masking_cases import load_masking
from evals.run import BASELINES, Results, run
from evals.scores import Score


@pytest.fixture(scope="module")
def results() -> Results:
    sets = load()
    given = CaseSets(
        objectives=tuple(found for found in sets.objectives if found.origin is Origin.GIVEN),
        responsibility=tuple(found for found in sets.responsibility if found.origin is Origin.GIVEN),
    )
    return run(given, echo_pairs(), rewrites=load_guard(), marked=load_masking())


def scores_of(results: Results) -> dict[str, dict[str, Score]]:
    return {
        result.set.name: {score.id: score for score in result.scores}
        for result in (*results.all(), *results.guard, *results.masking)
    }


def test_every_given_case_is_answered(results: Results) -> None:
    """An error on a case would leave it out of every figure, so none may happen."""
    assert results.errors() == {}


def test_no_figure_falls_below_its_floor(results: Results) -> None:
    """Each figure of `evals/floors.toml` keeps to its bound; the message lists those that do not."""
    found = scores_of(results)
    fallen = [
        f"{name} {score_id}: {found[name][score_id].value()} is not {bound}"
        for name, bounds in load_bounds(FLOORS).items()
        for score_id, bound in bounds.items()
        if not bound.holds(found[name][score_id].value())
    ]
    assert not fallen


def test_every_floor_and_target_is_of_a_score_that_exists(results: Results) -> None:
    """A misspelt name would guard nothing."""
    found = scores_of(results)
    assert {(n, s) for n, bounds in load_bounds(FLOORS).items() for s in bounds if s not in found[n]} == set()
    targets = load_bounds(TARGETS)
    assert targets["objectives"].keys() <= found["given_objectives"].keys()
    assert targets["responsibility"].keys() <= found["given_responsibility"].keys()
    assert targets["guard"].keys() <= found["guard_development"].keys()
    assert targets["masking"].keys() <= found["masking_development"].keys()
    assert targets["together"].keys() == {"lookalikes.alarms"}


@pytest.mark.parametrize(
    "score_id",
    [
        "kappa_lenient.mean",
        "kappa_strict.mean",
        "faults.micro",
        "faults.macro",
        "split.right",
        "pairs.all_labels",
        "f1.on_victim",
    ],
)
def test_the_rules_beat_both_baselines(results: Results, score_id: str) -> None:
    """A figure that needs no understanding would be no evidence of any."""
    for result in results.all():
        ours = {score.id: score.value() for score in result.scores}
        if score_id in ours:
            for name in BASELINES:
                theirs = {score.id: score.value() for score in result.baselines[name]}
                assert (ours[score_id] or 0) > (theirs[score_id] or 0), name
