"""Splits a text into words and numbers as masking looks at them: whose possessive, how written, what stands before.

Letters of every alphabet count, with their marks; signs that take no room (zero-width spaces, soft hyphens) are part
of a word and left out of its key, so that they hide nothing.
"""

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Piece", "fold", "pieces_of"]

# All but white space, digits, punctuation and pictures: what is left are letters and what belongs to them.
_LETTER = (
    r"[^\s\d_\x00-\x1f!-/:-@\[-`{-\xac\xae-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u2010-\u2029\u2030-\u205e"
    r"\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
    r"\U0001f000-\U0001faff]"
)
_PIECE = re.compile(rf"\d[\d.,:/]*(?:st|nd|rd|th)?(?!\w)|\d+|{_LETTER}+(?:['\u2019\u2018\u02bc\xb4`]{_LETTER}+)*")
_APOSTROPHES = "'\u2019\u2018\u02bc\xb4`"
_SHORT = re.compile(rf"(.+)[{_APOSTROPHES}](s|ll|d|ve|re|m)", re.IGNORECASE | re.DOTALL)
_OPENING = re.compile(
    r"[.!?:;|\u2022*(\[\"\u201c\u2018\n/=>]|[ \n][\-\u2013\u2014']\s?$|^[\-\u2013\u2014']\s?$| ['\u2018]$"
)
_LETTERS = str.maketrans(
    {
        "\u0142": "l",
        "\u00f8": "o",
        "\u0111": "d",
        "\u0131": "i",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f0": "d",
        "\u00fe": "th",
        **dict.fromkeys("\u2019\u2018\u02bc\xb4`", "'"),
    }
)
_TITLES = frozenset("mr mrs ms dr st prof rev fr sgt md mohd".split())


class Piece(NamedTuple):
    """One word or number. `start` and `end` are without a possessive or a shortened verb, which `tail` holds.

    `key` is how it is looked up; `gap` is what stands between it and the piece before; `opens` says that it begins a
    sentence, a cell or something in brackets or quotation marks. A number begins with a digit; a capital is a word
    that begins with one, or is written in letters that have none: either may be a name.
    """

    start: int
    end: int
    text: str
    key: str
    tail: str
    gap: str
    opens: bool
    is_number: bool
    is_capital: bool

    @property
    def is_upper(self) -> bool:
        """Whether it is written in capitals alone."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def owns(self) -> bool:
        """Whether it stands as an owner: "Sarah's", "James'"."""
        return self.tail[1:].lower() == "s" or self.tail in tuple(_APOSTROPHES)


def fold(text: str) -> str:
    """Give the form in which names are compared: no capitals, no accents, nothing that takes no room."""
    if text.isascii():
        return text.lower().replace("`", "'")
    shown = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(
        sign for sign in shown if unicodedata.category(sign)[0] != "C" and unicodedata.category(sign) != "Mn"
    )


def pieces_of(text: str) -> list[Piece]:
    """Split a text, in order; linear in its length."""
    found: list[Piece] = []
    before = 0
    quoted = False
    for match in _PIECE.finditer(text):
        start, end = match.span()
        gap = text[before:start]
        word, tail = match[0], ""
        plain = word.isascii()
        is_number = word[0].isdecimal()
        if not is_number:
            if not (plain and word.isalpha()):  # an apostrophe may be in it
                short = _SHORT.fullmatch(word)
                if short:
                    tail, word = word[short.end(1) :], short[1]
            if gap != " ":
                quoted = _is_quoted(gap, quoted)
            if word[-1] in "sSxXzZ" and not tail and text[end : end + 1] in ("'", "\u2019"):
                after = text[end + 1 : end + 2]
                tail = text[end] if not quoted and (after.isspace() or after in ",.;:!?)") else ""
        key = word.lower() if plain and word.isalpha() else fold(word)
        if key:
            opens = not found or (gap != " " and bool(gap.strip() or "\n" in gap) and _opens(gap, found[-1]))
            is_capital = word[0].isupper() if plain else _is_capital(word)
            found.append(Piece(start, start + len(word), word, key, tail, gap, opens, is_number, is_capital))
            before = start + len(word) + len(tail)
    return found


def _is_capital(word: str) -> bool:
    head = word[0]
    return head.isupper() or head.istitle() or (not head.islower() and any(map(_has_no_case, word)))


def _is_quoted(gap: str, quoted: bool) -> bool:  # noqa: FBT001 - what was so far
    """Whether a single quotation mark stands open, so that the next one after an s may close it."""
    if "\n" in gap:
        quoted = False
    if gap.endswith(("'", "\u2018")):
        return True
    return quoted and not gap.startswith(("'", "\u2019"))


def _opens(gap: str, before: Piece) -> bool:
    short = before.key in _TITLES or (len(before.text) == 1 and before.text.isupper())
    stops = gap.strip() != "." or "\n" in gap or not short
    return stops and bool(_OPENING.search(gap))


def _has_no_case(sign: str) -> bool:
    return sign.isalpha() and sign.lower() == sign.upper()
