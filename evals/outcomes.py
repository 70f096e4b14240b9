"""What went wrong on each case of a run, by id, so that two runs can be compared case by case."""

from collections.abc import Iterator, Mapping, Sequence

from evals.agreement import NO, YES, Row, count
from evals.answers import Unanswered
from evals.cases import Origin
from evals.guard_scores import GuardResult
from evals.run import Results
from evals.scores import Score
from evals.worst import objective_slips, responsibility_slips

__all__ = ["Outcomes", "outcomes_of", "rewrite_outcomes"]

Outcomes = Mapping[str, tuple[str, ...]]
"""By the id of a case, what a system got wrong on it, in a fixed order; () where it got nothing wrong."""


def outcomes_of(results: Results) -> Outcomes:
    """Give the outcomes of the given and own cases of a run. Untouched cases are not told apart, so as to stay so."""
    return dict(_outcomes(results))


def rewrite_outcomes(results: Results, scores: Mapping[str, Sequence[Score]]) -> Outcomes:
    """Give what went wrong with the rewrites of given and own cases: each of their `scores`, by set, that is short."""
    return {
        case: short
        for result in results.objectives
        if result.set.origin is not Origin.UNTOUCHED
        for case, short in _short(scores.get(result.set.name, ())).items()
    }


def _short(scores: Sequence[Score]) -> Outcomes:
    found: dict[str, tuple[str, ...]] = {}
    for score in scores:
        wrong = YES if score.lower_is_better else NO
        events: dict[str, Row] = {}
        for case, row in zip(score.cases, score.rows, strict=bool(score.cases)):
            events[case] = (*events.get(case, ()), *row)
        for case, row in events.items():
            said = (f"{score.id}: {score.measure.said(count([row]))}",) if wrong in row else ()
            found[case] = (*found.get(case, ()), *said)
    return found


def _outcomes(results: Results) -> Iterator[tuple[str, tuple[str, ...]]]:
    for objectives in results.objectives:
        if objectives.set.origin is not Origin.UNTOUCHED:
            for case in objectives.set.cases:
                slips = objective_slips(case, objectives.answers[case.id])
                yield case.id, tuple(sorted(slip.said for slip in slips if slip.weight))
    for texts in results.responsibility:
        if texts.set.origin is not Origin.UNTOUCHED:
            for text in texts.set.cases:
                yield text.id, tuple(sorted(slip.said for slip in responsibility_slips(text, texts.answers[text.id])))
    for guarded in results.guard:
        if guarded.set.name != "guard_held_out":
            yield from _guarded(guarded)


def _guarded(result: GuardResult) -> Iterator[tuple[str, tuple[str, ...]]]:
    for case in result.set.cases:
        answer = result.answers[case.id]
        if isinstance(answer, Unanswered):
            yield case.id, (f"no answer: {answer.why}",)
        elif answer.passes != case.faithful:
            yield case.id, (f"{case.fault} not caught" if answer.passes else "stopped, though faithful",)
        else:
            yield case.id, ()
