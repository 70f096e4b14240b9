"""What a score is: rows of events, one row a unit, and the measure that makes a number of them."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.agreement import NO, RESAMPLES, YES, Counts, Interval, Measure, Row, count, interval

__all__ = ["Figure", "Score", "figure_of", "grouped", "yes"]


@dataclass(frozen=True, slots=True)
class Score:
    """One thing measured on one set.

    `id` is stable ("kappa_lenient.specific") and used by `floors.toml` and `targets.toml`; `rows` holds one row of
    events a unit; `unscored` counts the units of which this cannot be said, which are in no row and never a zero.
    `cases` says of which case each row is, where the score tells; several rows may be of one case.
    """

    id: str
    label: str
    measure: Measure
    rows: tuple[Row, ...]
    unscored: int = 0
    lower_is_better: bool = False
    cases: tuple[str, ...] = ()

    def counts(self) -> Counts:
        """Count the events of all units."""
        return count(self.rows)

    def value(self) -> float | None:
        """Give the number; None where there is nothing to make it of."""
        return self.measure.value(self.counts())


@dataclass(frozen=True, slots=True)
class Figure:
    """A score as it is reported: the number, what it rests on, its 95% interval, and what was left unscored."""

    value: float | None
    said: str
    interval: Interval | None
    unscored: int


def figure_of(score: Score, set_name: str, resamples: int = RESAMPLES) -> Figure:
    """Give the figure of a score; the interval is the same on every run, as its seed is made of the two names.

    One score is resampled once, however many tables it stands in.
    """
    return _figure(score, set_name, resamples)


@functools.cache
def _figure(score: Score, set_name: str, resamples: int) -> Figure:
    counts = score.counts()
    return Figure(
        value=score.measure.value(counts),
        said=score.measure.said(counts),
        interval=interval(score.rows, score.measure, f"{set_name}/{score.id}", resamples),
        unscored=score.unscored,
    )


def yes(truth: bool) -> Row:  # noqa: FBT001 - the truth of something is what it takes
    """Give the event of one yes-or-no question for a share."""
    return (YES if truth else NO,)


def grouped(rows: Mapping[str, Row], groups: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Join rows by case id into one row a group, so that cases that belong together are resampled together."""
    joined = (tuple(event for name in group for event in rows.get(name, ())) for group in groups)
    return tuple(row for row in joined if row)
