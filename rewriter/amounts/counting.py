"""Numbers in a text: their value, the thing they count, and those that only name something."""

import re
from collections.abc import Sequence

from rewriter.amounts.words import LABELS, NOT_NOUNS, NUMBER_WORDS, PLURALS, SINGULARS, STREETS
from rewriter.text import Word

__all__ = ["MONEY", "is_number", "key_at", "names_something", "noun_after", "read_number", "value_of"]

_NUMBER = re.compile(r"(\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+)(%|[^\W\d_]+)?")
MONEY = frozenset(("\u00a3", "$", "\u20ac"))
_AGE_UNITS = frozenset(("year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days"))
_OPENERS = frozenset(("\n", "|", "\u2022"))
_EMERGENCY = frozenset(("999", "111", "101", "112"))


def is_number(key: str) -> bool:
    """Whether a key is a number in figures or words, or one such as "x3"."""
    return key in NUMBER_WORDS or key[0].isdigit() or (key[0] == "x" and key[1:].isdecimal())


def read_number(key: str) -> tuple[float, str] | None:
    """Read a number and what is glued to it: "40cm" gives 40 and "cm". Nothing of a text is kept."""
    if key in NUMBER_WORDS:
        return NUMBER_WORDS[key], ""
    if key[0] == "x":
        return (float(key[1:7]), "x") if key[1:].isdecimal() else None  # and not "xbox"
    if not key[0].isdigit():
        return None
    match = _NUMBER.fullmatch(key)
    if match is None or len(key) > 12:
        return None
    return float(match[1].replace(",", "")), match[2] or ""


def key_at(words: Sequence[Word], index: int) -> str:
    """The key at an index, "" past the end."""
    return words[index].key if index < len(words) else ""


def value_of(key: str) -> float | None:
    """The number a key stands for, or None."""
    if not key or not (key[0].isdigit() or key in NUMBER_WORDS):
        return None
    read = read_number(key)
    return read[0] if read is not None and not read[1] else None


def names_something(words: Sequence[Word], index: int, before: Word | None, after: str, glued: str) -> bool:
    """Whether a number names a thing rather than counts: an age, a label, a line, a house, a telephone."""
    word = words[index]
    key = word.key
    if key in _EMERGENCY or (key.isdecimal() and (len(key) >= 5 or (len(key) > 1 and key[0] == "0"))):
        return True
    if len(key) == 4 and key[:2] in ("19", "20") and key.isdecimal():
        return True
    if glued in ("st", "nd", "rd", "th", "s", "am", "pm"):
        return True
    if before is None or before.key in _OPENERS:
        if (after in (".", ")") and index + 2 < len(words) and words[index + 1].start == word.end) or (
            "." in key and key[0].isdigit() and not glued
        ):
            return True
    elif (before.key == "(" and after in (")", ",")) or (
        before.key in LABELS and after not in ("out", "of", "times") and after not in PLURALS
    ):
        return True
    if before is not None and before.key in ("under", "over") and not noun_after(words, index + 1)[0]:
        return True
    if (
        value_of(key) in (0.0, 1.0, 10.0, 100.0)
        and any(words[at].key in ("scale", "scaling") for at in range(max(0, index - 5), index))
        and (after in ("to", "-", "\u2013") or (before is not None and before.key in ("to", "-", "\u2013")))
    ):
        return True  # "a scale of 1 to 10" says what the scale is
    if after in _AGE_UNITS:
        beyond = key_at(words, index + 2)
        if beyond in ("old", "olds", "pregnant") or (before is not None and before.key == "(" and beyond == ")"):
            return True
    if word.text[:1].isdigit() and index + 1 < len(words) and words[index + 1].text[:1].isupper():
        return any(words[at].key in STREETS for at in range(index + 2, min(index + 4, len(words))))
    return False


def noun_after(words: Sequence[Word], index: int) -> tuple[str, int]:
    """Give the thing counted after a number and the index after it: "support groups" gives groups."""
    best, end = "", index
    for at in range(index, min(index + 4, len(words))):
        key = words[at].key
        if not key[0].isalpha() or key in NOT_NOUNS:
            break
        if not best or key in PLURALS or (key.endswith("s") and not key.endswith("ss") and not words[at].possessive):
            best, end = key, at + 1
            if at > index or key.endswith("s"):
                break
        elif key in SINGULARS:
            return key, at + 1
    return best, end
