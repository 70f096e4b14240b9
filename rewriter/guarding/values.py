"""Values that a text states, in one form however they are written: "a fortnight", "two weeks" and "14 days" are one.

A `Value` has a key that says what it is; two texts state the same if one's keys are among what the other implies.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

__all__ = [
    "Edge",
    "Key",
    "Value",
    "amount",
    "daily_things",
    "days_counted",
    "figures",
    "implied",
    "paces_reckoned",
]

Key = tuple[str, object]
Edge = tuple[str, str]

_HOURS_OF_UNIT = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "night": 24.0, "week": 168.0, "fortnight": 336.0}
_MONTHS_OF_UNIT = {"month": 1.0, "quarter": 3.0, "year": 12.0}
_SHOWN_PARTS = {"morning": (300, 720), "afternoon": (720, 1080), "evening": (1020, 1440), "midday": (690, 840)}
_SAME_PARTS = {"night": ("evening",), "evening": ("night", "pm"), "afternoon": ("pm",), "pm": ("afternoon", "evening")}
_NOON = 720
_WEEKEND: set[Key] = {("weekday", 5), ("weekday", 6), ("every", ("hours", 168.0))}
_LAST_DAYS = 28
_BACK = 120  # days: "the plan of 14 Oct" is of last month, "by 14 Oct" is next year


class Value(NamedTuple):
    """One value: what it is, where it stands (end exclusive), the thing counted or measured, and its bound.

    `of` is the base form of the noun counted ("session"), "" where there is none; `bound` is "least", "most" or "".
    `loose` is a weaker key that is enough where something is only looked for again: a date without its year.
    `parts` are the numbers of what may be a date or a share: 2 and 5 for "2/5".
    `figure` is the number that a length of time was written with: 3 for "3 days".
    `turned` is the same bound the other way: "3 or more" for "more than 2".
    `edges` says which side or which one of it is meant, as `edges_of` gives it: the end of a month, before a time.
    """

    key: Key
    start: int
    end: int
    of: str = ""
    bound: str = ""
    loose: Key | None = None
    figure: float | None = None
    parts: tuple[Key, ...] = ()
    turned: Key | None = None
    edges: tuple[Edge, ...] = ()

    @property
    def kind(self) -> str:
        """What kind of value it is: "number", "date", "clock" and so on."""
        return self.key[0]


def figures(value: Value) -> frozenset[float]:
    """Give the bare numbers that a value can have been written with: 6 for "6", "6 weeks" and "six o'clock"."""
    kind, what = value.key
    found = {value.figure} if value.figure is not None else set[float]()
    if kind in ("number", "percent", "money", "ordinal", "year") and isinstance(what, float):
        found.add(what)
    elif kind == "measure" and isinstance(what, tuple):
        found.add(what[0])
    elif kind == "clock" and isinstance(what, tuple):
        hour = what[0] // 60 % 12 or 12
        found |= {float(hour), float(hour + 12)}
    found |= {part[1] for part in value.parts if part[0] == "number" and isinstance(part[1], float)}
    return frozenset(found)


def implied(value: Value, today: date | None) -> frozenset[Key]:
    """Give every key that a value answers for, its own among them.

    A date with its year answers for its weekday, its month and itself without the year; a weekday for "weekly"; a
    time of day for the part of the day.
    """
    kind, what = value.key
    found: set[Key] = {value.key, *value.parts}
    if kind == "date" and isinstance(what, tuple):
        day, month, year = what
        found |= {("date", (day, month, None)), ("month", (month, None))}
        if day >= _LAST_DAYS:
            found |= {("month_end", (month, None)), ("month_end", (month, year))}
        found |= _of_day(day, month, year, today, back=0 if ("side", "before") in value.edges else _BACK)
    elif kind in ("month", "month_end") and isinstance(what, tuple):
        month, year = what
        years = [year] if year or today is None else [None, *range(today.year - 1, today.year + 2)]
        for each in years:
            found.add((kind, (month, each)))
            found |= _of_month(month, each, ends=kind == "month_end")
    elif kind == "weekday":
        found.add(("every", ("hours", 168.0)))
    elif kind == "clock":
        for _, time in (value.key, *value.parts):
            found |= _of_clock(*time) if isinstance(time, tuple) else set()
    elif kind == "every":
        found |= _of_pace(what)
    elif kind == "number" and isinstance(what, float):
        if not value.of:
            found |= {("bare", what), ("ordinal", what)}  # "week 3" is the third week
        if value.loose is not None and isinstance(value.loose[1], tuple):
            found |= _of_clock(*value.loose[1])  # "10-12" and "8.30" may be times of day
    elif kind in ("length", "working") and value.figure is not None:
        found.add(("number", value.figure))
    elif kind == "ordinal":
        found |= {("number", what), ("bare", what)}
    elif kind == "part":
        found |= {("part", part) for part in _SAME_PARTS.get(str(what), ())}
        found |= _WEEKEND if what == "weekend" else set()
    return frozenset(found)


def days_counted(values: Iterable[Value]) -> frozenset[Key]:
    """Give what the weekdays named come to: "Mondays and Thursdays" is twice a week."""
    days = {value.key[1] for value in values if value.kind == "weekday"}
    weekend: set[Key] = {("part", "weekend")} if days & {5, 6} else set()
    if len(days) < 2:
        return frozenset(weekend)
    number = float(len(days))
    return frozenset({("number", number), ("length", ("hours", 24.0 * number)), ("every", ("hours", 168.0))} | weekend)


def paces_reckoned(values: Sequence[Value]) -> dict[int, Key]:
    """Give how often a thing comes by a number and its pace, by the index of each: twice a year is every six months."""
    found: dict[int, Key] = {}
    for n, (one, two) in enumerate(pairwise(values)):
        times, size = one.key[1], two.key[1]
        if (
            one.of not in ("time", "")
            or one.kind != "number"
            or two.kind != "every"
            or not isinstance(times, float)
            or not isinstance(size, tuple)
        ):
            continue
        if times > 1 and size[0] == "months":  # days of the week are seldom spread evenly
            found[n] = found[n + 1] = ("every", (size[0], size[1] / times))
    return found


def daily_things(values: Sequence[Value]) -> frozenset[Key]:
    """Give "every day" where a part of the day or a number of meals is named, and no weekday."""
    if any(value.kind == "weekday" for value in values):
        return frozenset()
    by_day = any(value.kind == "part" or value.of == "meal" for value in values)
    return frozenset({("every", ("hours", 24.0))} if by_day else ())


def _of_month(month: int, year: int | None, *, ends: bool) -> set[Key]:
    last = monthrange(year or 2025, month)[1]
    found: set[Key] = {("date", (last, month, None)), ("date", (last, month, year))} if ends else set()
    return found | {("month", (month, None)), ("month", (month, year))} | ({("year", year)} if year else set())


def _of_pace(what: object) -> set[Key]:
    return {("length", what)} | ({("season", "half-term")} if what == ("term", 0.5) else set())


def _of_day(day: int, month: int, year: int | None, today: date | None, back: int = 0) -> set[Key]:
    found: set[Key] = set()
    years = [year] if year else [today.year, today.year + 1] if today else []
    for each in years:
        try:
            named = date(each, month, day)
        except ValueError:
            continue
        if not year and today and not today - timedelta(days=1 + back) <= named <= today + timedelta(days=366):
            continue
        found |= {("date", (day, month, each)), ("month", (month, each)), ("year", each), ("weekday", named.weekday())}
    return found


def _of_clock(minutes: int, sure: bool) -> set[Key]:  # noqa: FBT001 - the two halves of a key
    half = minutes % _NOON
    found: set[Key] = {("clock", (half, False))}
    for full in (minutes,) if sure else (half, half + _NOON):
        found.add(("clock", (full, True)))
        found |= {("part", part) for part, (first, last) in _SHOWN_PARTS.items() if first <= full < last}
    if sure:
        found.add(("part", "pm" if minutes >= _NOON else "morning"))
    if ("part", "evening") in found:
        found.add(("part", "night"))
    return found


def amount(value: float, unit: str) -> tuple[str, float]:
    """Give a length of time in hours, or in months where weeks will not do."""
    if unit in _MONTHS_OF_UNIT:
        return "months", value * _MONTHS_OF_UNIT[unit]
    return "hours", round(value * _HOURS_OF_UNIT[unit], 4)
