"""Word lists as data: phrases with tags, matched against words in one pass.

A `Lexicon` is built from `{tag: phrases}`. A phrase is words separated by spaces, looked up by `Word.key`
("half term" also finds "half-term"). Matching costs one dictionary look-up a word, however long the lists.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rewriter.text import Word, key_of, words_of

__all__ = ["Lexicon", "Term", "phrases"]


class Term(NamedTuple):
    """A phrase of the lexicon found among words: `first` inclusive, `last` exclusive, as word indices."""

    tag: str
    first: int
    last: int


_Entry = tuple[tuple[str, ...], tuple[str, ...]]  # the words after the first, the tags


class Lexicon:
    """Phrases by tag; `find` gives every phrase that stands among the words."""

    __slots__ = ("_by_first",)

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        tags_of: dict[tuple[str, ...], list[str]] = {}
        for tag, entries in lists.items():
            for phrase in entries:
                keys = tuple(word.key for word in words_of(phrase))
                known = tags_of.setdefault(keys, [])
                if keys and tag not in known:
                    known.append(tag)
        by_first: dict[str, list[_Entry]] = {}
        for keys, tags in tags_of.items():
            if keys:
                by_first.setdefault(keys[0], []).append((keys[1:], tuple(tags)))
        self._by_first = {first: tuple(entries) for first, entries in by_first.items()}

    def find(self, words: Sequence[Word]) -> tuple[Term, ...]:
        """Give every phrase found, overlapping ones too, in the order of their first word."""
        found: list[Term] = []
        by_first = self._by_first
        keys = [word.key for word in words]
        for index, key in [place for place in enumerate(keys) if place[1] in by_first]:
            for rest, tags in by_first[key]:
                last = index + 1 + len(rest)
                # most phrases fail at their second word, so that is looked at before the rest is compared
                if rest and (last > len(keys) or keys[index + 1] != rest[0] or tuple(keys[index + 1 : last]) != rest):
                    continue
                found.extend([Term(tag, index, last) for tag in tags])
        return tuple(found)

    def __contains__(self, phrase: str) -> bool:
        head, *rest = [key_of(part) for part in phrase.split()] or [""]
        return any(list(entry) == rest for entry, _ in self._by_first.get(head, ()))


def phrases(block: str) -> tuple[str, ...]:
    """Read a block of text as phrases: separated by commas or line breaks; `#` starts a comment."""
    lines = (line.split("#", 1)[0] for line in block.splitlines())
    return tuple(part.strip() for line in lines for part in line.split(",") if part.strip())
