"""The scores of objectives are right on small sets worked out by hand."""

from collections.abc import Sequence
from typing import Any

import pytest

from evals.answers import DraftAnswer, ObjectiveAnswer, Unanswered
from evals.cases import ObjectiveCase
from evals.objective_scores import DraftAnswers, ObjectiveAnswers, confusion, objective_scores
from evals.scores import Score
from rewriter.smart import CRITERIA, Criterion, InputKind, Verdict

MET, PARTLY, NOT_MET, UNCLEAR = Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET, Verdict.UNCLEAR


def case(
    name: str,
    verdicts: Sequence[Verdict] | None,
    faults: Sequence[str] = (),
    also_ok: dict[str, list[str]] | None = None,
    **gold: object,
) -> ObjectiveCase:
    by_name = None if verdicts is None else {c.value: v.value for c, v in zip(CRITERIA, verdicts, strict=True)}
    judged: dict[str, Any] = {
        "verdicts": by_name,
        "why": None if by_name is None else dict.fromkeys(by_name, "because"),
        "faults": list(faults),
        "needs_goal_split": False,
        "min_objectives": None if by_name is None else 1,
        "harm": {"abuse": False, "harmed": None, "caused_by": None},
        "good": False,
        "must": [],
        "must_not": [],
        "also_ok": also_ok or {},
        "not_an_objective": by_name is None,
        **gold,
    }
    whole = {"id": name, "domain": "any", "objective": "Words.", "context": {}, "gold": judged}
    return ObjectiveCase.model_validate(whole, strict=False)


def answer(verdicts: Sequence[Verdict], faults: Sequence[str] = (), *, split: bool = False) -> ObjectiveAnswer:
    by_criterion = dict(zip(CRITERIA, verdicts, strict=True))
    return ObjectiveAnswer(InputKind.OBJECTIVE, by_criterion, frozenset(faults), needs_goal_split=split, abuse=False)


def refusal(kind: InputKind) -> ObjectiveAnswer:
    return ObjectiveAnswer(kind, {}, frozenset(), needs_goal_split=False, abuse=False)


def scored(
    cases: Sequence[ObjectiveCase], answers: ObjectiveAnswers, drafts: DraftAnswers | None = None
) -> dict[str, Score]:
    drafts = drafts or {c.id: DraftAnswer(1) for c in cases}
    return {score.id: score for score in objective_scores(cases, answers, drafts)}


def test_an_allowed_verdict_counts_as_the_given_one_only_when_lenient() -> None:
    """Two cases, two classes: the second is met by an allowed verdict."""
    cases = [case("a", [MET] * 5), case("b", [NOT_MET] * 5, also_ok={"specific": ["met"]})]
    scores = scored(cases, {"a": answer([MET] * 5), "b": answer([MET, *[NOT_MET] * 4])})
    assert scores["kappa_lenient.specific"].value() == 1.0
    assert scores["kappa_strict.specific"].value() == 0.0
    assert scores["kappa_lenient.mean"].value() == 1.0
    assert scores["kappa_strict.mean"].value() == pytest.approx(0.8)


def test_a_verdict_that_is_not_allowed_is_wrong_in_both() -> None:
    """`also_ok` opens no door to a third verdict."""
    cases = [case("a", [MET] * 5), case("b", [NOT_MET] * 5, also_ok={"specific": ["partly"]})]
    scores = scored(cases, {"a": answer([MET] * 5), "b": answer([MET, *[NOT_MET] * 4])})
    assert scores["kappa_lenient.specific"].value() == 0.0


def test_taking_an_objective_for_something_else_is_wrong_and_not_unscored() -> None:
    """Half the verdicts are missing, so half agree: kappa (2*1 - 1) / (4 - 1)."""
    cases = [case("a", [MET] * 5), case("b", [NOT_MET] * 5, ["no_deadline"])]
    answers = {"a": answer([MET] * 5), "b": refusal(InputKind.MESSAGE)}
    scores = scored(cases, answers)
    assert scores["kappa_lenient.specific"].value() == pytest.approx(1 / 3)
    assert scores["faults.micro"].value() == 0.0
    assert scores["kind.false_alarms"].value() == 0.5
    assert confusion(cases, answers, Criterion.SPECIFIC) == {("met", "met"): 1, ("not_met", "none"): 1}


def test_what_is_no_objective_is_unscored_for_verdicts_and_counted() -> None:
    """It has no verdicts to agree with; its kind is scored instead, under the contract's name."""
    cases = [
        case("a", [MET] * 5),
        case("b", [NOT_MET] * 5),
        case("c", None, kind="email"),
        case("d", None, kind="question"),
    ]
    answers = {
        "a": answer([MET] * 5),
        "b": answer([NOT_MET] * 5),
        "c": refusal(InputKind.MESSAGE),
        "d": answer([MET] * 5, ["no_actor"]),
    }
    scores = scored(cases, answers)
    assert scores["kappa_strict.mean"].value() == 1.0
    assert scores["kappa_strict.mean"].unscored == 2
    assert scores["faults.micro"].value() is None
    assert scores["kind.found"].value() == 0.5
    assert scores["kind.named"].value() == 0.5


def test_a_failure_is_unscored_and_counted_never_nought() -> None:
    """A case without an answer lowers no figure and stands beside each."""
    cases = [case("a", [MET] * 5), case("b", [NOT_MET] * 5), case("c", [MET] * 5, ["jargon"])]
    scores = scored(cases, {"a": answer([MET] * 5), "b": answer([NOT_MET] * 5), "c": Unanswered("ValueError")})
    assert scores["kappa_strict.mean"].value() == 1.0
    assert {score.unscored for name, score in scores.items() if not name.startswith("objectives.")} == {1}


def test_fault_codes_are_counted_with_and_without_jargon() -> None:
    """One right, one too many, one missed, and a wrong jargon on top."""
    cases = [case("a", [NOT_MET] * 5, ["no_actor", "no_deadline"]), case("b", [MET] * 5)]
    scores = scored(cases, {"a": answer([NOT_MET] * 5, ["no_actor", "vague_verb", "jargon"]), "b": answer([MET] * 5)})
    assert scores["faults.micro"].value() == pytest.approx(2 / (2 + 2))
    assert scores["faults.micro_with_jargon"].value() == pytest.approx(2 / (2 + 3))
    assert scores["faults.macro"].value() == pytest.approx(0.5)  # no_actor 1, no_deadline 0
    assert scores["fault.no_deadline"].measure.said(scores["fault.no_deadline"].counts()) == "tp 0 fp 0 fn 1"


def test_no_quantity_is_left_open_where_m_is_partly() -> None:
    """Neither finding nor missing it there counts; elsewhere both do."""
    partly = [MET, PARTLY, MET, MET, MET]
    cases = [
        case("a", partly, ["no_quantity"]),
        case("b", partly),
        case("c", [NOT_MET] * 5, ["no_quantity", "no_deadline"]),
    ]
    found = {
        "a": answer(partly),
        "b": answer(partly, ["no_quantity"]),
        "c": answer([NOT_MET] * 5, ["no_quantity", "no_deadline"]),
    }
    scores = scored(cases, found)
    assert scores["faults.micro"].value() == 1.0
    assert scores["fault.no_quantity"].counts() == {("tp",): 1}
    assert scores["fault.no_quantity"].unscored == 2


def test_a_code_that_the_standard_does_not_name_is_no_fault_found() -> None:
    """Labels that belong to responsibility alone are judged there."""
    scores = scored([case("a", [MET] * 5)], {"a": answer([MET] * 5, ["mutualises"])})
    assert scores["faults.micro_with_jargon"].value() is None


def test_r_is_right_only_among_those_with_a_stated_need() -> None:
    """R unclear means that no need was stated, so such a case is not asked."""
    cases = [
        case("a", [MET, MET, MET, MET, MET]),
        case("b", [MET, MET, MET, PARTLY, MET], also_ok={"relevant": ["unclear"]}),
        case("c", [MET, MET, MET, UNCLEAR, MET]),
    ]
    answers = {name: answer([MET, MET, MET, UNCLEAR, MET]) for name in "abc"}
    scores = scored(cases, answers)
    assert scores["need.strict"].value() == 0.0
    assert scores["need.lenient"].value() == 0.5


def test_a_good_one_is_left_alone_only_without_faults_but_jargon() -> None:
    """Jargon may be remarked on; anything else sends a good objective back."""
    good = [MET, MET, UNCLEAR, UNCLEAR, MET]
    cases = [case(name, good, good=True) for name in "abc"] + [case("d", [NOT_MET] * 5)]
    answers = {
        "a": answer(good, ["jargon"]),
        "b": answer(good, ["vague_verb"]),
        "c": answer([MET, PARTLY, MET, MET, MET]),
        "d": answer(good),
    }
    scores = scored(cases, answers)
    assert scores["good.left_alone"].value() == pytest.approx(1 / 3)
    assert scores["good.wrongly_praised"].value() == 1.0


def test_the_split_and_the_number_of_objectives() -> None:
    """Enough is at least the fewest needed; exact is just that many; no rewrite is unscored."""
    cases = [case(name, [MET] * 5, min_objectives=2, needs_goal_split=True) for name in "abcd"]
    answers = {name: answer([MET] * 5, split=name != "a") for name in "abcd"}
    drafts: DraftAnswers = {
        "a": DraftAnswer(1),
        "b": DraftAnswer(2),
        "c": DraftAnswer(3),
        "d": Unanswered("ValueError"),
    }
    scores = scored(cases, answers, drafts)
    assert scores["split.right"].value() == 0.75
    assert scores["objectives.enough"].value() == pytest.approx(2 / 3)
    assert scores["objectives.exact"].value() == pytest.approx(1 / 3)
    assert scores["objectives.enough"].unscored == 1
