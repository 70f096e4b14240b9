"""Phrases of amount ("no further", "every", "on a scale"), and the senses in which they are none."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from rewriter.amounts.counting import MONEY, value_of
from rewriter.amounts.words import PHRASES
from rewriter.lexicon import Lexicon, Term, phrases
from rewriter.text import Word

__all__ = ["phrase_amounts"]


def phrase_amounts(words: Sequence[Word], taken: AbstractSet[int]) -> Iterator[Term]:
    """Give the phrases that state an amount, tagged by kind; `taken` holds the indices of words within times."""
    return (term for term in _lexicon().find(words) if not _is_other_sense(words, term, taken))


@cache
def _lexicon() -> Lexicon:
    return Lexicon({tag: phrases(block) for tag, block in PHRASES.items()})


_BOUNDED = frozenset("or no any once".split())


def _is_other_sense(words: Sequence[Word], term: Term, taken: AbstractSet[int]) -> bool:
    """Whether a phrase of the lists stands in a sense that is no amount: "each other", "at all", "3 or more"."""
    key = words[term.first].key
    before = words[term.first - 1].key if term.first else ""
    after = words[term.last].key if term.last < len(words) else ""
    if term.tag == "comparison":
        if term.first in taken or (key == "longer" and before == "no"):
            return True  # "no later than 4 May"
        if words[term.first].text[:1].isupper() and before and before not in (".", "\n", ":", "-", "|", "\u2022", ")"):
            return True  # "Building Better Relationships"
    if term.last - term.first > 1:
        if key == "no":
            return before in ("say", "saying", "says", "or") or (
                words[term.last - 1].key in ("more", "fewer") and after == "than"
            )
        return words[term.last - 1].key == "say" and after == "no"
    if key in ("each", "all"):
        return (
            after in ("other", "right", "about")
            or before in ("at", "above", "after", "in")
            or value_of(after) is not None
        )
    if key in ("more", "less", "fewer"):
        return (
            before in _BOUNDED
            or value_of(before) is not None
            or (after == "than" and _starts_number(words, term.last + 1))
            or after == "about"
        )
    if key == "no" and after in ("more", "fewer", "less", "further", "longer"):
        return True
    if key == "no":
        return before in ("say", "saying", "says", "said", "or", "if") or after in (
            "later",
            "one",
            ".",
            ",",
            "matter",
            "doubt",
            "",
        )
    if key == "log":
        return after in ("on", "in", "into")
    if key in ("rate", "rates"):
        return before in ("a", "the") and after in ("of", "")
    if key == "full":
        return after in ("potential", "time", "stop", "name", "of")
    return False


def _starts_number(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and (words[index].key in MONEY or value_of(words[index].key) is not None)
