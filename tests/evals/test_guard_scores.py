"""The scores of the guard are right on a small set worked out by hand."""

from pathlib import Path

import pytest

from evals.cases import CaseError
from evals.guard_cases import GuardCase, GuardSet, load_guard
from evals.guard_scores import by_fault, guard_results
from rewriter.answer import Guarded

BEFORE = "Jo to ring Ana 4 times by 3 May"


def case(name: str, rewrite: str, fault: str | None = None, span: str | None = None) -> GuardCase:
    whole = {"id": name, "objective": BEFORE, "context": {}, "rewrite": rewrite, "changes": [], "why": "because"}
    return GuardCase.model_validate({**whole, "faithful": fault is None, "fault": fault, "span": span}, strict=False)


CASES = (
    case("true", "Jo rings Ana four times by 3 May."),
    case("taken for false", "Jo rings Ana four times by 3 May, with Mr Oti."),
    case("caught", "Jo rings Ana 5 times by 3 May.", "changed_number", "5 times"),
    case("caught elsewhere", "Jo rings Ana 4 times by 9 May.", "dropped_fact", "ring"),
    case("missed", "Jo rings Ana 4 times by 3 May.", "invented_reason", "Jo"),
)


def test_shares_are_of_the_faithful_and_of_the_faulty() -> None:
    """One of two faithful ones stopped; two of three faults caught, one at its words."""
    (result,) = guard_results([GuardSet("small", CASES)])
    assert all(isinstance(answer, Guarded) for answer in result.answers.values())
    assert {score.id: score.value() for score in result.scores} == {
        "faithful.stopped": 0.5,
        "named.caught": 1.0,
        "faults.caught": pytest.approx(2 / 3),
        "faults.pointed_at": pytest.approx(1 / 3),
    }
    assert by_fault(result) == {"changed_number": (1, 1), "dropped_fact": (1, 1), "invented_reason": (0, 1)}


def test_the_sets_are_apart_and_about_half_of_each_is_faithful() -> None:
    """No rewrite stands in both. The last lot has more faithful ones, as those are what the guard gets wrong."""
    development, held_out = load_guard()
    assert not {case.id for case in development.cases} & {case.id for case in held_out.cases}
    for found in (development, held_out):
        assert 2 * sum(case.faithful for case in found.cases) == pytest.approx(len(found.cases), rel=0.07)
        assert all((case.fault is None) is case.faithful for case in found.cases)


def test_a_line_that_does_not_fit_is_named_and_not_quoted(tmp_path: Path) -> None:
    """File, line and field, and no word of it."""
    (tmp_path / "guard_development.jsonl").write_text('{"id": "x", "objective": "secret"}\n', "utf-8")
    with pytest.raises(CaseError, match=r"guard_development\.jsonl, line 1: context does not fit"):
        load_guard(tmp_path)
