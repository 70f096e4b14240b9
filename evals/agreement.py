"""The arithmetic of agreement: Cohen's kappa, F1, shares, and 95% intervals by the bootstrap. Knows no cases.

A unit (a case, or a pair of cases) contributes events, tuples of words such as ("met", "partly") or ("tp",). Events are
counted over the units, and a measure makes one number of the counts. So every score can be resampled the same way.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

__all__ = [
    "F1",
    "KAPPA",
    "MACRO_F1",
    "MEAN_KAPPA",
    "NO",
    "SHARE",
    "YES",
    "Counts",
    "Event",
    "Interval",
    "Measure",
    "Row",
    "count",
    "f1",
    "interval",
    "kappa",
    "macro_f1",
    "mean_kappa",
    "outcome",
    "share",
]

Event = tuple[str, ...]
Row = tuple[Event, ...]
Counts = Mapping[Event, int]

YES: Event = ("yes",)
NO: Event = ("no",)
RESAMPLES = 1000
_LEAST_DEFINED = 0.9  # of the resamples, for an interval to mean anything


class Interval(NamedTuple):
    """A 95% interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to make a number of counted events, and to say what it rests on ("38/46")."""

    value: Callable[[Counts], float | None]
    said: Callable[[Counts], str]
    is_share: bool = False


def count(rows: Iterable[Row]) -> Counter[Event]:
    """Count the events of many units."""
    return Counter(chain.from_iterable(rows))


def outcome(*, given: bool, found: bool) -> Row:
    """Give the event of one yes-or-no label for F1: ("tp",), ("fp",), ("fn",), or none for a true negative."""
    if given:
        return (("tp",),) if found else (("fn",),)
    return (("fp",),) if found else ()


def share(counts: Counts) -> float | None:
    """Give the share of "yes" among "yes" and "no"; None where there is neither."""
    of = counts.get(YES, 0) + counts.get(NO, 0)
    return counts.get(YES, 0) / of if of else None


def kappa(counts: Counts) -> float | None:
    """Give Cohen's kappa of events (given, found): agreement beyond what the two margins give by chance.

    1 is full agreement, 0 what chance gives, below 0 worse than chance. None where nothing was counted, or where
    both always say the same one thing, so that chance alone agrees fully. (Cohen 1960.)
    """
    of = sum(counts.values())
    given: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (one, other), number in counts.items():
        given[one] += number
        found[other] += number
    by_chance = sum(number * found[word] for word, number in given.items())  # times `of` squared
    if by_chance == of * of:  # also where nothing was counted
        return None
    agreed = sum(number for (one, other), number in counts.items() if one == other)
    return (agreed * of - by_chance) / (of * of - by_chance)


def mean_kappa(counts: Counts) -> float | None:
    """Give the mean of the kappas of events (criterion, given, found); None where one of them is undefined."""
    apart: dict[str, Counter[Event]] = {}
    for (criterion, given, found), number in counts.items():
        apart.setdefault(criterion, Counter())[given, found] += number
    values = [kappa(table) for table in apart.values()]
    defined = [value for value in values if value is not None]
    return sum(defined) / len(defined) if defined and len(defined) == len(values) else None


def f1(counts: Counts) -> float | None:
    """Give 2tp / (2tp + fp + fn); None where nothing was given and nothing found."""
    hits, misses = counts.get(("tp",), 0), counts.get(("fp",), 0) + counts.get(("fn",), 0)
    return 2 * hits / (2 * hits + misses) if hits or misses else None


def macro_f1(counts: Counts) -> float | None:
    """Give the mean F1 over the codes that are given at least once, from events (code, "tp" | "fp" | "fn").

    A code that no case has cannot be scored and is left out; None where that leaves none.
    """
    codes = {code for code, what in counts if what != "fp"}
    values = [f1({(what,): counts.get((code, what), 0) for what in ("tp", "fp", "fn")}) for code in sorted(codes)]
    defined = [value for value in values if value is not None]
    return sum(defined) / len(defined) if defined else None


def interval(rows: Sequence[Row], measure: Measure, seed: str, resamples: int = RESAMPLES) -> Interval | None:
    """Give the 95% percentile bootstrap interval of a measure over units; the same seed gives the same interval.

    Units without an event are left out. A share of none or of all has no spread to resample; the bound on its open
    side is then the exact one (Clopper-Pearson). None where there are fewer than two units, or where the measure is
    undefined in more than a tenth of the resamples.
    """
    rows = [row for row in rows if row]
    if len(rows) < 2:
        return None
    if measure.is_share and (edge := _edge(rows)) is not None:
        return edge
    draw = random.Random(seed)  # noqa: S311 - a fixed seed is the point: the same figures every time
    drawn = (measure.value(counts) for counts in _resampled(rows, draw, resamples))
    values = sorted(value for value in drawn if value is not None)
    if len(values) < _LEAST_DEFINED * resamples:
        return None
    last = len(values) - 1
    return Interval(values[round(0.025 * last)], values[round(0.975 * last)])


def _resampled(rows: Sequence[Row], draw: random.Random, resamples: int) -> Iterator[Counts]:
    """Draw as many units as there are, again and again. Units of the same events are counted together: quicker."""
    kinds = list(dict.fromkeys(rows))
    numbers = {row: number for number, row in enumerate(kinds)}
    units = [numbers[row] for row in rows]
    for _ in range(resamples):
        counts: dict[Event, int] = {}
        for number, times in Counter(draw.choices(units, k=len(units))).items():
            for event in kinds[number]:
                counts[event] = counts.get(event, 0) + times
        yield counts


def _edge(rows: Sequence[Row]) -> Interval | None:
    counts = count(rows)
    far = 0.025 ** (1 / len(rows))
    if not counts[NO]:
        return Interval(far, 1.0)
    return None if counts[YES] else Interval(0.0, 1 - far)


def _said_share(counts: Counts) -> str:
    return f"{counts.get(YES, 0)}/{counts.get(YES, 0) + counts.get(NO, 0)}"


def _said_f1(counts: Counts) -> str:
    return "tp {} fp {} fn {}".format(*(counts.get((what,), 0) for what in ("tp", "fp", "fn")))


def _said_agreed(counts: Counts) -> str:
    return f"{sum(number for event, number in counts.items() if event[-1] == event[-2])}/{sum(counts.values())} agree"


def _said_codes(counts: Counts) -> str:
    return f"{len({code for code, what in counts if what != 'fp'})} codes"


SHARE = Measure(share, _said_share, is_share=True)
KAPPA = Measure(kappa, _said_agreed)
MEAN_KAPPA = Measure(mean_kappa, _said_agreed)
F1 = Measure(f1, _said_f1)
MACRO_F1 = Measure(macro_f1, _said_codes)
