"""The evals as tasks of Inspect: `inspect eval evals/inspected.py@critique --model none`, read with `inspect view`.

A thin wrapper, so that whoever knows Inspect can run epochs, compare systems and read every sample; the cases, the
systems and what counts as right are those of `python -m evals`. Inspect's own models are not used (`--model none`):
the product asks the model that is configured for it. `-T system=` says what answers:

    rules   the product by rules alone (the default)
    model   the product with the configured model
    kept    the product with the kept replies of the model that `-T name=` says

and `-T sets=given,own` which cases are put to it. A sample on which the product fails is an error of the run and never
a zero: look at the samples completed, not at the run's status.
"""

import os
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.answers import ResponsibilityAnswer
from evals.cases import ObjectiveCase, Origin, ResponsibilityCase, load
from evals.guard_cases import GuardCase, load_guard
from evals.kept import FOLDER, KeptChat
from evals.labels import Label
from evals.marks import Marks, critique_marks, guard_marks, responsibility_marks, rewrite_marks
from evals.systems import answer_of
from rewriter import pipeline
from rewriter.chat.configuring import configured
from rewriter.chat.connect import connect
from rewriter.errors import ConfigurationError, ModelError
from rewriter.service import Service
from rewriter.wiring import service_over

_DAY = 24 * 60 * 60
Case = ObjectiveCase | ResponsibilityCase | GuardCase
Answered = Callable[[str], Awaitable[tuple[str, Marks]]]
"""From the id of a case to the answer as text, and its marks."""


@task
def critique(system: str = "rules", name: str = "", sets: str = "given") -> Task:
    """Judge objectives on the five letters."""
    cases = {case.id: case for case in _objectives(sets) if case.gold.verdicts is not None}
    return _task(cases, partial(_critique, _service(system, name), cases))


@task
def responsibility(system: str = "rules", name: str = "", sets: str = "given") -> Task:
    """Say who is made responsible for harm."""
    wanted = _origins(sets)
    groups = [group for group in load().responsibility if group.origin in wanted]
    cases = {case.id: case for group in groups for case in group.cases}
    return _task(cases, partial(_check, _service(system, name), cases))


@task
def rewrite(system: str = "rules", name: str = "", sets: str = "given") -> Task:
    """Rewrite objectives."""
    cases = {case.id: case for case in _objectives(sets) if case.gold.verdicts is not None}
    return _task(cases, partial(_rewrite, _service(system, name), cases))


@task
def guard(sets: str = "development") -> Task:
    """Hold rewrites made elsewhere against their originals, by rules. `sets` are development, held_out, or both."""
    wanted = {f"guard_{part}" for part in sets.split(",")}
    cases = {case.id: case for group in load_guard() if group.name in wanted for case in group.cases}
    return _task(cases, partial(_guard, cases))


def _task(
    cases: "dict[str, ObjectiveCase] | dict[str, ResponsibilityCase] | dict[str, GuardCase]", answered: Answered
) -> Task:
    samples = [Sample(id=case.id, input=case.text) for case in cases.values()]
    return Task(dataset=MemoryDataset(samples), solver=product(answered), scorer=marks())


@solver
def product(answered: Answered) -> Solver:
    """Have the product answer a sample."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:  # noqa: ARG001 - Inspect's own way to a model
        text, found = await answered(str(state.sample_id))
        state.output = ModelOutput.from_content("product", text)
        state.store.set("marks", dict(found.values))
        state.store.set("reasons", list(found.reasons))
        return state

    return solve


@scorer(metrics={"*": [mean(), stderr()]})
def marks() -> Scorer:
    """Give the marks of a sample, with the reasons."""

    async def score(state: TaskState, target: Target) -> Score:  # noqa: ARG001 - the marks hold what was wanted
        return Score(value=state.store.get("marks"), explanation="; ".join(state.store.get("reasons")) or "all right")

    return score


async def _critique(service: Service, cases: "dict[str, ObjectiveCase]", name: str) -> tuple[str, Marks]:
    case = cases[name]
    found = await service.critique(case.objective, case.context.as_told())
    _answered(found.provenance.fallback)
    return "\n".join(f"{j.criterion}: {j.verdict}. {j.reason}" for j in found.judgements), critique_marks(
        case, answer_of(found)
    )


async def _check(service: Service, cases: "dict[str, ResponsibilityCase]", name: str) -> tuple[str, Marks]:
    case = cases[name]
    checked = await service.check(case.text, case.context.as_told(), case.kind)
    _answered(checked.provenance.fallback)
    labels = frozenset(label for label in Label if getattr(checked.responsibility, label.value))
    return ", ".join(sorted(labels)) or "nothing found", responsibility_marks(case, ResponsibilityAnswer(labels))


async def _rewrite(service: Service, cases: "dict[str, ObjectiveCase]", name: str) -> tuple[str, Marks]:
    case = cases[name]
    found = await service.rewrite(case.objective, case.context.as_told())
    _answered(found.provenance.fallback)
    texts = [f"Goal: {goal.text}" for goal in found.goals] + [objective.text for objective in found.objectives]
    return "\n".join(texts), rewrite_marks(case, found)


async def _guard(cases: "dict[str, GuardCase]", name: str) -> tuple[str, Marks]:
    case = cases[name]
    changes = [change.as_change() for change in case.changes]
    found = pipeline.guard(case.objective, case.rewrite, case.context.as_told(), changes)
    return "passes" if found.passes else "does not pass", guard_marks(case, found)


def _answered(fallback: str) -> None:
    """A model that was down is an error of the sample, not an answer of the rules."""
    if fallback:
        raise ModelError(fallback)


def _service(system: str, name: str) -> Service:
    if system == "rules":
        return Service()
    if system == "kept":
        return Service(KeptChat(name, "", None, FOLDER), seconds=_DAY)
    model = configured(environment=os.environ).model
    if system != "model" or model is None:
        raise ConfigurationError(
            "system is rules, model (set REWRITER_MODEL and REWRITER_BASE_URL) or kept (and a name)"
        )
    return service_over(connect(model, os.environ), model, seconds=_DAY)


def _objectives(sets: str) -> Sequence[ObjectiveCase]:
    wanted = _origins(sets)
    return [case for group in load().objectives if group.origin in wanted for case in group.cases]


def _origins(sets: str) -> frozenset[Origin]:
    return frozenset(Origin(part) for part in sets.split(","))
