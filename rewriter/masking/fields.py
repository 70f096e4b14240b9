"""Who is named alone where somebody's name is asked for: "who: will / when:", "who takes him? pat, on tuesdays"."""

from collections.abc import Sequence

from rewriter.masking.lists import listed
from rewriter.masking.words import Piece

__all__ = ["answers_who", "has_age", "heads_row"]

_LABELS = frozenset(
    (
        "who whom lead leads by whose responsible names from to present apologies attended attending attendees invited "
        "escort driver owner action actions contact person seen"
    ).split()
)
_ASKING = frozenset("who whom whose who's".split())
_DIGITS = 2  # of an age
_FAR = 12  # words of a question


def answers_who(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word stands alone after a label that asks for a person, or after a question that does."""
    piece = pieces[at]
    if not piece.opens or piece.tail:
        return False
    before, after = pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None
    if after is not None and not after.gap.strip() and "\n" not in after.gap and after.key not in ("and", "&"):
        return False
    if heads_row(pieces, at):
        return True
    if piece.gap.strip() in (":", "|", "-", "\u2013"):
        return before is not None and (before.key in _LABELS or before.key in listed("people", "kin_titles"))
    return piece.gap.strip() == "?" and _asks_who(pieces, at)


def has_age(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what may be an age stands after a word, in brackets or between commas: "tia (7)", "May, 8, lives"."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if pieces[at].tail or after is None or not after.is_number or len(after.text.rstrip(",")) > _DIGITS:
        return False
    closes = pieces[at + 2].gap[:1] if at + 2 < len(pieces) else ")"
    return (after.gap.endswith(" (") and closes == ")") or (after.gap == ", " and "," in after.text[-1:] + closes)


def heads_row(pieces: Sequence[Piece], at: int, words: int = 1) -> bool:
    """Whether so many words are a cell, and the next cell says who that is: "| bill | grandad |"."""
    following = pieces[at + words] if at + words < len(pieces) else None
    if following is None or "|" not in pieces[at].gap or following.gap.strip() != "|":
        return False
    return following.key in listed("people", "kin_titles")


def _asks_who(pieces: Sequence[Piece], at: int) -> bool:
    for piece in reversed(pieces[max(0, at - _FAR) : at]):
        if piece.key in _ASKING:
            return True
        if piece.opens:
            return False
    return False
