"""What somebody has accepted and filled so far: the form carries it along, as nothing is kept here."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from rewriter.answer import Change, Rewrite

__all__ = ["accepted_in", "filled_in", "mark_of", "without_place"]

_MARK = re.compile(r"[0-9a-f]{12}")
_MOST = 200


def mark_of(change: Change) -> str:
    """Give the mark by which a change is known again, whatever is filled or edited where it was made."""
    return hashlib.sha256(f"{change.from_}\0{change.rule}\0{change.reason}".encode(errors="replace")).hexdigest()[:12]


def accepted_in(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Give the marks that a form carries."""
    return tuple(mark for mark in fields.get("accepted", "").split()[:_MOST] if _MARK.fullmatch(mark))


def filled_in(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Give what has been filled into gaps so far, with what the form fills now."""
    now = (words.strip() for name, words in fields.items() if name.startswith("gap."))
    return tuple(dict.fromkeys(words for words in (*fields.get("filled", "").splitlines(), *now) if words))[:_MOST]


def without_place(filled: Sequence[str], before: Rewrite, after: Rewrite) -> tuple[str, ...]:
    """Give what was filled that stood in a draft and does not stand in it any more."""
    then, now = (
        "\n".join([*(goal.text for goal in draft.goals), *(objective.text for objective in draft.objectives)])
        for draft in (before, after)
    )
    return tuple(words for words in filled if words in then and words not in now)
