"""What the user gave: every word, meaning, name and value of the objective and of what was told beside it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from rewriter.evidence.history import history_words
from rewriter.guarding.alike import content_of, has_meaning, implied_by, initials, is_small, meanings_at, stem
from rewriter.guarding.counting import values_of
from rewriter.guarding.shorthand import is_shorthand, numbered, shortens
from rewriter.guarding.sides import Side
from rewriter.guarding.uncounted import numbers_unsaid, reckoned_times
from rewriter.guarding.values import Key, Value, daily_things, days_counted, figures, implied
from rewriter.lexicon import Lexicon
from rewriter.plan import Act, Context, Mood, Setting
from rewriter.responsibility import check
from rewriter.text import Word, words_of
from rewriter.vocabulary import is_common
from rewriter.words import word_lists

__all__ = ["Given", "Store"]

_ENDED = frozenset("accepted declined refused closed completed rejected withdrawn cancelled missed failed".split())
_CUT = 4  # the fewest letters of a word that is cut short
_LONGEST = 20
_ROOT = 5  # the fewest letters that two words made from one another share
_MOST = 40  # words of one first letter that are tried for a shorthand


@cache
def _needs() -> Lexicon:
    return Lexicon({"need": word_lists("guarding")["limits"]["need"]})


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
        found |= {n for n, word in enumerate(words) if self._is_cut_short(word) or word.key in self.tags}
        found |= {n for n, word in enumerate(words) if numbered(word.key) in self.keys}  # "L1", "level 1"
        found |= {n for n, word in enumerate(words) if n not in found and self._is_akin(word)}
        joined = {one.key + two.key for one, two in pairwise(self.words)}
        found |= {n for n, word in enumerate(words) if word.key in joined}  # "pullups" is "pull-ups"
        found |= {
            m for n, (one, two) in enumerate(pairwise(words)) if one.key + two.key in self.keys for m in (n, n + 1)
        }
        mine = Store(tuple(words)).letters
        spelled = initials(self.words, mine - self.keys)
        found |= {n for n, word in enumerate(words) if word.key in spelled}
        return frozenset(found)

    def _is_cut_short(self, word: Word) -> bool:
        """Whether a word stands here cut short, or is one cut short: "physio" for "physiotherapist", "paeds"."""
        if word.key.removesuffix("s") in self._starts:
            return True
        return word.text.islower() and any(word.key[:size] in self._short for size in range(_CUT, len(word.key) - 2))

    def _is_akin(self, word: Word) -> bool:
        """Whether a word is made from one here, or one here from it, or either is the other's shorthand."""
        key = word.key
        if not key.isalpha() or is_small(key):
            return False
        base = stem(key)
        if len(base) >= _ROOT and (
            base in self._roots or any(base[:size] in self.stems for size in range(_ROOT, len(base)))
        ):
            return True
        if is_shorthand(word):
            return any(shortens(key, other) for other in self._by_letter.get(key[0], ()))
        return any(shortens(short, key) for short in self._shorthand.get(key[0], ()))

    @cached_property
    def _roots(self) -> frozenset[str]:
        """The beginnings of the base forms here, down to five letters: "press" of "pressure"."""
        return frozenset(base[:size] for base in self.stems if len(base) < _LONGEST for size in range(_ROOT, len(base)))

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        """The longer words here, by their first letter; no more of each than a sentence or two has."""
        found: dict[str, list[str]] = {}
        for key in sorted(self.keys):
            if key.isalpha() and len(key) > _CUT and len(found.setdefault(key[0], [])) < _MOST:
                found[key[0]].append(key)
        return found

    @cached_property
    def _shorthand(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key in sorted({word.key for word in self.words if is_shorthand(word)}):
            if len(found.setdefault(key[0], [])) < _MOST:
                found[key[0]].append(key)
        return found

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
    if sum(letter.isupper() for letter in word.text) > 1:  # "SW", "HoY"
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
    def thresholds(self) -> frozenset[Key]:
        """The values in conditions: "if under 9 kg" sets the same mark as "at least 9 kg"."""
        reading = self.original.reading
        spans = [
            self.original.place(clause.first, clause.last)
            for clause in reading.clauses
            if clause.setting is Setting.CONDITION
        ]
        starts = [span.start for span in spans]
        found: set[Key] = set()
        for value in self.values:
            at = bisect_right(starts, value.start) - 1
            if at >= 0 and value.start < spans[at].end:
                found.add(value.key)
        return frozenset(found)

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
        only = [reading.sentences[number] for number, found in moods.items() if found == {Mood.TOLD}]
        rest = (span for number, span in enumerate(reading.sentences) if not moods.get(number))
        only += [span for span in rest if self._is_past(*span)]
        told = [(act.subject_first, act.last) for act in reading.acts if _is_told(act)]
        kept = [reading.sentences[number] for number in self._needed]
        found = self.story | {n for first, last in (*only, *told) for n in range(first, last)}
        return found - {n for first, last in kept for n in range(first, last)}

    def _is_past(self, first: int, last: int) -> bool:
        """Whether a sentence without a verb of its own says how something ended: "Referral not accepted"."""
        return not _ENDED.isdisjoint(word.key for word in self.original.reading.words[first:last])

    def _tells_a_need(self, first: int, last: int) -> bool:
        """Whether a sentence tells a need of the body or of speech, which no rewrite may leave out."""
        return bool(_needs().among([word.key for word in self.original.reading.words[first:last]]))

    def is_needed(self, offset: int) -> bool:
        """Whether an offset of the original lies in a sentence that tells a need of the body or of speech."""
        words, cuts = self.original.reading.words, self.original.reading.sentences
        at = bisect_right(words, offset, key=lambda word: word.start) - 1
        place = bisect_right(cuts, at, key=lambda span: span[0]) - 1
        return place >= 0 and place in self._needed

    @cached_property
    def _needed(self) -> frozenset[int]:
        return frozenset(n for n, span in enumerate(self.original.reading.sentences) if self._tells_a_need(*span))

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
        unsaid = numbers_unsaid(self.store.words, self.original.reading.parties)
        counted = days_counted(self.values) | daily_things(self.values) | reckoned_times(self.all_values)
        return frozenset(told) | daily | counted | unsaid

    @cached_property
    def bare(self) -> frozenset[float]:
        """The numbers given of which it is not said what they count, nor that they are times of day."""
        return frozenset(
            number
            for value in self.all_values
            if value.kind == "number" and not value.of.endswith("s")
            for number in figures(value)
        )

    @cached_property
    def turned(self) -> frozenset[Key]:
        """The bounds given, said the other way: 3 where more than 2 are asked for."""
        return frozenset(value.turned for value in self.all_values if value.turned is not None)


def _is_told(act: Act) -> bool:
    return act.mood is Mood.TOLD and act.setting is Setting.MAIN
