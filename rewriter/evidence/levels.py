"""Levels that mean something only from a starting point: 100%, every day, 6 out of 6, no drink at all.

Source: 001 SMART planning, "M - Measurable" (the example states 35% before it sets 60%); 002 Halton, "Attainable".
Which acts are in a doer's own hands, so that no starting point is needed, is practice judgement.
"""

from collections.abc import Sequence

from rewriter.amounts.counting import value_of
from rewriter.amounts.reader import Amount, AmountKind
from rewriter.evidence.paces import is_daily
from rewriter.evidence.places import sentence_of, words_in
from rewriter.evidence.targets import absence_of_use, told_ranges
from rewriter.plan import Act, Reading
from rewriter.text import Word
from rewriter.timing.reader import Time, TimeKind

__all__ = ["RECORDING", "has_baseline", "level_of"]

RECORDING = frozenset(
    "record note write down tick mark log report tell text email check count collect look phone ring inform "
    "notify show send bring "
    "share sign photograph".split()
) | {"write down", "add up"}
"""Acts by which another act is recorded or reported."""

_OWN_HANDS = frozenset(
    "visit ring phone call offer take see meet ask text message email invite supervise drive collect drop off "
    "teach".split()
)
_FALLING = frozenset("down reduced reduce drop fall cut lowered brought".split())
_PARTS_OF_TIME = frozenset("days mornings afternoons evenings nights weeks".split())
_TURNING_UP = frozenset(
    "school college nursery lessons class placement work attendance timetable playgroup preschool".split()
)
_TESTS = frozenset("test tests swab swabs screen screens sample samples".split())
_CLEAR = frozenset("clear negative clean".split())
_SPELT = frozenset(
    "once twice never none zero nothing nil [ daily weekly hardly rarely about always usually most".split()
)
_COUNTABLE = frozenset({AmountKind.COUNT, AmountKind.RATE, AmountKind.SHARE, AmountKind.SCORE})


def level_of(reading: Reading, amounts: Sequence[Amount]) -> tuple[int, int] | None:
    """Give the words (end exclusive) of a level that needs a starting point, or None.

    Takes the amounts that belong to the aim, without those of conditions and history.
    """
    told = words_in(reading.lasting(told_ranges))
    for term in absence_of_use(reading):
        if term.first not in told:
            return term.first, term.last
    for amount in amounts:
        if amount.first not in told and _is_level(reading, amount):
            return amount.first, amount.last
    if any(amount.kind is AmountKind.SHARE and amount.value is not None for amount in amounts):
        return None  # "every school day ... on track is 4 days in 5": the level is the softer one, and counted
    return _every_day(reading, told)


def _is_level(reading: Reading, amount: Amount) -> bool:
    words = reading.words
    if amount.value is None:
        return False  # a bracket will hold it
    if amount.kind is AmountKind.PERCENTAGE:
        return True
    if amount.first > 1 and words[amount.first - 1].key in ("to", "under", "below") and _is_falling(words, amount):
        return True  # "get her fits down to 1 a month"
    numbers = [value_of(word.key) for word in words[amount.first : amount.last] if value_of(word.key) is not None]
    if amount.kind in _COUNTABLE and len(numbers) == 2 and numbers[0] == numbers[1]:
        return True
    near = {word.key for word in words[max(0, amount.first - 3) : amount.last + 3]}
    if amount.kind is AmountKind.COUNT and near & _TESTS and near & _CLEAR:
        return True
    if amount.kind is AmountKind.SHARE and amount.first and not _is_a_professional_s(reading, amount):
        return words[amount.last - 2].key in ("every", "each") or "every" in {
            w.key for w in words[amount.first : amount.last]
        }
    if amount.kind is AmountKind.COUNT and words[amount.first].key == "all" and amount.of in _PARTS_OF_TIME:
        return True  # "all 5 mornings"
    if amount.kind is AmountKind.ZERO:
        return bool(near & {"late", "absence", "absences", "lateness"})
    if amount.kind is not AmountKind.RATE:
        return False
    sentence = reading.sentences[sentence_of(reading, amount.first)]
    turning_up = {word.key for word in words[sentence[0] : sentence[1]]} & _TURNING_UP
    much = (
        amount.value >= 10
        if amount.of in ("hours", "hrs", "hour")
        else amount.value >= 4 and amount.of in ("days", "mornings", "")
    )
    return bool(turning_up) and much


def _is_falling(words: Sequence[Word], amount: Amount) -> bool:
    return words[amount.first - 2].key in _FALLING


def _is_a_professional_s(reading: Reading, amount: Amount) -> bool:
    return any(
        act.subject_first <= amount.first < act.last and any(party.role == "professional" for party in act.actors)
        for act in reading.asks
    )


def _every_day(reading: Reading, told: frozenset[int]) -> tuple[int, int] | None:
    for time in reading.times:
        if time.kind is not TimeKind.FREQUENCY or not is_daily(reading.words, time) or time.first in told:
            continue
        act = _act_at(reading, time)
        if act is None or not _is_in_own_hands(act):
            return time.first, time.last
    return None


def _act_at(reading: Reading, time: Time) -> Act | None:
    """The ask that a phrase of time belongs to: the last that begins before it in its sentence."""
    sentence = sentence_of(reading, time.first)
    found = [act for act in reading.asks if act.sentence == sentence]
    inside = [act for act in found if act.subject_first <= time.first < act.last]
    return next(iter(inside or found), None)


def _is_in_own_hands(act: Act) -> bool:
    """Whether the doer plainly controls the act itself ("visit weekly"), so that no starting point is needed."""
    professional = any(party.role in ("professional", "carer") for party in act.actors)
    return professional or act.lemma in RECORDING or act.lemma in _OWN_HANDS


def has_baseline(reading: Reading) -> bool:
    """Whether a starting point stands in the context or in the text ("now: 3 in 5", "from 35%", "was once a week")."""
    if reading.context.baseline:
        return True
    return any(
        word.key[0].isdigit() or word.key in _SPELT or value_of(word.key) is not None
        for first, last in reading.lasting(told_ranges)
        for word in reading.words[first:last]
    )
