"""Texts cut into parts for a page: words that a finding rests on, and brackets that are gaps to fill."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.answer import Gap, Rewrite
from rewriter.smart import Finding

__all__ = ["Part", "Place", "marked", "places"]


class Part(NamedTuple):
    """A stretch of a text: plain, marked (with the number of its note, from 1), or a gap."""

    text: str
    note: int = 0
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
    """Cut a text at its findings. Where two overlap, the words go to the shorter one."""
    notes = [0] * len(text)
    by_length = sorted(enumerate(findings, start=1), key=lambda entry: entry[1].start - entry[1].end)
    for number, finding in by_length:
        for at in range(finding.start, min(finding.end, len(text))):
            notes[at] = number
    return tuple(_runs(text, notes))


def _runs(text: str, notes: Sequence[int]) -> Iterator[Part]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or notes[at] != notes[start]:
            yield Part(text[start:at], notes[start])
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
