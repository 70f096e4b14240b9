"""The words of harm, found in one pass over a text.

The lists stand in `words/harm.toml` and, chosen from WordNet, in `words/hurting.toml`; none of them says anything about
gender (practice judgement, after `standards/responsibility.md` and the language guides it cites).
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rewriter.inflection import forms
from rewriter.lexicon import Term
from rewriter.text import words_of
from rewriter.words import word_lists

__all__ = ["Marks", "exploitation_words", "gender_of", "hurting_words", "marks_of"]

_new = tuple.__new__  # terms are made by the thousand; a named tuple's own constructor takes four times as long


class Marks:
    """Which phrases of `words/harm.toml` stand where, by the name of their list."""

    __slots__ = ("_by_tag",)

    def __init__(self, terms: Sequence[Term]) -> None:
        by_tag: dict[str, list[Term]] = {}
        for term in terms:
            by_tag.setdefault(term.tag, []).append(term)
        self._by_tag = by_tag

    def all(self, tag: str) -> Sequence[Term]:
        """Every phrase of a list that was found, in order."""
        return self._by_tag.get(tag, ())

    def first(self, tag: str, begin: int, end: int) -> Term | None:
        """The first phrase of a list that lies between two word indices (end exclusive), or None."""
        terms = self._by_tag.get(tag)
        if terms is None:
            return None
        for place in range(bisect_left(terms, begin, key=_begin), len(terms)):
            term = terms[place]
            if term.first >= end:
                return None
            if term.last <= end:
                return term
        return None

    def begins(self, tag: str, index: int) -> bool:
        """Whether a phrase of a list begins at a word."""
        return any(term.first == index for term in self._by_tag.get(tag, ()))

    def any(self, tags: Sequence[str], begin: int, end: int) -> Term | None:
        """The first phrase found of several lists, tried in the order given."""
        for tag in tags:
            term = self.first(tag, begin, end)
            if term is not None:
                return term
        return None


def _begin(term: Term) -> int:
    return term.first


class _Starts(NamedTuple):
    """The phrases that begin with one word: the word's own tags, and the longer phrases by their second word."""

    alone: tuple[str, ...]
    longer: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]  # second word -> (the words after it, tags)


@cache
def _index() -> dict[str, _Starts]:
    """Every phrase by its first and second word: the lists are long and many phrases begin alike ("her ...")."""
    entries: list[tuple[str, str]] = []
    for lists in (word_lists("harm"), word_lists("hurting")):
        entries += [(tag, phrase) for tag, phrases in lists["nouns"].items() for phrase in phrases]
        entries += [(tag, form) for tag, verbs in lists["verbs"].items() for verb in verbs for form in forms(verb)]
    tags_of: dict[tuple[str, ...], list[str]] = {}
    for tag, phrase in entries:
        known = tags_of.setdefault(tuple(word.key for word in words_of(phrase)), [])
        if tag not in known:
            known.append(tag)
    alone: dict[str, tuple[str, ...]] = {}
    longer: dict[str, dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]] = {}
    for keys, tags in tags_of.items():
        longer.setdefault(keys[0], {})
        if len(keys) == 1:
            alone[keys[0]] = tuple(tags)
        else:
            seconds = longer[keys[0]]
            seconds[keys[1]] = (*seconds.get(keys[1], ()), (keys[2:], tuple(tags)))
    return {key: _Starts(alone.get(key, ()), seconds) for key, seconds in longer.items()}


@cache
def _genders() -> dict[str, str]:
    lists = word_lists("harm")["gender"]
    return dict.fromkeys(lists["she"], "f") | dict.fromkeys(lists["he"], "m")


def gender_of(keys: Sequence[str]) -> str:
    """The gender that words carry by themselves: "f", "m" or "" (used only to match pronouns)."""
    genders = _genders()
    for key in keys:
        if key in genders:
            return genders[key]
    return ""


@cache
def hurting_words() -> frozenset[str]:
    """The single words, in all their forms, for hurting somebody."""
    verbs = (*word_lists("harm")["verbs"]["hurting"], *word_lists("hurting")["verbs"]["hurting"])
    return frozenset(form for verb in verbs for form in forms(verb) if " " not in form)


@cache
def exploitation_words() -> frozenset[str]:
    """The single words that speak of exploitation."""
    return frozenset(word_lists("harm")["nouns"]["exploited"])


def marks_of(keys: Sequence[str]) -> Marks:
    """Find every listed phrase among the keys of the words of a text. Two look-ups a word."""
    count = len(keys)
    found: list[Term] = []
    for first, starts in enumerate(map(_index().get, keys)):
        if starts is None or (first and keys[first - 1] == "anti"):  # the anti-bullying lead
            continue
        if starts.alone:
            found.extend([_new(Term, (tag, first, first + 1)) for tag in starts.alone])
        if starts.longer and first + 1 < count:
            for rest, tags in starts.longer.get(keys[first + 1], ()):
                last = first + 2 + len(rest)
                if not rest or tuple(keys[first + 2 : last]) == rest:
                    found.extend([_new(Term, (tag, first, last)) for tag in tags])
    return Marks(found)
