"""By when: what the phrases of time in a text amount to for criterion T.

Source: `smart.md`'s criterion T rests on 002 Halton ("Timely"), 000 spotlight ("Time-bound"), 001 ("T - Timely")
and 004 LIAP ("Time bound": not "ongoing" but "in 2 weeks").
"""

from bisect import bisect_right
from collections.abc import Sequence

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.places import condition_end, words_in
from rewriter.evidence.reviews import review_as_method
from rewriter.people import PartyKind
from rewriter.plan import Act, Clause, Due, Mood, Reading, Setting, Timescale
from rewriter.timing.reader import Time, TimeKind, find_times, is_past
from rewriter.timing.words import PAST_WORDS

__all__ = ["timescale_of"]

_ENDS = frozenset({TimeKind.DEADLINE, TimeKind.WITHIN, TimeKind.SPAN, TimeKind.WINDOW, TimeKind.TERM, TimeKind.DATE})
_UNDATED = frozenset({TimeKind.EVENT_DEADLINE, TimeKind.MONTH_DEADLINE, TimeKind.YEAR})
_OCCASIONS = frozenset(
    "visit session time contact appointment meeting meal lesson shift call handover group class".split()
)
_HELD = frozenset("mondays tuesdays wednesdays thursdays fridays saturdays sundays weeks".split())
_HABIT = frozenset({TimeKind.FREQUENCY, TimeKind.START, TimeKind.RUN})


def timescale_of(reading: Reading) -> Timescale:
    """Judge the times of a reading together.

    Takes a reading (`context.today`, where given, settles weekdays and past dates); gives one `Timescale`. A time
    inside a condition ("if no better in 2 weeks") or about the past does not say when the ask is due.
    """
    today = reading.context.today
    due, conditional = _split(reading)
    past = next((time for time in due if time.kind in _ENDS and is_past(time, today)), None)
    ends = [time for time in due if _is_end(time, reading) and not is_past(time, today)]
    vague = _first(due, (TimeKind.VAGUE,))
    habit = _first(due, _HABIT)
    ends.extend(time for time in due if time.kind is TimeKind.FREQUENCY and _runs_through(reading, time))
    if vague is not None and ends and all(time.kind is TimeKind.EVENT for time in ends):
        return Timescale(Due.OPEN_ENDED_HABIT, vague)  # "phones the same day ... ongoing": each time, and no end
    if ends:
        return Timescale(Due.DATED, ends[-1])
    start = _first(due, (TimeKind.START,))
    if start is not None and any(
        a.kind is AmountKind.COUNT and a.value is not None and a.of in _HELD and abs(a.first - start.first) < 12
        for a in reading.amounts
    ):
        return Timescale(Due.DATED, start)  # "6 Thursdays from 17 September": it is known when the last one is
    held = next((time for time in due if time.kind is TimeKind.OPEN_UNTIL and _holds_a_date(reading, time)), None)
    if held is not None:
        return Timescale(Due.DATED, held)  # "until his licence ends on 4 January 2027"
    if past is not None:
        return Timescale(Due.PAST, past)
    undated = _first(due, _UNDATED) or _first(due, (TimeKind.WEEKDAY_DEADLINE,))
    if undated is not None:
        return Timescale(Due.UNDATED_EVENT, undated)
    if vague is not None:
        return Timescale(Due.OPEN_ENDED_HABIT if habit is not None else Due.OPEN_ENDED, vague)
    if habit is not None:
        return Timescale(Due.NO_END, habit)
    if conditional:
        return Timescale(Due.UNDATED_EVENT, conditional[-1])
    return _without_a_time(reading, due)


def _without_a_time(reading: Reading, due: Sequence[Time]) -> Timescale:
    """What is left where no phrase of time counts: a review as the measure, "each visit"."""
    review = reading.lasting(review_as_method)
    if review is not None and review.labelled and review.meeting:
        return Timescale(Due.UNDATED_EVENT, None)
    if any(_awaits(reading, clause) for clause in reading.clauses):
        return Timescale(Due.UNDATED_EVENT, None)
    if any(
        a.kind is AmountKind.LEVEL and reading.words[a.first].key in ("each", "every") and a.of in _OCCASIONS
        for a in reading.amounts
    ):
        return Timescale(Due.NO_END, None)
    return Timescale(Due.NOTHING, _first(due, (TimeKind.OPEN_UNTIL,)))


def _split(reading: Reading) -> tuple[list[Time], list[Time]]:
    """Part the times that say when the ask is due from those that stand in a condition; drop those of a history."""
    due: list[Time] = []
    conditional: list[Time] = []
    history = words_in((act.subject_first, act.last) for act in reading.acts if _is_history(act))
    for time in reading.times:
        if time.first in history or _is_in_a_history(reading, time):
            continue
        if not any(_holds(reading, clause, time) for clause in _near(reading, time)):
            due.append(time)
        elif time.kind in _ENDS:
            conditional.append(time)
        elif time.kind is TimeKind.FREQUENCY and _says_when(reading, time):
            due.append(time)
    return due, conditional


def _near(reading: Reading, time: Time) -> Sequence[Clause]:
    """The clauses that could hold a time: the last that begin before it."""
    at = bisect_right(reading.clauses, time.first, key=_first_word)
    return reading.clauses[max(0, at - 3) : at]


def _first_word(clause: Clause) -> int:
    return clause.first


def _runs_through(reading: Reading, time: Time) -> bool:
    """ "every day of the October half term": a rhythm that ends with the holiday or term."""
    following = reading.keys[time.last : time.last + 5]
    return following[:1] in (("of",), ("in",), ("during",), ("over",)) and any(
        key in ("term", "holiday", "holidays", "hols", "ramadan", "advent") for key in following
    )


def _holds_a_date(reading: Reading, time: Time) -> bool:
    inside = find_times(reading.words[time.first + 1 : time.last], reading.text)
    return any(other.kind in _ENDS and not is_past(other, reading.context.today) for other in inside)


def _says_when(reading: Reading, time: Time) -> bool:
    """Whether a rhythm inside "when ..." is that of the ask itself: "to be in when I visit on Tuesdays"."""
    return any(
        clause.first <= time.first < clause.last and reading.words[clause.first].key in ("when", "whenever", "while")
        for clause in _near(reading, time)
    )


def _is_history(act: Act) -> bool:
    ours = any(
        party.kind is PartyKind.OURSELVES for party in act.actors
    )  # "How will we know: ..." tells nothing of the past
    return act.mood is Mood.TOLD and act.setting is Setting.MAIN and bool(act.actors) and not ours


def _awaits(reading: Reading, clause: Clause) -> bool:
    """Whether a clause names what is to come ("before the baby comes"), and not what was ("before Zofia was born")."""
    words = reading.words[clause.first : clause.last]
    return (
        clause.setting is Setting.CONDITION
        and words[0].key == "before"
        and not any(word.key in PAST_WORDS for word in words)
    )


def _is_in_a_history(reading: Reading, time: Time) -> bool:
    """Whether a length of time is told of the past: "ran his own business for 40 years"."""
    if time.kind not in (TimeKind.SPAN, TimeKind.WITHIN):
        return False
    number, first = next(
        ((n, first) for n, (first, last) in enumerate(reading.sentences) if first <= time.first < last), (-1, 0)
    )
    asked = {act.sentence for act in reading.asks}
    if number in asked or (not asked and len(reading.sentences) < 2):
        return False
    return not PAST_WORDS.isdisjoint(reading.keys[first : time.first])


def _holds(reading: Reading, clause: Clause, time: Time) -> bool:
    """Whether a time belongs to a condition; after its end ("if he is off, up to 23 Oct") it belongs to the ask."""
    if clause.setting is not Setting.CONDITION or not clause.first <= time.first < clause.last:
        return False
    if reading.words[clause.first].key in ("before", "until"):
        return False  # "before the baby arrives (due 14 November)": when it is to be done by
    return time.first < condition_end(reading, clause)


def _is_end(time: Time, reading: Reading) -> bool:
    if time.kind is TimeKind.WEEKDAY_DEADLINE:
        return reading.context.today is not None
    if time.kind is TimeKind.EVENT:
        return time.closed
    return time.kind in _ENDS or (time.kind in _UNDATED and time.closed)


def _first(times: Sequence[Time], kinds: Sequence[TimeKind] | frozenset[TimeKind]) -> Time | None:
    return next((time for time in times if time.kind in kinds), None)
