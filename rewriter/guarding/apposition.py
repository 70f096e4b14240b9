"""One person or thing written twice side by side: "out of hours (EDT)", "police DS Holt", "the twins Ella & Max".

Where a rewrite keeps one of the two, nobody has been dropped.
"""

from collections.abc import Sequence

from rewriter.guarding.alike import is_small
from rewriter.text import Word
from rewriter.vocabulary import is_common

__all__ = ["glosses", "said_beside"]

_GROUPS = frozenset(
    "twins triplets grandparents parents siblings children kids boys girls brothers sisters sons daughters family "
    "couple carers grandchildren cousins friends neighbours residents".split()
)
_ANY_GROUP = frozenset("both them all children siblings kids twins everyone couple grandparents".split())
_LINKS = frozenset(("&", "and", ",", "+", "(", "-", ":"))
_AND = frozenset(("&", "and", "+"))
_FARTHEST = 8  # words from a group to the last of its names
_SPELLED = 4  # words that an abbreviation stands for
_ARTICLES = frozenset("the a an".split())
_STOPS = frozenset((".", ";", ":", "\n", "!", "?", "[", "]"))


def said_beside(words: Sequence[Word], first: int, last: int, found: frozenset[int], kept: frozenset[str]) -> bool:
    """Whether those words (end exclusive) are said again by words beside them, of which one is among `found`.

    `kept` are the keys of the rewrite's words: a group stands for its names only where it is spoken of as several.
    """
    return (
        _by_a_name(words, first, last, found)
        or _by_a_group(words, first, kept)
        or _by_letters(words, first, found)
        or _by_a_slash(words, first, last, found)
    )


def glosses(words: Sequence[Word], first: int, known: frozenset[int]) -> bool:
    """Whether a word stands where letters that were given are said in plain words: "CAMHS, the service for ...".

    The plain words begin with an article right after the letters and a comma, and run to the next comma.
    """
    for at in range(first, max(1, first - _FARTHEST) - 1, -1):
        if words[at].key in _STOPS:
            return False
        if words[at].key in _ARTICLES and words[at - 1].key == ",":
            letters = at - 2
            return letters >= 0 and letters in known and words[letters].text.isupper() and len(words[letters].text) > 1
        if words[at].key == ",":
            return False
    return False


def _by_a_name(words: Sequence[Word], first: int, last: int, found: frozenset[int]) -> bool:
    """A role or a team whose holder is named next to it: "police DS Holt", "falls team (Karen)"."""
    if _is_name(words[first]) and not words[first].text.isupper() and not is_common(words[first].key):
        return False
    at = last + (last < len(words) and words[last].key == "(")
    if at < len(words) and words[at].key not in (",", ".", "\n") and _is_name(words[at]):
        return any(n in found for n in range(at, min(at + 3, len(words))) if _is_name(words[n]))
    return first > 1 and words[first - 1].key == "(" and _is_name(words[first - 2]) and first - 2 in found


def _by_a_group(words: Sequence[Word], first: int, kept: frozenset[str]) -> bool:
    """One of several names after the word for them all: "twins Ella & Max"."""
    if not _is_name(words[first]):
        return False
    for at in range(first - 1, max(-1, first - _FARTHEST), -1):
        if words[at].key in _GROUPS:
            if words[at + 1].key in _AND:
                return False  # "grandparents + Uncle Dez"
            return words[at].key in kept or not _ANY_GROUP.isdisjoint(kept)
        if words[at].key not in _LINKS and not _is_name(words[at]):
            return False
    return False


def _by_letters(words: Sequence[Word], first: int, found: frozenset[int]) -> bool:
    """Letters in brackets after what they stand for: "out of hours (EDT)"."""
    letters = words[first].text.isupper() and len(words[first].text) > 1
    if not letters or first < 2 or words[first - 1].key != "(":
        return False
    before = range(max(0, first - 1 - _SPELLED), first - 1)
    return any(n in found and not is_small(words[n].key) for n in before)


def _by_a_slash(words: Sequence[Word], first: int, last: int, found: frozenset[int]) -> bool:
    """Letters beside others of which either will do: "LPS/DoLS"."""
    if words[first].text[1:].islower():
        return False
    before = first > 1 and words[first - 1].key == "/" and first - 2 in found and _is_name(words[first - 2])
    after = last + 1 < len(words) and words[last].key == "/" and last + 1 in found and _is_name(words[last + 1])
    return before or after


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper() and word.key[0].isalpha()
