"""Amounts made comparable: how often, as a part of all times, or how much a week.

"4 days in 5", "every day", "35%" and "5 out of 10" are parts; "20 hours a week" is so much. What makes two amounts
comparable is practice judgement.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.amounts.counting import value_of
from rewriter.amounts.reader import Amount, AmountKind
from rewriter.text import Word
from rewriter.timing.reader import Time, TimeKind
from rewriter.timing.words import LISTS

__all__ = ["EVERY", "Pace", "is_daily", "paces_of"]


class Pace(NamedTuple):
    """An amount made comparable: the part of all times (0 to 1), or so much of a unit a week; word indices."""

    share: float | None
    weekly: float | None
    unit: str
    first: int
    last: int


EVERY = "every"
"""The unit of a pace that says only that it is every time."""

_DAY = frozenset("day night evening morning bedtime mealtime".split())
_DAYS = _DAY | frozenset("days nights evenings mornings bedtimes mealtimes dinners teeth lunches breakfasts".split())
_NAMED_DAYS = frozenset(key for key in f"{LISTS['WEEKDAY']} {LISTS['WEEKDAYS']}".split())
_PER_WEEK = {
    **dict.fromkeys("day daily night nightly evening morning pd call".split(), 7.0),
    **dict.fromkeys("week weekly pw wk".split(), 1.0),
    **dict.fromkeys("fortnight fortnightly".split(), 0.5),
    **dict.fromkeys("month monthly pcm".split(), 0.23),
}
_PARTS = frozenset({AmountKind.COUNT, AmountKind.SHARE, AmountKind.SCORE, AmountKind.RATE})
_BETWEEN = frozenset("single school week weekday working the of and his her their".split())


def is_daily(words: Sequence[Word], time: Time) -> bool:
    """Whether a phrase of time says every day, every night or every school day."""
    keys = {word.key for word in words[time.first : time.last]}
    if keys & {"daily", "nightly"}:
        return True
    if keys & _NAMED_DAYS or keys & {"other", "alternate"}:
        return False  # "every Friday morning"
    inside = [word.key for word in words[time.first : time.last] if word.key not in _BETWEEN]
    return any(
        second.rstrip("s") in _DAY
        and (
            first in ("every", "each", "all", "per")
            or (first == "on" and second.endswith("s"))
            or (first == "a" and n > 1)
        )
        for n, (first, second) in enumerate(pairwise(inside), start=1)
    )


def paces_of(words: Sequence[Word], times: Sequence[Time], amounts: Sequence[Amount]) -> tuple[Pace, ...]:
    """Make amounts and frequencies comparable; those that cannot be compared are left out."""
    found: list[Pace] = []
    for amount in amounts:
        pace = _pace(words, amount, times)
        if pace is not None:
            found.append(pace)
    for time in times:
        if (
            time.kind is TimeKind.FREQUENCY
            and is_daily(words, time)
            and not any(p.first <= time.first < p.last for p in found)
        ):
            found.append(Pace(1.0, None, EVERY, time.first, time.last))
    return tuple(sorted(found, key=lambda pace: pace.first))


def _pace(words: Sequence[Word], amount: Amount, times: Sequence[Time]) -> Pace | None:
    value, first, last = amount.value, amount.first, amount.last
    if value is None:
        return None
    if amount.kind is AmountKind.PERCENTAGE:
        return Pace(value / 100, None, "%", first, last)
    numbers = [read for word in words[first:last] if (read := value_of(word.key)) is not None]
    parted = any(word.key in ("of", "in") for word in words[first:last]) and amount.kind in _PARTS
    if parted and len(numbers) == 2 and numbers[1] >= max(numbers[0], 2):
        return Pace(numbers[0] / numbers[1], None, "", first, last)
    if amount.kind is AmountKind.SCORE:
        return Pace(value / 10, None, "score", first, last) if value <= 10 else None
    period = _period(words, first, last, times)
    if period is None:
        return None
    unit = amount.of or next((word.key for word in words[first:last] if word.key.rstrip("s") in _DAY), "")
    keys = {word.key for word in words[first : last + 1]}
    if unit in _DAYS or (period < 7 and keys & _DAYS):
        week = 5.0 if keys & {"school", "college", "nursery"} else 7.0
        return Pace(min(1.0, value * period / week), value * period, "days", first, last)
    return Pace(None, value * period, unit, first, last)


def _period(words: Sequence[Word], first: int, last: int, times: Sequence[Time]) -> float | None:
    inside = [word.key for word in words[first:last]]
    for time in times:
        if time.kind is TimeKind.FREQUENCY and (time.first <= first < time.last or last <= time.first <= last + 1):
            inside.extend(word.key for word in words[time.first : time.last])
    inside.extend(word.key for word in words[last : last + 2])
    found = [_PER_WEEK[key] for key in inside if key in _PER_WEEK]
    return min(found) if found else None
