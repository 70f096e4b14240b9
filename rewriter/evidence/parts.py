"""What holds only for a part: a date or a measure that belongs to one of several things asked.

Source: 002 Halton, Example 4 (two objectives in one are judged as far as both hold); that a date belongs to the part it
stands in, unless it opens or closes the whole, is practice judgement.
"""

from collections.abc import Sequence

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.by_doer import parts_by_doer
from rewriter.evidence.measures import counted_in
from rewriter.evidence.places import between
from rewriter.evidence.separate import tracks
from rewriter.plan import Act, Counted, Due, Measure, Reading, Timescale
from rewriter.timing.reader import Time, TimeKind

__all__ = ["measure_of_parts", "timescale_of_parts"]

_ENDS = frozenset({TimeKind.DEADLINE, TimeKind.WITHIN, TimeKind.SPAN, TimeKind.WINDOW, TimeKind.TERM, TimeKind.DATE})
_EACH = frozenset(("each", "every"))
_UP_TO = frozenset("until till til to".split())
_UNSAID = frozenset({TimeKind.PAST_REFERENCE, TimeKind.SINCE, TimeKind.NOT_A_TIME})


def timescale_of_parts(reading: Reading) -> Timescale:
    """Give the timescale of a reading whose parts may have dates of their own.

    A date in an earlier part ("to 3 a day by 9 Oct and sort the arrears") leaves the last part without an end. Takes
    a reading that is otherwise complete; gives its timescale where one date covers all.
    """
    timed = reading.timescale
    if timed.due is Due.DATED:
        endless, often = _is_endless(reading)
        if endless:
            return Timescale(Due.NO_END, often)
    if timed.due is not Due.DATED or timed.time is None or len(_parts(reading)) < 2:
        return timed
    last = _parts(reading)[-1]
    inside = [time for time in between(reading.times, last[0], last[1] + 1) if time.kind not in _UNSAID]
    opens = reading.times[0].first <= _parts(reading)[0][0] + 1
    if inside or opens or timed.time.first >= last[0]:
        return timed
    return Timescale(Due.NO_END, None)


def _is_endless(reading: Reading) -> tuple[bool, Time | None]:
    """Whether somebody is to do their part again and again where only another's has an end; and how often.

    "Mum to ring each night + SW to visit within 72 hrs": the hours are the worker's. "Until" at the end is for all.
    """
    ends: list[Time | None] = []
    rhythms: list[tuple[bool, Time | None]] = []
    for first, last in reading.lasting(parts_by_doer):
        inside = [time for time in between(reading.times, first, last + 1) if time.kind not in _UNSAID]
        ends.append(next((time for time in inside if time.kind in _ENDS), None))
        often = next((time for time in inside if time.kind is TimeKind.FREQUENCY), None)
        each = any(
            a.kind is AmountKind.LEVEL and reading.keys[a.first] in _EACH for a in reading.amounts_in(first, last)
        )
        rhythms.append((often is not None or each, often))
    final = ends[-1] if ends else None
    if not any(ends) or (final is not None and reading.keys[final.first] in _UP_TO):
        return False, None
    without = (rhythm for rhythm, end in zip(rhythms, ends, strict=True) if rhythm[0] and end is None)
    return next(without, (False, None))


def measure_of_parts(reading: Reading) -> Measure:
    """Give the measure of a reading: counted in part where one part is counted and another cannot be."""
    measure = reading.measure
    if measure.counted is not Counted.FULLY or len(_parts(reading)) < 2:
        return measure
    due = reading.timescale.due
    scores = [counted_in(reading, act, reading.amounts, due) for act in _acts(reading)]
    if Counted.NOT in scores and Counted.FULLY in scores:
        return measure._replace(counted=Counted.IN_PART)
    return measure


def _parts(reading: Reading) -> Sequence[tuple[int, int]]:
    return reading.once(tracks)


def _acts(reading: Reading) -> list[Act]:
    starts = {first for first, _ in _parts(reading)}
    return [act for act in reading.asks if act.subject_first in starts]
