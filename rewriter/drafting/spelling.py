"""Says the trade's initials in plain words, with the initials beside them, and declares that it did.

Source: 003 outcomes, "Specific" ("Use plain language not jargon").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rewriter.answer import Change, Critique
from rewriter.brackets import find_brackets
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.planned import Planned
from rewriter.smart import Severity
from rewriter.words import word_lists

__all__ = ["spelled_out"]

_REASON = "The family may not know the word."
_PERP = ("perp", "perps")
_SOMEBODY = Ask("[the person causing the harm]", "Who is causing the harm? Please put the role or name.")


@cache
def _plain() -> Mapping[str, str]:
    """What each abbreviation stands for."""
    lines = word_lists("plain")["plain"].items()
    return {short: words for words, listed in lines for short in listed}


def spelled_out(made: Planned, critique: Critique, *, people: bool = True) -> Planned:
    """Give a draft in which words that the family may not know are said plainly, once each, and declared.

    With `people`, a word for a person ("perp") gives way to a bracket that asks who it is.
    """
    goals, pieces = made
    for finding in critique.findings:
        if finding.rule != "jargon" or finding.severity is not Severity.FAULT:
            continue
        plain = _plain().get(finding.text.lower())
        if people and finding.text.lower() in _PERP:
            new, asks = _SOMEBODY.bracket, [_SOMEBODY]
        elif plain is not None:
            new, asks = f"{plain} ({finding.text})", []
        else:
            continue
        pieces = _once(pieces, finding.text, new, asks)
    return goals, pieces


def _once(pieces: tuple[Piece, ...], old: str, new: str, asks: Sequence[Ask]) -> tuple[Piece, ...]:
    """Put new words in the place of old ones where they first stand in a draft, outside its brackets."""
    who = r"(?=\s+(?:to|will|must|should|not)\b|[.,;]|$)" if asks else ""  # "perp programme" names no person
    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w){who}", re.IGNORECASE)
    for number, piece in enumerate(pieces):
        gaps = find_brackets(piece.text)
        for match in pattern.finditer(piece.text):
            at, end = match.span()
            if any(gap.start <= at < gap.end for gap in gaps):
                continue
            words = f"{new[:1].upper()}{new[1:]}" if at == 0 or piece.text[:at].endswith(". ") else new
            text = piece.text[:at] + words + piece.text[end:]
            changes = tuple(replace(c, to=text) if c.to == piece.text else c for c in piece.changes)
            told = Change(old, words, _REASON, "jargon")
            made = piece._replace(
                text=text,
                asks=(*piece.asks, *asks),
                changes=(*changes, told),
                responsible=tuple(words if name.lower() == old.lower() else name for name in piece.responsible),
            )
            return (*pieces[:number], made, *pieces[number + 1 :])
    return pieces
