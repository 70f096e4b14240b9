"""Who is named alone where somebody's name is asked for: "who: will / when:", "who takes him? pat, on tuesdays"."""

from collections.abc import Sequence

from rewriter.masking.lists import listed
from rewriter.masking.words import Piece

__all__ = ["answers_who"]

_LABELS = frozenset(
    (
        "who whom lead leads by whose responsible names from to present apologies attended attending attendees invited "
        "escort driver owner action actions contact person seen"
    ).split()
)
_ASKING = frozenset("who whom whose who's".split())
_FAR = 12  # words of a question


def answers_who(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word stands alone after a label that asks for a person, or after a question that does."""
    piece = pieces[at]
    if not at or not piece.opens or piece.tail:
        return False
    before, after = pieces[at - 1], pieces[at + 1] if at + 1 < len(pieces) else None
    if after is not None and not after.gap.strip() and "\n" not in after.gap and after.key not in ("and", "&"):
        return False
    if piece.gap.strip() in (":", "|"):
        return before.key in _LABELS or before.key in listed("people", "kin_titles")
    return piece.gap.strip() == "?" and _asks_who(pieces, at)


def _asks_who(pieces: Sequence[Piece], at: int) -> bool:
    for piece in reversed(pieces[max(0, at - _FAR) : at]):
        if piece.key in _ASKING:
            return True
        if piece.opens:
            return False
    return False
