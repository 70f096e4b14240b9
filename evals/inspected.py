"""The evals as tasks of Inspect: `inspect eval evals/inspected.py@critique --model none`, read with `inspect view`.

A thin wrapper, so that whoever knows Inspect can run epochs, compare systems and read every sample; the cases, the
systems and what counts as right are those of `python -m evals`. Inspect's own models are not used (`--model none`):
the product asks the model that is configured for it. `-T system=` says what answers:

    rules        the product by rules alone (the default)
    model        the product with the configured model
    kept         the product with the kept replies of the model that `-T name=` says
    untaught     the product with a model that is shown no worked example
    plain, back  for `rewrite`: the model asked plainly to "make this SMART"; the text given back
    most_frequent, one_regex
                 for `critique` and `responsibility`: the commonest answer; one pattern for each thing

`-T name=` gives `untaught` and `plain` kept replies as well; `-T sets=given,own` says which cases are put. A sample
that fails is an error of the run and never a zero: look at the samples completed, not at the run's status.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.answering import Answer, Wanted, checking, critiquing, guarding, rewriting
from evals.cases import CaseSets, ObjectiveCase, Origin, ResponsibilityCase, load
from evals.guard_cases import GuardCase, load_guard

CaseT = TypeVar("CaseT", ObjectiveCase, ResponsibilityCase, GuardCase)
Sets = str | list[str]
"""Names of sets: words with commas between, or a list of them, as Inspect hands over what has a comma."""


@task
def critique(system: str = "rules", name: str = "", sets: Sets = "given") -> Task:
    """Judge objectives on the five letters."""
    wanted = _sets(sets)
    return _task(_judged(wanted), critiquing(Wanted(system, name), wanted))


@task
def responsibility(system: str = "rules", name: str = "", sets: Sets = "given") -> Task:
    """Say who is made responsible for harm."""
    wanted = _sets(sets)
    cases = {case.id: case for group in wanted.responsibility for case in group.cases}
    return _task(cases, checking(Wanted(system, name), wanted))


@task
def rewrite(system: str = "rules", name: str = "", sets: Sets = "given") -> Task:
    """Rewrite objectives."""
    return _task(_judged(_sets(sets)), rewriting(Wanted(system, name)))


@task
def guard(system: str = "rules", name: str = "", sets: Sets = "development") -> Task:
    """Hold rewrites made elsewhere against their originals. `sets` are development, held_out, or both."""
    wanted = {f"guard_{part}" for part in _named(sets)}
    cases = {case.id: case for group in load_guard() if group.name in wanted for case in group.cases}
    return _task(cases, guarding(Wanted(system, name)))


def _task(cases: Mapping[str, CaseT], answering: Callable[[CaseT], Awaitable[Answer]]) -> Task:
    async def answered(case: str) -> Answer:
        return await answering(cases[case])

    samples = [Sample(id=case.id, input=case.text) for case in cases.values()]
    return Task(dataset=MemoryDataset(samples), solver=answers(answered), scorer=marks())


@solver
def answers(answered: Callable[[str], Awaitable[Answer]]) -> Solver:
    """Have a sample answered, by its id."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:  # noqa: ARG001 - Inspect's own way to a model
        answer = await answered(str(state.sample_id))
        state.output = ModelOutput.from_content("product", answer.text)
        state.store.set("marks", dict(answer.marks.values))
        state.store.set("reasons", list(answer.marks.reasons))
        return state

    return solve


@scorer(metrics={"*": [mean(), stderr()]})
def marks() -> Scorer:
    """Give the marks of a sample, with the reasons."""

    async def score(state: TaskState, target: Target) -> Score:  # noqa: ARG001 - the marks hold what was wanted
        return Score(value=state.store.get("marks"), explanation="; ".join(state.store.get("reasons")) or "all right")

    return score


def _judged(sets: CaseSets) -> dict[str, ObjectiveCase]:
    return {case.id: case for group in sets.objectives for case in group.cases if case.gold.verdicts is not None}


def _named(sets: Sets) -> list[str]:
    return sets.split(",") if isinstance(sets, str) else sets


def _sets(names: Sets) -> CaseSets:
    wanted = {Origin(part) for part in _named(names)}
    found = load()
    return CaseSets(
        objectives=tuple(group for group in found.objectives if group.origin in wanted),
        responsibility=tuple(group for group in found.responsibility if group.origin in wanted),
    )
