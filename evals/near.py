"""Finds texts that are the same or nearly so, by the three-word runs they share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

__all__ = ["LIKENESS", "NearPair", "likeness", "near_pairs", "shingles"]

LIKENESS = 0.6
"""From this share of common runs on, two texts count as nearly the same (practice judgement)."""

_LENGTH = 3
_WORD = re.compile(r"\w+")

Shingles = frozenset[tuple[str, ...]]


class NearPair(NamedTuple):
    """Two texts by their names, and how like they are (0 to 1)."""

    one: str
    other: str
    likeness: float


def shingles(text: str) -> Shingles:
    """Give the runs of three words of a text, case and punctuation apart; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    if len(words) <= _LENGTH:
        return frozenset({tuple(words)})
    return frozenset(tuple(words[n : n + _LENGTH]) for n in range(len(words) - _LENGTH + 1))


def likeness(one: Shingles, other: Shingles) -> float:
    """Give the Jaccard index of two sets of runs: how many they share of all they have, 0 to 1."""
    return len(one & other) / len(one | other)


def near_pairs(groups: Sequence[Mapping[str, str]], least: float = LIKENESS) -> Iterator[NearPair]:
    """Give every two texts of different groups that are at least `least` alike.

    Each group maps names to texts. Texts within one group may be alike: minimal pairs are meant to be.
    """
    cut = [[(name, shingles(text)) for name, text in group.items()] for group in groups]
    for number, group in enumerate(cut):
        for later in cut[number + 1 :]:
            for name, runs in group:
                for other_name, other_runs in later:
                    how_like = likeness(runs, other_runs)
                    if how_like >= least:
                        yield NearPair(name, other_name, how_like)
