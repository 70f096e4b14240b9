"""What the user gave: every word, meaning, name and value of the objective and of what was told beside it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rewriter.evidence.history import history_words
from rewriter.guarding.counting import values_of
from rewriter.guarding.edges import keys_of
from rewriter.guarding.sides import Side
from rewriter.guarding.store import Store
from rewriter.guarding.uncounted import numbered_units, numbers_unsaid, reckoned_times
from rewriter.guarding.values import Key, Value, daily_things, days_counted, figures, implied, paces_reckoned
from rewriter.lexicon import Lexicon
from rewriter.once import once
from rewriter.plan import Act, Context, Mood, Setting
from rewriter.responsibility import check
from rewriter.text import Word, words_of
from rewriter.words import word_lists

__all__ = ["Given"]

_DAY = 24
_DAYS = {5: ("sat", "sats"), 6: ("sun", "suns")}
_AFTER = 2  # words from a need to what it is about: "allergic to nuts"
_ENDED = frozenset("accepted declined refused closed completed rejected withdrawn cancelled missed failed".split())


@cache
def _needs() -> Lexicon:
    return Lexicon({"need": word_lists("guarding")["limits"]["need"]})


@dataclass(frozen=True)
class Given:
    """The original and its context, as one store of what may be said.

    Whoever guards several rewrites of one text keeps it, since all that is worked out of the original stays in it.
    """

    original: Side
    context: Context
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @once
    def beside(self) -> tuple[str, ...]:
        """What was told beside the objective, as texts."""
        context = self.context
        told = [context.need, context.baseline, *context.names]
        told += [f"{person.name} {person.role}" for person in context.people]
        told += [f"{harm.by} {harm.to} {harm.what}" for harm in context.harms]
        return tuple(text for text in told if text.strip())

    @once
    def store(self) -> Store:
        """Every word that was given."""
        if not self.beside:
            return self.original.store
        return Store((*self.original.words, *(word for text in self.beside for word in words_of(text))))

    @once
    def values(self) -> tuple[Value, ...]:
        """The values of the objective itself."""
        return self.original.values

    @once
    def all_values(self) -> tuple[Value, ...]:
        """The values of the objective and of everything told beside it."""
        told = [value for text in self.beside for value in values_of(words_of(text), text)]
        days = [day for day in (self.context.today, self.context.review_date) if day is not None]
        told += [Value(("date", (day.day, day.month, day.year)), 0, 0) for day in days]
        return (*self.values, *told)

    @once
    def counted(self) -> Mapping[tuple[str, str], frozenset[Key]]:
        """The values given of each thing: what kind, of which noun, and how much."""
        found: dict[tuple[str, str], set[Key]] = {}
        for value in self.all_values:
            found.setdefault((value.kind, value.of), set()).add(value.key)
        return {thing: frozenset(keys) for thing, keys in found.items()}

    @once
    def by_key(self) -> Mapping[Key, Sequence[Value]]:
        """The values given by what they are, and the dates among them without their year too."""
        found: dict[Key, list[Value]] = {}
        for value in self.all_values:
            for key in keys_of(value):
                found.setdefault(key, []).append(value)
            if value.kind == "length" and len(value.parts) == 1 and value.figure is not None:  # "3 min" may be a least
                least = value._replace(bound="least", turned=("number", value.figure - 1))
                found.setdefault(value.parts[0], []).append(least)
        return found

    @once
    def bounds(self) -> Mapping[Key, frozenset[str]]:
        """How each value given is bounded: "least", "most" or ""."""
        found: dict[Key, set[str]] = {}
        for value in self.all_values:
            found.setdefault(value.key, set()).add(value.bound)
        return {key: frozenset(bounds) for key, bounds in found.items()}

    @once
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

    @once
    def harm_in_play(self) -> bool:
        """Whether the original or its context speaks of harm; then the police are nobody new."""
        return self.original.reading.once(check).abuse

    @once
    def story(self) -> frozenset[int]:
        """The word indices of the original's reading that tell a history or an opinion; these may go."""
        return self.original.reading.once(history_words)

    @once
    def told(self) -> frozenset[int]:
        """The word indices of the original's sentences in which nothing is asked, only told how things are or were."""
        reading = self.original.reading
        moods: dict[int, set[Mood]] = {}
        acts = [act for act in reading.acts if act.lemma != "am"]  # "2 puffs am + pm"
        for act in acts:
            moods.setdefault(act.sentence, set()).add(act.mood)
        only = [reading.sentences[number] for number, found in moods.items() if found == {Mood.TOLD}]
        rest = (span for number, span in enumerate(reading.sentences) if not moods.get(number))
        only += [span for span in rest if self._is_past(*span)]
        told = [(act.subject_first, act.last) for act in acts if _is_told(act)]
        only, told = list(self._to_the_stop(only)), list(self._to_the_stop(told))
        kept = [reading.sentences[number] for number in self._needed]
        found = self.story | {n for first, last in (*only, *told) for n in range(first, last)}
        return found - {n for first, last in kept for n in range(first, last)}

    def _to_the_stop(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Each span up to the full stop in it that a small letter follows: "Police have it til Mon. mum to ask"."""
        words = self.original.reading.words
        for first, last in spans:
            yield first, next((n for n in range(first + 1, last - 1) if words[n].key == "."), last)

    def _is_past(self, first: int, last: int) -> bool:
        """Whether a sentence without a verb of its own says how something ended: "Referral not accepted"."""
        return not _ENDED.isdisjoint(word.key for word in self.original.reading.words[first:last])

    def _tells_a_need(self, first: int, last: int) -> bool:
        """Whether a sentence tells a need of the body or of speech, which no rewrite may leave out."""
        return bool(_needs().among([word.key for word in self.original.reading.words[first:last]]))

    def is_needed(self, offset: int) -> bool:
        """Whether an offset of the original lies right after words for a need of the body or of speech."""
        at = self.original.index_at(offset)
        return any(first <= at <= last + _AFTER for first, last in self._needs)

    @once
    def _needs(self) -> tuple[tuple[int, int], ...]:
        return tuple((term.first, term.last) for term in _needs().find(self.original.words))

    @once
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

    @once
    def keys(self) -> frozenset[Key]:
        """Every value given, and what it implies."""
        told = (key for value in self.all_values for key in implied(value, self.context.today))
        at_school = "school" in self.store.tags and not any(value.of == "day" for value in self.all_values)
        daily: set[Key] = {("every", ("hours", 24.0))} if at_school else set()  # whoever attends school does so daily
        daily |= {("part", "night")} if "sleep" in self.store.tags else set[Key]()
        daily |= _days_unread(self.original.words)
        if any(value.key == ("length", ("hours", float(_DAY))) for value in self.values):
            daily |= {("part", "night"), ("every", ("hours", float(_DAY)))}  # round the clock
        unsaid = numbers_unsaid(self.store.words, self.original.reading.parties)
        counted = days_counted(self.values) | daily_things(self.values) | reckoned_times(self.all_values)
        counted |= set(paces_reckoned(self.values).values())
        return frozenset(told) | daily | numbered_units(self.original.words) | counted | unsaid

    @once
    def figures(self) -> frozenset[float]:
        """Every figure that a value of the objective is written with."""
        return frozenset(figure for value in self.values for figure in figures(value))

    @once
    def is_hourly(self) -> bool:
        """Whether the objective has something done several times in a day, by the hour."""
        paces = [value.key[1] for value in self.values if value.kind == "every"]
        return any(isinstance(size, tuple) and size[0] == "hours" and size[1] < _DAY for size in paces)

    @once
    def times(self) -> frozenset[float]:
        """How many times something is to be done, wherever that is said."""
        return frozenset(figure for value in self.values if value.of == "time" for figure in figures(value))

    @once
    def has_hours(self) -> bool:
        """Whether the objective says at what time of day something is done."""
        return any(value.kind in ("clock", "part") for value in self.values)

    @once
    def bare(self) -> frozenset[float]:
        """The numbers given of which it is not said what they count, nor that they are times of day."""
        return frozenset(
            number
            for value in self.all_values
            if value.kind == "number" and not value.of.endswith("s")
            for number in figures(value)
        )

    @once
    def turned(self) -> frozenset[Key]:
        """The bounds given, said the other way: 3 where more than 2 are asked for."""
        return frozenset(value.turned for value in self.all_values if value.turned is not None)


def _days_unread(words: Sequence[Word]) -> set[Key]:
    """The days that "sat" and "sun" may be wherever they stand, with what they come to."""
    days = {day for word in words for day, forms in _DAYS.items() if word.key in forms}
    return {("weekday", day) for day in days} | ({("every", ("hours", 7.0 * _DAY))} if days else set())


def _is_told(act: Act) -> bool:
    return act.mood is Mood.TOLD and act.setting is Setting.MAIN
