"""What words are about: the topics of needs, and of the acts that answer them.

The words are data in `words/topics.toml`. Which words speak to which need is practice judgement, after the needs that
the guidance itself names (003 outcomes, "Specific": hygiene, clothing, meals, sleep; 002 Halton, "Relevant").
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from rewriter.lexicon import Lexicon
from rewriter.text import Word
from rewriter.words import word_lists

__all__ = ["bridged", "marks", "rare_words", "topics_of", "weights"]

Side = Literal["need", "act"]
_SIDES: tuple[Side, ...] = ("need", "act")


@cache
def _topics(side: Side) -> Lexicon:
    """The words of every topic as they stand on one side: in a `need`, or in what is asked (`act`)."""
    lists = word_lists("topics")
    return Lexicon(
        {
            topic: (*lists["both"].get(topic, ()), *lists[side].get(topic, ()))
            for topic in {**lists["both"], **lists[side]}
        }
    )


@cache
def marks() -> Lexicon:
    """Give the words of labels, services and safety, by the names of their lists."""
    lists = word_lists("topics")
    return Lexicon({**lists["labels"], **lists["effects"], **lists["safety"]})


def topics_of(words: Sequence[Word]) -> frozenset[str]:
    """Give the topics that any of the words speak of."""
    return frozenset(term.tag for side in _SIDES for term in _topics(side).find(words))


def bridged(wanted: Mapping[str, float], offered: Mapping[str, float]) -> float:
    """How far an ask speaks to a need by way of a neighbouring topic: a ground floor flat for somebody who falls."""
    return 0.5 * sum(
        min(wanted.get(one, 0.0), offered.get(other, 0.0)) + min(wanted.get(other, 0.0), offered.get(one, 0.0))
        for one, other in _bridges()
    )


@cache
def _bridges() -> tuple[tuple[str, str], ...]:
    """Topics that answer each other, from the lists."""
    lists = word_lists("topics")["bridges"]
    return tuple((topic, other) for topic, others in lists.items() for other in others)


def weights(words: Sequence[Word], side: Side) -> dict[str, float]:
    """How strongly words speak of each topic: a word that belongs to many topics says less of each."""
    terms = _topics(side).find(words)
    sharing: dict[tuple[int, int], int] = {}
    for term in terms:
        place = (term.first, term.last)
        sharing[place] = sharing.get(place, 0) + 1
    found: dict[str, float] = {}
    for term in terms:
        found[term.tag] = found.get(term.tag, 0.0) + 1 / sharing[(term.first, term.last)]
    if side == "need" and any(word.key[-2:] == "kg" and word.key[0].isdigit() for word in words):
        found["nutrition"] = found.get("nutrition", 0.0) + 0.5  # "has lost 8kg"
    return found


def rare_words(one: Sequence[Word], other: Sequence[Word], names: Iterable[str]) -> frozenset[str]:
    """Give the stems of the uncommon words that two texts have in common, names left out."""
    return (_stems(one) & _stems(other)) - {_stem(name) for name in names}


def _stems(words: Sequence[Word]) -> frozenset[str]:
    ordinary = _ordinary()
    return frozenset(
        _stem(w.key)
        for w in words
        if len(w.key) > 3 and w.key.isalpha() and w.key not in ordinary and not w.text[:1].isupper()
    )


def _stem(key: str) -> str:
    for ending in ("ing", "ies", "es", "ed", "s"):
        if key.endswith(ending) and len(key) - len(ending) > 2:
            return key[: -len(ending)]
    return key


@cache
def _ordinary() -> frozenset[str]:
    common = word_lists("vocabulary")["common"]
    return frozenset(common["function"]) | frozenset(common["modal"]) | _EVERYDAY


_EVERYDAY = frozenset(
    "week weeks month months year years time times days day morning mornings evening evenings last most says said "
    "says visit visits people "
    "children child mother father parents summer term since september august july june october november december "
    "january february march april "
    "about does goes comes came take takes taken make makes home well good need needs keep keeps gets give gives "
    "tells told back going been "
    "school college nursery class house flat room street hospital social worker workers other another asks asked "
    "call calls "
    "some three four five twice once half past next every".split()
)
