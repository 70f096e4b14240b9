"""Values that a text states, in one form however they are written: "a fortnight", "two weeks" and "14 days" are one.

A `Value` has a key that says what it is; two texts state the same if one's keys are among what the other implies.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["HOURS_OF_UNIT", "MONTHS_OF_UNIT", "Key", "Value", "implied"]

Key = tuple[str, object]

HOURS_OF_UNIT = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "night": 24.0, "week": 168.0, "fortnight": 336.0}
MONTHS_OF_UNIT = {"month": 1.0, "quarter": 3.0, "year": 12.0}
_SHOWN_PARTS = {"morning": (300, 720), "afternoon": (720, 1080), "evening": (1020, 1440), "midday": (690, 840)}
_NOON = 720
_LAST_DAYS = 28


class Value(NamedTuple):
    """One value: what it is, where it stands (end exclusive), the thing counted or measured, and its bound.

    `of` is the base form of the noun counted ("session"), "" where there is none; `bound` is "least", "most" or "".
    `loose` is a weaker key that is enough where something is only looked for again: a date without its year.
    `figure` is the number that a length of time was written with: 3 for "3 days".
    """

    key: Key
    start: int
    end: int
    of: str = ""
    bound: str = ""
    loose: Key | None = None
    figure: float | None = None

    @property
    def kind(self) -> str:
        """What kind of value it is: "number", "date", "clock" and so on."""
        return self.key[0]


def implied(value: Value, today: date | None) -> frozenset[Key]:
    """Give every key that a value answers for, its own among them.

    A date with its year answers for its weekday, its month and itself without the year; a weekday for "weekly"; a
    time of day for the part of the day.
    """
    kind, what = value.key
    found: set[Key] = {value.key}
    if kind == "date" and isinstance(what, tuple):
        day, month, year = what
        found |= {("date", (day, month, None)), ("month", (month, None))}
        if day >= _LAST_DAYS:
            found |= {("month_end", (month, None)), ("month_end", (month, year))}
        found |= _of_day(day, month, year, today)
    elif kind in ("month", "month_end") and isinstance(what, tuple):
        month, year = what
        if kind == "month_end":
            last = monthrange(year or 2025, month)[1]
            found |= {("date", (last, month, None)), ("date", (last, month, year))}
        found |= {("month", (month, None))} | ({("year", year)} if year else set())
    elif kind == "weekday":
        found.add(("every", ("hours", 168.0)))
    elif kind == "clock" and isinstance(what, tuple):
        found |= _of_clock(*what)
    elif kind == "every":
        found.add(("length", what))
        if what == ("hours", 24.0):
            found |= {("weekday", day) for day in range(5)}
    elif kind == "number" and not value.of:
        found.add(("bare", what))
    elif kind in ("length", "working") and value.figure is not None:
        found.add(("number", value.figure))
    elif kind == "part" and what == "night":
        found.add(("part", "evening"))
    elif kind == "part" and what == "evening":
        found.add(("part", "night"))
    return frozenset(found)


def _of_day(day: int, month: int, year: int | None, today: date | None) -> set[Key]:
    found: set[Key] = set()
    years = [year] if year else [today.year, today.year + 1] if today else []
    for each in years:
        try:
            named = date(each, month, day)
        except ValueError:
            continue
        if not year and today and not today - timedelta(days=1) <= named <= today + timedelta(days=366):
            continue
        found |= {("date", (day, month, each)), ("month", (month, each)), ("year", each), ("weekday", named.weekday())}
    return found


def _of_clock(minutes: int, sure: bool) -> set[Key]:  # noqa: FBT001 - the two halves of a key
    half = minutes % _NOON
    found: set[Key] = {("clock", (half, False))}
    for full in (minutes,) if sure else (half, half + _NOON):
        found.add(("clock", (full, True)))
        found |= {("part", part) for part, (first, last) in _SHOWN_PARTS.items() if first <= full < last}
    if ("part", "evening") in found:
        found.add(("part", "night"))
    return found
