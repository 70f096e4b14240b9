"""The last committed result: its figures with their intervals, and what went wrong case by case.

`last.json` is written together with RESULTS.md. A later run is compared with it: a figure that falls below the last
interval is a fall, and the cases that changed are named. Nothing in it is the text of a case.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from evals.outcomes import Outcomes, outcomes_of, rewrite_outcomes
from evals.run import Results
from evals.scores import Score, figure_of
from rewriter.version import VERSION

__all__ = [
    "LAST",
    "Changed",
    "Last",
    "Result",
    "changes_since",
    "falls_since",
    "kept",
    "read_last",
    "result_of",
    "written",
]

LAST = Path(__file__).parent / "last.json"
_DIGITS = 4


class Kept(NamedTuple):
    """A figure as it was: the value, and its interval where it had one."""

    value: float
    low: float | None
    high: float | None
    lower_is_better: bool

    def fallen(self, now: float) -> bool:
        """Whether a value lies beyond the interval on the worse side; without an interval, anything worse does."""
        if self.lower_is_better:
            return round(now, _DIGITS) > (self.value if self.high is None else self.high)
        return round(now, _DIGITS) < (self.value if self.low is None else self.low)


@dataclass(frozen=True, slots=True)
class Result:
    """One system's figures by set and score, and what went wrong by case; `rewrites` is what did with its rewrites."""

    figures: Mapping[str, Mapping[str, Kept]]
    cases: Outcomes
    rewrites: Outcomes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Last:
    """What was measured when, in which version, by the name of each system."""

    day: str
    version: str
    results: Mapping[str, Result]


class Changed(NamedTuple):
    """A case on which two runs differ: what went wrong only then, and what only now."""

    id: str
    mended: tuple[str, ...]
    new: tuple[str, ...]


def result_of(results: Results, more: Mapping[str, tuple[Score, ...]] | None = None) -> Result:
    """Give the result of a run; `more` are further scores of a set, by its name: those of its rewrites."""
    scores = {result.set.name: result.scores for result in (*results.all(), *results.guard, *results.masking)}
    for name, further in (more or {}).items():
        scores[name] = (*scores.get(name, ()), *further)
    figures = {name: dict(kept(name, found)) for name, found in scores.items()}
    return Result(figures, outcomes_of(results), rewrite_outcomes(results, more or {}))


def kept(set_name: str, scores: tuple[Score, ...]) -> Iterator[tuple[str, Kept]]:
    """Give the figures of one set by the id of their score; one that cannot be said is left out."""
    for score in scores:
        figure = figure_of(score, set_name)
        if figure.value is not None:
            low, high = figure.interval or (None, None)
            yield score.id, Kept(_round(figure.value), _rounded(low), _rounded(high), score.lower_is_better)


def _round(number: float) -> float:
    return round(number, _DIGITS)


def _rounded(number: float | None) -> float | None:
    return None if number is None else _round(number)


def changes_since(last: Result, now: Result) -> tuple[Changed, ...]:
    """Give the cases in both results on which they differ, by id; rewrites told of in one alone say nothing."""
    return tuple(_changes(last, now))


def _changes(last: Result, now: Result) -> Iterator[Changed]:
    kinds = ((last.cases, now.cases), (last.rewrites, now.rewrites))
    for name in sorted({*now.cases, *now.rewrites}):
        both = [(then[name], found[name]) for then, found in kinds if name in then and name in found]
        mended = tuple(slip for was, slips in both for slip in was if slip not in slips)
        new = tuple(slip for was, slips in both for slip in slips if slip not in was)
        if mended or new:
            yield Changed(name, mended, new)


def falls_since(last: Result, now: Result) -> tuple[str, ...]:
    """Say which figures lie beyond the interval of the last result, on the worse side, or are gone."""
    return tuple(_falls(last, now))


def _falls(last: Result, now: Result) -> Iterator[str]:
    for set_name, figures in last.figures.items():
        present = now.figures.get(set_name)
        if present is None:
            continue  # a run of some sets says nothing of the others
        for score, was in figures.items():
            found = present.get(score)
            if found is None:
                yield f"{set_name} {score}: was {was.value:.2f}, cannot be said now"
            elif was.fallen(found.value):
                yield f"{set_name} {score}: was {was.value:.2f}, is {found.value:.2f}"


def written(day: date, results: Mapping[str, Result]) -> str:
    """Give the text of `last.json`: the same results and date give the same bytes."""
    told = {
        "day": day.isoformat(),
        "version": VERSION,
        "results": {
            name: {
                "figures": {
                    place: {score: list(kept) for score, kept in by.items()} for place, by in r.figures.items()
                },
                "cases": dict(sorted(r.cases.items())),
                "rewrites": dict(sorted(r.rewrites.items())),
            }
            for name, r in results.items()
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_last(path: Path = LAST) -> Last | None:
    """Read the last result; None where there is none."""
    if not path.exists():
        return None
    told = json.loads(path.read_text("utf-8"))
    results = {
        name: Result(
            {place: {score: Kept(*kept) for score, kept in by.items()} for place, by in found["figures"].items()},
            *(
                {case: tuple(slips) for case, slips in found.get(part, {}).items()}  # older ones tell of no rewrites
                for part in ("cases", "rewrites")
            ),
        )
        for name, found in told["results"].items()
    }
    return Last(told["day"], told["version"], results)
