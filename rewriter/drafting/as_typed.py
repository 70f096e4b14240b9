"""A clause kept exactly as it was typed, where brackets put into it would break it: who and by when are asked at its end.

What anybody not harmed is to do is theirs already and clear enough to be sent; a measure in mid-sentence only makes it
harder to read. Source: practice judgement.
"""

import re

from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Piece
from rewriter.drafting.saying import said
from rewriter.plan import Due, Reading

__all__ = ["is_broken", "kept_plainly"]

_INSIDE = re.compile(r" \(\[(?:what|now|date|level)|\[(?:who|Who)\] to \[what they will do\]|^\[Who\]")
_DAY = re.compile(r"\d|mon|tue|wed|thu|fri|sat|sun|tmrw|tomorrow|today|tonight|week|month|term|xmas|easter|hol", re.I)
_PASSIVE = re.compile(r"\bto be \w+(?:ed|en|t|d|n|ne)\b(?! by\b)", re.I)


def is_broken(text: str) -> bool:
    """Say whether a draft of a clause has brackets in the middle of the words typed, or stands for them."""
    return bool(_INSIDE.search(text))


def kept_plainly(piece: Piece, part: Reading) -> Piece:
    """Give a clause as typed, with its doer and its end asked only where it names none."""
    words = said(part, 0, len(part.text), timed=True)
    words = f"{words[:1].upper()}{words[1:]}"
    asks = []
    doer = "[who]" not in piece.text.lower()
    if piece.text.startswith("[named person] at "):
        words = f"[named person] at {words[:1].lower() if words[1:2].islower() else words[:1]}{words[1:]}"
        asks.append(next(ask for ask in piece.asks if ask.bracket == "[named person]"))
    if not doer:
        asks.append(ask_about("who"))
        words = f"{words} by [who]" if _PASSIVE.search(words) else f"{words}: [who] to arrange it"
    if not _says_when(part):
        denied = any(act.negated for act in part.asks)
        goes_on = denied or part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT)
        words = f"{words} {'until' if goes_on else 'by'} [date]"
        asks.append(ask_about("date"))
    return piece._replace(text=f"{words}.", asks=tuple(asks), action=words)


def _says_when(part: Reading) -> bool:
    """Whether a clause says when, however shortly: "by fri", "12/2", "for 6 weeks"."""
    if part.timescale.due is Due.DATED:
        return True
    goes_on = part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT)
    return not goes_on and any(_DAY.search(part.text[time.start : time.end]) for time in part.times)
