"""How much: counts, rates, percentages, scores, levels and signs, each with the thing it counts.

Criterion M of the guidance asks "how many? how much?" (000 spotlight; 002 Halton, "Measurable").
Soft measures and self-rating are measures too (004 LIAP, "'hard' and 'soft' indicators"; 003 outcomes). The finer
lines, such as which numbers are not amounts, are practice judgement.
"""

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from rewriter.amounts.counting import MONEY, is_number, key_at, names_something, noun_after, read_number, value_of
from rewriter.amounts.phrases import phrase_amounts
from rewriter.amounts.words import BOUNDS, MEASURES, SCORE_WORDS
from rewriter.text import Word
from rewriter.timing.reader import Time, TimeKind
from rewriter.timing.tags import with_brackets

__all__ = ["Amount", "AmountKind", "find_amounts"]


class AmountKind(StrEnum):
    """What an amount lets a reader check."""

    COUNT = "count"  # 4 meetings, 6 out of 6 contacts
    RATE = "rate"  # 4 days per week, twice a day
    PERCENTAGE = "percentage"
    SCORE = "score"  # 5 out of 10, a score of 14
    SHARE = "share"  # 2 times in every 4
    LEVEL = "level"  # every, all, always, never
    MEASURE_UNIT = "measure_unit"  # 40cm, £20, 30 minutes
    CLOCK_LEVEL = "clock_level"  # by 8.55am: a standard each day meets or does not
    ZERO = "zero"  # no further, none, 0 incidents
    COMPARISON = "comparison"  # more, fewer, reduce
    SOFT_MEASURE = "soft_measure"  # a scale, a chart, own words


class Amount(NamedTuple):
    """An amount: kind, offsets into the text, word indices (ends exclusive), number and thing counted.

    `value` is None where no number is stated or a bracket stands for it; a percentage is given in hundredths as
    written (60 for "60%"). `of` is the key of the noun counted or of the unit, "" if none is stated.
    """

    kind: AmountKind
    start: int
    end: int
    first: int
    last: int
    value: float | None
    of: str


_RUNS = frozenset((TimeKind.RUN, TimeKind.SPAN))  # "two sessions in a row", "over six weekly sessions"
_COUNTED_TIMES = _RUNS | {TimeKind.FREQUENCY}
_ADVERBS = frozenset(("daily", "weekly", "nightly", "monthly", "fortnightly", "yearly", "hourly", "termly"))
_PACES = frozenset(("day", "week", "month", "year", "term", "night"))
_UNSTATED = frozenset(("number", "many"))  # in square brackets: "[number] sessions", "[how many] visits"


def find_amounts(words: Sequence[Word], times: Sequence[Time], text: str) -> tuple[Amount, ...]:
    """Give the amounts among the words, in order of their first word.

    Takes the words of `text`, the times found in it (`find_times`) and the text. Numbers that name something
    (ages, dates, list numbers, "Year 1", "section 47", telephone numbers) are left out. Raises nothing.
    """
    if "[" not in text:
        return _find(words, times, frozenset())
    kept = [index for index, word in enumerate(words) if word.key not in ("[", "]")]
    plain = [words[index] for index in kept]
    moved = [time._replace(first=bisect_left(kept, time.first), last=bisect_left(kept, time.last)) for time in times]
    found = []
    for amount in _find(plain, moved, _inside_brackets(words)):
        first, last = with_brackets(words, kept[amount.first], kept[amount.last - 1] + 1)
        found.append(amount._replace(first=first, last=last, start=words[first].start, end=words[last - 1].end))
    return tuple(found)


def _inside_brackets(words: Sequence[Word]) -> frozenset[int]:
    """Give the places, counted without the brackets themselves, of the words that stand in square brackets."""
    inside: set[int] = set()
    place, opened = 0, False
    for word in words:
        if word.key in ("[", "]"):
            opened = word.key == "["
            continue
        if opened:
            inside.add(place)
        place += 1
    return frozenset(inside)


def _find(words: Sequence[Word], times: Sequence[Time], inside: frozenset[int]) -> tuple[Amount, ...]:
    """Give the amounts among words without square brackets; `inside` holds the places of those that stood in some."""
    found: list[Amount] = []
    taken: set[int] = set()
    for time in times:
        taken.update(range(time.first, time.last))
        if time.kind is TimeKind.CLOCK:
            found.append(Amount(AmountKind.CLOCK_LEVEL, time.start, time.end, time.first, time.last, None, ""))
        elif time.kind in _COUNTED_TIMES and (time.kind is not TimeKind.SPAN or words[time.last - 1].key in _ADVERBS):
            counted = _of_time(words, time, inside)
            if counted is not None:
                found.append(counted)
    at = 0
    for index, word in enumerate(words):
        if index < at or index in taken:
            continue
        key = word.key
        if is_number(key) or index in inside:
            amount = _number(words, index, taken) if is_number(key) else _unstated(words, index, inside)
            if amount is not None:
                found.append(amount)
                at = amount.last
    for tag, first, last in phrase_amounts(words, taken):
        kind = AmountKind(tag)
        value = 0.0 if kind is AmountKind.ZERO else None
        of = noun_after(words, last)[0] if kind in (AmountKind.ZERO, AmountKind.LEVEL) else ""
        found.append(Amount(kind, words[first].start, words[last - 1].end, first, last, value, of))
    found.sort(key=lambda amount: (amount.first, -amount.last))
    return _without_nested(found)


def _without_nested(found: list[Amount]) -> tuple[Amount, ...]:
    """Drop an amount that lies inside another of its kind, so that "no further" is not also "no"."""
    kept: list[Amount] = []
    for amount in found:
        if kept and amount.kind is kept[-1].kind and amount.last <= kept[-1].last:
            continue
        kept.append(amount)
    return tuple(kept)


def _of_time(words: Sequence[Word], time: Time, inside: frozenset[int]) -> Amount | None:
    """Read the count that a frequency or a run carries, or None ("weekly" and "every 8 weeks" carry none)."""
    kind = AmountKind.COUNT if time.kind in _RUNS else AmountKind.RATE
    start, first = time.start, time.first
    if first and words[first - 1].key in MONEY:
        start, first = words[first - 1].start, first - 1
    for index in range(time.first, time.last):
        key = words[index].key
        if key in ("every", "each", "alternate"):
            return None
        if index in inside and key in _UNSTATED:
            of = noun_after(words, _after_bracket(index, inside))[0]
            return Amount(kind, start, time.end, first, time.last, None, "" if of in _PACES else of)
        read = read_number(key) if is_number(key) else None
        if read is None:
            continue
        value, glued = read
        if key_at(words, index + 1) in _ADVERBS and not glued and key not in ("once", "twice", "thrice"):
            if time.kind is TimeKind.FREQUENCY:
                return None  # "6-weekly" sets a pace
            of = noun_after(words, index + 2)[0]
            return Amount(kind, start, time.end, first, time.last, value, of)
        if glued in ("", "x") or glued in MEASURES:
            of = glued if glued in MEASURES else noun_after(words, index + 1)[0]
            of = words[first].key if first < time.first else of
            return Amount(kind, start, time.end, first, time.last, value, "" if of in _PACES else of)
    return None


def _unstated(words: Sequence[Word], index: int, inside: frozenset[int]) -> Amount | None:
    """Read a bracket that stands for a number: "[number] sessions", "[how many] visits"."""
    if words[index].key not in _UNSTATED:
        return None
    close = _after_bracket(index, inside)
    of, last = noun_after(words, close)
    return _amount(AmountKind.COUNT, words, index, max(last, close), None, of)


def _after_bracket(index: int, inside: frozenset[int]) -> int:
    while index in inside:
        index += 1
    return index


def _number(words: Sequence[Word], index: int, taken: set[int]) -> Amount | None:
    word = words[index]
    key = word.key
    before = words[index - 1] if index else None
    after = words[index + 1].key if index + 1 < len(words) else ""
    read = read_number(key)
    if read is None:
        return _fraction(words, index)
    value, glued = read
    if names_something(words, index, before, after, glued) or (
        key == "couple" and (before is None or before.key != "a")
    ):
        return None
    first = _bound_before(words, index, taken)
    if glued == "%" or after in ("%", "percent"):
        last = index + (1 if glued else 2)
        of_at = last + (last < len(words) and words[last].key == "of")
        return _amount(AmountKind.PERCENTAGE, words, first, last, value, noun_after(words, of_at)[0])
    if after == "per" and index + 2 < len(words) and words[index + 2].key == "cent":
        return _amount(AmountKind.PERCENTAGE, words, first, index + 3, value, "")
    if before is not None and before.key in MONEY:
        return _amount(
            AmountKind.MEASURE_UNIT, words, first if first < index else index - 1, index + 1, value, before.key
        )
    if glued == "x":
        of, last = noun_after(words, index + 1)
        return _amount(AmountKind.COUNT, words, first, last, value, of)
    if glued:
        return _amount(AmountKind.MEASURE_UNIT, words, first, index + 1, value, glued) if glued in MEASURES else None
    if after in MEASURES:
        return _amount(AmountKind.MEASURE_UNIT, words, first, index + 2, value, after)
    after_range = index + 2 if after in ("or", "to") and value_of(key_at(words, index + 2)) is not None else index
    related = _out_of(words, after_range, first, value, taken)
    if related is not None:
        return related
    if _is_score(words, index):
        return _amount(AmountKind.SCORE, words, first, index + 1, value, "")
    return _count(words, index, first, value, after)


def _count(words: Sequence[Word], index: int, first: int, value: float, after: str) -> Amount | None:
    last = index + 1
    if after in ("or", "to", "-", "and") and last + 1 < len(words):
        beyond = words[last + 1].key
        if beyond in ("more", "fewer", "less", "above") or (after != "and" and value_of(beyond) is not None):
            last += 2
    elif value_of(after) is not None and words[index + 1].start - words[index].end == 1:
        last += 1  # "2-3 sessions"
    of, end = noun_after(words, last)
    if not of and words[index].key == "one":
        return None
    kind = AmountKind.ZERO if value == 0 else AmountKind.COUNT
    return _amount(kind, words, first, end if of else last, value, of)


def _amount(kind: AmountKind, words: Sequence[Word], first: int, last: int, value: float | None, of: str) -> Amount:
    last = min(last, len(words))
    return Amount(kind, words[first].start, words[last - 1].end, first, last, value, of)


def _fraction(words: Sequence[Word], index: int) -> Amount | None:
    """Read "7/10" as a score."""
    over, _, under = words[index].key.partition("/")
    if (
        over.isdecimal()
        and under.isdecimal()
        and len(over) < 4
        and under in ("5", "10", "20", "40", "100")
        and int(over) <= int(under)
    ):
        return _amount(AmountKind.SCORE, words, index, index + 1, float(over), "")
    return None


def _bound_before(words: Sequence[Word], index: int, taken: set[int]) -> int:
    """Step back over "at least", "a minimum of", "no more than", "all"."""
    first = index
    while first and index - first < 4 and words[first - 1].key in BOUNDS and first - 1 not in taken:
        first -= 1
    while (
        first < index
        and words[first].key in ("of", "than", "to", "a", "the", "in", "at")
        and not (words[first].key in ("at", "a") and first + 1 < index)
    ):
        first += 1
    return first


def _out_of(words: Sequence[Word], index: int, first: int, value: float, taken: set[int]) -> Amount | None:
    """Read "6 out of 6 contacts", "three of the five days", "5 out of 10", "4 in 5", "2 times in every 4"."""
    at, counted = index + 1, ""
    if at + 1 < len(words) and words[at].key.isalpha() and words[at].key not in ("out", "of", "in", "or"):
        counted, at = words[at].key, at + 1
    if at >= len(words):
        return None
    joint = words[at].key
    at += 1
    if joint == "out" and at < len(words) and words[at].key == "of":
        at += 1
    elif joint not in ("of", "in"):
        return None
    every = at < len(words) and words[at].key in ("every", "each")
    while (
        at < len(words)
        and words[at].key in ("the", "every", "each", "all", "last", "next", "her", "his", "their")
        and at < index + 7
    ):
        at += 1
    if at >= len(words) or at in taken or value_of(words[at].key) is None:
        return None
    of, last = noun_after(words, at + 1)
    if joint == "in":
        if of and counted and not every:
            return None  # "six people in two bedrooms"
        kind = AmountKind.SHARE if every or counted else AmountKind.SCORE
        return _amount(kind, words, first, at + 1, value, counted)
    if of or counted:
        return _amount(AmountKind.COUNT, words, first, last if of else at + 1, value, of or counted)
    return _amount(AmountKind.SCORE, words, first, at + 1, value, "")


def _is_score(words: Sequence[Word], index: int) -> bool:
    before = [words[at].key for at in range(max(0, index - 4), index)]
    if any(key in SCORE_WORDS for key in before):
        return not noun_after(words, index + 1)[0]
    if before and before[-1] == "a" and words[index].key.isdecimal() and not noun_after(words, index + 1)[0]:
        return True
    return any(words[at].key in ("scale", "scaling") for at in range(index + 1, min(index + 7, len(words))))
