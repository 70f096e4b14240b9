"""Months and seasons that are given names too: whether one is a time."""

from collections.abc import Sequence

from rewriter.masking.words import Piece

__all__ = ["MONTHS", "TIME_OWNED", "is_time"]

_SUBJECT = frozenset(
    ("to will must should shall can could would might has is was isn't wasn't hasn't won't needs wants who").split()
)
_TIME_BEFORE = frozenset(
    (
        "in by of since until till during before after from end early late mid next last this every each through "
        "throughout beginning start middle between around over approximately circa to review-date due dated month "
        "months following previous coming"
    ).split()
)
TIME_OWNED = frozenset(("in since during until till of end early mid late last next this each every the").split())
_TIME_AFTER = frozenset(
    (
        "half half-term term terms holiday holidays break bank school club camp camps onwards onward exams exam "
        "scheme ball programme activities uniform born babies pathway review clothes deadline meeting visit"
    ).split()
)
MONTHS = frozenset(
    (
        "january february march april may june july august september october november december jan feb mar apr jun "
        "jul aug sept sep oct nov dec summer autumn winter spring easter christmas"
    ).split()
)


def is_time(pieces: Sequence[Piece], at: int, before: Piece | None, after: Piece | None) -> bool:
    """Whether a month's or season's name is a time here: "by 3 May", "in June", "Summer Holidays"."""
    numbered = after is not None and after.is_number and "|" not in after.gap
    if numbered or (after is not None and after.key in _TIME_AFTER and not pieces[at].tail):
        return True
    if before is not None and before.is_number:
        return True
    somebody = after is not None and after.key in _SUBJECT and "," not in after.gap
    if before is not None and before.key in _TIME_BEFORE:
        return not (somebody or pieces[at].owns) or before.key in (
            "in",
            "since",
            "during",
            "until",
            "till",
            "end",
            "of",
        )
    if before is not None and before.key in ("the", "a"):
        return True
    if somebody:
        return False
    others = [one for one in (_other(pieces, at, -1), _other(pieces, at, 1)) if one is not None]
    return any(one.key in MONTHS and one.is_capital for one in others)


def _other(pieces: Sequence[Piece], at: int, step: int) -> Piece | None:
    """The next member of a list: over "and", "or", "to" and commas."""
    place = at + step
    if 0 <= place < len(pieces) and pieces[place].key in ("and", "or", "to", "through", "until", "till"):
        place += step
    return pieces[place] if 0 <= place < len(pieces) else None
