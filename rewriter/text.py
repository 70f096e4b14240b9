"""Strings in, words and spans out. Nothing here knows about care.

Offsets count Unicode code points into the text as received; ends are exclusive.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rewriter.remembered import remembered

__all__ = ["Span", "Word", "is_name_shaped", "joined", "key_of", "sentences", "words_of"]


class Span(NamedTuple):
    """A stretch of the text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int


class Word(NamedTuple):
    r"""One word, number or punctuation mark, where it stands and how it is looked up.

    `key` is lower case with straight apostrophes and without a possessive ending;
    `possessive` says that the ending was there. A line break is a word whose key is "\n".
    """

    start: int
    end: int
    text: str
    key: str
    possessive: bool


# A hyphen or slash inside a word joins two words ("half-term", "SW/HV"); the hyphen is passed over so that
# "half-term" and "half term" read the same, and callers who need a range look at the gap between two words.
_WORD = re.compile(
    r"(?=[^ ])(?:"  # no word begins with a space, and so nothing else is tried there
    r"(?P<dotted>(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w))"
    r"|\d+(?:[.:,/]\d+)*(?:%|[^\W\d_]+)?"
    r"|[^\W_]+(?:['\u2019][^\W\d_]+)*"
    r"|(?!(?<=\w)[-\u2010\u2011]\w)[^\w\s]|_|\n)"
)
_APOSTROPHES = ("'", "\u2019")
# Written without the apostrophe, and no words of their own.
_CONTRACTED = {
    key.replace("'", ""): key
    for key in (
        "doesn't don't didn't isn't aren't wasn't weren't can't won't wouldn't couldn't shouldn't mustn't hasn't "
        "haven't"
    ).split()
}
_CLOSERS = frozenset(".!?")
# A full stop after a title or a Latin abbreviation does not end a sentence; after the others it does where a
# capital follows ("by 23 Oct. Miss Tranter ticks ...").
_TITLES = frozenset("mr mrs ms miss dr prof st e.g eg i.e ie vs approx esp tel ext dob ref re incl inc max ind".split())
_ABBREVIATIONS = _TITLES | frozenset(
    "etc hr hrs min mins wk wks wkg appt appts jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues "
    "wed thu thur thurs fri sat sun yr yrs mth mths non mol am pm".split()
)


# Words are made by the thousand; a named tuple's own constructor takes four times as long.
_new = tuple.__new__


def key_of(text: str) -> str:
    """Give the form under which a word is looked up: lower case, straight apostrophes."""
    return text.lower().replace("\u2019", "'")


@remembered
def words_of(text: str) -> tuple[Word, ...]:
    """Split a text into words, numbers, punctuation marks and line breaks, in order.

    Takes any string; gives one `Word` for each, with offsets into that string. Linear in its length.
    """
    found: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match[0]
        key = written.lower()
        possessive = False
        if match.lastgroup is not None:
            key = key.replace(".", "")  # "a.s.a.p."
        if "\u2019" in key:
            key = key.replace("\u2019", "'")
        if key[-1] == "t":
            key = _CONTRACTED.get(key, key)
        elif key[-1] == "s":
            if "'" in key:
                if key[-2] == "'":
                    key, possessive = key[:-2], True
            elif text[end : end + 1] in _APOSTROPHES:
                # "the parents' home": the apostrophe after a plural is a word of its own; the word before it owns.
                possessive = len(key) > 2 and not _opens_quote_before(text, start)
        found.append(_new(Word, (start, end, written, key, possessive)))
    return tuple(found)


def _opens_quote_before(text: str, start: int) -> bool:
    """Whether a single quotation mark opened earlier on this line is still open at `start`."""
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - 200) : start]
    opened = before.count(" '") + before.count(" \u2018") + before.startswith(("'", "\u2018"))
    return opened > 0


def sentences(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Cut words into sentences, table cells and bullet points.

    Takes the words of a text; gives ranges of word indices (start inclusive, end exclusive), none empty.
    A line break, a `|`, a `;`, a slash between labelled cells, or a full stop, question or exclamation mark that is
    not part of an abbreviation ends one. Leading bullets and numbering stay inside their sentence.
    """
    cuts: list[tuple[int, int]] = []
    first = 0
    for index, word in enumerate(words):
        key = word.key
        if key in ("\n", "|", ";", "\u2022") or (key == "/" and _parts_cells(words, index)):
            _add(cuts, words, first, index)
            first = index + 1
        elif key in _CLOSERS and _ends_sentence(words, index):
            _add(cuts, words, first, index + 1)
            first = index + 1
    _add(cuts, words, first, len(words))
    return tuple(cuts)


def _parts_cells(words: Sequence[Word], index: int) -> bool:
    """Whether a slash stands between two cells of a row: spaces round it and a label with its colon after it."""
    if not 0 < index < len(words) - 1:
        return False
    spaced = words[index - 1].end < words[index].start and words[index].end < words[index + 1].start
    return spaced and any(word.key == ":" for word in words[index + 2 : index + 5])


def _add(cuts: list[tuple[int, int]], words: Sequence[Word], first: int, last: int) -> None:
    if any(word.key[0].isalnum() for word in words[first:last]):
        cuts.append((first, last))


def _ends_sentence(words: Sequence[Word], index: int) -> bool:
    if words[index].key != ".":
        return True
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.key == "\n":
        return True
    if before is not None:
        if before.end == words[index].start and before.key in _ABBREVIATIONS:
            return before.key not in _TITLES and after.text[:1].isupper()
        if before.key in ("no", "nos") and after.key[0].isdigit():
            return False
        if before.key.isdigit() and index >= 1 and (index == 1 or words[index - 2].key in ("\n", ".")):
            return False  # "1. Mother to ..." numbers a line
        if len(before.key) == 1 and before.key.isalpha() and before.end == words[index].start:
            return False  # an initial, or the letters of "e.g.": "J. Smith"
    return after.start > words[index].end or after.text[:1].isupper()


def is_name_shaped(word: Word) -> bool:
    """Whether a word is written like a name: a capital, then small letters (or O'Rourke, McDonald)."""
    head = word.text[:1]
    return head.isupper() and len(word.text) > 1 and not word.text.isupper()


def joined(parts: Iterable[str]) -> str:
    """Join phrases as a person would write them: "a", "a and b", "a, b and c"."""
    items = [part for part in parts if part]
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]
