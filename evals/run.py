"""Puts every case to a system and scores what it says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.answers import Unanswered
from evals.baselines import MostFrequent, OneRegex
from evals.cases import CaseSet, CaseSets, ObjectiveCase, Origin, ResponsibilityCase
from evals.guard_cases import GuardSet
from evals.guard_scores import GuardResult, guard_results
from evals.labels import Label
from evals.masking_cases import MaskingSet
from evals.masking_scores import MaskingResult, masking_results
from evals.objective_scores import DraftAnswers, ObjectiveAnswers, objective_scores
from evals.progress import Progress, Step
from evals.responsibility_scores import ResponsibilityAnswers, responsibility_scores
from evals.scores import Score
from evals.systems import RulesOnly, System
from rewriter.smart import Criterion, Verdict

__all__ = ["BASELINES", "ObjectiveResult", "ResponsibilityResult", "Results", "parts_of_run", "run"]

BASELINES = ("most frequent", "one regex")
"""The names of the baselines, in the order in which they are reported."""

CaseT = TypeVar("CaseT", ObjectiveCase, ResponsibilityCase)
AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """What one system said of one set of objectives, and its scores; `baselines` are theirs, by name."""

    set: CaseSet[ObjectiveCase]
    answers: ObjectiveAnswers
    drafts: DraftAnswers
    scores: tuple[Score, ...]
    baselines: dict[str, tuple[Score, ...]]


@dataclass(frozen=True, slots=True)
class ResponsibilityResult:
    """What one system said of one set of texts judged for responsibility, and its scores."""

    set: CaseSet[ResponsibilityCase]
    answers: ResponsibilityAnswers
    scores: tuple[Score, ...]
    baselines: dict[str, tuple[Score, ...]]


@dataclass(frozen=True, slots=True)
class Results:
    """All of a run, in the order given, own, untouched."""

    objectives: tuple[ObjectiveResult, ...]
    responsibility: tuple[ResponsibilityResult, ...]
    guard: tuple[GuardResult, ...] = ()
    masking: tuple[MaskingResult, ...] = ()

    def all(self) -> tuple[ObjectiveResult | ResponsibilityResult, ...]:
        """Give the results of both kinds."""
        return (*self.objectives, *self.responsibility)

    def labels(self) -> dict[str, frozenset[Label]]:
        """Give the labels that the system found in each text judged for responsibility, by the id of the case."""
        return {
            name: answer.true
            for result in self.responsibility
            for name, answer in result.answers.items()
            if not isinstance(answer, Unanswered)
        }

    def verdicts(self) -> dict[str, dict[Criterion, Verdict]]:
        """Give the verdicts that the system found on each objective, by the id of the case."""
        return {
            name: dict(answer.verdicts)
            for result in self.objectives
            for name, answer in result.answers.items()
            if not isinstance(answer, Unanswered)
        }

    def errors(self) -> dict[str, str]:
        """Give the cases on which the system failed, by id, with the name of the error."""
        drafts = [result.drafts for result in self.objectives]
        answers = [result.answers for result in self.all()]
        guarded = [result.answers for result in self.guard]
        masked = [answers for result in self.masking for answers in (result.answers, result.untold)]
        return {
            name: answer.why
            for said in (*drafts, *answers, *guarded, *masked)
            for name, answer in said.items()
            if isinstance(answer, Unanswered)
        }


def run(
    sets: CaseSets,
    echoes: frozenset[str],
    system: System | None = None,
    progress: Progress | None = None,
    rewrites: Sequence[GuardSet] = (),
    marked: Sequence[MaskingSet] = (),
) -> Results:
    """Put every case of every set to a system (by default the rules alone) and to the baselines.

    `rewrites` are put to the guard and `marked` sentences masked, whatever the system. `echoes` are the given pairs
    that echo the standard's borderline table; `progress` is told of each set, and of each case that is done.
    """
    system = system or RulesOnly()
    progress = progress or Progress()
    objectives: list[ObjectiveResult] = []
    for objective_set in sets.objectives:
        with progress.part(_named(objective_set.name, system), len(objective_set.cases)) as step:
            answers, drafts, scores = _judged(objective_set, system, step)
        weak: tuple[System, ...] = (MostFrequent(objective_set.cases, ()), OneRegex())
        objectives.append(
            ObjectiveResult(
                objective_set, answers, drafts, scores, {b.name: _judged(objective_set, b)[2] for b in weak}
            )
        )
    responsibility: list[ResponsibilityResult] = []
    for text_set in sets.responsibility:
        here = echoes if text_set.origin is Origin.GIVEN else frozenset()
        with progress.part(_named(text_set.name, system), len(text_set.cases)) as step:
            found, text_scores = _checked(text_set, system, here, step)
        weak = (MostFrequent((), text_set.cases), OneRegex())
        responsibility.append(
            ResponsibilityResult(text_set, found, text_scores, {b.name: _checked(text_set, b, here)[1] for b in weak})
        )
    guarded = guard_results(rewrites, progress)
    return Results(tuple(objectives), tuple(responsibility), guarded, masking_results(marked, progress))


def parts_of_run(sets: CaseSets, rewrites: Sequence[GuardSet] = (), marked: Sequence[MaskingSet] = ()) -> int:
    """Give how many parts a run tells of."""
    return len(sets.all()) + len(rewrites) + len(marked)


def _named(set_name: str, system: System) -> str:
    return f"{set_name.replace('_', ' ')}, {system.name}"


def _judged(
    cases: CaseSet[ObjectiveCase], system: System, step: Step | None = None
) -> tuple[ObjectiveAnswers, DraftAnswers, tuple[Score, ...]]:
    answers = _answers(cases.cases, system.judge)
    drafts = _answers(cases.cases, system.draft, step)  # which takes longer
    return answers, drafts, objective_scores(cases.cases, answers, drafts)


def _checked(
    cases: CaseSet[ResponsibilityCase], system: System, echoes: frozenset[str], step: Step | None = None
) -> tuple[ResponsibilityAnswers, tuple[Score, ...]]:
    answers = _answers(cases.cases, system.check, step)
    return answers, responsibility_scores(cases.cases, answers, echoes)


def _answers(
    cases: Sequence[CaseT], ask: Callable[[CaseT], AnswerT], step: Step | None = None
) -> dict[str, AnswerT | Unanswered]:
    answers: dict[str, AnswerT | Unanswered] = {}
    for case in cases:
        try:
            answers[case.id] = ask(case)
        except Exception as error:  # noqa: BLE001 - one failure must not hide the figures of all other cases
            answers[case.id] = Unanswered(type(error).__name__)
        if step is not None:
            step()
    return answers
