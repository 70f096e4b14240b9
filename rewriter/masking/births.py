"""Recognises a date of birth: a date that is said to be one. Ordinary dates are not masked."""

import re
from collections.abc import Iterator

from rewriter.masking.found import Found, Kind

__all__ = ["find_births"]

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = (
    rf"(?:\d{{1,2}}\s?[./\-]\s?(?:\d{{1,2}}|{_MONTH})\s?[./\-]\s?\d{{2,4}}|\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s{{1,3}}of)?\s{{1,3}}{_MONTH}\.?,?(?:\s{{1,3}}\d{{4}}|\s{{1,3}}'?\d{{2}}\b)?"
    rf"|{_MONTH}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s{{1,3}}\d{{4}})?|{_MONTH}\s{{1,3}}\d{{4}}|\d{{6}}|\d{{8}})"
)
_SAID = re.compile(
    rf"(?:\bd\.?\s?o\.?\s?b\.?|\bdate\s{{1,3}}of\s{{1,3}}birth|\bbirth\s?(?:date|day)|\bborn(?:\s{{1,3}}on|\s{{1,3}}in)?|\bb\.)"
    rf"[\s:=\-(,|]{{0,6}}(?:is\s{{1,3}}|was\s{{1,3}}|on\s{{1,3}}|the\s{{1,3}})*({_DATE})(?!\w)",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    rf"(?<!\w)({_DATE})\s{{0,3}}\(?\s{{0,3}}(?:d\.?o\.?b\b|date\s{{1,3}}of\s{{1,3}}birth)", re.IGNORECASE
)
_WORDS = frozenset("d dob do b born birth birthday birthdate".split())
_YEAR_BACK = re.compile(r"[./\-](?:19\d\d|20[01]\d)")
_NAMED = re.compile(r"[^\W\d_]{2,}\s{0,3}[(,|]\s{0,3}(\d{1,2}[./\-]\d{1,2}[./\-](?:19\d\d|20[01]\d))\s{0,3}\)?")


def find_births(text: str, words: frozenset[str]) -> Iterator[Found]:
    """Give every date that is said to be somebody's birth, or that stands in brackets and is years back.

    `words` are those in the text (`hints`).
    """
    patterns: tuple[re.Pattern[str], ...] = () if _WORDS.isdisjoint(words) else (_SAID, _SAID_AFTER)
    if _YEAR_BACK.search(text):
        patterns = (*patterns, _NAMED)
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Found(*match.span(1), Kind.DOB)
