"""The words of other languages that the product knows. Source: `words/kinds.toml`."""

from functools import cache

from rewriter.text import words_of
from rewriter.words import word_lists

__all__ = ["foreign_keys"]


@cache
def foreign_keys() -> frozenset[str]:
    """Give every word of the lists of other languages as it is looked up, those that are English too among them."""
    lists = word_lists("kinds")["language"]
    return frozenset(word.key for entries in lists.values() for entry in entries for word in words_of(entry))
