"""Conditions: what an ask hangs on, and whether a stranger could tell when it has come about.

Source: 002 Halton, Example 4 ("It is not clear what might be meant by the plan 'not felt to be working'"), and the
closing paragraph of its domestic violence example on "when that line has been crossed".
"""

from functools import cache

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.reviews import review_words
from rewriter.lexicon import Lexicon, phrases
from rewriter.plan import Clause, Due, Mood, Reading, Setting, Trigger
from rewriter.timing.reader import TimeKind

__all__ = ["undefined_trigger"]

_IN_FEAR = frozenset("threatened frightened scared afraid unsafe endangered danger fears".split())
_DECIDED = frozenset("decision decided decides agreed".split())
_COUNTED = frozenset(
    {
        AmountKind.COUNT,
        AmountKind.RATE,
        AmountKind.PERCENTAGE,
        AmountKind.SCORE,
        AmountKind.SHARE,
        AmountKind.MEASURE_UNIT,
    }
)
# Words that leave it to somebody's judgement whether the condition has come about.
_MATTERS_OF_OPINION = phrases(
    """
    concerns, concern, concerned, worried, worries, felt, feel, feels, appropriate, necessary, needed, required,
    working, improve, improves, improvement, improvment, progress, deteriorate, deteriorates, deterioration,
    struggle, struggles, struggling, cope, coping, escalate, escalates, engage, engages, engaging, engagement,
    unwell, behave, behaves, change, changes, worsen, worsens, worse, better, stable, settled, settles,
    unsettled, crisis, safe, unsafe, risk, risks, issues, problems, right, ready, happy, satisfied, comply,
    complies, non compliance, compliance, breakdown, break down, breaks down, significant, serious, more dv,
    any more dv, incident, incidents, unsuccessful, successful, not enough, enough, poor, manage, manages, managing,
    a problem, an issue, declines, decline, dips, slips, relapse, relapses, wobble, wobbles, life or death,
    off track, on track, well, difficult, difficulties, things, situation, any further, further, again, persists,
    continues, continue, fails, sufficient, insufficient, reasonable,
    inappropriate, unacceptable, unmanageable, disengages, disengage, non compliant, unsuitable, suitable, difficulty,
    trouble, setback, setbacks, challenging, bad behaviour, deemed, proved, proven, proves, earned, earns, deserves,
    trusted, turned things around, sorted himself out, sorted herself out, sorted themselves out, calmed down,
    calms down, got himself together, got herself together, more settled, more stable
    """
)


_NONE = Trigger(0, 0, whole=False)


@cache
def _lexicon() -> Lexicon:
    return Lexicon({"opinion": _MATTERS_OF_OPINION})


def undefined_trigger(reading: Reading) -> Trigger:
    """Give the first condition or consequence that nobody could apply, or an empty one (`first == last`)."""
    for clause in reading.clauses:
        if clause.first in reading.lasting(review_words):
            continue  # "next panel will say if it has got better"
        if clause.setting is Setting.CONDITION and _is_matter_of_opinion(reading, clause):
            return Trigger(clause.first, clause.last, _hangs_whole(reading, clause))
    for clause in reading.clauses:
        if clause.setting is Setting.CONSEQUENCE and not _is_countable(reading, Clause(Setting.MAIN, 0, clause.first)):
            return Trigger(clause.first, clause.last, whole=False)
    return _NONE


def _is_matter_of_opinion(reading: Reading, clause: Clause) -> bool:
    if _is_countable(reading, clause) or reading.words[clause.first].key in (
        "before",
        "after",
        "while",
        "whenever",
    ):
        return False
    if not _IN_FEAR.isdisjoint(reading.keys[clause.first : clause.last]):
        return False  # "if she feels threatened": she is the one who can tell
    if not _DECIDED.isdisjoint(reading.keys[clause.first : clause.last]):
        return False  # "once it is decided that ...": somebody says when it has come about
    return any(clause.first <= term.first and term.last <= clause.last for term in reading.terms(_lexicon()))


def _is_countable(reading: Reading, clause: Clause) -> bool:
    inside = [amount for amount in reading.amounts if clause.first <= amount.first < clause.last]
    if any(amount.kind in _COUNTED for amount in inside):
        return True
    return any(clause.first <= time.first < clause.last and time.kind is TimeKind.RUN for time in reading.times)


def _is_dated(reading: Reading) -> bool:
    return reading.timescale.due is Due.DATED


def _hangs_whole(reading: Reading, clause: Clause) -> bool:
    """Whether every ask of the text stands in the sentence of the condition, and the condition decides it."""
    inside = [n for n, (first, last) in enumerate(reading.sentences) if first <= clause.first < last]
    asks = [act for act in reading.asks if act.mood is not Mood.ALLOWED]
    opened = next((first for first, last in reading.sentences if first <= clause.first < last), 0)
    if clause.first <= opened + 1 and all(act.sentence in inside for act in asks) and not _is_dated(reading):
        return True  # "If ..., X and Y": both hang on it
    elsewhere = [act for act in asks if act.sentence not in inside]
    here = [act for act in asks if act.sentence in inside]
    return not elsewhere and len(here) <= 1
