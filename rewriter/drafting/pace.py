"""Whether what somebody is to do is done once, or again and again, where the verb alone does not say."""

import re
from itertools import pairwise

from rewriter.drafting.commas import ONCE
from rewriter.plan import Act, Due, Reading
from rewriter.timing.reader import Time, TimeKind

__all__ = ["is_called_by_its_day", "is_dated", "is_done_once", "is_paced", "says_when"]

# Dates and lengths of time that are read as numbers: "by 14.2", "w/in 72 hrs", "on the 10th".
_TYPED = re.compile(
    r"\bthis\s+(?:wkend|wk)\b|\bby\s+(?:the\s+)?end\s+of\s+(?:the\s+)?(?:month|mth|week|wk|term|year|yr)\b|\b(?:by|until|till?|before|b4)\s+(?:\d{1,2}/\d{1,2}\b|\d{1,2}\.[1-9]\b)|\bw/in\s+\d"
    r"|\b(?:by|on|until|till?|before|b4|the|grp|group|mtg)\s+\d{1,2}(?:st|nd|rd|th)\b(?!\s+[a-z]*(?:day|birth))",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])")
_LENGTH = re.compile(r"\d{1,2}/52")  # weeks, as a prescription has them
_TAKEN = frozenset("use using drinking smoking vaping cannabis weed alcohol vodka cans drugs late missing".split())
_BROUGHT = frozenset("letters letter papers forms form id passport documents docs bills proof".split())
_MEALS = frozenset("roast lunch dinner tea breakfast".split())
_STRETCHES = frozenset("wkend weekend week wk afternoon morning evening month".split())
_WITH = frozenset(("w", "w/", "with"))


def is_done_once(reading: Reading, act: Act) -> bool:
    """Say whether an act is of one thing: "hair strand to be done", "GP to do a letter", "SW to go with her"."""
    follows = reading.keys[act.verb + 1 : act.last]
    if act.passive or not ONCE.isdisjoint(follows):
        return True
    if act.lemma == "bring":
        return not _BROUGHT.isdisjoint(follows)
    if any(one == "this" and two in _STRETCHES for one, two in pairwise(follows)):
        return True  # "to do rugs this wkend"
    return act.lemma == "go" and bool(follows) and follows[0] in _WITH


def is_called_by_its_day(reading: Reading, time: Time) -> bool:
    """Say whether a day only says which meal it is, and not when something is done: "daughter does sunday roast"."""
    return time.last < len(reading.keys) and reading.keys[time.last] in _MEALS


def says_when(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of a text (offsets, end exclusive) says by when in figures that are read as a number."""
    return _TYPED.search(text, start, end) is not None


def is_dated(part: Reading) -> bool:
    """Say whether a part says by when or on which day, in figures or in words: "UC appt 9/1"."""
    time = part.timescale.time
    on_a_day = time is not None and time.kind is TimeKind.WEEKDAY_DEADLINE and time.last == len(part.keys)
    return (
        on_a_day
        or any(_LENGTH.fullmatch(key) for key in part.keys)
        or part.timescale.due is Due.DATED
        or any(_DAY.fullmatch(key) for key in part.keys)
    )


def is_paced(part: Reading) -> bool:
    """Say whether a few words say how often: "budget sheet weekly", "3 appts wk"."""
    return _TAKEN.isdisjoint(part.keys) and any(time.kind is TimeKind.FREQUENCY for time in part.times)
