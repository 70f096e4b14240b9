"""What still looks unmasked: digits in a row, and a name that was told, in any form. `strict` refuses on these."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rewriter.masking.known import Known
from rewriter.masking.lists import common, never
from rewriter.masking.tokens import pattern
from rewriter.masking.words import pieces_of

__all__ = ["Suspect", "said_of", "suspects"]

_DIGITS = re.compile(r"\d{6,}")


class Suspect(NamedTuple):
    """A stretch of a masked text that looks as if it should have been masked; offsets into the masked text."""

    start: int
    end: int
    why: str


def suspects(masked: str, known: Known) -> Iterator[Suspect]:
    """Give all that looks unmasked outside the tokens."""
    tokens = [match.span() for match in pattern().finditer(masked)]
    bare = list(masked)
    for start, end in tokens:
        bare[start:end] = " " * (end - start)
    text = "".join(bare)
    for match in _DIGITS.finditer(text):
        yield Suspect(*match.span(), "six digits or more in a row")
    for piece in pieces_of(text):
        # a word of the language that is somebody's name as well is looked at by its capital alone
        word = piece.key in common() or piece.key in never()
        if piece.key in known.parts and (not word or (piece.is_capital and not piece.opens)):
            yield Suspect(piece.start, piece.end, "a name as it was told")


def said_of(found: tuple[Suspect, ...]) -> str:
    """Say what was found, without repeating it."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one.why] = counts.get(one.why, 0) + 1
    return ", ".join(f"{why} ({count})" for why, count in counts.items())
