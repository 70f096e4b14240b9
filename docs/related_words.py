"""Distils `rewriter/words/related.txt` from WordNet 3.0 (Debian's package wordnet-base): words of nearly one meaning.

    python docs/related_words.py /usr/share/wordnet > rewriter/words/related.txt

Two words are related if they stand on one line. A line is one sense: the words of a WordNet synset, those made from
them (visit, visitor), and adjectives much like them. Only ordinary words are kept, each in its three commonest senses,
and of a line that is within another only the other. What a plan says of everything (get, give, thing) is left out,
since it would relate whatever it stands with.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rewriter.guarding.alike import is_small, stem
from rewriter.guarding.reworded import LIGHT
from rewriter.vocabulary import ordinary_words

_KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_SENSES = 3  # the commonest senses of a word that are kept
_ANY = frozenset(
    "thing person act action activity state change changed move work do being quality way part group "
    "one use used go get give take make put have come be time event place unit".split()
)
_LICENCE = """\
# Words of nearly one meaning, a sense a line, in the base forms of `guarding/alike.py`: distilled from WordNet 3.0
# (Debian's wordnet-base) by docs/related_words.py, which says how.
#
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
#
# This software and database is being provided to you, the LICENSEE, by Princeton University under the following
# license. By obtaining, using and/or copying this software and database, you agree that you have read, understood, and
# will comply with these terms and conditions: Permission to use, copy, modify and distribute this software and database
# and its documentation for any purpose and without fee or royalty is hereby granted, provided that you agree to comply
# with the following copyright notice and statements, including the disclaimer, and that the same appear on ALL copies
# of the software, database and documentation, including modifications that you make for internal use or for
# distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS
# OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
# DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name
# of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the
# software and/or database. Title to copyright in this software, database and any associated documentation shall at all
# times remain with Princeton University and LICENSEE agrees to preserve same."""

_Place = tuple[str, str]  # the kind of word, and the offset of its synset


class _Synset(NamedTuple):
    words: tuple[str, ...]
    like: tuple[_Place, ...]  # of an adjective, those much like it
    made: Mapping[str, tuple[tuple[_Place, int], ...]]  # what words are made from each of its own


def _synsets(folder: Path) -> Iterator[tuple[_Place, _Synset]]:
    for name, kind in _KINDS.items():
        for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue
            parts = line.split()
            count = int(parts[3], 16)
            words = tuple(parts[4 + 2 * n].partition("(")[0].lower() for n in range(count))
            at = 4 + 2 * count
            like: list[_Place] = []
            made: dict[str, list[tuple[_Place, int]]] = {}
            for n in range(int(parts[at])):
                sign, offset, other, of_words = parts[at + 1 + 4 * n : at + 5 + 4 * n]
                place = ("a" if other == "s" else other, offset)
                if sign == "&":
                    like.append(place)
                if sign == "+":
                    mine, theirs = (int(digits, 16) - 1 for digits in (of_words[:2], of_words[2:]))
                    made.setdefault(words[mine], []).append((place, theirs))
            yield (kind, parts[0]), _Synset(words, tuple(like), {k: tuple(v) for k, v in made.items()})


def _ranks(folder: Path) -> dict[tuple[str, _Place], int]:
    """How common a sense of a word is: 1 for its first sense."""
    found: dict[tuple[str, _Place], int] = {}
    for name, kind in _KINDS.items():
        for line in (folder / f"index.{name}").read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue
            parts = line.split()
            for rank, offset in enumerate(parts[-int(parts[2]) :], start=1):
                found[parts[0], (kind, offset)] = rank
    return found


def _lines(folder: Path) -> Iterator[frozenset[str]]:
    synsets, ranks, ordinary = dict(_synsets(folder)), _ranks(folder), ordinary_words()

    def kept(word: str, place: _Place) -> bool:
        plain = word in ordinary and not is_small(word) and word not in _ANY and stem(word) not in LIGHT
        return plain and len(word) > 2 and ranks.get((word, place), 99) <= _SENSES

    for place, synset in synsets.items():
        words = {word for word in synset.words if kept(word, place)}
        if not words:
            continue
        for word in tuple(words):
            for other, index in synset.made.get(word, ()):
                derived = synsets[other].words[index]
                if kept(derived, other):
                    words.add(derived)
        for other in synset.like:
            words.update(word for word in synsets[other].words if kept(word, other))
        bases = frozenset(stem(word) for word in words)
        if len(bases) > 1:
            yield bases


def _widest(lines: set[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Those of the lines that are not within another."""
    by_word: dict[str, list[frozenset[str]]] = {}
    for line in lines:
        for word in line:
            by_word.setdefault(word, []).append(line)
    for line in lines:
        if not any(line < other for other in by_word[min(line, key=lambda word: len(by_word[word]))]):
            yield line


def main() -> None:
    """Print the table. Takes the folder of WordNet's files as its argument."""
    lines = sorted(" ".join(sorted(words)) for words in _widest(set(_lines(Path(sys.argv[1])))))
    sys.stdout.write("\n".join((_LICENCE, *lines)) + "\n")


main()
