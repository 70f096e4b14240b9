"""Days of the week that are given names too: whether one is somebody."""

from collections.abc import Sequence

from rewriter.masking.acting import acts, is_asked, next_of, previous_of
from rewriter.masking.lists import given_names, ordinary
from rewriter.masking.words import Piece

__all__ = ["DAYS", "is_day", "is_day_somebody"]

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DAY_ACTS = frozenset("likes wants says said thinks lives speaks enjoys knows".split())
_DAY_WILL = frozenset("speak tell ask ring talk attend pay cook learn try".split())
_WHEN = frozenset(
    (
        "on by every each until till next last this from to of since before after until through and or week "
        "alternate first second third fourth most"
    ).split()
)
_PART = frozenset("morning mornings afternoon afternoons evening evenings night nights lunchtime school".split())


def is_day_somebody(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a day's name is somebody's: "talk to Sunday about", "Sunday will speak", "Friday Okoro to pay"."""
    before = previous_of(pieces, at)
    if before is not None and before.opens and before.key in ("has", "did"):
        return True  # "Has Sunday paid the rent?"
    if is_asked(pieces, at):
        after = next_of(pieces, at)
        return after is not None and after.key in ("about", "to", "and", "if", "whether")
    first, second = next_of(pieces, at), next_of(pieces, at + 1) if at + 1 < len(pieces) else None
    if first is None or first.gap != " " or pieces[at].tail:
        return False
    if first.key in _DAY_ACTS:
        return True
    if first.key == "will":
        return second is not None and second.key in _DAY_WILL
    surname = first.is_capital and not first.is_upper and not (first.key in ordinary() or first.key in given_names())
    return surname and previous_of(pieces, at) is None and acts(pieces, at + 1)


def is_day(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what stands beside a day's name makes it a day: "on Friday", "Monday morning", "Friday 3 May"."""
    before, after = previous_of(pieces, at), next_of(pieces, at)
    if before is not None and (
        before.key in _WHEN or before.is_number or (before.key in DAYS and before.key != pieces[at].key)
    ):
        return True
    return after is not None and (after.key in _PART or after.is_number or after.key in ("to", "and", "or", "at", "by"))
