"""The user's own words as they stand in a draft's sentence: no bullets, no table bars, no time said twice."""

import re
from bisect import bisect_left

from rewriter.plan import Due, Reading
from rewriter.timing.reader import Time, TimeKind

__all__ = ["is_how_much", "said"]

_BARS = re.compile(r"\s*\|\s*")
_LINES = re.compile(r"\s*\n\s*(?:[-*\u2022\u2013>]\s*|\d{1,2}[.)]\s+)?")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+")
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r"[\s,;:\u2013-]*\s(?=[,;.])")
_TWICE = re.compile(r"(?<=[,;])[,;]+")
_STOPS = re.compile(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])")
_EDGES = "! ,;:.|-\u2013\u2014&+*\u2022"


def said(reading: Reading, start: int, end: int, *, timed: bool = False) -> str:
    """Give a stretch of the text (offsets, end exclusive) as part of a sentence.

    What stands in the draft's own place for time is left out: the phrase that sets the text's timescale, and words
    that set none; with `timed` only the latter. Line breaks, table bars and full stops inside become semicolons.
    """
    parts: list[str] = []
    at, text = start, reading.text
    number = _NUMBER.match(text, start, end)
    if number is not None and not text[max(0, start - 1) : start].strip():
        at = number.end()
    due, decisive = reading.timescale
    first = bisect_left(reading.times, start, key=lambda time: time.start)
    for time in reading.times[first:]:
        if time.start >= end:
            break
        if is_how_much(reading, time):
            continue
        open_ended = time.kind is TimeKind.VAGUE or due in (Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT)
        at_an_end = not text[at : time.start].strip(_EDGES) or not text[time.end : end].strip(_EDGES)
        if time.end <= end and (open_ended or (at_an_end and not timed)) and _is_set_elsewhere(time, due, decisive):
            parts.append(text[at : time.start].rstrip(" -,\u2013"))
            at = time.end
    parts.append(text[at:end])
    words = _BARS.sub("; ", " ".join(part for part in parts if part.strip()))
    words = _LINES.sub("; ", words.strip(_EDGES + "\n"))
    words = _STOPS.sub("; ", words)
    words = _TWICE.sub("", _LOOSE.sub("", _SPACES.sub(" ", words))).strip(_EDGES)
    for joiner in (" and", " or", " &", " +", " to", " for", " by", " so"):
        words = words.removesuffix(joiner)
    return words.removeprefix("and ").strip(_EDGES)


def is_how_much(reading: Reading, time: Time) -> bool:
    """Whether what reads as a time without an end says how much: "to happen more often"."""
    return reading.keys[time.first] == "often" and reading.keys[max(0, time.first - 1)] in ("more", "less")


def _is_set_elsewhere(time: Time, due: Due, decisive: Time | None) -> bool:
    if time == decisive:
        return due in (Due.DATED, Due.UNDATED_EVENT, Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT)
    return time.kind is TimeKind.VAGUE
