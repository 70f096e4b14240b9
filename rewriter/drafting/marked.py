"""One group of the user's words being edited: what is put in, taken out and asked, until it is written."""

from rewriter.answer import Change
from rewriter.drafting.groups import Group
from rewriter.drafting.pieces import Ask, Edit, Faults
from rewriter.plan import Reading
from rewriter.reading import read

__all__ = ["Draft"]


class Draft:
    """The edits, questions and changes gathered for one group."""

    def __init__(self, reading: Reading, group: Group, found: Faults) -> None:
        self.reading = reading
        self.group = group
        self.found = found
        self.edits: list[Edit] = []
        self.asks: list[Ask] = []
        self.changes: list[Change] = []
        self.tail = ""
        self.last = ""
        self.own = _own_reading(reading, group)  # how much and by when, of this group alone

    def insert(self, at: int, words: str, ask: Ask) -> None:
        """Put words in at an offset of the user's text, with the question that they ask."""
        self.edits.append(Edit(at, at, words))
        self.asks.append(ask)

    def replace(self, start: int, end: int, words: str, ask: Ask, reason: str, rule: str) -> None:
        """Put words in the place of the user's, and declare it."""
        self.edits.append(Edit(start, end, words))
        self.asks.append(ask)
        self.changes.append(Change(self.reading.text[start:end], words, reason, rule))

    def append(self, words: str, ask: Ask) -> None:
        """Put words after the user's own."""
        self.tail += f" {words}"
        self.asks.append(ask)

    def inside(self, start: int, end: int) -> bool:
        """Whether a stretch of the text lies within the group."""
        return self.group.start <= start and end <= self.group.end


def _own_reading(reading: Reading, group: Group) -> Reading:
    if group.start <= reading.words[0].start and group.end >= reading.words[-1].start:
        return reading
    return read(reading.text[group.start : group.end], reading.context)
