"""What the words beside a number or a unit say of it: a length or a pace, a share of things, people and their shift."""

from collections.abc import Sequence

from rewriter.amounts.counting import noun_after, value_of
from rewriter.guarding.shorthand import unit_of
from rewriter.guarding.values import Key
from rewriter.text import Word

__all__ = ["counts_people", "ends_of", "is_share", "is_span", "is_with"]


_NOON = 720


def ends_of(words: Sequence[Word], index: int) -> tuple[Key, ...]:
    """Give the two times that "10 to 12" may be, beside ten minutes to twelve."""
    if index + 2 >= len(words) or words[index + 1].key != "to":
        return ()
    ends = [value for n in (index, index + 2) if (value := value_of(words[n].key)) is not None]
    return tuple(("clock", (int(end) * 60 % _NOON, False)) for end in ends) if len(ends) == 2 else ()


def is_span(words: Sequence[Word], index: int, at: int) -> bool:
    """Whether "a week" at `index`, its unit at `at`, is a length: "a week later", and nothing counted before it."""
    after = words[at + 1].key if at + 1 < len(words) else ""
    if after in ("later", "before", "after", "beforehand", "or", "ago", "old", "long", "and", "early"):
        return True
    return not index or words[index - 1].key in (",", ".", "\n", ":")


def counts_people(words: Sequence[Word], value: float, after: int) -> bool:
    """Whether a unit says when those counted work: "two night carers"."""
    at = after < len(words) and words[after].key in ("night", "day")
    return value > 1 and at and noun_after(words, after + 1)[0].endswith("s")


def is_with(words: Sequence[Word], index: int) -> bool:
    """Whether a "w" beside a number is "with": "10-11.30 w/ Lena", "7.30 w breakfast"; "6 w" is six weeks."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None:
        return False
    return after.key == "/" or (after.key[0].isalpha() and "." in words[index - 1].key)


def is_share(words: Sequence[Word], index: int) -> bool:
    """Whether "2/5" is a share of things: "2/5 days"."""
    if "/" not in words[index].key or index + 1 >= len(words):
        return False
    return bool(unit_of(words[index + 1].key)) or noun_after(words, index + 1)[0].endswith("s")
