"""What the user gave: every word, meaning, name and value of the objective and of what was told beside it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rewriter.evidence.history import history_words
from rewriter.guarding.alike import content_of, initials, meanings_at, stem
from rewriter.guarding.counting import values_of
from rewriter.guarding.sides import Side
from rewriter.guarding.values import Key, Value, implied
from rewriter.plan import Context
from rewriter.text import Word, words_of

__all__ = ["Given", "Store"]


@dataclass(frozen=True)
class Store:
    """The words of one or more texts, ready to be asked whether they hold what another text says."""

    words: tuple[Word, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The base forms of the words that carry matter."""
        return content_of(self.words) | {stem(word.key) for word in self.words if word.key[0].isalpha()}

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words as they are looked up."""
        return frozenset(word.key for word in self.words)

    @cached_property
    def tags(self) -> frozenset[str]:
        """The meanings that have other ways to be said."""
        return frozenset(tag for _, _, tag in meanings_at(self.words))

    @cached_property
    def letters(self) -> frozenset[str]:
        """The abbreviations: words written in capitals throughout, and short ones that are nearly so."""
        return frozenset(
            word.key
            for word in self.words
            if 3 <= len(word.key) <= 6 and word.key.isalpha() and not word.text.istitle()
        )

    def known(self, words: Sequence[Word]) -> frozenset[int]:
        """Give the indices of those words that stand in this store too, in some form.

        A word is known by its base form, by another way to say it, as part of what an abbreviation here stands for,
        or as an abbreviation of words here.
        """
        found = {n for n, word in enumerate(words) if word.key in self.keys or stem(word.key) in self.stems}
        for first, last, tag in meanings_at(words):
            if tag in self.tags:
                found.update(range(first, last))
        for places in initials(words, self.letters).values():
            for first, last in places:
                found.update(range(first, last))
        mine = Store(tuple(words)).letters
        spelled = initials(self.words, mine - self.keys)
        found |= {n for n, word in enumerate(words) if word.key in spelled}
        return frozenset(found)


@dataclass(frozen=True)
class Given:
    """The original and its context, as one store of what may be said."""

    original: Side
    context: Context

    @cached_property
    def beside(self) -> tuple[str, ...]:
        """What was told beside the objective, as texts."""
        context = self.context
        told = [context.need, context.baseline, *context.names]
        told += [f"{person.name} {person.role}" for person in context.people]
        told += [f"{harm.by} {harm.to} {harm.what}" for harm in context.harms]
        return tuple(text for text in told if text.strip())

    @cached_property
    def store(self) -> Store:
        """Every word that was given."""
        return Store((*self.original.words, *(word for text in self.beside for word in words_of(text))))

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The values of the objective itself."""
        return self.original.values

    @cached_property
    def all_values(self) -> tuple[Value, ...]:
        """The values of the objective and of everything told beside it."""
        told = [value for text in self.beside for value in values_of(words_of(text), text)]
        days = [day for day in (self.context.today, self.context.review_date) if day is not None]
        told += [Value(("date", (day.day, day.month, day.year)), 0, 0) for day in days]
        return (*self.values, *told)

    @cached_property
    def counted(self) -> Mapping[tuple[str, str], frozenset[Key]]:
        """The values given of each thing: what kind, of which noun, and how much."""
        found: dict[tuple[str, str], set[Key]] = {}
        for value in self.all_values:
            found.setdefault((value.kind, value.of), set()).add(value.key)
        return {thing: frozenset(keys) for thing, keys in found.items()}

    @cached_property
    def bounds(self) -> Mapping[Key, frozenset[str]]:
        """How each value given is bounded: "least", "most" or ""."""
        found: dict[Key, set[str]] = {}
        for value in self.all_values:
            found.setdefault(value.key, set()).add(value.bound)
        return {key: frozenset(bounds) for key, bounds in found.items()}

    @cached_property
    def story(self) -> frozenset[int]:
        """The word indices of the original's reading that tell a history or an opinion; these may go."""
        return self.original.reading.once(history_words)

    def is_story(self, offset: int) -> bool:
        """Whether an offset of the original lies in a history or an opinion."""
        if not self.story:
            return False
        words = self.original.reading.words
        at = bisect_right(words, offset, key=lambda word: word.start) - 1
        return at in self.story

    @cached_property
    def keys(self) -> frozenset[Key]:
        """Every value given, and what it implies."""
        return frozenset(key for value in self.all_values for key in implied(value, self.context.today))
