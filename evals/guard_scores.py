"""Scores what the guard says of rewrites: faithful ones stopped, faults caught, and whether it points at the fault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.agreement import SHARE
from evals.answers import Unanswered
from evals.guard_cases import NAMED_FAULTS, GuardCase, GuardSet
from evals.progress import Progress
from evals.scores import Score, yes
from rewriter.answer import Concern, ConcernKind, Guarded
from rewriter.pipeline import guard
from rewriter.smart import Severity

__all__ = ["GuardResult", "by_fault", "guard_results", "guard_scores"]

GuardAnswers = Mapping[str, Guarded | Unanswered]


@dataclass(frozen=True, slots=True)
class GuardResult:
    """What the guard said of one set of rewrites, and its scores."""

    set: GuardSet
    answers: GuardAnswers
    scores: tuple[Score, ...]


def guard_results(sets: Sequence[GuardSet], progress: Progress | None = None) -> tuple[GuardResult, ...]:
    """Put every rewrite of every set to the guard."""
    progress = progress or Progress()
    found = []
    for one in sets:
        answers: dict[str, Guarded | Unanswered] = {}
        with progress.part(one.name.replace("_", " "), len(one.cases)) as step:
            for case in one.cases:
                answers[case.id] = _asked(case)
                step()
        found.append(GuardResult(one, answers, guard_scores(one.cases, answers)))
    return tuple(found)


def guard_scores(cases: Sequence[GuardCase], answers: GuardAnswers) -> tuple[Score, ...]:
    """Give every score of a set of rewrites, in the order in which they are reported."""
    answered = [(case, answer) for case in cases if isinstance(answer := answers[case.id], Guarded)]
    failed = len(cases) - len(answered)
    faulty = [(case, answer) for case, answer in answered if not case.faithful]
    named = [(case, answer) for case, answer in faulty if case.fault in NAMED_FAULTS]
    return (
        Score(
            "faithful.stopped",
            "Faithful rewrites stopped",
            SHARE,
            tuple(yes(not answer.passes) for case, answer in answered if case.faithful),
            failed,
            lower_is_better=True,
        ),
        _caught("named.caught", "Changed or invented numbers, dates, names, services, doers caught", named),
        _caught("faults.caught", "All faults caught", faulty),
        Score(
            "faults.pointed_at",
            "All faults caught, at the faulty words",
            SHARE,
            tuple(yes(_points_at(case, answer)) for case, answer in faulty),
            failed,
        ),
    )


def by_fault(result: GuardResult) -> dict[str, tuple[int, int]]:
    """Count, for each kind of fault in alphabetical order, those caught and those there are."""
    found: dict[str, tuple[int, int]] = {}
    for case in sorted(result.set.cases, key=lambda case: case.fault or ""):
        answer = result.answers[case.id]
        if case.fault is not None and isinstance(answer, Guarded):
            caught, of = found.get(case.fault, (0, 0))
            found[case.fault] = (caught + (not answer.passes), of + 1)
    return found


def _asked(case: GuardCase) -> Guarded | Unanswered:
    changes = [change.as_change() for change in case.changes]
    try:
        return guard(case.objective, case.rewrite, case.context.as_told(), changes, id=case.id)
    except Exception as error:  # noqa: BLE001 - one failure must not hide the figures of all other cases
        return Unanswered(type(error).__name__)


def _caught(name: str, label: str, faulty: Sequence[tuple[GuardCase, Guarded]]) -> Score:
    return Score(name, label, SHARE, tuple(yes(not answer.passes) for _, answer in faulty))


def _points_at(case: GuardCase, answer: Guarded) -> bool:
    return any(_overlaps(case, concern) for concern in answer.concerns if concern.severity is Severity.FAULT)


def _overlaps(case: GuardCase, concern: Concern) -> bool:
    text = case.objective if concern.kind is ConcernKind.DROPPED else case.rewrite
    start = text.lower().find((case.span or "").lower())
    return bool(case.span) and start >= 0 and concern.start < start + len(case.span or "") and start < concern.end
