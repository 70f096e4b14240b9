"""What a text states without a numeral: "both" and "twins" are two, "no" is none, listed names and times add up."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from rewriter.amounts.counting import value_of
from rewriter.amounts.words import NUMBER_WORDS
from rewriter.guarding.alike import stem
from rewriter.guarding.shorthand import unit_of
from rewriter.guarding.units import NOON, PARTS, UNITS
from rewriter.guarding.values import Key, Value, amount
from rewriter.people import Party, PartyKind
from rewriter.text import Word

__all__ = ["FOLK", "days_beside", "numbered_units", "numbers_unsaid", "reckoned_times", "shares_in"]

_TWO = frozenset("second other alternate both twins twin pair couple either parents grandparents".split())
_NONE = frozenset("no none not never without nil zero neither nobody isn't aren't doesn't don't hasn't".split())
_FIRST = {"first": 1.0, "1st": 1.0, "second": 2.0, "2nd": 2.0, "next": 2.0}
_WHEN = {  # words that say when in the day a thing is
    "overnight": "night", "overnights": "night", "sleepover": "night", "sleepovers": "night", "breakfast": "morning",
    "breakfasts": "morning", "teatime": "evening", "teatimes": "evening", "tea": "evening", "teas": "evening",
    "dinner": "evening", "supper": "evening", "asleep": "night", "bed": "night", "wakes": "morning",
}  # fmt: skip
FOLK = frozenset(
    stem(word)
    for word in "children boys girls parents siblings brothers sisters sons daughters kids adults carers them "
    "people friends workers professionals agencies grandparents men women".split()
)
_FRACTIONS = {"half": 50.0, "halfway": 50.0, "1/2": 50.0, "\u00bd": 50.0, "quarter": 25.0, "\u00bc": 25.0}
_ONE_OF = frozenset("minute hour day night week fortnight month quarter year".split())
_STEPS = {"day": timedelta(days=1), "night": timedelta(days=1), "week": timedelta(weeks=1)}
_WAYS = {"before": -1, "beforehand": -1, "b4": -1, "prior": -1, "earlier": -1, "after": 1, "afterwards": 1, "later": 1}
_WEEK = 7
_FARTHEST = 52.0  # of the units that are counted
_ANY_YEAR = 2027  # no leap year
_TO = frozenset(("-", "\u2013", "&", "and", "to", "+", "/"))
_BETWEEN = 5  # words from a part to its whole
_MOST = 12  # people whom one would count in words


def numbers_unsaid(words: Sequence[Word], parties: Sequence[Party]) -> frozenset[Key]:
    """Give the numbers that some words come to: 2 for "both", 0 for "no", and how many people are named.

    The number of people is given for each count up to it, as the key ("folk", n): it stands for a number of people and
    for nothing else.
    """
    keys = {word.key for word in words}
    found: set[Key] = set()
    if keys & _TWO:
        found |= {("number", 2.0), ("bare", 2.0)}
    if keys & _NONE:
        found |= {("number", 0.0), ("bare", 0.0)}
    found |= {("ordinal", number) for key, number in _FIRST.items() if key in keys}
    found |= {("part", PARTS[key]) for key in keys if key in PARTS}
    found |= {("part", _WHEN[key]) for key in keys if key in _WHEN}
    found |= {("percent", share) for key, share in _FRACTIONS.items() if key in keys}
    for at, word in enumerate(words):
        if word.key in _ONE_OF and at and value_of(words[at - 1].key) is None:
            found.add(("length", amount(1.0, UNITS[word.key])))  # "in the week after that", "another hour"
    found |= set(shares_in(words))
    named = {party.names or (party.role,) for party in parties if party.kind is not PartyKind.PRONOUN}
    found |= {("folk", float(number)) for number in range(2, min(len(named), _MOST) + 1)}
    return frozenset(found)


def reckoned_times(values: Sequence[Value]) -> frozenset[Key]:
    """Give what the times of day come to: 1pm to 3pm is two hours; a morning and an evening dose is twice a day."""
    found: set[Key] = set()
    keys = [value.key for value in values] + [value.loose for value in values if value.loose is not None]
    told = {what[0] % NOON for kind, what in keys if kind == "clock" and isinstance(what, tuple)}
    clocks = sorted(told)[:_MOST]
    for one in clocks:
        found |= {("length", ("hours", round((other - one) % NOON / 60, 4))) for other in clocks if other != one}
    for kind in ("clock", "part"):
        times = {value.key for value in values if value.kind == kind}
        if 1 < len(times) <= _MOST:
            found |= {("times", float(len(times))), ("every", ("hours", 24.0))}
    return frozenset(found)


def days_beside(words: Sequence[Word], values: Sequence[Value]) -> frozenset[Key]:
    """Give the days before or after those named, where a text speaks of one: 8 December for "on 9/12, the day before".

    Takes words and the values read in them. A date without a year gives dates without one.
    """
    found: set[Key] = set()
    for step in _steps(words):
        for kind, what in {value.key for value in values if value.kind in ("date", "weekday")}:
            if kind == "weekday" and isinstance(what, int):
                found.add(("weekday", (what + step.days) % _WEEK))
            elif isinstance(what, tuple):
                found |= _moved(what, step)
    return frozenset(found)


def _steps(words: Sequence[Word]) -> frozenset[timedelta]:
    """How far from a day another is said to be: "the day before", "2 days after", "a week before"."""
    found: set[timedelta] = set()
    for n, word in enumerate(words[:-1]):
        unit, way = unit_of(word.key) if word.key != "d" else "", _WAYS.get(words[n + 1].key)
        if unit in _STEPS and way is not None:
            number = value_of(words[n - 1].key) if n else None
            found.add(way * int(min(number or 1.0, _FARTHEST)) * _STEPS[unit])
    return frozenset(found)


def _moved(what: tuple[int, int, int | None], step: timedelta) -> set[Key]:
    day, month, year = what
    try:
        moved = date(year or _ANY_YEAR, month, day) + step
    except ValueError:
        return set()
    return {("date", (moved.day, moved.month, each)) for each in {None, moved.year if year else None}}


def numbered_units(words: Sequence[Word]) -> frozenset[Key]:
    """Give the lengths and ordinals of numbered weeks, days and so on: "wk 1-2" are the first two weeks."""
    found: set[Key] = set()
    for n, word in enumerate(words[:-1]):
        unit = unit_of(word.key)
        for other in words[n + 1 : n + 4] if unit else ():
            number = value_of(other.key)
            if number is None and other.key not in _TO:
                break
            if number is not None:
                found |= {("length", amount(number, unit)), ("ordinal", number)}
    return frozenset(found)


def shares_in(words: Sequence[Word]) -> dict[Key, tuple[Key, Key]]:
    """Give the shares that a text states as numbers, as percentages: 80% for "four out of every five"."""
    likely = [n for n, word in enumerate(words) if word.key in NUMBER_WORDS or word.key[0].isdigit()]
    numbers = [(n, value) for n in likely if (value := value_of(words[n].key)) is not None]
    found: dict[Key, tuple[Key, Key]] = {}
    for (first, part), (last, whole) in pairwise(numbers):
        between = {word.key for word in words[first + 1 : last]}
        if 0 < part < whole <= 100 and last - first <= _BETWEEN and between & {"of", "in"}:
            found["percent", round(100 * part / whole, 2)] = (("number", part), ("number", whole))
    return found
