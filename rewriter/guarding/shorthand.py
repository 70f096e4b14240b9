"""Shorthand: words cut down to some of their letters, and numerals that are no numbers.

"Sgt" is sergeant, "2 apply 4 college" is to apply for college, and "L1" is level 1.
"""

from rewriter.plan import Reading
from rewriter.sentences.grammar import verb_at
from rewriter.text import Word
from rewriter.vocabulary import is_common

__all__ = ["is_shorthand", "numbered", "shortens", "written_as_numbers"]

_SOUNDS = frozenset(("2", "4"))
_NOUNS = frozenset(
    "sessions meetings times weeks days hours visits appts appointments x of out more less pm am or and to in - % per "
    "a for at on by".split()
)
_LETTERS = 2
_SHORT = 5  # the most letters of a shorthand
_CUT_OFF = 2  # the fewest letters that it leaves out


def is_shorthand(word: Word) -> bool:
    """Whether a word can be a longer one cut down: two to five letters, and no word of the language that we know."""
    return 2 <= len(word.key) <= _SHORT and word.key.isalpha() and not is_common(word.key)


def shortens(short: str, word: str) -> bool:
    """Whether a shorthand keeps the first letter of a word and then some of its letters in their order."""
    if short[0] != word[0] or len(word) < len(short) + _CUT_OFF:
        return False
    short = short.removesuffix("s") if len(short) > 2 else short
    if len(short) < 3 and not word.endswith(short[-1]):
        return False  # two letters say little unless they are the first and the last: "dr"
    letters = iter(word)
    return all(letter in letters for letter in short)


def written_as_numbers(reading: Reading) -> frozenset[int]:
    """Give the offsets of the reading's text at which 2 stands for "to" and 4 for "for": before a verb or one thing."""
    words = reading.words
    found: set[int] = set()
    for n, word in enumerate(words[:-1]):
        if word.key not in _SOUNDS or not n or not words[n - 1].key[0].isalpha():
            continue
        following = words[n + 1]
        verb = word.key == "2" and not following.key.endswith("s") and verb_at(words, n + 1, n + 2) is not None
        plain = following.key.isalpha() and not following.key.endswith("s") and following.start == word.end + 1
        if verb or (plain and found and following.key not in _NOUNS):
            found.add(word.start)  # who writes "2" for "to" once writes so again
    return frozenset(found)


def numbered(key: str) -> str:
    """Give the number of a level or grade written as a letter or two and a number: "1" for "L1", or ""."""
    digits = key.lstrip("abcdefghijklmnopqrstuvwxyz")
    letters = len(key) - len(digits)
    return digits if 1 <= letters <= _LETTERS and digits.isdecimal() else ""
