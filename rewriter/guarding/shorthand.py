"""Shorthand: words cut down to some of their letters, and numerals that are no numbers.

"Sgt" is sergeant, "2 apply 4 college" is to apply for college, and "L1" is level 1.
"""

from types import MappingProxyType

from rewriter.guarding.units import UNITS
from rewriter.plan import Reading
from rewriter.sentences.grammar import verb_at
from rewriter.text import Word
from rewriter.vocabulary import is_common

__all__ = ["CLIPPED", "is_shorthand", "numbered", "shortens", "unit_of", "written_as_numbers"]

CLIPPED = MappingProxyType(
    {
        form: word
        for word, forms in {
            "tomorrow": "tmrw tmrow tmw tomoz 2moro 2morrow 2mrw tomo tmoro",
            "midnight": "midnite",
            "night": "nite",
            "nights": "nites",
            "fortnight": "fortnite",
            "fortnightly": "f'nightly fnly fortnitely fnightly",
            "alternate": "alt altern",
            "morning": "mornin",
            "mornings": "mornin's",
            "afternoon": "aft aftn aftnoon",
            "afternoons": "afts",
            "daily": "dly everyday",
            "quarterly": "qtrly qrtly qtly",
            "today": "2day tday",
            "every": "ev evry",
            "end": "eo",
            "weekday": "wkday",
            "weekdays": "wkdays",
            "birthday": "bday b'day",
            "half-term": "ht h/t hterm",
        }.items()
        for form in forms.split()
    }
)
"""Words for times as they are cut down, and what each stands for."""
_SOUNDS = frozenset(("2", "4"))
_NOUNS = frozenset(
    "sessions meetings times weeks days hours visits appts appointments x of out more less pm am or and to in - % per "
    "a for at on by".split()
)
_LETTERS = 2
_SHORT = 6  # the most letters of a shorthand
_VOWELS = frozenset("aeiouy")
_CUT_OFF = 2  # the fewest letters that it leaves out
_TIMES = ("minute", "night", "week", "fortnight", "month", "quarter")  # those of which all letters are told apart


def is_shorthand(word: Word) -> bool:
    """Whether a word can be a longer one cut down: two to five letters, and no word of the language that we know."""
    plain = word.key.replace("'", "")  # "sol'r"
    return 2 <= len(plain) <= _SHORT and plain.isalpha() and not is_common(word.key)


def shortens(short: str, word: str) -> bool:
    """Whether a shorthand keeps the first letter of a word and then some of its letters in their order."""
    short = short.replace("'", "")
    left_out = _CUT_OFF if not _VOWELS.isdisjoint(short) else 1  # "lst"
    if short[0] != word[0] or len(word) < len(short) + left_out:
        return False
    short = short.removesuffix("s") if len(short) > 2 else short
    if len(short) < 3 and not word.endswith(short[-1]):
        return False  # two letters say little unless they are the first and the last: "dr"
    letters = iter(word)
    return all(letter in letters for letter in short)


def unit_of(key: str) -> str:
    """Give the unit of time that a word stands for, written out or cut down to some of its letters, or ""."""
    if key in UNITS or not 2 <= len(key) <= _SHORT or not key.isalpha() or is_common(key):
        return UNITS.get(key, "")
    return next((unit for unit in _TIMES if shortens(key, unit)), "")


def written_as_numbers(reading: Reading) -> frozenset[int]:
    """Give the offsets of the reading's text at which 2 stands for "to" and 4 for "for": before a verb or one thing."""
    words = reading.words
    found: set[int] = set()
    for n, word in enumerate(words[:-1]):
        if word.key not in _SOUNDS or not n or not (words[n - 1].key[0].isalpha() or words[n - 1].key == ")"):
            continue
        following = words[n + 1]
        verb = word.key == "2" and not following.key.endswith("s") and verb_at(words, n + 1, n + 2) is not None
        verb = verb or (word.key == "2" and following.key == "b")  # "2 b there"
        plain = following.key.isalpha() and not following.key.endswith("s") and following.start == word.end + 1
        if verb or (plain and found and following.key not in _NOUNS):
            found.add(word.start)  # who writes "2" for "to" once writes so again
    return frozenset(found)


def numbered(key: str) -> str:
    """Give the number of a level or grade written as a letter or two and a number: "1" for "L1", or ""."""
    digits = key.lstrip("abcdefghijklmnopqrstuvwxyz")
    letters = len(key) - len(digits)
    return digits if 1 <= letters <= _LETTERS and digits.isdecimal() else ""
