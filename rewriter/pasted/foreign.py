"""Whether a text has hardly a word of English in it, however short it is. Source: practice judgement.

A parent's "Mama ma przestac pic" has no word that proves much: some are names or English words too, and others stand
in no list. So its words are held against all the English that is known: what proves English, against what is none.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from rewriter.masking.lists import given_names, rarer, role_words
from rewriter.masking.unknown import is_english
from rewriter.masking.words import fold
from rewriter.pasted.listed import foreign_keys
from rewriter.text import Word
from rewriter.vocabulary import is_common, ordinary_words
from rewriter.words import word_lists

__all__ = ["has_little_english"]

_LEAST = 3  # letters of a word that may be another language's though no list has it
_PROOF = 2  # words of another language, or of none, that it takes
_UNLISTED = 3  # as many, where no list has any of them
_VOWELS = frozenset("aeiouyw")  # Welsh has words such as "bwrdd"


def has_little_english(words: Sequence[Word], *, shouted: bool) -> bool:
    """Whether words of another language, or of none, are more than twice those that prove English.

    A name proves nothing, nor does a word that both have ("do", "at", "Mam"), a role, a number or an abbreviation.
    """
    english = listed = strange = 0
    for word in _telling(words, shouted=shouted):
        key = word.key
        if key in _foreign():
            listed += 1
        elif key in _in_both() or key in role_words():
            continue
        elif is_common(key) or key in ordinary_words():
            english += 1
        elif not key.isascii():
            listed += 1
        elif len(key) >= _LEAST and not _VOWELS.isdisjoint(key) and not _may_be_english(key):
            strange += 1
    against = listed + strange
    return against >= (_PROOF if listed else _UNLISTED) and against > (2 if listed else 3) * english


def _telling(words: Sequence[Word], *, shouted: bool) -> Iterator[Word]:
    """Words in small letters, and the one that opens the text, which would have a capital anyway."""
    for at, word in enumerate(words):
        if word.key[0].isalpha() and (shouted or word.text.islower() or at == 0):
            yield word


def _may_be_english(key: str) -> bool:
    return key in rarer() or key in given_names() or is_english(key)


@cache
def _foreign() -> frozenset[str]:
    """Words of other languages and no English ones, with their accents and without."""
    every = foreign_keys()
    unproved = _in_both() | given_names()
    typed = frozenset(fold(key) for key in every)
    return frozenset(key for key in every | typed if key not in unproved and key not in ordinary_words())


@cache
def _in_both() -> frozenset[str]:
    also = frozenset(word_lists("kinds")["english"]["also"])
    return also | frozenset(key for key in foreign_keys() if is_common(key) or key in ordinary_words())
