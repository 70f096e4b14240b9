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
    "Every case of every set counts once. Targets were set for the given sets; the sets that were at hand while the "
    "rules were written flatter these figures, and the columns of untouched cases above say what to expect of texts "
    "never met. In [] the 95% interval."
)
_MET, _WITHIN, _MISSED = "met", "missed, within the interval", "missed"


def together(
    results: Results,
    targets: Mapping[str, Mapping[str, Bound]],
    rewrites: Sequence[Sequence[Score]] = (),
    resamples: int = RESAMPLES,
) -> Table:
    """Give the table of every score that has a target, pooled over all sets; `rewrites` are their scores, by set."""
    kinds: dict[str, Sequence[Sequence[Score]]] = {
        "objectives": [result.scores for result in results.objectives],
        "responsibility": [result.scores for result in results.responsibility],
        "together": [result.scores for result in results.responsibility],
        "guard": [result.scores for result in results.guard],
        "masking": [result.scores for result in results.masking],
        "rewrites": rewrites,
    }
    rows = tuple(
        row
        for kind, by_set in kinds.items()
        for name, bound in targets.get(kind, {}).items()
        for row in _row(kind, name, bound, by_set, resamples)
    )
    return Table(TOGETHER, _NOTE, ("Score", "Target", "Figure", "Rests on", "Held"), rows)


def pooled(name: str, by_set: Sequence[Sequence[Score]]) -> Score | None:
    """Give one score over the rows of all sets that have it; None where none has."""
    found = [score for scores in by_set for score in scores if score.id == name]
    if not found:
        return None
    rows = tuple(chain.from_iterable(score.rows for score in found))
    first, unscored = found[0], sum(score.unscored for score in found)
    return Score(first.id, first.label, first.measure, rows, unscored, lower_is_better=first.lower_is_better)


def _row(
    kind: str, name: str, bound: Bound, by_set: Sequence[Sequence[Score]], resamples: int
) -> Iterator[tuple[str, ...]]:
    score = pooled(name, by_set)
    if score is None:
        return
    figure = figure_of(score, kind, resamples)
    if figure.value is None:
        yield score.label, str(bound), "–", figure.said, ""
        return
    between = "" if figure.interval is None else f" [{figure.interval.low:.2f}, {figure.interval.high:.2f}]"
    left = f", {figure.unscored} unscored" if figure.unscored else ""
    yield score.label, str(bound), f"{figure.value:.2f}{between}", f"{figure.said}{left}", _held(figure, bound)


def _held(figure: Figure, bound: Bound) -> str:
    if bound.holds(figure.value):
        return _MET
    near = figure.interval is not None and bound.holds(figure.interval.high if bound.at_least else figure.interval.low)
    return _WITHIN if near else _MISSED
