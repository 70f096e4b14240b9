"""Whether an amount is a least or a most: "at least 3", "3 or more", "more than 2", "no more than", "under 5"."""

from collections.abc import Sequence

from rewriter.guarding.units import HIGHEST, LOWEST, RISING
from rewriter.guarding.values import Key
from rewriter.text import Word

__all__ = ["bound_of"]

_LESS = ("less", "fewer")
_COMPARED = (*_LESS, "more")


def bound_of(words: Sequence[Word], first: int, last: int, key: Key) -> tuple[str, Key | None]:
    """Give "least", "most" or "" for the amount that stands at `first` to `last` (end exclusive), and it turned.

    More than 2 things are 3 or more: the amount turned has the number that says the same the other way, where whole
    things are counted.
    """
    before = [_key(words, first - n) for n in (1, 2, 3)]
    after = [_key(words, last + n) for n in range(3)]
    if before[0] == "than" and before[1] in _COMPARED:
        more, denied = before[1] == "more", before[2] in ("no", "not")
        if denied:
            return ("most" if more else "least"), _turned(key, 1.0 if more else -1.0)
        return ("least" if more else "most"), _turned(key, 1.0 if more else -1.0)
    if before[0] == "=" and before[1] in ("<", ">"):  # ">=3"
        return ("least", _turned(key, -1.0)) if before[1] == ">" else ("most", _turned(key, 1.0))
    if after[0] == "+" and after[1] and words[last].start == words[last - 1].end and _ends(words, last):
        return "least", _turned(key, -1.0)  # "3+ sessions"
    if before[0] in ("under", "below", "<"):
        return "most", _turned(key, -1.0)
    if before[0] in ("above", ">") or (before[0] == "over" and key[0] == "percent"):  # "over 10 sessions" is how long
        return "least", _turned(key, 1.0)
    if before[0] == "within" and key[0] == "length":
        return "most", None
    if before[0] in LOWEST or (before[0] == "of" and before[1] in LOWEST) or _or(after, ("more",)):
        return "least", _turned(key, -1.0)
    if after[0] in ("max", "maximum"):
        return "most", _turned(key, 1.0)
    if after[0] == "minimum":
        return "least", _turned(key, -1.0)
    if before[:2] == ["to", "up"] and "from" in [_key(words, first - n) for n in range(3, 7)]:
        return "", None  # "from 60% up to 90%" says where it goes
    if (
        before[0] in HIGHEST
        or (before[0] == "of" and before[1] in HIGHEST)
        or (before[:2] == ["to", "up"] and before[2] not in RISING)
    ):
        return "most", _turned(key, 1.0)
    return ("most", _turned(key, 1.0)) if _or(after, _LESS) else ("", None)


def _ends(words: Sequence[Word], index: int) -> bool:
    """Whether a space follows a word."""
    return words[index].end < words[index + 1].start


def _key(words: Sequence[Word], index: int) -> str:
    return words[index].key if 0 <= index < len(words) else ""


def _or(after: Sequence[str], words: Sequence[str]) -> bool:
    """Whether "or more" follows, at once or after the thing counted: "3 times or more"."""
    return any(after[n] == "or" and after[n + 1] in words for n in (0, 1))


def _turned(key: Key, step: float) -> Key | None:
    number = key[1]
    whole = key[0] == "number" and isinstance(number, float) and number.is_integer()
    return ("number", number + step) if whole and isinstance(number, float) else None
