"""What the user gave: every word, meaning, name and value of the objective and of what was told beside it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rewriter.evidence.history import history_words
from rewriter.guarding.alike import content_of, has_meaning, implied_by, initials, meanings_at, stem
from rewriter.guarding.counting import values_of
from rewriter.guarding.sides import Side
from rewriter.guarding.values import Key, Value, daily_things, days_counted, implied
from rewriter.plan import Act, Context, Mood, Setting
from rewriter.responsibility import check
from rewriter.text import Word, words_of
from rewriter.vocabulary import is_common

__all__ = ["Given", "Store"]

_CUT = 4  # the fewest letters of a word that is cut short
_LONGEST = 20


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
        return frozenset(tag for _, _, tag in meanings_at(self.words)) | implied_by(self.words)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The abbreviations that may be read by their letters: in capitals, or short, small and no known word."""
        return frozenset(word.key for word in self.words if _is_abbreviation(word))

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
        found |= {n for n, word in enumerate(words) if self._is_cut_short(word)}
        mine = Store(tuple(words)).letters
        spelled = initials(self.words, mine - self.keys)
        found |= {n for n, word in enumerate(words) if word.key in spelled}
        return frozenset(found)

    def _is_cut_short(self, word: Word) -> bool:
        """Whether a word stands here cut short, or is one cut short: "physio" for "physiotherapist", "paeds"."""
        if word.key.removesuffix("s") in self._starts:
            return True
        return word.text.islower() and any(word.key[:size] in self._short for size in range(_CUT, len(word.key) - 2))

    @cached_property
    def _short(self) -> frozenset[str]:
        found = {word.key.removesuffix("s") for word in self.words if not is_common(word.key)}
        return frozenset(key for key in found if len(key) >= _CUT)

    @cached_property
    def _starts(self) -> frozenset[str]:
        small = {word.key for word in self.words if word.text.islower() and word.key.isalpha()}
        return frozenset(key[:size] for key in small for size in range(_CUT, min(len(key) - 2, _LONGEST)))


def _is_abbreviation(word: Word) -> bool:
    if not 2 <= len(word.key) <= 6 or not word.key.isalpha():
        return False
    if word.text.isupper():
        return len(word.key) > 2 or not has_meaning(word.key)
    return 3 <= len(word.key) <= 4 and word.text.islower() and not is_common(word.key) and not has_meaning(word.key)


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
    def harm_in_play(self) -> bool:
        """Whether the original or its context speaks of harm; then the police are nobody new."""
        return self.original.reading.once(check).abuse

    @cached_property
    def story(self) -> frozenset[int]:
        """The word indices of the original's reading that tell a history or an opinion; these may go."""
        return self.original.reading.once(history_words)

    @cached_property
    def told(self) -> frozenset[int]:
        """The word indices of the original's sentences in which nothing is asked, only told how things are or were."""
        reading = self.original.reading
        moods: dict[int, set[Mood]] = {}
        for act in reading.acts:
            moods.setdefault(act.sentence, set()).add(act.mood)
        only = (reading.sentences[number] for number, found in moods.items() if found == {Mood.TOLD})
        told = [(act.subject_first, act.last) for act in reading.acts if _is_told(act)]
        return self.story | {n for first, last in (*only, *told) for n in range(first, last)}

    def is_told(self, offset: int) -> bool:
        """Whether an offset of the original lies where nothing is asked."""
        words = self.original.reading.words
        return bisect_right(words, offset, key=lambda word: word.start) - 1 in self.told

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
        told = (key for value in self.all_values for key in implied(value, self.context.today))
        at_school = "school" in self.store.tags and not any(value.of == "day" for value in self.all_values)
        daily = {("every", ("hours", 24.0))} if at_school else set[Key]()  # whoever attends school does so daily
        return frozenset(told) | daily | days_counted(self.values) | daily_things(self.values)


def _is_told(act: Act) -> bool:
    return act.mood is Mood.TOLD and act.setting is Setting.MAIN
