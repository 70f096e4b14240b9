"""Where in a text a fault stands: the span of the ask, of a few words, or of one act.

A fault about something missing has no words of its own; it points at the ask that lacks it (practice judgement).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import Protocol, TypeVar

from rewriter.plan import Act, Clause, Reading, Setting
from rewriter.text import Span
from rewriter.timing.reader import TimeKind

__all__ = [
    "ask_span",
    "between",
    "condition_end",
    "place_of_act",
    "place_of_ask",
    "place_of_words",
    "sentence_of",
    "span_of",
    "words_in",
]


def place_of_words(reading: Reading, first: int, last: int) -> Span:
    """Give the characters of the words from `first` up to `last` (exclusive); at least one word is taken."""
    return Span(reading.words[first].start, reading.words[max(last, first + 1) - 1].end)


def place_of_act(reading: Reading, act: Act) -> Span:
    """Give the characters of one act, from its subject to its end."""
    return place_of_words(reading, act.subject_first, act.last)


def place_of_ask(reading: Reading) -> Span | None:
    """Give the characters of all that is asked, from the first subject to the last word; None in an empty text.

    Where nothing is asked by a verb ("Permanence for Ottilie"), the whole text is the ask.
    """
    asks = reading.asks
    if asks:
        return place_of_words(reading, min(act.subject_first for act in asks), max(act.last for act in asks))
    if not reading.sentences:
        return None
    return place_of_words(reading, reading.sentences[0][0], reading.sentences[-1][1])


def span_of(reading: Reading, first: int, last: int) -> Span:
    """Give the characters of the words from `first` up to `last` (exclusive); the same as `place_of_words`."""
    return place_of_words(reading, first, last)


def ask_span(reading: Reading) -> Span | None:
    """Give the characters of all that is asked; the same as `place_of_ask`."""
    return place_of_ask(reading)


def condition_end(reading: Reading, clause: Clause) -> int:
    """Give the word at which a condition ends and the ask goes on; of any other clause, its last (exclusive).

    That is its comma ("when he goes out, 4 days in 5"); or, where it only names an occasion, how often or until when
    ("when upset at least 3 times a week until 1 March").
    """
    if clause.setting is not Setting.CONDITION:
        return clause.last
    ends = [n for n in range(clause.first, clause.last) if reading.keys[n] == ","][:1]
    if reading.keys[clause.first] in _OCCASIONS:
        times = between(reading.times, clause.first + 1, clause.last)
        ends += [t.first for t in times if t.kind is TimeKind.FREQUENCY or reading.keys[t.first] in _UP_TO][:1]
    return min(ends, default=clause.last)


_OCCASIONS = frozenset("when whenever while".split())
_UP_TO = frozenset("until till til".split())


def words_in(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Give the indices of all words in the spans (word indices, end exclusive)."""
    return frozenset([n for first, last in spans for n in range(first, last)])


class Placed(Protocol):
    """Anything that begins at a word: a time, an amount, a party."""

    @property
    def first(self) -> int:
        """The index of its first word."""


Thing = TypeVar("Thing", bound=Placed)


def between(things: Sequence[Thing], first: int, last: int) -> Sequence[Thing]:
    """Give those things, which stand in the order of the text, that begin from `first` up to `last` (exclusive)."""
    if not things:
        return things
    return things[bisect_left(things, first, key=_first) : bisect_left(things, last, key=_first)]


_first = attrgetter("first")


def sentence_of(reading: Reading, index: int) -> int:
    """Give the number of the sentence in which a word stands, or -1 for a mark between two sentences."""
    number = bisect_right(reading.sentences, index, key=itemgetter(0)) - 1
    return number if number >= 0 and index < reading.sentences[number][1] else -1
