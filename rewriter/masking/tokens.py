"""Tokens: what stands for a name in a masked text, how one is written, and the ways a model may write it back."""

import re
from collections.abc import Iterator

from rewriter.masking.found import Found, Kind

__all__ = ["look_alikes", "parts_of", "pattern", "token"]

_KINDS = "|".join(sorted((kind.value.replace("_", "[_ ]") for kind in Kind), key=len, reverse=True))
_KIND_WORDS = frozenset(kind.value.partition("_")[0] for kind in Kind)
_NUMBER = r"(?P<{0}number>[0-9]{{1,6}})(?P<{0}form>[A-Z]{{0,3}})"
# In angle brackets, however they are written, any case and spacing will do; without them only what no sentence has by
# chance: "PERSON_1", "person-1", "Person 1".
_TOKEN = re.compile(
    rf"(?:<|&lt;|\\u003c|\u2039)[ ]?(?P<kind>(?i:{_KINDS}))[_ \-]?{_NUMBER.format('')}[ ]?(?:>|&gt;|\\u003e|\u203a)"
    rf"|(?<![A-Za-z0-9_<>])(?P<bare_kind>(?i:{_KINDS}))[_\-]{_NUMBER.format('bare_')}(?![A-Za-z0-9_<>])"
    rf"|(?<![A-Za-z0-9_<>])(?P<spaced_kind>Person|PERSON) {_NUMBER.format('spaced_')}(?![A-Za-z0-9_<>])"
)


def token(kind: Kind, number: int, form: int = 0) -> str:
    """Write a token. `form` counts the other ways in which the same person is named: 0 is the first, and unmarked."""
    return f"<{kind.value.upper()}_{number}{_letters(form)}>"


def pattern() -> re.Pattern[str]:
    """Give the pattern of everything that is read as a token."""
    return _TOKEN


def parts_of(match: re.Match[str]) -> tuple[str, int, str]:
    """Give the kind (in capitals), the number and the letters of the form of something read as a token."""
    for prefix in ("", "bare_", "spaced_"):
        kind = match[f"{prefix}kind"]
        if kind is not None:
            return kind.upper().replace(" ", "_"), int(match[f"{prefix}number"]), match[f"{prefix}form"]
    raise AssertionError("one of the three matched")


def look_alikes(text: str, words: frozenset[str]) -> Iterator[Found]:
    """Give all that would be read as a token before anything is masked, so that it comes back as it was.

    `words` are those in the text (`hints`).
    """
    if _KIND_WORDS.isdisjoint(words) and "\\u003" not in text:
        return
    for match in _TOKEN.finditer(text):
        yield Found(*match.span(), Kind.TEXT)


def _letters(form: int) -> str:
    """0 is nothing, 1 is B, 25 is Z, 26 is BA: A would read like an article."""
    letters = ""
    while form:
        form, rest = divmod(form, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
