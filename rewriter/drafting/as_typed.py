"""A clause kept just as it was typed, where brackets put into it would break it: who and when are asked at its end.

What anybody not harmed is to do is theirs already and clear enough to be sent; a measure in mid-sentence only makes it
harder to read. Source: practice judgement.
"""

import re

from rewriter.drafting.phrases import act_of, ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.people import Party, PartyKind
from rewriter.plan import Due, Reading
from rewriter.sentences.grammar import verb_at

__all__ = ["is_broken", "kept_plainly", "without_measures"]

_MEASURES = frozenset(("[what counts as done]", "[what will be seen]"))
_WORKING = (PartyKind.PROFESSIONAL, PartyKind.AGENCY)
_INSIDE = re.compile(
    r" \(\[(?:what|now|date|level)|^\[named person\] at \S+ - |\[(?:who|Who)\] to \[what they will do\]|^\[Who\]"
)
_DAY = re.compile(r"\d|mon|tue|wed|thu|fri|sat|sun|tmrw|tomorrow|today|tonight|week|term|xmas|easter", re.IGNORECASE)
_PASSIVE = re.compile(r"\bto be \w+(?:ed|en|t|d|n|ne)\b(?! by\b)(?: \w+){0,3}$", re.IGNORECASE)


def is_broken(text: str) -> bool:
    """Say whether a draft of a clause has brackets in the middle of the words typed, or stands for them."""
    return bool(_INSIDE.search(text))


def without_measures(piece: Piece) -> Piece:
    """Give an objective without the measures that were put in after somebody's words."""
    gone = [ask for ask in piece.asks if f" ({ask.bracket})" in piece.text and ask.bracket in _MEASURES]
    text = piece.text
    for ask in gone:
        text = text.replace(f" ({ask.bracket})", "")
    return piece._replace(text=text, asks=tuple(ask for ask in piece.asks if ask.bracket in text)) if gone else piece


def kept_plainly(piece: Piece, part: Reading) -> Piece:
    """Give a clause as typed, with its doer and its end asked only where it names none."""
    words = said(part, 0, len(part.text), timed=True)
    words = f"{words[:1].upper()}{words[1:]}"
    asks: list[Ask] = []
    head = next((party for party in part.parties if party.first == 0 and not party.owning), None)
    bare = "[who]" in piece.text.lower()
    verb = _verb_after(part, head) if head is not None else 0
    if head is not None and verb:
        words = f"{words[: head.end]} to {words[verb:].strip()}"
    at_service = piece.text.startswith("[named person] at ") and (bool(verb) or bool(part.asks))
    if at_service and not bare:
        words = f"[named person] at {words[:1].lower() if words[1:2].islower() else words[:1]}{words[1:]}"
        asks.append(next(ask for ask in piece.asks if ask.bracket == "[named person]"))
    elif verb:
        pass
    elif head is not None and head.kind is PartyKind.PROFESSIONAL and not part.asks:
        todo = act_of(part.text[head.start : head.end])
        words = f"{words} ({todo.bracket})"
        asks.append(todo)
    elif (bare or piece.text.startswith("[named person] at ")) and not any(act.negated for act in part.asks):
        asks.append(ask_about("who"))
        words = f"{words} by [who]" if _PASSIVE.search(words) else f"{words}: [who] to arrange it"
    if not _says_when(part):
        denied = any(act.negated for act in part.asks)
        goes_on = denied or part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT)
        words = f"{words} {'until' if goes_on else 'by'} [date]"
        asks.append(ask_about("date"))
    return piece._replace(text=f"{words}.", asks=tuple(asks), action=words)


def _verb_after(part: Reading, head: Party) -> int:
    """Where what somebody is to do begins, typed without "to": "SW Bola pass on reg"; 0 where nothing does."""
    if part.asks or head.kind not in _WORKING or head.after >= len(part.words) - 1:
        return 0
    verb = verb_at(part.words, head.after, len(part.words))
    return part.words[head.after].start if verb is not None and verb.form == "base" else 0


def _says_when(part: Reading) -> bool:
    """Whether a clause says when, however shortly: "by fri", "12/2", "for 6 weeks"."""
    if part.timescale.due is Due.DATED:
        return True
    goes_on = part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT)
    return not goes_on and any(_DAY.search(part.text[time.start : time.end]) for time in part.times)
