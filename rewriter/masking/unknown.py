"""Finds words in small letters that no list of words has: in a text of English such a word may be anybody's name.

A mistyped word, a shortened one and two words run together are words all the same. So is every word of a text in
another language, of which no list has many: there only what stands as a person does is taken for a name.
"""

from collections.abc import Iterator, Sequence

from rewriter.masking.lists import drug_endings, given_names, listed, ordinary, plain_small, rarer
from rewriter.masking.words import Piece

__all__ = ["is_english", "is_unknown", "unknown_words"]

_ENDINGS = (
    "ing", "ed", "ment", "ments", "tion", "tions", "ness", "ance", "ence", "ies", "ity", "able", "ly", "ful", "ally",
)  # fmt: skip
_LEAST = 3  # letters of a name that no list has
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiouy"
_TYPED = 5  # letters from which on a word one letter off is a word mistyped
_RUN_TOGETHER = 8  # letters of two words run together, such as "keysafe" has not
_LONGEST = 20  # letters of a word that may have been mistyped
_FOREIGN = 4  # unknown words that may make a text another language's, and one in so many of its words


def is_unknown(piece: Piece) -> bool:
    """Whether a word in small letters is on no list, and does not end as English words do, which may be mistyped."""
    key = piece.key
    if len(key) < _LEAST or not key.isalpha() or key.endswith(_ENDINGS):
        return False
    return key not in ordinary() and key not in listed("never", "acronyms")


def unknown_words(pieces: Sequence[Piece]) -> list[int]:
    """Give the places of all words in small letters that may be names as nothing else is known of them."""
    plain = plain_small()
    small = [at for at, piece in enumerate(pieces) if not piece.is_capital and not piece.is_number]
    rare = [at for at in small if pieces[at].key not in plain and not _is_listed(pieces[at].key)]
    if len(rare) >= _FOREIGN and len(rare) * _FOREIGN > len(small):
        return []
    return [at for at in rare if is_unknown(pieces[at]) and not (_touches(pieces, at) or _is_word(pieces[at].key))]


def is_english(key: str) -> bool:
    """Whether a word in small letters may be English: it ends as English words do, or is shortened or mistyped."""
    return key.endswith(_ENDINGS) or key in listed("never", "acronyms") or (len(key) <= _LONGEST and _is_word(key))


def _is_listed(key: str) -> bool:
    return key in ordinary() or key in rarer() or key in given_names() or key in listed("never", "acronyms")


def _touches(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number touches a word: "30mins", "yr7"."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    before = pieces[at - 1] if at else None
    return (before is not None and before.is_number and not pieces[at].gap) or (
        after is not None and after.is_number and not after.gap
    )


def _is_word(key: str) -> bool:
    """Whether what no list has is a word still: shortened, a medicine's, of two words, or mistyped."""
    if not any(letter in _VOWELS for letter in key) or key.endswith(drug_endings()):
        return key.isascii()
    if key.endswith("s") and (key[:-1] in ordinary() or key[:-1] in rarer() or key[:-1] in listed("never", "acronyms")):
        return True
    if len(key) >= _RUN_TOGETHER and any(
        key[:cut] in ordinary() and key[cut:] in ordinary() for cut in range(_LEAST, len(key) - _LEAST + 1)
    ):
        return True
    return any(meant in ordinary() for meant in _meant(key))


def _meant(key: str) -> Iterator[str]:
    """Give what may have been meant: two letters in each other's place, one too many, one too few, a wrong vowel.

    Nobody mistypes the first letter often, nor adds a last one, and any short word is close to another.
    """
    for at in range(len(key) - 1):
        yield f"{key[:at]}{key[at + 1]}{key[at]}{key[at + 2 :]}"
    if len(key) < _TYPED:
        return
    for at in range(1, len(key)):
        if at + 1 < len(key) or key[at] == key[at - 1]:
            yield key[:at] + key[at + 1 :]
        if key[at] in _VOWELS and len(key) > _TYPED + 1:
            yield from (key[:at] + vowel + key[at + 1 :] for vowel in _VOWELS)
    for at in range(1, len(key) + (len(key) > _TYPED + 1)):
        yield from (key[:at] + letter + key[at:] for letter in _LETTERS)
