"""What is measured: a system answers cases. Here the rules alone; baselines stand in `evals.baselines`."""

from typing import Protocol

from evals.answers import DraftAnswer, ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import ObjectiveCase, ResponsibilityCase
from evals.labels import Label
from rewriter import pipeline
from rewriter.answer import Critique
from rewriter.smart import Severity

__all__ = ["RulesOnly", "System", "answer_of"]


def answer_of(critique: Critique) -> ObjectiveAnswer:
    """Give what of a critique is scored."""
    return ObjectiveAnswer(
        kind=critique.input_kind,
        verdicts={judgement.criterion: judgement.verdict for judgement in critique.judgements},
        faults=frozenset(found.rule for found in critique.findings if found.severity is Severity.FAULT),
        needs_goal_split=critique.needs_goal_split,
        abuse=critique.responsibility.abuse,
    )


class System(Protocol):
    """Whatever can be measured. Each verb may raise: the case is then unscored there, and counted as such."""

    name: str

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:
        """Judge an objective."""
        ...

    def draft(self, case: ObjectiveCase) -> DraftAnswer:
        """Rewrite an objective."""
        ...

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:
        """Check a text for responsibility."""
        ...


class RulesOnly:
    """The product as a practitioner without a model has it."""

    name = "rules only"

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:
        """Critique by rules."""
        return answer_of(pipeline.critique(case.text, case.context.as_told()))

    def draft(self, case: ObjectiveCase) -> DraftAnswer:
        """Rewrite by rules."""
        written = pipeline.rewrite(case.text, case.context.as_told())
        return DraftAnswer(len(written.objectives), written)

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:
        """Check by rules."""
        found = pipeline.check(case.text, case.context.as_told(), case.kind)
        return ResponsibilityAnswer(frozenset(label for label in Label if getattr(found, label.value)))
