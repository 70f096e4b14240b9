"""How a concern is made: the words it rests on are always those of the text that its offsets point into."""

from rewriter.answer import Concern, ConcernKind
from rewriter.smart import Severity

__all__ = ["advice", "fault"]


def fault(kind: ConcernKind, text: str, start: int, end: int, message: str) -> Concern:
    """Give a concern for which a rewrite does not pass; `text` is the rewrite, or the original for what was dropped."""
    return Concern(kind, Severity.FAULT, start, end, text[start:end], message)


def advice(kind: ConcernKind, text: str, start: int, end: int, message: str) -> Concern:
    """Give a concern that stands beside a pass."""
    return Concern(kind, Severity.ADVICE, start, end, text[start:end], message)
