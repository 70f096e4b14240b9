"""Knows a draft that comes back: what was turned round or offered stands as it is, so rewriting it changes nothing."""

import re

from rewriter.drafting.phrases import asks_in
from rewriter.drafting.pieces import Piece
from rewriter.plan import Reading

__all__ = ["as_drafted"]

_OFFER = re.compile(r"[^;\n]{1,300}? to offer [^;\n]{1,300}; whether to take it up is for [^;\n]{1,80} to choose\.")
_CHECKED = re.compile(
    r"[^.;\n]{1,200} to [^;\n]{1,300}, checked(?: by \[[^\]\n]{1,80}\])? \[how often\] [^;\n]{1,80}\."
)
_GOAL = re.compile(r"Goal: (For [^\n]{1,300} to be safe from harm by [^\n]{1,200}\.)")

_ASKING = re.compile(r"Goal: For [^\n]{0,200}\[[^\n]{1,200}\][^\n]{0,200} to be safe from harm by ")  # who harms whom


def as_drafted(reading: Reading) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
    """Give the goals and objectives of a text in the words of a draft, line by line; None for every other text."""
    lines = [line.strip() for line in reading.text.splitlines() if line.strip()]
    if not any(_OFFER.match(line) or _CHECKED.match(line) or _ASKING.match(line) for line in lines):
        return None
    if not all(line.endswith(".") for line in lines):
        return None
    goals = [Piece(goal.group(1), (), asks_in(goal.group(1))) for line in lines if (goal := _GOAL.fullmatch(line))]
    pieces = [_objective(line) for line in lines if not _GOAL.fullmatch(line)]
    return (tuple(goals), tuple(pieces)) if pieces else None


def _objective(line: str) -> Piece:
    who = re.match(r"(.{1,80}?) (?:not )?to ", line)
    return Piece(line, (who.group(1),) if who else ("[who]",), asks_in(line), (), line)
