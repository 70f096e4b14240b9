"""What keeps a target fair on a bad day: the misses that are allowed, and what happens if somebody cannot come.

Source: 002 Halton, Example 3 ("If she misses 1 group, is the target missed?" and "If Sarah's mother cannot attend").
"""

from functools import cache
from itertools import pairwise

from rewriter.amounts.reader import Amount, AmountKind
from rewriter.evidence.places import between, words_in
from rewriter.evidence.targets import told_ranges
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Act, Reading, Setting
from rewriter.timing.reader import TimeKind

__all__ = ["attendance", "has_contingency", "has_tolerance", "is_professional", "repeated"]

_CANNOT = phrases(
    """
    can't, cannot, can not, cant, unable to, not able to, is ill, if ill, is off, if off, is poorly, misses,
    missed, if she misses, cancels, cancelled, rearrange, rearranges, rearranged, covers, cover if, instead if,
    in case, if not, falls through, is late, arranges cover, backup, back up, make up session, contingency,
    another day, if either, if closed, catch up session, unwell
    """
)
_TOLERANCE = phrases(
    """
    at least, a minimum, minimum of, or more, no more than, no fewer than, not more than, up to, maximum,
    on average, average of, most, target, on track, aim, aims, success, done, enough, allowed, out of, in every,
    minimum, over half, all but, max
    """
)
_ATTENDING = frozenset("attend go come meet join turn up visit see get".split()) | {"turn up", "drop in"}
_OCCASIONS = frozenset(
    "group groups session sessions contact contacts meeting meetings appointment appointments appts class classes "
    "clinic course programme "
    "choir club lesson lessons workshop workshops visits counselling therapy physio swimming training".split()
)
_NUMBERS = frozenset({AmountKind.COUNT, AmountKind.RATE})


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"cannot": _CANNOT, "tolerance": _TOLERANCE})


def has_contingency(reading: Reading) -> bool:
    """Whether the text says what happens if somebody cannot do it."""
    if any(
        clause.setting is Setting.CONDITION and reading.words[clause.first].key in ("if", "unless", "should")
        for clause in reading.clauses
    ):
        return True
    return any(term.tag == "cannot" for term in reading.terms(_lexicon()))


def has_tolerance(reading: Reading) -> bool:
    """Whether the text says how many misses still count as kept."""
    keys = reading.keys
    if any(amount.kind in (AmountKind.SHARE, AmountKind.SCORE, AmountKind.PERCENTAGE) for amount in reading.amounts):
        return True
    if "of" in keys and any(after == "of" and key[0].isdigit() for key, after in pairwise(keys)):
        return True  # "4 of the 6 Wednesdays"
    return any(term.tag == "tolerance" for term in reading.terms(_lexicon()))


def is_professional(act: Act) -> bool:
    """Whether only people at work do the act."""
    return bool(act.actors) and all(
        party.role == "professional" or party.kind.value in ("agency", "professional") for party in act.actors
    )


def repeated(reading: Reading, act: Act) -> tuple[int, int] | None:
    """Give the words that say an act is to be done again and again: "12 sessions", "every evening"."""
    several = [amount for amount in between(reading.amounts, act.verb + 1, act.last) if _is_several(reading, amount)]
    if several:
        told = words_in(reading.lasting(told_ranges))
        several = [amount for amount in several if amount.first not in told]
    if several:
        return several[0].first, several[0].last
    often = (time for time in between(reading.times, act.verb + 1, act.last) if time.kind is TimeKind.FREQUENCY)
    return next(((time.first, time.last) for time in often), None)


def _is_several(reading: Reading, amount: Amount) -> bool:
    if amount.kind in _NUMBERS:
        occasions = amount.kind is AmountKind.RATE or amount.of in _OCCASIONS
        return occasions and amount.value is not None and (amount.kind is AmountKind.RATE or amount.value >= 3)
    return (
        amount.kind is AmountKind.LEVEL
        and reading.words[amount.first].key in ("all", "every", "each")
        and amount.of in _OCCASIONS
    )


def attendance(reading: Reading, act: Act) -> bool:
    """Whether an act is going to something that is held at fixed times."""
    if act.lemma not in _ATTENDING or act.negated:
        return False
    keys = set(reading.keys[act.verb : act.last])
    return bool(keys & _OCCASIONS)
