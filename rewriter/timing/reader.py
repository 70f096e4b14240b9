"""When: every phrase of time in a text, by kind, and never a guessed calendar date.

Each word becomes one tag (number, month, weekday, "by", "within" ...; `.` for the rest), and one ordered pattern
runs over the string of tags, so the cost stays that of a dictionary look-up a word. The words and the pattern
are data in `words` and `rules`; this module reads them and says what each phrase amounts to.

Source: the kinds follow criterion T of the guidance (002 Halton, "Timely"; 004 LIAP, "Time bound"; 000 spotlight,
"On-going should not feature in the plan"); where a kind needed a finer line it is practice judgement.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rewriter.text import Word
from rewriter.timing.grammar import starting_with
from rewriter.timing.phrases import phrase_times
from rewriter.timing.tags import is_anchored, tags_of, with_brackets
from rewriter.timing.words import MONTH_NUMBERS, PAST_WORDS, Rule, TimeKind

__all__ = ["Time", "TimeKind", "exact_date", "find_times", "is_past"]


class Time(NamedTuple):
    """A phrase of time: its kind, where it stands, and the parts of a date it states.

    `start` and `end` are offsets into the text (end exclusive), `first` and `last` word indices (last exclusive).
    `closed` says that the phrase by itself tells when the thing is over or due: a date, a length, a boundary of the
    school calendar. A day known only from the day of writing ("by Friday", "by the end of the week") is a
    `weekday_deadline` and not closed: it counts where today is given. `day`, `month` and `year` are the last date
    the phrase states, as far as it states them; a year of two digits is read as 20xx.
    """

    kind: TimeKind
    start: int
    end: int
    first: int
    last: int
    closed: bool
    day: int | None = None
    month: int | None = None
    year: int | None = None


_FUTURE = frozenset("to will must should shall ll can agrees agree needs need".split())
_COUNTS_BEFORE = frozenset("twice once times thrice incidents occasions".split())
_CLAUSE_ENDS = frozenset(". | ; \n ! ?".split(" "))
_OPEN_PHRASES = frozenset("immediately straight straightaway right at instantly as".split())
_BODIES = frozenset("court panel tribunal conference group marac contact".split())
_PARTICIPLES = frozenset("held made set put heard kept led run done sent told paid".split())
_START_VERBS = frozenset("start starts starting begin begins beginning commence commences commencing".split())


def find_times(words: Sequence[Word], text: str) -> tuple[Time, ...]:
    """Give the phrases of time among the words, in order and without overlap.

    Takes the words of `text` (from `words_of`) and the text itself; raises nothing. A phrase never crosses the
    end of a sentence. Square brackets are looked through, and a bracket that names what it will hold
    ("[date]", "[number]") is read as that.
    """
    kept, tags = tags_of(words)
    fixed = phrase_times(words)
    if not fixed and not is_anchored(tags):
        return ()
    position_of = None
    if kept is not None:
        position_of = {index: position for position, index in enumerate(kept)}
    found: list[Time] = []
    if fixed:
        letters = list(tags)
        for kind, first, last in fixed:
            if position_of is not None and last - 1 not in position_of:
                continue  # inside a bracket that names its gap: "[date to be agreed]"
            for index in range(first, last):
                position = index if position_of is None else position_of.get(index, -1)
                if position >= 0:
                    letters[position] = "."
            found.append(
                Time(
                    kind, words[first].start, words[last - 1].end, first, last, _ends_by_itself(kind, words[first].key)
                )
            )
        tags = "".join(letters)
    at = 0
    for low, tag in enumerate(tags):  # one look-up for the rules that can begin here, then one match
        if low < at or tag == ".":
            continue
        opening = starting_with(tag)
        match = opening[0].match(tags, low) if opening is not None else None
        if opening is None or match is None:
            continue
        rule = opening[1][(match.lastindex or 1) - 1]
        high = match.end()
        first, last = (low, high) if kept is None else with_brackets(words, kept[low], kept[high - 1] + 1)
        time = _read(rule, words, text, first, last)
        if time is None:
            continue
        at = time.last if kept is None else bisect_left(kept, time.last)  # an open "until" takes in its clause
        if time.kind is not TimeKind.NOT_A_TIME:
            found.append(time)
    if not fixed:
        return tuple(found)
    found.sort(key=lambda time: time.first)
    return _apart(found)


def _apart(found: list[Time]) -> tuple[Time, ...]:
    """Drop each time that begins inside the one before: a set phrase within an open "until"."""
    kept: list[Time] = []
    for time in found:
        if not kept or time.first >= kept[-1].last:
            kept.append(time)
    return tuple(kept)


def _ends_by_itself(kind: TimeKind, opening: str) -> bool:
    """Whether a set phrase closes the time: "the same day" does, "immediately" leaves the length open."""
    return kind is TimeKind.EVENT and opening not in _OPEN_PHRASES


def exact_date(time: Time, today: date | None = None) -> date | None:
    """Give the one day a phrase names, or None.

    Needs day, month and year; with `today`, day and month are enough (the next such day, or the one before for
    a phrase about the past). None too for a day that does not exist.
    """
    if time.day is None or time.month is None:
        return None
    if time.year is not None:
        return _day(time.year, time.month, time.day)
    if today is None:
        return None
    past = time.kind in (TimeKind.SINCE, TimeKind.PAST_REFERENCE)
    for year in (0, -1, -2, -3, -4) if past else (0, 1, 2, 3, 4):
        found = _day(today.year + year, time.month, time.day)
        if found is not None and (found <= today if past else found >= today):
            return found
    return None


def is_past(time: Time, today: date | None) -> bool:
    """Whether the phrase names a day, month or year that lies wholly before `today`; False where it cannot be told."""
    if today is None or time.year is None:
        return False
    if time.day is not None:
        named = exact_date(time, today)
        return named is not None and named < today
    if time.month is not None:
        return (time.year, time.month) < (today.year, today.month)
    return time.year < today.year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read(rule: Rule, words: Sequence[Word], text: str, first: int, last: int) -> Time | None:
    """Turn a match into a time, or refuse it; most of it is about dates told of the past."""
    kind, closed = rule.kind, rule.closed
    day = month = year = None
    if rule.dated:
        day, month, year = _parts(words, text, first, last)
        if rule.dated == "full" and (day is None or month is None):
            return None
        closed = closed or (year is not None and kind is TimeKind.MONTH_DEADLINE)
    if kind is TimeKind.OPEN_UNTIL:
        last = _clause_end(words, first, last)
    elif kind is TimeKind.NOT_A_TIME:
        if rule.name == "bracketed age" and (first == 0 or not words[first - 1].text[:1].isupper()):
            return None
    elif kind in (TimeKind.DATE, TimeKind.MONTH_DEADLINE) and rule.name in ("on date", "in month"):
        if _told_as_past(words, first):
            kind, closed = TimeKind.PAST_REFERENCE, False
        elif kind is TimeKind.DATE and _starts_before(words, first):
            kind, closed = TimeKind.START, False
    elif rule.name == "by event" and _is_agent(words, first, last):
        return None
    elif kind is TimeKind.EVENT_DEADLINE and rule.name == "end of thing":
        last = min(last, _clause_end(words, first, last - 1))
    return Time(kind, words[first].start, words[last - 1].end, first, last, closed, day, month, year)


def _is_agent(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether "by the court" says who rather than when: "held by the court", "agreed by the panel"."""
    if words[first].key != "by" or words[last - 1].key not in _BODIES or first == 0 or last - first > 3:
        return False
    before = words[first - 1].key
    return words[first + 1].key != "next" and (before.endswith(("ed", "en")) or before in _PARTICIPLES)


def _parts(words: Sequence[Word], text: str, first: int, last: int) -> tuple[int | None, int | None, int | None]:
    """Read the last date stated between two word indices, as far as it is stated."""
    day = month = year = None
    for index in range(first, last):
        key = words[index].key
        if key in MONTH_NUMBERS:
            month, year = MONTH_NUMBERS[key], None
            before = index - 1
            while before >= first and words[before].key in ("of", "[", "]"):
                before -= 1
            day = _small(words[before].key) if before >= first else None
            if day is None and index + 1 < last:
                day = _small(words[index + 1].key)
        elif key[0].isdigit():
            numbers = re.split(r"[./]", key)
            if len(numbers) == 3 and all(part.isdigit() for part in numbers):
                day, month, year = int(numbers[0]), int(numbers[1]), _year(numbers[2])
            elif len(numbers) == 2 and "/" in key and all(part.isdigit() for part in numbers):
                day, month = int(numbers[0]), int(numbers[1])
            elif (
                index > first and words[index - 1].key in ("'", "\u2019", "\u2018") and len(key) == 2 and key.isdigit()
            ):
                year = _year(key)  # "by end of Oct '26"
            elif len(key) == 4 and key.isdigit() and key[:2] in ("19", "20"):
                year = int(key)
                if index + 2 < last and _hyphened(words, text, index):
                    return _small(words[index + 2].key), _small(words[index + 1].key, 12), year
                if index - 2 >= first and _hyphened(words, text, index - 2):
                    return _small(words[index - 2].key), _small(words[index - 1].key, 12), year
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None, None, None
    return day, month, year


def _hyphened(words: Sequence[Word], text: str, index: int) -> bool:
    """Whether three words from `index` are joined by hyphens, as in 2026-10-01."""
    one, two, three = words[index : index + 3]
    return text[one.end : two.start] == "-" and text[two.end : three.start] == "-"


def _small(key: str, highest: int = 31) -> int | None:
    digits = key[:-2] if key[-2:] in ("st", "nd", "rd", "th") else key
    return int(digits) if digits.isdecimal() and len(digits) < 3 and 1 <= int(digits) <= highest else None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits[-2:])


def _told_as_past(words: Sequence[Word], first: int) -> bool:
    """Whether the clause before `first` tells what has happened rather than what is to happen."""
    past = False
    for index in range(first - 1, max(first - 16, -1), -1):
        key = words[index].key
        if key in _CLAUSE_ENDS or key == ":":
            break
        if key in _COUNTS_BEFORE and index >= first - 2:
            return True
        if key in _FUTURE or key.endswith("'ll"):
            return False
        past = past or key in PAST_WORDS or (key.endswith("ed") and len(key) > 4)
    return past and not (first and words[first - 1].key in ("reviewed", "completed", "agreed", "booked", "arranged"))


def _starts_before(words: Sequence[Word], first: int) -> bool:
    """Whether a verb of starting governs the date at `first`: "to start the group on 6 May"."""
    for index in range(first - 1, max(first - 9, -1), -1):
        key = words[index].key
        if key in _CLAUSE_ENDS or key in (",", "and"):
            return False
        if key in _START_VERBS:
            return True
    return False


def _clause_end(words: Sequence[Word], first: int, last: int) -> int:
    """The index after the clause that `last` continues, at most ten words on."""
    end = last
    while end < len(words) and end < first + 10:
        key = words[end].key
        if key in _CLAUSE_ENDS or key in (",", ")", ":", "-", "and"):
            break
        end += 1
    return max(end, last)
