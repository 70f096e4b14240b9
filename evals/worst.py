"""The cases that went worst, in full, with a reason for every point they lost."""

from collections.abc import Iterator
from typing import NamedTuple

from evals.answers import ObjectiveAnswer, ResponsibilityAnswer, Unanswered
from evals.cases import CaseContext, ObjectiveCase, Origin, ResponsibilityCase
from evals.labels import LABELS, FaultCode, Label
from evals.objective_scores import NO_VERDICT, fault_outcomes
from evals.run import Results
from rewriter.smart import Verdict

__all__ = ["Slip", "WorstCase", "objective_slips", "responsibility_slips", "worst_cases"]


class Slip(NamedTuple):
    """One thing a system got wrong on one case, and how much it weighs when cases are put in order."""

    weight: float
    said: str


class WorstCase(NamedTuple):
    """A case that went badly: where it stands, its slips, and its text with what was told beside it."""

    set_name: str
    id: str
    slips: tuple[Slip, ...]
    text: str
    context: CaseContext

    @property
    def weight(self) -> float:
        """The sum of what its slips weigh."""
        return sum(slip.weight for slip in self.slips)


def objective_slips(case: ObjectiveCase, answer: ObjectiveAnswer | Unanswered) -> Iterator[Slip]:
    """Say what an answer to an objective got wrong: a verdict or kind weighs 1, an allowed verdict 0, a code 0.5."""
    if isinstance(answer, Unanswered):
        yield Slip(10, f"no answer: {answer.why}")
        return
    if case.gold.verdicts is None:
        if answer.kind is not case.gold.input_kind():
            yield Slip(5 if answer.verdicts else 0.5, f"kind: {case.gold.kind} given, {answer.kind} found")
        return
    if not answer.verdicts:
        yield Slip(5, f"kind: an objective, taken for {answer.kind}")
        return
    for criterion, given in case.gold.verdicts.by_criterion().items():
        found = answer.verdicts.get(criterion)
        if found is not given:
            allowed = isinstance(found, Verdict) and found in case.gold.also_ok.get(criterion, ())
            also = " (allowed as well)" if allowed else ""
            yield Slip(0 if allowed else 1, f"{criterion}: {given} given, {found or NO_VERDICT} found{also}")
    for code, what in fault_outcomes(case, answer).items():
        if what != "tp":
            said = "found, not given" if what == "fp" else "given, not found"
            yield Slip(0 if code is FaultCode.JARGON else 0.5, f"{code}: {said}")
    if answer.needs_goal_split != case.gold.needs_goal_split:
        yield Slip(0.5, f"goal split: {case.gold.needs_goal_split} given, {answer.needs_goal_split} found")


def responsibility_slips(case: ResponsibilityCase, answer: ResponsibilityAnswer | Unanswered) -> Iterator[Slip]:
    """Say which labels an answer got wrong: `on_victim` weighs 2, `abuse` 1.5, each other 1."""
    if isinstance(answer, Unanswered):
        yield Slip(10, f"no answer: {answer.why}")
        return
    given = case.gold.true()
    for label in LABELS:
        if (label in given) != (label in answer.true):
            said = "given, not found" if label in given else "found, not given"
            yield Slip({Label.ON_VICTIM: 2.0, Label.ABUSE: 1.5}.get(label, 1.0), f"{label}: {said}")


def worst_cases(results: Results, number: int) -> tuple[tuple[WorstCase, ...], tuple[WorstCase, ...]]:
    """Give the worst cases, the worst first: objectives, then texts judged for responsibility.

    The untouched sets are left out: whoever reads their texts can no longer write rules that have not seen them.
    """
    objectives = [
        WorstCase(r.set.name, case.id, tuple(objective_slips(case, r.answers[case.id])), case.text, case.context)
        for r in results.objectives
        if r.set.origin is not Origin.UNTOUCHED
        for case in r.set.cases
    ]
    texts = [
        WorstCase(t.set.name, text.id, tuple(responsibility_slips(text, t.answers[text.id])), text.text, text.context)
        for t in results.responsibility
        if t.set.origin is not Origin.UNTOUCHED
        for text in t.set.cases
    ]
    return _first(objectives, number), _first(texts, number)


def _first(cases: list[WorstCase], number: int) -> tuple[WorstCase, ...]:
    wrong = [case for case in cases if case.weight]
    return tuple(sorted(wrong, key=lambda case: (-case.weight, case.set_name, case.id))[:number])
