"""Declared changes that somebody has accepted: the form carries marks of them, as nothing is kept here."""

import hashlib
import re
from collections.abc import Mapping

from rewriter.answer import Change

__all__ = ["accepted_in", "mark_of"]

_MARK = re.compile(r"[0-9a-f]{12}")
_MOST = 200


def mark_of(change: Change) -> str:
    """Give the mark by which a change is known again, however the draft around it changes."""
    return hashlib.sha256(f"{change.from_}\0{change.to}\0{change.reason}".encode(errors="replace")).hexdigest()[:12]


def accepted_in(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Give the marks that a form carries."""
    return tuple(mark for mark in fields.get("accepted", "").split()[:_MOST] if _MARK.fullmatch(mark))
