"""Tells what was left out of a rewrite from what it says in words of its own.

The two texts are laid side by side. A stretch of the original that is not found again was put in other words if, where
the words beside it stand in the rewrite, there are words that come from nothing that was given; each of those answers
for one stretch. Where nothing new stands in its place, it was left out. No list of synonyms can say this as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rewriter.amounts.counting import value_of
from rewriter.guarding.alike import initials, is_small, meanings_at, stem
from rewriter.guarding.given import Given
from rewriter.guarding.sides import Side
from rewriter.guarding.units import PARTS, UNITS
from rewriter.once import once
from rewriter.text import Word

__all__ = ["LIGHT", "Rewording"]

_ENDS = frozenset((".", "\n", ";", "|", "!", "?", "\u2022"))
_ANCHORS = 2  # words found again that are looked at on either side of a stretch
_REACH = 6  # words from such a word, in the rewrite, to those that may stand for the stretch
_MOST = 8  # places at which one word is looked at
_FARTHEST = 12  # words from a stretch to the words beside it
# Verbs that only make a sentence of a note: "contact Sat" becomes "contact takes place on Saturday".
LIGHT = frozenset(
    stem(word)
    for word in "get go come give take put help happen start begin complete carry arrange provide receive keep do let "
    "set see hold become remain continue mr mrs ms miss".split()
)


@dataclass(frozen=True)
class Rewording:
    """The words of a rewrite that come from nothing that was given, each of which may stand for something given."""

    given: Given
    rewrite: Side
    _spent: set[int] = field(default_factory=set)
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @once
    def new(self) -> frozenset[int]:
        """The word indices of the rewrite that carry matter and come from nothing that was given."""
        words = self.rewrite.words
        known = self.given.store.known_or_related(self.rewrite.store)
        return frozenset(n for n, word in enumerate(words) if n not in known and self._is_matter(word))

    def stands_for(self, first: int, last: int, size: int) -> bool:
        """Whether new words of the rewrite may say what stands at some words of the original (end exclusive).

        `size` is the number of words that carry its matter and are gone. The new words that answer for it answer for
        nothing else.
        """
        if not self.new:
            return False
        near = {n for at in self._anchors(first, last) for n in self._window(at)} & self.new - self._spent
        wanted = max(1, size // 2)
        if len(near) < wanted:
            return False
        self._spent.update(sorted(near)[:wanted])
        return True

    def _anchors(self, first: int, last: int) -> Iterator[int]:
        """Where the words beside a stretch of the original stand in the rewrite."""
        words = self.given.original.words
        before = range(first - 1, max(-1, first - 1 - _FARTHEST), -1)
        after = range(last, min(len(words), last + _FARTHEST))
        for side in (before, after):
            found = 0
            for n in side:
                if words[n].key in _ENDS or found == _ANCHORS:
                    break
                places = [at for name in self._names_of(n) for at in self._places.get(name, ())[:_MOST]]
                found += bool(places)
                yield from places

    def _names_of(self, index: int) -> tuple[object, ...]:
        return _names(self.given.original.words[index]) + self._meant.get(index, ())

    @once
    def _places(self) -> Mapping[object, Sequence[int]]:
        """Where each number, base form, meaning and abbreviation of the original stands in the rewrite."""
        words = self.rewrite.words
        found: dict[object, list[int]] = {}
        for n, word in enumerate(words):
            for name in _names(word):
                found.setdefault(name, []).append(n)
        for first, last, tag in meanings_at(words):
            found.setdefault(("meant", tag), []).extend(range(first, last))
        for letters, runs in initials(words, self.given.store.letters).items():
            found.setdefault(stem(letters), []).extend(n for run in runs for n in range(*run))
        return found

    @once
    def _meant(self) -> Mapping[int, tuple[object, ...]]:
        """What the words of the original mean, by index."""
        found: dict[int, tuple[object, ...]] = {}
        for first, last, tag in meanings_at(self.given.original.words):
            for n in range(first, last):
                found[n] = (*found.get(n, ()), ("meant", tag))
        return found

    def _window(self, at: int) -> Iterator[int]:
        words = self.rewrite.words
        yield at
        for step in (-1, 1):
            for n in range(at + step, at + step * (_REACH + 1), step):
                if not 0 <= n < len(words) or words[n].key in _ENDS:
                    break
                yield n

    def _is_matter(self, word: Word) -> bool:
        if not word.key.isalpha() or is_small(word.key) or not word.text.islower() or stem(word.key) in LIGHT:
            return False
        start = word.start
        if value_of(word.key) is not None or word.key in UNITS or word.key in PARTS:
            return False
        return not (self.rewrite.in_gap(start) or self.rewrite.in_label(start))


def _names(word: Word) -> tuple[object, ...]:
    """Under what a word is looked up: its number, or its base form if it carries matter."""
    number = value_of(word.key)
    if number is not None:
        return (number,)
    return () if is_small(word.key) else (stem(word.key),)
