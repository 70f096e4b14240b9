"""Values in a rewrite that the user did not give, gave otherwise, or gave and does not find again.

A number, date, time, frequency or length is known if the objective or its context states it in any form. Where the
original has another value of the same kind that is not found again, the value was changed, else it was invented.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import stem
from rewriter.guarding.concern import advice, fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.edges import contradicts
from rewriter.guarding.given import Given
from rewriter.guarding.reworded import Rewording
from rewriter.guarding.sides import Side
from rewriter.guarding.uncounted import FOLK, days_beside, numbers_unsaid, reckoned_times, shares_in
from rewriter.guarding.unread import is_worded, numbers_a_name, numbers_unread, says_one, written_in
from rewriter.guarding.values import Key, Value, days_counted, figures, implied, paces_reckoned
from rewriter.once import once

__all__ = ["compare_values"]

_KINDS = {
    "date": "date", "month": "date", "month_end": "date", "year": "date", "season": "date", "weekday": "day",
    "clock": "time of day", "part": "time of day", "every": "frequency", "length": "length of time",
    "working": "length of time",
    "percent": "percentage", "money": "amount of money", "measure": "amount", "number": "number", "ordinal": "number",
}  # fmt: skip
# Kinds that stand for each other where one was changed into another: a date into a month, a number into a length.
_FAMILIES = (
    frozenset({"date", "month", "month_end", "year", "season", "weekday"}),
    frozenset({"clock", "part"}),
    frozenset({"length", "working", "number", "measure", "money", "percent"}),
    frozenset({"every"}),
    frozenset({"ordinal"}),
)
_FAMILY_OF = {kind: family for family in _FAMILIES for kind in family}
_TIMED = frozenset(("length", "every"))
_ALWAYS = frozenset({("season", "today")})
_ONE = ("number", 1.0)
_NOON = ("clock", (720, True))
_ROUND_NOON = frozenset((("part", "morning"), ("part", "midday")))
_DAILY = ("every", ("hours", 24.0))
_PARTS = ("morning", "midday", "afternoon", "evening", "night")
_MOST = 20  # lost values of one figure that are looked at
_HEADING = 9  # words of a heading
_PAPERS = frozenset("minutes mins mtg meeting notes action row item agenda obj objective outcome conf plan".split())
_STOPS, _MARKS = frozenset((".", ",")), frozenset((":", "-", "\u2013", "\u2014", "|", ")", "\n"))
_SCHOOL_WEEK = 5
_LONGEST = 100_000.0  # hours: no plan looks further ahead


def compare_values(given: Given, rewrite: Side, excused: Excused, rewording: Rewording) -> Iterator[Concern]:
    """Give a concern for each value of the rewrite that was not given, and for each that was dropped."""
    today = given.context.today
    here = frozenset(key for value in rewrite.values for key in implied(value, today)) | days_counted(rewrite.values)
    paces, paces_given = paces_reckoned(rewrite.values), paces_reckoned(given.values)
    here |= (
        frozenset(paces.values())
        | numbers_unsaid(rewrite.words, rewrite.reading.parties)
        | reckoned_times(rewrite.values)
    )
    turned = frozenset(value.turned for value in rewrite.values if value.turned is not None)
    bare = frozenset(number for value in rewrite.values for number in figures(value))
    weekdays = {value.key for value in given.values if value.kind == "weekday"}
    every_day = _DAILY in here and len(weekdays) >= _SCHOOL_WEEK
    # the day of the week before a date says nothing more: "Wed 2 Dec"
    dated = {value.start - n for value in given.values if value.kind == "date" for n in (1, 2)}
    gone = (
        value
        for place, value in enumerate(given.values)
        if not _is_bare(value, bare)
        and paces_given.get(place) not in here
        and not (every_day and value.kind == "weekday")
        and not _stands_in(value, here, turned)
        and not given.is_story(value.start)
        and not _is_age(value, given)
        and not _is_in_heading(value, given)
        and not (value.kind == "weekday" and value.end in dated)
    )
    shares_given = frozenset(
        key for percent, numbers in shares_in(given.original.words).items() if percent in here for key in numbers
    )
    gone = (each for each in gone if shares_given.isdisjoint((each.key, ("number", each.figure))))
    lost = _Lost(gone, given.original, rewrite)
    reckoned = _reckoned(given, today)
    if _DAILY in given.keys and len({value.key for value in rewrite.values if value.kind == "weekday"}) >= _SCHOOL_WEEK:
        reckoned |= {("weekday", day) for day in range(_SCHOOL_WEEK)}  # "Monday to Friday" for "every day"
    shares = frozenset(
        key for percent, numbers in shares_in(rewrite.words).items() if percent in given.keys for key in numbers
    )
    unknown = [
        value
        for place, value in enumerate(rewrite.values)
        if not (_is_to_agree(value, rewrite) or excused.covers_to(value.start))
        and paces.get(place) not in given.keys
        and (
            contradicts(value, given.by_key, given.thresholds)
            or not (
                _is_known(value, given, reckoned, shares)
                or is_worded(value, rewrite, given.original, given.store)
                or numbers_a_name(value, rewrite, given.store.keys)
            )
        )
    ]
    numbers, written = numbers_unread(given.original), numbers_unread(rewrite)
    for value in [value for value in unknown if not (_is_in(value, rewrite, numbers) or lost.takes_the_same(value))]:
        line = rewrite.line_at(value.start)
        if line is not None and line.is_goal and value.key == _DAILY:
            continue  # "to be in school every day" is how a goal speaks
        yield _told_otherwise(value, given, rewrite, lost.take(value))
    keys = frozenset(word.key for word in rewrite.words)
    by_one = says_one(rewrite.words)
    for value in lost.left():
        if (by_one and value.kind == "clock" and 1.0 in figures(value)) or numbers_a_name(value, given.original, keys):
            continue
        if _is_in(value, given.original, written):
            continue
        if excused.covers_from(value.start):
            continue
        original = given.original
        # a word for a time may be put in other words, "first" too, a number may not
        worded = value.kind in ("season", "part") or (value.kind == "ordinal" and value.key[1] == 1.0)
        if worded and rewording.stands_for(original.index_at(value.start), original.index_at(value.end), 1):
            message = f"Check that this {_KINDS[value.kind]} is still said: it is in other words, if it is there."
            yield advice(ConcernKind.DROPPED, original.text, value.start, value.end, message)
        else:
            message = f"This {_KINDS[value.kind]} of the original is not in the rewrite."
            yield fault(ConcernKind.DROPPED, given.original.text, value.start, value.end, message)


def _told_otherwise(value: Value, given: Given, rewrite: Side, old: Value | None) -> Concern:
    """Say of a value of the rewrite that the original has `old` instead, or nothing of the kind."""
    if old is not None:
        message = f"The original says \u201c{given.original.text[old.start : old.end]}\u201d."
        return fault(ConcernKind.CHANGED, rewrite.text, value.start, value.end, message)
    if given.counted.get((value.kind, value.of)) and value.of not in ("", "time"):
        message = "The original gives another number for this."
        return fault(ConcernKind.CHANGED, rewrite.text, value.start, value.end, message)
    if value.kind == "part":  # what is done may say it: a lunch, a sleepover, a walk to school
        message = "Check that the original gives this time of day: it does not name it."
        return advice(ConcernKind.INVENTED, rewrite.text, value.start, value.end, message)
    message = f"This {_KINDS[value.kind]} is nowhere in what was given; put it in [brackets] to be agreed."
    return fault(ConcernKind.INVENTED, rewrite.text, value.start, value.end, message)


def _is_bare(value: Value, here: frozenset[float]) -> bool:
    """Whether a value is a single thing, or a number of nothing said that the rewrite has as a number of something."""
    said = figures(value)
    if said == {1.0} and value.kind in ("number", "length", "measure", "every"):
        return True  # "1 hr" may be "another hour"
    return value.kind == "number" and not said.isdisjoint(here)


def _is_to_agree(value: Value, rewrite: Side) -> bool:
    """Whether a value stands in a gap, or is the pace of one: "[number] times a day"."""
    return rewrite.in_gap(value.start) or (value.kind == "every" and rewrite.after_gap(value.start))


def _is_age(value: Value, given: Given) -> bool:
    """Whether a number alone in brackets tells an age, "Grace (87)", which a rewrite may leave out."""
    text = given.original.text
    return text[value.start - 1 : value.start] == "(" and text[value.end : value.end + 1] == ")"


def _is_in_heading(value: Value, given: Given) -> bool:
    """Whether a value only says which paper or row a text is from: "Minutes 17/11: action 4 - ..."."""
    words = given.original.words
    at = given.original.index_at(value.start)
    opened = any(word.key in _PAPERS for word in words[max(0, at - _HEADING) : at])
    line = all(word.key not in _STOPS for word in words[max(0, at - _HEADING) : at])
    after = words[given.original.index_at(value.end) :][:1]
    return at < _HEADING and opened and line and bool(after) and after[0].key in _MARKS


def _is_in(value: Value, side: Side, numbers: frozenset[float]) -> bool:
    """Whether all numbers that a value is written with are among those that the other text has unread."""
    mine = written_in(side.words_within(value.start, value.end)) if numbers else frozenset[float]()
    return bool(mine) and mine <= numbers


class _Lost:
    """The values of the original that the rewrite does not state; each may explain one that it states instead."""

    def __init__(self, values: Iterable[Value], original: Side, rewrite: Side) -> None:
        self._all = tuple(values)
        self.worked_out: dict[str, Any] = {}
        self._original, self._rewrite = original, rewrite
        self._taken: set[int] = set()
        self._queues: dict[object, deque[int]] = {}
        for place, value in enumerate(self._all):
            for name in (value.kind, (value.kind, value.of), _FAMILY_OF[value.kind]):
                self._queues.setdefault(name, deque()).append(place)

    def take(self, value: Value) -> Value | None:
        """Give the lost value whose place this one has taken: of the same thing, kind or family, in that order."""
        for name in ((value.kind, value.of), value.kind, _FAMILY_OF[value.kind]):
            queue = self._queues.get(name, deque())
            while queue:
                place = queue.popleft()
                if place not in self._taken:
                    self._taken.add(place)
                    return self._all[place]
        return None

    def takes_the_same(self, value: Value) -> bool:
        """Whether a lost value of another family has the figure of this one, and so is this one read otherwise."""
        for figure in sorted(figures(value) | written_in(self._rewrite.words_within(value.start, value.end))):
            for place in self._by_figure.get(figure, ())[:_MOST]:
                other = self._all[place]
                if other.kind in _TIMED and value.kind in _TIMED and other.key[1] != value.key[1]:
                    continue  # six weeks are not six months
                if place not in self._taken and _may_be_the_same(other.kind, value.kind):
                    self._taken.add(place)
                    return True
        return False

    @once
    def _by_figure(self) -> dict[float, list[int]]:
        found: dict[float, list[int]] = {}
        for place, value in enumerate(self._all):
            for figure in figures(value) | written_in(self._original.words_within(value.start, value.end)):
                found.setdefault(figure, []).append(place)
        return found

    def left(self) -> tuple[Value, ...]:
        """Give the values that nothing has taken the place of, in order."""
        return tuple(value for place, value in enumerate(self._all) if place not in self._taken)


def _may_be_the_same(one: str, other: str) -> bool:
    """Whether a figure of one kind may be meant as the other: of another family, or of things that are measured too.

    "6 cups" may be "six drinks".
    """
    return _FAMILY_OF[one] is not _FAMILY_OF[other] or {one, other} == {"number", "measure"}


def _is_known(value: Value, given: Given, reckoned: frozenset[Key], shares: frozenset[Key]) -> bool:
    if value.key in _ALWAYS or (value.kind == "number" and value.key[1] == 1.0) or value.key in reckoned:
        return True
    if value.bound and (value.key in given.turned or value.turned in given.keys):
        return True  # "3 or more" is "more than 2"
    if value.key in shares:
        return True  # "four out of every five" is 80%
    if value.key == _NOON and not _ROUND_NOON.isdisjoint(given.keys):
        return True  # "a hot lunch"; "mornings only"
    if value.of in FOLK and ("folk", value.key[1]) in given.keys:
        return True  # "the two children" are those named
    if value.loose is not None and value.kind == "number" and value.loose in given.keys:
        return True  # "from 2-4pm"
    if value.of == "time" and ("times", value.key[1]) in given.keys:
        return True  # a morning and an evening dose is twice a day
    if _is_written_barely(value, given):
        return True
    if value.key not in given.keys and value.kind == "percent":
        return ("bare", value.key[1]) in given.keys
    if value.key not in given.keys:
        return value.figure is not None and ("bare", value.figure) in given.keys
    named = value.of not in ("", "time")  # "three times late" may be "3 lates"
    same = given.counted.get((value.kind, value.of), frozenset()) if named else frozenset()
    if same and value.key not in same and value.key not in given.counted.get((value.kind, ""), ()):
        return False  # "4 groups and 2 meetings" is not "2 groups and 4 meetings"
    bounds = given.bounds.get(value.key, frozenset())
    if value.turned is not None and value.bound in bounds and value.turned not in given.turned:
        return False  # "2 or more" is not "more than 2"
    return not value.bound or not bounds or bool(bounds & {"", value.bound}) or value.key in given.thresholds


def _is_written_barely(value: Value, given: Given) -> bool:
    """Whether the original has the number of a value without the word that says what it counts."""
    if value.kind == "ordinal" and value.key[1] in given.figures:
        return True  # "in the fourth" for "wk 4"
    if value.kind == "number" and not value.of and figures(value) <= given.figures:
        return True  # "down to twenty units from sixty"
    if value.key == _DAILY and (given.has_hours or given.is_hourly):
        return True  # what has a time of day is done each day
    if value.kind in ("clock", "measure", "money") and not figures(value).isdisjoint(given.bare):
        return True  # "4-6" may be from four to six o'clock, "if under 43" may be 43 kg
    numbers = [part for part in value.parts if part[0] == "number"]
    if numbers and all(part in given.keys for part in numbers):
        return True  # "7/10" is 7 out of 10
    # "two nights" for "nights x2"
    return value.kind == "length" and value.figure in given.times and stem(value.of) in given.store.stems


def _reckoned(given: Given, today: date | None) -> frozenset[Key]:
    """What follows from what was given: today and a length of time make a date, a frequency is a length."""
    found = set(days_beside(given.original.words, given.values))
    for value in given.all_values:
        size = value.key[1]
        if value.kind == "length":
            found.add(("every", size))
        if value.kind == "length" and today is not None and isinstance(size, tuple) and size[0] == "hours":
            day = today + timedelta(hours=min(size[1], _LONGEST))
            found |= implied(Value(("date", (day.day, day.month, day.year)), 0, 0), None)
    return frozenset(found)


def _stands_in(value: Value, here: frozenset[Key], turned: frozenset[Key]) -> bool:
    """Whether a value of the original is found again among the keys that the rewrite implies."""
    if value.bound and (value.key in turned or value.turned in here):
        return True
    if value.of in FOLK and ("folk", value.key[1]) in here:
        return True
    if value.key in here or (value.loose is not None and value.loose in here):
        return True
    if value.key in (("number", 1.0), ("season", "today"), ("money", 0.0)):
        return True
    if value.figure is not None and ("bare", value.figure) in here:
        return True
    if value.kind == "number" and not value.of and ("percent", value.key[1]) in here:
        return True
    if any(part[0] in ("length", "month", "date") and part in here for part in value.parts):
        return True  # "6/12" is six months
    for kind in ("number", "clock"):
        parts = [part for part in value.parts if part[0] == kind]
        if parts and all(part in here or part == _ONE for part in parts):
            return True  # the "one" of "one of five" is read as no value
    if value.of == "time" and ("times", value.key[1]) in here:
        return True  # every morning and every evening, for "2x day"
    daily = _DAILY in here
    if value.kind == "every":
        in_parts = value.key[1] == ("hours", 24.0) and any(("part", part) in here for part in _PARTS)
        return ("length", value.key[1]) in here or in_parts
    if value.kind == "part":
        return (value.key[1] == "night" and daily) or (value.key in _ROUND_NOON and _NOON in here)
    return False
