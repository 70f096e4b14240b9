"""The words of a text as a store that is asked which words of another text it holds, in whatever form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from rewriter.amounts.counting import value_of
from rewriter.guarding.alike import has_meaning, implied_by, initials, is_small, meanings_at, stem
from rewriter.guarding.related import senses_of
from rewriter.guarding.shorthand import is_shorthand, numbered, shortens
from rewriter.once import once
from rewriter.remembered import remembered
from rewriter.text import Word, words_of
from rewriter.timing.words import MONTH_NUMBERS
from rewriter.vocabulary import is_common, ordinary_words

__all__ = ["Store", "store_of"]

_CUT = 4  # the fewest letters of a word that is cut short
_LONGEST = 20
_ROOT = 5  # the fewest letters that two words made from one another share
_APART = 3  # words from a verb to its other half: "hands her over"
_SPELT = 6  # the fewest letters of a word that may be misspelt: shorter ones become other words
_MOST = 40  # words of one first letter that are tried for a shorthand


@dataclass(frozen=True, eq=False)
class Store:
    """The words of one or more texts, ready to be asked whether they hold what another text says.

    All that is worked out of the words is worked out once, when it is first asked for.
    """

    words: tuple[Word, ...]
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @once
    def stems(self) -> frozenset[str]:
        """The base forms of the words that carry matter, and of all that are words."""
        return frozenset(
            [stem(key) for key in self.keys if key[0].isalpha() or not (is_small(key) or key[0].isdigit())]
        )

    @once
    def keys(self) -> frozenset[str]:
        """The words as they are looked up."""
        return frozenset([word.key for word in self.words])

    @once
    def months(self) -> frozenset[int]:
        """The months that any word with a capital may be, by number: "SALT review Mar"."""
        named = [MONTH_NUMBERS.get(word.key) for word in self.words if word.text[:1].isupper()]
        return frozenset([month for month in named if month is not None])

    @once
    def numbers(self) -> frozenset[float]:
        """The numbers written here as words of their own."""
        return frozenset([number for key in self.keys if (number := value_of(key)) is not None])

    @once
    def tags(self) -> frozenset[str]:
        """The meanings that have other ways to be said."""
        return frozenset([tag for _, _, tag in self._meanings]) | implied_by(self.words)

    @once
    def _meanings(self) -> tuple[tuple[int, int, str], ...]:
        return tuple(meanings_at(self.words))

    @once
    def letters(self) -> frozenset[str]:
        """The abbreviations that may be read by their letters: in capitals, or short, small and no known word."""
        return frozenset([word.key for word in self.words if _is_abbreviation(word)])

    def known(self, other: "Store") -> frozenset[int]:
        """Give the indices of those words of another store that stand in this one too, in some form.

        A word is known by its base form, by another way to say it, as part of what an abbreviation here stands for,
        or as an abbreviation of words here.
        """
        for words, found in self._found:
            if words is other.words:
                return found
        known = self._known(other)
        self._found.append((other.words, known))
        return known

    def known_or_related(self, other: "Store") -> frozenset[int]:
        """Give what `known` gives, and the words that have a word of nearly the same meaning here."""
        known = self.known(other)
        left = [n for n, word in enumerate(other.words) if n not in known and _is_related_by_meaning(word)]
        return known.union([n for n in left if not self._senses.isdisjoint(senses_of((other.words[n].key,)))])

    @once
    def _senses(self) -> frozenset[int]:
        return senses_of(word.key for word in self.words if _is_related_by_meaning(word))

    def _known(self, other: "Store") -> frozenset[int]:
        words = other.words
        keys, tags, stems = self.keys, self.tags, self.stems
        found = {n for n, word in enumerate(words) if word.key in keys or word.key in tags or stem(word.key) in stems}
        for first, last, tag in other._meanings:  # noqa: SLF001 - of its own class
            if tag in tags:
                found.update(range(first, last))
        for places in initials(words, self.letters).values():
            for first, last in places:
                found.update(range(first, last))
        # most words are found by now, and what follows is dearer
        left = [n for n in range(len(words)) if n not in found]
        found.update([n for n in left if self._is_parted_or_joined(words, n) or self._is_made_over(words[n])])
        new = {words[n].key for n in left if n not in found}
        spelled = initials(self.words, other.letters & new)
        return frozenset(found.union([n for n in left if words[n].key in spelled]))

    @once
    def _found(self) -> list[tuple[tuple[Word, ...], frozenset[int]]]:
        # The words and not their store: two stores that hold each other would stay until the garbage is collected.
        return []

    def _is_parted_or_joined(self, words: tuple[Word, ...], n: int) -> bool:
        """Whether a word stands here as two, or it and a word near it as one: "pullups", "hands her over"."""
        key = words[n].key
        if n and words[n - 1].key + key in self.keys:
            return True
        if n + 1 < len(words) and key + words[n + 1].key in self.keys:
            return True
        if key in self._joined or (words[n].text.islower() and key in self._within):
            return True
        base = stem(key)
        return not self.keys.isdisjoint([base + word.key for word in words[n + 1 : n + 1 + _APART]])

    def _is_made_over(self, word: Word) -> bool:
        made_over = self._looked_up.get((word.text, word.key))
        if made_over is None:
            made_over = self._looked_up[word.text, word.key] = self._is_in_another_form(word)
        return made_over

    @once
    def _looked_up(self) -> dict[tuple[str, str], bool]:
        # one original is held against several drafts, which share most of their words
        return {}

    def _is_in_another_form(self, word: Word) -> bool:
        if value_of(numbered(word.key)) in self.numbers or self._is_cut_short(word) or self._is_akin(word):
            return True  # "L1", "level 1"
        return not self._joined.isdisjoint(_beginnings(word.key, _SPELT, len(word.key)))

    def _is_cut_short(self, word: Word) -> bool:
        """Whether a word stands here cut short, or is one cut short: "physio" for "physiotherapist", "paeds"."""
        if word.key.removesuffix("s") in self._starts:
            return True
        return word.text.islower() and not self._short.isdisjoint(_beginnings(word.key, _CUT, len(word.key) - 2))

    def _is_akin(self, word: Word) -> bool:
        """Whether a word is made from one here, or one here from it, or either is the other's shorthand."""
        key = word.key
        if not key.replace("'", "").isalpha() or is_small(key):
            return False
        base = stem(key)
        if len(base) >= _ROOT and (
            base in self._roots or not self.stems.isdisjoint(_beginnings(base, _ROOT, len(base)))
        ):
            return True
        if base.removeprefix("un") in self.stems or f"un{base}" in self.stems:
            return True
        if len(key) >= _SPELT and self._is_misspelt(word):
            return True
        if is_shorthand(word):
            return any(shortens(key, other) for other in self._by_letter.get(key[0], ()))
        return any(shortens(short, key) for short in self._shorthand.get(key[0], ()))

    @once
    def _joined(self) -> frozenset[str]:
        """Two words that follow one another, written as one."""
        return frozenset([one.key + two.key for one, two in pairwise(self.words)])

    @once
    def _within(self) -> frozenset[str]:
        """The two words of which one here is made: "bed" and "wetting" of "bedwetting"."""
        long = [word.key for word in self.words if 2 * _CUT <= len(word.key) < _LONGEST and word.key.isalpha()]
        ordinary = ordinary_words()
        cuts = [(key[:n], key[n:]) for key in long if key not in ordinary for n in range(3, len(key) - 2)]
        return frozenset(part for pair in cuts if ordinary.issuperset(pair) for part in pair)

    @once
    def _roots(self) -> frozenset[str]:
        """The beginnings of the base forms here, down to five letters: "press" of "pressure"."""
        return frozenset(
            [base[:size] for base in self.stems if len(base) < _LONGEST for size in range(_ROOT, len(base))]
        )

    def _is_misspelt(self, word: Word) -> bool:
        """Whether a longer word is one here but for a letter; two names that differ in a letter are two names."""
        forms = _less_one(word.key)
        if not forms.isdisjoint(self._misspelt_small):
            return True
        return word.text.islower() and not forms.isdisjoint(self._misspelt_names)

    @once
    def _misspelt_small(self) -> frozenset[str]:
        return _all_less_one({word.key for word in self.words if word.text.islower()})

    @once
    def _misspelt_names(self) -> frozenset[str]:
        return _all_less_one({word.key for word in self.words if not word.text.islower()})

    @once
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        """The longer words here, by their first letter; no more of each than a sentence or two has."""
        found: dict[str, list[str]] = {}
        for key in sorted(self.keys):
            if key.isalpha() and len(key) >= _CUT and len(found.setdefault(key[0], [])) < _MOST:
                found[key[0]].append(key)
        return found

    @once
    def _shorthand(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key in sorted({word.key for word in self.words if is_shorthand(word)}):
            if len(found.setdefault(key[0], [])) < _MOST:
                found[key[0]].append(key)
        return found

    @once
    def _short(self) -> frozenset[str]:
        found = {key.removesuffix("s") for key in self.keys if not is_common(key)}
        return frozenset([key for key in found if len(key) >= _CUT])

    @once
    def _starts(self) -> frozenset[str]:
        small = {word.key for word in self.words if word.text.islower() and word.key.isalpha()}
        return frozenset([key[:size] for key in small for size in range(_CUT, min(len(key) - 2, _LONGEST))])


@remembered
def store_of(text: str) -> Store:
    """Give the words of a text as a store: the same one within an answer, with all that was worked out of it."""
    return Store(words_of(text))


def _is_related_by_meaning(word: Word) -> bool:
    """Whether a word may be put as another of nearly its meaning: no name, no number and no small word."""
    return word.text.islower() and word.key.isalpha() and not is_small(word.key)


def _beginnings(key: str, least: int, end: int) -> list[str]:
    """The beginnings of a word, from so many letters to fewer than `end`."""
    return [key[:size] for size in range(least, end)]


def _less_one(key: str) -> frozenset[str]:
    """A word and what it is without one of its letters, the first always kept: a slip of the pen meets there."""
    return frozenset([key, *[key[:n] + key[n + 1 :] for n in range(1, len(key))]])


def _all_less_one(keys: Iterable[str]) -> frozenset[str]:
    long = [key for key in keys if key.isalpha() and _SPELT <= len(key) < _LONGEST]
    return frozenset([form for key in long for form in _less_one(key)])


def _is_abbreviation(word: Word) -> bool:
    if not 2 <= len(word.key) <= 6 or not word.key.isalpha():
        return False
    if word.text.islower():
        return 3 <= len(word.key) <= 4 and not is_common(word.key) and not has_meaning(word.key)
    if word.text[1:].islower() or sum(letter.isupper() for letter in word.text) < 2:
        return False
    return len(word.key) > 2 or word.text.isupper() or not has_meaning(word.key)  # "SW", "HoY"
