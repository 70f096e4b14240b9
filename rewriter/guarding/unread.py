"""Values that two texts share although they are not read as the same.

"if under 43" and "below 43 kg" have one figure between them, "bed" is in "bedtime", and the 9 of "PHQ-9" is that of
"PHQ9". Only values that are known by nothing else come here.
"""

import re
from collections.abc import Iterable, Sequence

from rewriter.amounts.counting import value_of
from rewriter.guarding.alike import stem
from rewriter.guarding.shorthand import unit_of, written_as_numbers
from rewriter.guarding.sides import Side
from rewriter.guarding.store import Store
from rewriter.guarding.units import ORDINALS
from rewriter.guarding.values import Key, Value, amount
from rewriter.text import Word

__all__ = ["is_worded", "numbers_a_name", "numbers_unread", "says_one", "written_in"]

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_ORDINAL = {"first": 1.0, "second": 2.0, **{word: float(n) for n, word in enumerate(ORDINALS, start=3)}}
_WORDED = frozenset(("season", "part"))
_AT = frozenset("at from until till by before after about around to".split())


def written_in(words: Iterable[Word]) -> frozenset[float]:
    """Give every number that is written in some words, in figures or in letters, whatever it may count."""
    found: set[float] = set()
    for word in words:
        number = value_of(word.key)
        number = _ORDINAL.get(word.key) if number is None else number
        found.update((number,) if number is not None else (float(part) for part in _DIGITS.findall(word.key[:12])))
    return frozenset(found)


def numbers_unread(side: Side) -> frozenset[float]:
    """Give the numbers of a text that were read as no value, since nothing says what they are: the 17 of "s17"."""
    letters = written_as_numbers(side.reading) if not side.gaps else frozenset()
    return written_in(
        word
        for word in side.words
        if word.start not in letters and not (side.in_value(word.start) or side.in_label(word.start))
    )


def is_worded(value: Value, side: Side, original: Side, store: Store) -> bool:
    """Whether a time that is no number stands in the other text as a word: "bedtime" for "bed", "term" for "terms"."""
    if value.kind == "month" and isinstance(value.key[1], tuple):
        return value.key[1][0] in store.months
    if value.kind == "every":
        return value.key in _paces_unread(original)
    if value.kind not in _WORDED:
        return False
    if value.key == ("season", "birthday"):
        return True  # whose date is a value of its own
    words = side.words_within(value.start, value.end)
    return all(
        word.key in store.keys or stem(word.key) in store.stems or word.key.removesuffix("time") in store.keys
        for word in words
    )


def _paces_unread(original: Side) -> frozenset[Key]:
    """What a unit of time that stands alone may say: the "wk" of "2x30 mins wk"."""
    units = {unit_of(word.key) for word in original.words if not original.in_value(word.start)} - {""}
    return frozenset(("every", amount(1.0, unit)) for unit in units)


def numbers_a_name(value: Value, side: Side, keys: frozenset[str]) -> bool:
    """Whether a number belongs to the word before it, and the other text has the two as one: "PHQ-9", "PHQ9"."""
    if value.kind not in ("number", "ordinal"):
        return False
    at = side.index_at(value.start)
    words = side.words
    if at and words[at - 1].key + words[at].key in keys:
        return True
    return _has_both(words, at, keys)


def _has_both(words: Sequence[Word], at: int, keys: frozenset[str]) -> bool:
    """Whether a hyphen ties the number to a name that stands in the other text as well: "COVID-19", "COVID 19"."""
    if not at or words[at - 1].end + 1 != words[at].start or not words[at - 1].text.isupper():
        return False
    return words[at - 1].key in keys and words[at].key in keys


def says_one(words: Sequence[Word]) -> bool:
    """Whether some words have the "one" of "at one o'clock", which by itself is read as no value."""
    return any(word.key == "one" and n and words[n - 1].key in _AT for n, word in enumerate(words))
