"""The words of a text as hints: a pattern that needs one of some words is not tried where none of them stands."""

import re

__all__ = ["words_in"]

_WORD = re.compile(r"[a-z]+")


def words_in(text: str) -> frozenset[str]:
    """Give the runs of plain letters in a text, small."""
    return frozenset(_WORD.findall(text.casefold()))
