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
_ALONE = ""  # no key of a word is empty
_new = tuple.__new__  # terms are made by the thousand, as words are


class Lexicon:
    """Phrases by tag; `find` gives every phrase that stands among the words."""

    __slots__ = ("_by_first", "_telling")

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        tags_of: dict[tuple[str, ...], list[str]] = {}
        for tag, entries in lists.items():
            for phrase in entries:
                keys = tuple(word.key for word in words_of(phrase))
                known = tags_of.setdefault(keys, [])
                if keys and tag not in known:
                    known.append(tag)
        by_first: dict[str, dict[str, tuple[_Entry, ...]]] = {}
        for keys, tags in tags_of.items():
            if keys:
                _file(by_first.setdefault(keys[0], {_ALONE: ()}), (keys[1:], tuple(tags)))
        self._by_first = by_first
        # Of each phrase the word least likely to stand in any text: the longest, so not the "of" of "of her own".
        self._telling = frozenset(max(keys, key=len) for keys in tags_of if keys)

    def find(self, words: Sequence[Word]) -> tuple[Term, ...]:
        """Give every phrase found, overlapping ones too, in the order of their first word."""
        return self.among([word.key for word in words])

    def among(self, keys: Sequence[str]) -> tuple[Term, ...]:
        """Give what `find` does, from the keys of the words."""
        if self._telling.isdisjoint(keys):
            return ()  # most look-ups end here
        found: list[Term] = []
        by_first = self._by_first
        for index in [n for n, key in enumerate(keys) if key in by_first]:
            by_second = by_first[keys[index]]
            following = keys[index + 1] if index + 1 < len(keys) else _ALONE
            for rest, tags in by_second.get(following) or by_second[_ALONE]:
                last = index + 1 + len(rest)
                if len(rest) < 2 or tuple(keys[index + 1 : last]) == rest:
                    found.extend([_new(Term, (tag, index, last)) for tag in tags])
        return tuple(found)

    def __contains__(self, phrase: str) -> bool:
        head, *rest = [key_of(part) for part in phrase.split()] or [_ALONE]
        by_second = self._by_first.get(head, {})
        return any(list(entry) == rest for entry, _ in by_second.get(rest[0] if rest else _ALONE, ()))


def _file(by_second: dict[str, tuple[_Entry, ...]], entry: _Entry) -> None:
    """Put an entry with those of its second word, in the order listed; a word by itself stands before every second."""
    rest, _ = entry
    if rest:
        by_second[rest[0]] = (*by_second.get(rest[0], by_second[_ALONE]), entry)
    else:
        by_second.update({second: (*entries, entry) for second, entries in by_second.items()})


def phrases(block: str) -> tuple[str, ...]:
    """Read a block of text as phrases: separated by commas or line breaks; `#` starts a comment."""
    lines = (line.split("#", 1)[0] for line in block.splitlines())
    return tuple(part.strip() for line in lines for part in line.split(",") if part.strip())
