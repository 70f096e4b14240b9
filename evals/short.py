"""What a head of practice wants to know first: a few plain lines, each with what rules alone and a model come to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evals.bounds import Bound
from evals.cases import Origin
from evals.scores import Score, figure_of

__all__ = ["Cell", "Line", "System", "in_short"]


class System(NamedTuple):
    """One system as it is reported: its name in plain words, its scores by set, and its targets."""

    name: str
    scores: Mapping[str, Sequence[Score]]
    targets: Mapping[str, Mapping[str, Bound]]


class Cell(NamedTuple):
    """What a system came to on the sets of one origin, and whether that misses its target."""

    said: str
    missed: bool = False


class Line(NamedTuple):
    """One thing to know, and a cell for each column."""

    said: str
    cells: tuple[Cell, ...]


_LINES = (
    ("responsibility", "on_victim.recall", "Texts that make the person harmed responsible: noticed"),
    ("responsibility", "on_victim.false_alarms", "Fair texts: wrongly flagged as doing so"),
    ("responsibility", "pairs.all_labels", "Two texts that differ by a small edit: both judged wholly right"),
    ("objectives", "kappa_lenient.mean", "Verdicts on S, M, A, R and T: agreement with ours (1 is full, 0 is chance)"),
    ("objectives", "good.left_alone", "Good objectives: left as they are"),
    ("objectives", "served.model", "Rewrites by the model: fit to be shown, so not withheld"),
    ("objectives", "served.blame", "Rewrites: harm put on the wrong person, as far as the tool itself sees"),
    ("objectives", "served.invents", "Rewrites: something invented and not marked, as far as our own rules see"),
    (
        "objectives",
        "served.kept",
        "Facts of the original (numbers, dates, names, services): found again in the rewrite",
    ),
    ("objectives", "claims.must", "What a good rewrite must hold: held, as another model judged"),
    ("objectives", "claims.must_not", "What it must not hold: kept out, as another model judged"),
    ("guard", "faults.caught", "Rewrites made elsewhere with something wrong: stopped by the guard"),
    ("guard", "named.caught", "Those with a number, date, name, service or doer changed or invented: stopped"),
    ("guard", "faithful.stopped", "Rewrites made elsewhere with nothing wrong: wrongly stopped"),
)
_SEEN = {Origin.UNTOUCHED: "cases never met", Origin.GIVEN: "given cases"}
_ORIGINS = (Origin.UNTOUCHED, Origin.GIVEN)  # what to expect first, then what was tuned on


def in_short(systems: Sequence[System]) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Give the heads of the columns, one for each system and origin that was measured, and the lines.

    Targets were set for the given sets; a figure on untouched ones is marked against the same. The guard is told of on
    the rewrites held out, which are cases never met.
    """
    columns = [(system, origin) for system in systems for origin in _ORIGINS if _has(system, origin)]
    heads = tuple(f"{system.name}, {_SEEN[origin]}" for system, origin in columns)
    lines = (
        Line(said, tuple(_cell(system, _place(origin, kind), score) for system, origin in columns))
        for kind, score, said in _LINES
    )
    return heads, tuple(line for line in lines if any(cell.said for cell in line.cells))


def _place(origin: Origin, kind: str) -> str:
    held_out = kind == "guard" and origin is Origin.UNTOUCHED  # of the guard alone, the sets have other names
    return "guard_held_out" if held_out else f"{origin}_{kind}"


def _has(system: System, origin: Origin) -> bool:
    return any(score.rows for place, scores in system.scores.items() if place.startswith(origin) for score in scores)


def _cell(system: System, place: str, name: str) -> Cell:
    score = next(_named(system.scores.get(place, ()), name), None)
    value = None if score is None else score.value()
    if score is None or value is None:
        return Cell("")
    share = score.measure.is_share
    between = _between(score, place)
    of = f"{score.measure.said(score.counts()).replace('/', ' of ')} ({_percent(value)})" if share else f"{value:.2f}"
    number = f"{of} [{between}]" if between else of
    left = f", {score.unscored} not scored" if score.unscored and score.measure.is_share else ""
    bounds = (by_score[name] for by_score in system.targets.values() if name in by_score)
    bound = next(bounds, None)
    if bound is None:
        return Cell(f"{number}{left}")
    least = "at least" if bound.at_least else "at most"
    wanted = f"{least} {_percent(bound.limit) if share else f'{bound.limit:g}'}"
    missed = not bound.holds(value)
    return Cell(f"{number}{left}; {f'missed, {wanted} wanted' if missed else f'target {wanted}'}", missed)


def _between(score: Score, place: str) -> str:
    """Say the 95% interval after a figure; "" where there is none."""
    interval = figure_of(score, place).interval
    if interval is None:
        return ""
    low, high = ((f"{100 * end:.0f}%" if score.measure.is_share else f"{end:.2f}") for end in interval)
    return f"{low} to {high}"


def _percent(value: float) -> str:
    return f"{100 * value:.1f}".removesuffix(".0") + "%"


def _named(scores: Sequence[Score], name: str) -> Iterator[Score]:
    return (score for score in scores if score.id == name)
