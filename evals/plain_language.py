"""How plainly a text is put: sentence length, long words, a reading grade, and words that a family may not know.

The grade is that of Kincaid and others (1975), made for adult readers of the US Navy: 0.39 words a sentence plus 11.8
syllables a word, less 15.59, in years of US schooling. Syllables are counted as runs of vowels, a silent last e apart.
The words that a family may not know are those that the product's rule `jargon` flags.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from evals.agreement import RESAMPLES, Interval
from evals.tables import Table
from rewriter.plan import Context, PlanKind
from rewriter.reading import read
from rewriter.rules.specific import jargon

__all__ = ["Plainness", "plain_language_table", "plainness", "syllables"]

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?=\s|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")
_LONG = 3  # syllables
_NOTE = (
    "The same objectives in every column, given sets alone; [brackets] are read as words, and rows of a table as "
    "sentences. The grade is Flesch-Kincaid (Kincaid and others, 1975). In [] 95% intervals over texts. It does not "
    "show whether anybody understands: a note without verbs has short sentences and a low grade, a worked-out "
    "objective with its names and dates longer ones; whether the words are right, kind or wanted is not counted."
)


class Plainness(NamedTuple):
    """What was counted in one or more texts; counts can be added up."""

    texts: int
    sentences: int
    words: int
    long_words: int
    syllables: int
    unknown: int

    def words_a_sentence(self) -> float:
        """Give the mean length of a sentence."""
        return self.words / max(1, self.sentences)

    def share_of_long_words(self) -> float:
        """Give the share of words with three syllables or more."""
        return self.long_words / max(1, self.words)

    def grade(self) -> float:
        """Give the Flesch-Kincaid grade."""
        return 0.39 * self.words_a_sentence() + 11.8 * self.syllables / max(1, self.words) - 15.59

    def unknown_a_text(self) -> float:
        """Give how many words that a family may not know stand in a text."""
        return self.unknown / max(1, self.texts)


_ROWS: tuple[tuple[str, Callable[[Plainness], float], str], ...] = (
    ("Words a sentence", Plainness.words_a_sentence, ".1f"),
    ("Words of three syllables or more", Plainness.share_of_long_words, ".2f"),
    ("Reading grade (US school years)", Plainness.grade, ".1f"),
    ("Words and initials that a family may not know, a text", Plainness.unknown_a_text, ".2f"),
)


def syllables(word: str) -> int:
    """Count the syllables of an English word simply: runs of vowels, without a silent last e; at least one."""
    small = word.casefold()
    count = len(_VOWELS.findall(small))
    silent = small.endswith("e") and not small.endswith(("le", "ee")) and count > 1
    return max(1, count - silent)


def plainness(text: str) -> Plainness:
    """Count one text."""
    words = _WORD.findall(text)
    counted = [syllables(word) for word in words]
    sentences = sum(bool(_WORD.search(part)) for part in _END.split(text))
    unknown = sum(1 for _ in jargon.check(read(text, Context(), PlanKind.PLAN)))
    return Plainness(1, sentences, len(words), sum(n >= _LONG for n in counted), sum(counted), unknown)


def plain_language_table(systems: Mapping[str, Mapping[str, str]]) -> Table:
    """Give the table of texts by system and case id; only cases that every system has are counted."""
    shared = sorted(set.intersection(*(set(texts) for texts in systems.values())))
    counted = {name: [plainness(texts[case]) for case in shared] for name, texts in systems.items()}
    rows = tuple((label, *_cells(label, value, form, counted)) for label, value, form in _ROWS) if shared else ()
    return Table(f"With a model: how plainly it is put ({len(shared)} objectives)", _NOTE, ("Measure", *systems), rows)


def _cells(
    label: str, value: Callable[[Plainness], float], form: str, counted: Mapping[str, Sequence[Plainness]]
) -> Iterator[str]:
    for name, texts in counted.items():
        low, high = _interval(texts, value, f"{name}/{label}")
        yield f"{value(_sum(texts)):{form}} [{low:{form}}, {high:{form}}]"


def _sum(texts: Sequence[Plainness]) -> Plainness:
    return Plainness(*map(sum, zip(*texts, strict=True)))


def _interval(texts: Sequence[Plainness], value: Callable[[Plainness], float], seed: str) -> Interval:
    draw = random.Random(seed)  # noqa: S311 - a fixed seed is the point: the same figures every time
    found = sorted(value(_sum(draw.choices(texts, k=len(texts)))) for _ in range(RESAMPLES))
    last = RESAMPLES - 1
    return Interval(found[round(0.025 * last)], found[round(0.975 * last)])
