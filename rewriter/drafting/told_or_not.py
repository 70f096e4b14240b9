"""Where a step of a plan waits on nobody telling of the harm ("to close if no further disclosures"), and what instead.

Telling has to stay open to everyone, so the step waits on what shows that the harm has ended. Source: section 5 of the
responsibility standard, after 002 Halton ("do not make her hide information").
"""

from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.turning import declared
from rewriter.harm.cast import Cast

__all__ = ["waiting_on_the_end", "waits_on_silence"]

_IF = frozenset("if when once where provided".split())
_NONE = frozenset("no zero nil fewer".split())
_NEAR = 4  # words
_ENDED = Ask(
    "[what shows that the harm has ended]",
    "What will show that the harm has ended, other than that nobody tells of it? Telling stays open to everyone.",
)


def waits_on_silence(cast: Cast, first: int, last: int) -> tuple[int, int] | None:
    """Give the words (indices, end exclusive) of a step that waits on silence: "if no further disclosures"; or None."""
    keys = cast.reading.keys
    for n in range(first, last - 1):
        if keys[n] not in _IF:
            continue
        none = next((m for m in range(n + 1, min(n + _NEAR, last)) if keys[m] in _NONE), -1)
        telling = cast.marks.first("report", none, min(none + _NEAR, last)) if none > 0 else None
        if telling is not None:
            return n, telling.last + (keys[telling.last : telling.last + 1] in (("outs",), ("out",)))
    return None


def waiting_on_the_end(cast: Cast, piece: Piece, first: int, last: int) -> Piece:
    """Give an objective of a clause with the end of the harm in the place of silence about it."""
    found = waits_on_silence(cast, first, last)
    words = cast.reading.written(*found) if found is not None else ""
    if not words or words not in piece.text:
        return piece
    instead = f"{words.split(' ', 1)[0]} {_ENDED.bracket}"
    text = piece.text.replace(words, instead, 1).replace(" ([what counts as done])", "", 1)
    change = declared(words, instead, "hides_information")
    return piece._replace(text=text, asks=(*piece.asks, _ENDED), changes=(*piece.changes, change))
