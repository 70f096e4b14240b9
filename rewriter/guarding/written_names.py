"""What is written in a text as the name of somebody or something, and what words say that a service is in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from rewriter.amounts.counting import value_of
from rewriter.guarding.alike import has_meaning
from rewriter.guarding.calendar import weekday_at
from rewriter.guarding.sides import Side
from rewriter.guarding.units import UNITS
from rewriter.lexicon import Lexicon, Term
from rewriter.masking.lists import much_used_names
from rewriter.people import Party
from rewriter.sentences.grammar import verb_at
from rewriter.text import Word
from rewriter.timing.words import MONTH_NUMBERS
from rewriter.vocabulary import is_common, ordinary_words, titles
from rewriter.words import word_lists

__all__ = [
    "AFTER_SUBJECT",
    "NOBODY",
    "OPENERS",
    "is_cut_off",
    "is_letters",
    "is_nobody",
    "is_plain",
    "is_title",
    "longest",
    "names_in",
    "people_in",
    "told_things",
]

OPENERS = frozenset(
    (".", ":", "\n", "!", "?", '"', "\u201c", "\u2018", "[", "(", "-", "\u2013", "\u2014", "|", "\u2022", "*", ")")
)
# Somebody, but nobody in particular: naming them invents nothing, and leaving them out loses nothing.
NOBODY = frozenset(
    "trust worker workers professional professionals agency agencies service services staff team teams person people "
    "home friends peers classmates everyone everybody all us network adult adults family families individual "
    "practitioner lead officer manager education health others partners members board unit management placement "
    "somebody someone anybody anyone nobody client customer resident patient department office section branch".split()
)
_LETTERS = 6  # the most letters of an abbreviation
_VOWELS = frozenset("aeiouy")
_CUT = 4  # the fewest letters of a word cut short
AFTER_SUBJECT = frozenset("to will must should and & , is has ( also then can may 's or".split())


@cache
def told_things() -> Lexicon:
    """Words for a service, a place, a diagnosis or a description of somebody, which a rewrite must have been given."""
    return Lexicon(word_lists("guarding")["invented"])


def longest(terms: Sequence[Term]) -> list[Term]:
    """Give of phrases that overlap the longest, in order."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.first, -term.last)):
        if not kept or term.first >= kept[-1].last:
            kept.append(term)
    return kept


def names_in(side: Side) -> Iterator[tuple[int, int]]:
    """What is written as a name: word indices (end exclusive), several words in a row as one."""
    words = side.words
    if side.text.isupper():
        return
    people = {name for mention in people_in(side) for name in mention}
    first = 0
    for index in range(len(words) + 1):
        if index < len(words) and _is_written_as_name(words, index, people):
            continue
        if index > first:
            run = range(first, index)
            # one word of the language with a capital is no name; two in a row, or one that is no such word, are
            if len(run) > 1 or not is_common(words[first].key) or words[first].key in people:
                yield first, index
        first = index + 1


def people_in(side: Side) -> Iterator[tuple[str, ...]]:
    """The names of people; a word that only opens its sentence with a capital is one if it can be a subject."""
    words = side.reading.words
    for party in side.reading.parties:
        if party.names and not _only_opens(words, party):
            yield party.names


def _only_opens(words: Sequence[Word], party: Party) -> bool:
    opens = party.first == 0 or words[party.first - 1].key in OPENERS
    if opens and party.last - party.first == 1 and not party.role and is_plain(words[party.first].key):
        return True  # "Prior to that"
    if not opens or party.role or party.owning or party.last - party.first > 1 or party.last >= len(words):
        return False
    return words[party.last].key not in AFTER_SUBJECT and verb_at(words, party.last, len(words)) is None


def _is_written_as_name(words: Sequence[Word], index: int, people: set[str]) -> bool:
    word = words[index]
    if not word.text[:1].isupper() or word.key in titles() or word.key in MONTH_NUMBERS:
        return False
    if word.key.endswith(("day", "days", "wise")) or weekday_at(words, index) is not None or word.key in UNITS:
        return False
    if value_of(word.key) is not None:
        return False  # "Year Ten"
    if (len(word.text) == 1 and not word.key.isalpha()) or word.text in ("I", "A"):
        return False
    if word.key.partition("'")[0] in ("he", "she", "they", "we", "you", "it", "i", "that", "there"):
        return False  # "He'd"
    opens = index == 0 or words[index - 1].key in OPENERS
    if not opens or word.key in people:
        return True
    following = words[index + 1] if index + 1 < len(words) else None
    in_run = following is not None and following.text[:1].isupper() and following.key not in people
    letters = word.text.isupper() and len(word.text) > 1
    return letters or (in_run and not is_common(word.key))


def is_nobody(words: Sequence[Word]) -> bool:
    """Whether words name somebody, but nobody in particular: "staff"."""
    return all(word.key in NOBODY for word in words)


def is_plain(key: str) -> bool:
    """Whether a word is an ordinary word of English and nobody's given name: "prior", but not "grace"."""
    return key in ordinary_words() and key not in much_used_names()


@cache
def _in_order() -> tuple[str, ...]:
    return tuple(sorted(ordinary_words()))


def is_cut_off(key: str) -> bool:
    """Whether a word is the beginning of an ordinary one, or has no vowels, and is none itself: "hosp", "mtg"."""
    if len(key) >= _CUT - 1 and _VOWELS.isdisjoint(key) and key.isalpha():
        return True  # "mtg"
    ordered = _in_order()
    at = bisect_right(ordered, key)
    longer = at < len(ordered) and ordered[at].startswith(key) and len(ordered[at]) > len(key) + 2
    return len(key) >= _CUT and key.isalpha() and key not in ordinary_words() and longer


def is_letters(word: Word) -> bool:
    """Whether a word is an abbreviation in capitals, of several too ("TTOs"), and none that is known."""
    return word.text.removesuffix("s").isupper() and len(word.key) <= _LETTERS and not has_meaning(word.key)


def is_title(word: Word) -> bool:
    """Whether a word only stands before a name."""
    return word.key in titles() and word.key not in ("nan", "gran", "nana", "aunt", "uncle")
