"""Which side or which one of a value is meant: before 9 or after 9, the end of term or its start, this or next term.

A value found again with another edge is another value: "by the start of term" is not "by the end of term".
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from rewriter.guarding.units import RISING, SEASONS, ordinal_of
from rewriter.guarding.values import Edge, Key, Value
from rewriter.text import Word

__all__ = ["contradicts", "edges_of", "keys_of"]

_BEFORE = frozenset("before b4 by".split())
_AFTER = frozenset("after past following".split())
_PARTS = {
    **dict.fromkeys("start beginning begin early outset".split(), "start"),
    **dict.fromkeys("mid middle midway halfway".split(), "middle"),
    **dict.fromkeys("end late close eo".split(), "end"),
}
_FIRST_OR_LAST = {"first": "start", "1st": "start", "last": "end"}
_DAYS = frozenset("day days week weeks wk wks".split())
_WHICH = {
    **dict.fromkeys("this current".split(), "this"),
    **dict.fromkeys("next coming following new".split(), "next"),
    **dict.fromkeys("last previous past".split(), "past"),
}
_NTH = {"first": "1", "1st": "1", "second": "2", "2nd": "2", "last": "last"}
_PASSED = SEASONS | _DAYS | frozenset(_WHICH) | frozenset("of the his her their a -".split())
_MONTHS = frozenset("month mth months mths".split())
_NOT = frozenset("no not never nobody without stop stops avoid avoids cannot don't doesn't won't isn't unless".split())
_ARROWS = frozenset((">", "\u2192", "=>", "->"))
_NEAR = 4  # words
_SCOPE = 7  # words from a negation to what it turns


def edges_of(words: Sequence[Word], first: int, last: int, key: Key) -> tuple[Edge, ...]:
    """Give the edges named beside the value that stands at `first` to `last` (end exclusive)."""
    kind, before = key[0], _key(words, first - 1)
    found: list[tuple[str, str]] = []
    if kind in ("number", "percent", "length", "measure", "money"):
        way = "from" if before == "from" else "to" if before in _ARROWS else ""
        if before == "to" and _key(words, first - 2) not in RISING:
            way = "to"
        than = "over" if before in ("over", "above") else "under" if before in ("under", "below") else ""
        found += [("way", way), ("side", _side(words, first) if kind == "number" else ""), ("than", than)]
    elif kind in ("clock", "date"):
        found += [("side", _side(words, first))]
    elif kind in ("month", "month_end", "season"):
        found += [("part", _part(words, first))]
        if kind == "season":
            at = next(n for n in range(first - 1, -2, -1) if _key(words, n) not in SEASONS)
            found += [("which", _WHICH.get(_key(words, at), ""))]
    elif kind == "weekday":
        monthly = any(_key(words, n) in _MONTHS for n in range(last, last + _NEAR))
        found += [("nth", _nth(before) if monthly else "")]
    return tuple([edge for edge in found if edge[1]])


def contradicts(value: Value, given: Mapping[Key, Sequence[Value]], spared: AbstractSet[Key]) -> bool:
    """Whether a value stands in what was given with other edges, or bounded the other way, and nowhere as it is here.

    Takes the values given by their keys, and the keys whose bound may turn, as that of a condition does.
    """
    if not value.bound and not value.edges:
        return False
    known = [each for key in keys_of(value) for each in given.get(key, ())]
    if not known:
        return False
    if value.bound and value.key not in spared and all(each.bound for each in known):
        if all(each.bound != value.bound for each in known):
            return not any(each.turned == value.key for each in known if each.turned is not None)
        if value.turned is not None and all(each.turned not in (None, value.turned) for each in known):
            return True  # "at most 3" is not "less than 3"
    for name, mark in value.edges:
        told = [dict(each.edges).get(name, "") for each in known]
        if all(told) and mark not in told:
            return True
    return False


def keys_of(value: Value) -> tuple[Key, ...]:
    """Give the keys under which a value is held against others that may have another edge: a month for its end."""
    kind, what = value.key
    key = ("month", what) if kind == "month_end" else value.key
    return (key,) if value.loose is None or value.loose == key else (key, value.loose)


def _side(words: Sequence[Word], first: int) -> str:
    """ "before" or "after" a time, if nothing turns it round: "not after 6"."""
    before = _key(words, first - 1)
    if before not in _BEFORE and before not in _AFTER:
        return ""
    if any(_key(words, n) in _NOT for n in range(first - _SCOPE, first)):
        return ""
    return "before" if before in _BEFORE else "after"


def _part(words: Sequence[Word], first: int) -> str:
    """Whether the start, the middle or the end of a month or a term is meant."""
    days = False
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        key = words[at].key
        if key in _PARTS:
            return _PARTS[key]
        if days and key in _FIRST_OR_LAST:
            return _FIRST_OR_LAST[key]
        if key not in _PASSED:
            return ""
        days = days or key in _DAYS
    return ""


def _nth(key: str) -> str:
    number = ordinal_of(key)
    return _NTH.get(key, "") or (f"{number:g}" if number is not None else "")


def _key(words: Sequence[Word], index: int) -> str:
    return words[index].key if 0 <= index < len(words) else ""
