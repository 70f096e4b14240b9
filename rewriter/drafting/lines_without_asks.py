"""What a line that asks nothing says where somebody is harmed: whose line it is, a regular task, or how the harm goes.

Source: practice judgement; the sides are those of section 1 of the responsibility standard.
"""

from rewriter.drafting.happenings import has_happened
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Side
from rewriter.plan import Reading
from rewriter.timing.reader import TimeKind

__all__ = [
    "is_done_regularly",
    "is_headed",
    "names_the_harm",
    "only_names",
    "order_on_the_source",
    "source_opens",
    "stays_away",
    "tells_how_it_is",
    "tells_of_harm",
]

_LABEL = 2  # words
_ORDERS = frozenset("ro nmo nonmol bail licence injunction dvpo".split())
_NOTHING = frozenset("n none nil n/a no not tbc nothing".split())
_AFRAID = frozenset("scared afraid frightened terrified fears fear worried risk said says".split())
_DOING = frozenset("does sees visits rings takes has having taking seeing visiting doing picks collects".split())


def only_names(cast: Cast, first: int, last: int) -> bool:
    """Whether a line only says who the source is: "partner: Dean"."""
    head = cast.figures.at.get(first)
    if head is None or last - head.last != _LABEL or cast.reading.keys[head.last] != ":":
        return False
    return cast.named((Side.SOURCE,), head.last, last) is not None


def is_headed(cast: Cast, first: int, last: int) -> bool:
    """Whether somebody not harmed heads a line of what is to be theirs: "Ryan: 24 sessions", "CSE wkr x6"."""
    keys = cast.reading.keys
    head = cast.figures.at.get(first)
    if not {"wkr", "worker", "wrkr"}.isdisjoint(keys[first : first + 3]):
        return True
    if head is None:
        near = cast.figures.between(first, min(first + 3, last))
        return bool(near) and cast.side_at(near[0]) in WORKING_SIDES and near[0].last < last
    labelled = head.last < last and keys[head.last] in (":", "-", "\u2013", "|")
    side = cast.side_at(head)
    if labelled and head.last + 1 < last and keys[head.last + 1] in _NOTHING:
        return False
    return side in WORKING_SIDES or (labelled and side not in HARMED_SIDES)


def source_opens(cast: Cast, first: int) -> bool:
    """Whether the source opens words that ask nothing: "Ryan pleaded to common assault"."""
    head = cast.figures.at.get(first)
    return head is not None and not head.owning and cast.side_at(head) is Side.SOURCE


def stays_away(cast: Cast, first: int, last: int) -> bool:
    """Whether a line typed without "to" says what the source is to keep to: "Lorcan stays out of Hazel Row"."""
    head = next((m for m in cast.figures.between(first, last) if not m.owning), None)
    if head is None or cast.side_at(head) is not Side.SOURCE or head.last + 1 >= last:
        return False
    keys = cast.reading.keys
    return keys[head.last] in ("stays", "keeps") and not keys[head.last + 1].endswith("ing")


def is_done_regularly(cast: Cast, first: int, last: int) -> bool:
    """Whether a line typed without "to" is somebody's regular task: "TA Mrs Nowak does check in w/ Riley daily"."""
    head = next(iter(cast.figures.between(first, min(first + 2, last))), None)
    if head is None or head.owning or head.pronoun or head.last >= last:
        return False
    side, key = cast.side_at(head), cast.reading.keys[head.last]
    pace = " ".join(cast.reading.keys[head.last : last])
    paced = any(time.kind is TimeKind.FREQUENCY for time in cast.reading.times_in(head.last, last))
    paced = paced or " a month" in pace or " a week" in pace
    doing = key in _DOING if side is Side.OTHER else key in _DOING or key.endswith("s")
    harm = _abuse_is_named(cast, first, last) or any(first <= at < last for at in cast.told_at)
    return paced and doing and side in WORKING_SIDES | {Side.OTHER} and not harm


def order_on_the_source(cast: Cast, first: int, last: int) -> str:
    """Give the order that binds the source, as typed, where a line only says so: "Dwayne RO runs to Aug"; or ""."""
    head, keys = cast.figures.at.get(first), cast.reading.keys
    if head is None or head.pronoun or cast.side_at(head) is not Side.SOURCE:
        return ""
    at = next((n for n in range(head.last, min(head.last + _LABEL, last)) if keys[n] in _ORDERS), -1)
    return cast.reading.written(at, at + 1) if at >= 0 and "not" not in keys[head.last : last] else ""


def tells_how_it_is(cast: Cast, part: Reading, first: int) -> bool:
    """Whether a few words say how somebody of the family is: "husband not known to services", "staying w friend"."""
    head = cast.figures.at.get(first)
    somebody = head is not None and cast.side_at(head) not in WORKING_SIDES and not head.owning
    unknown = head is not None and cast.reading.keys[head.last : head.last + 2] == ("not", "known")
    holds = head is not None and head.pronoun and cast.reading.keys[head.last : head.last + 1] in (("has",), ("is",))
    ordered = bool(order_on_the_source(cast, first, first + len(part.keys)))
    return ordered or part.keys[0] == "staying" or holds or (somebody and (unknown or has_happened(part)))


def tells_of_harm(cast: Cast, first: int, last: int) -> bool:
    """Whether a few words without an ask tell of harm: "Kids scared of stepdad", and not "assessment for Reece"."""
    keys = cast.reading.keys[first:last]
    if cast.named((Side.SOURCE,), first, last) is None:
        if _is_work_of(cast, first, last):
            return False  # "Mate crime work w/ Advocate Pauline"
        return names_the_harm(cast, first, last)
    going_on = any(key.endswith("ing") for key in keys) or not _AFRAID.isdisjoint(keys)
    return going_on or _abuse_is_named(cast, first, last) or any(first <= at < last for at in cast.told_at)


def _is_work_of(cast: Cast, first: int, last: int) -> bool:
    """Whether a few words are a piece of work with the worker beside it: "Mate crime work w/ Advocate Pauline"."""
    told = any(first <= at < last for at in cast.told_at)
    return not told and "work" in cast.reading.keys[first:last] and cast.named(WORKING_SIDES, first, last) is not None


def _abuse_is_named(cast: Cast, first: int, last: int) -> bool:
    return cast.marks.any(("abuse", "minimising"), first, last) is not None


def names_the_harm(cast: Cast, first: int, last: int) -> bool:
    """Whether words name the source or the harm, or tell of it."""
    return (
        cast.named((Side.SOURCE,), first, last) is not None
        or _abuse_is_named(cast, first, last)
        or any(first <= at < last for at in cast.told_at)
    )
