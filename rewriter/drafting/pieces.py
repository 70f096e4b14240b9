"""What the parts of a draft hand to each other: texts with brackets, their questions, and declared changes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rewriter.answer import Change
from rewriter.smart import Finding, Severity

__all__ = ["Ask", "Edit", "Faults", "Piece", "apply_edits"]


class Faults(Mapping[str, Finding]):
    """The faults found in a text by rule: the first of each, and every one where asked."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._all = tuple(finding for finding in findings if finding.severity is Severity.FAULT)
        self._first = {finding.rule: finding for finding in reversed(self._all)}

    def __getitem__(self, rule: str) -> Finding:
        return self._first[rule]

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def every(self, rule: str) -> tuple[Finding, ...]:
        """Every finding of one rule, in the order of the text."""
        return tuple(finding for finding in self._all if finding.rule == rule)

    def touching(self, rule: str, start: int, end: int) -> Finding | None:
        """The first finding of a rule that touches a stretch of the text, if any."""
        return next((f for f in self._all if f.rule == rule and f.start < end and start < f.end), None)


class Ask(NamedTuple):
    """The question behind a bracket, and a suggestion where one stands inside it."""

    bracket: str
    question: str
    suggestion: str = ""


class Edit(NamedTuple):
    """A replacement of a stretch of the user's text (offsets, end exclusive; empty for an insertion)."""

    start: int
    end: int
    words: str


class Piece(NamedTuple):
    """One objective or goal being drafted: its text, who acts, its questions and the changes it makes."""

    text: str
    responsible: tuple[str, ...]
    asks: tuple[Ask, ...]
    changes: tuple[Change, ...] = ()
    action: str = ""
    at: int = 0  # where in the user's text it comes from


def apply_edits(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    """Give the stretch of a text with edits made to it. Overlapping edits: the first in the text wins."""
    parts: list[str] = []
    at = start
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at or edit.end > end:
            continue
        parts += [text[at : edit.start], edit.words]
        at = edit.end
    parts.append(text[at:end])
    return "".join(parts)
