"""Texts cut into parts for a page: words that a finding rests on, and brackets that are gaps to fill."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rewriter.answer import Gap, Rewrite
from rewriter.smart import Finding

__all__ = ["Part", "Place", "marked", "places"]


class Part(NamedTuple):
    """A stretch of a text: plain or marked, a gap, and the numbers (from 1) of the notes whose words end with it."""

    text: str
    marked: bool = False
    notes: tuple[int, ...] = ()
    gap: Gap | None = None


class Place(NamedTuple):
    """One goal or objective of a draft: where it is ("objectives.0"), its words, and its words in parts."""

    where: str
    text: str
    parts: tuple[Part, ...]
    responsible: str = ""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps in it, in order."""
        return tuple(part.gap for part in self.parts if part.gap is not None)


def marked(text: str, findings: Sequence[Finding]) -> tuple[Part, ...]:
    """Cut a text at its findings. Each has its number once, after its last word; one of all the words marks none."""
    words = [False] * len(text)
    notes: dict[int, tuple[int, ...]] = {}
    for number, finding in enumerate(findings, start=1):
        start, end = _trimmed(text, finding.start, min(finding.end, len(text)))
        if start == end:
            continue
        notes[end] = (*notes.get(end, ()), number)
        if (start, end) != _trimmed(text, 0, len(text)):
            words[start:end] = [True] * (end - start)
    return tuple(_runs(text, words, notes))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the space and the full stop at its ends, beside which a number would stand oddly."""
    while start < end and text[end - 1] in " \t\r\n.":
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _runs(text: str, words: Sequence[bool], notes: Mapping[int, tuple[int, ...]]) -> Iterator[Part]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or at in notes or words[at] != words[start]:
            yield Part(text[start:at], words[start], notes.get(at, ()))
            start = at


def places(answer: Rewrite) -> tuple[Place, ...]:
    """Give the goals and then the objectives of a draft, each cut at its gaps."""
    goals = [_place(answer, f"goals.{n}", goal.text) for n, goal in enumerate(answer.goals)]
    objectives = [
        _place(answer, f"objectives.{n}", objective.text, ", ".join(objective.responsible))
        for n, objective in enumerate(answer.objectives)
    ]
    return (*goals, *objectives)


def _place(answer: Rewrite, where: str, text: str, responsible: str = "") -> Place:
    parts: list[Part] = []
    at = 0
    for gap in sorted((gap for gap in answer.gaps if gap.where == where), key=lambda gap: gap.start):
        parts += (Part(text[at : gap.start]), Part(text[gap.start : gap.end], gap=gap))
        at = gap.end
    parts.append(Part(text[at:]))
    return Place(where, text, tuple(part for part in parts if part.text), responsible)
