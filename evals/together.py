"""All sets together, each figure beside its target: what the given sets had to reach, on all."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from evals.agreement import RESAMPLES
from evals.bounds import Bound
from evals.run import Results
from evals.scores import Figure, Score, figure_of
from evals.tables import Table

__all__ = ["TOGETHER", "pooled", "together"]

TOGETHER = "All sets together, beside the targets"
_NOTE = (
    "Every case that was put to it counts once. Targets were set for the given sets. Cases that were at hand while the "
    "rules were written flatter the figure of all sets; beside it stands what to expect of texts never met, the "
    "untouched and held-out cases alone. In [] the 95% interval."
)
_NEVER_MET = ("untouched", "held_out")
_MET, _WITHIN, _MISSED = "met", "missed, within the interval", "missed"


def together(
    results: Results,
    targets: Mapping[str, Mapping[str, Bound]],
    rewrites: Mapping[str, Sequence[Score]] | None = None,
    resamples: int = RESAMPLES,
) -> Table:
    """Give the table of every score that has a target, pooled over all sets; `rewrites` are their scores, by set."""
    texts = {result.set.name: result.scores for result in results.responsibility}
    kinds: dict[str, Mapping[str, Sequence[Score]]] = {
        "objectives": {result.set.name: result.scores for result in results.objectives},
        "responsibility": texts,
        "together": texts,
        "guard": {result.set.name: result.scores for result in results.guard},
        "masking": {result.set.name: result.scores for result in results.masking},
        "rewrites": rewrites or {},
    }
    rows = tuple(
        row
        for kind, by_set in kinds.items()
        for name, bound in targets.get(kind, {}).items()
        for row in _row(kind, name, bound, by_set, resamples)
    )
    return Table(TOGETHER, _NOTE, ("Score", "Target", "All sets", "", "Never met", ""), rows)


def pooled(name: str, by_set: Sequence[Sequence[Score]]) -> Score | None:
    """Give one score over the rows of all sets that have it; None where none has."""
    found = [score for scores in by_set for score in scores if score.id == name]
    if not found:
        return None
    rows = tuple(chain.from_iterable(score.rows for score in found))
    first, unscored = found[0], sum(score.unscored for score in found)
    return Score(first.id, first.label, first.measure, rows, unscored, lower_is_better=first.lower_is_better)


def _row(
    kind: str, name: str, bound: Bound, by_set: Mapping[str, Sequence[Score]], resamples: int
) -> Iterator[tuple[str, ...]]:
    score = pooled(name, list(by_set.values()))
    if score is None:
        return
    fresh = pooled(name, [scores for place, scores in by_set.items() if any(word in place for word in _NEVER_MET)])
    yield (
        score.label,
        str(bound),
        *_cells(score, f"{kind}, all sets", bound, resamples),
        *(("", "") if fresh is None else _cells(fresh, f"{kind}, never met", bound, resamples)),
    )


def _cells(score: Score, place: str, bound: Bound, resamples: int) -> tuple[str, str]:
    figure = figure_of(score, place, resamples)
    if figure.value is None:
        return f"– {figure.said}", ""
    between = "" if figure.interval is None else f" [{figure.interval.low:.2f}, {figure.interval.high:.2f}]"
    left = f", {figure.unscored} unscored" if figure.unscored else ""
    return f"{figure.value:.2f}{between} {figure.said}{left}", _held(figure, bound)


def _held(figure: Figure, bound: Bound) -> str:
    if bound.holds(figure.value):
        return _MET
    near = figure.interval is not None and bound.holds(figure.interval.high if bound.at_least else figure.interval.low)
    return _WITHIN if near else _MISSED
