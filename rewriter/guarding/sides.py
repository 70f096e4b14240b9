"""The two texts that the guard compares, each read once: its words, its gaps and its lines."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any

from rewriter.filled import Filled, stand_in
from rewriter.guarding.counting import values_of
from rewriter.guarding.shorthand import written_as_numbers
from rewriter.guarding.store import Store, store_of
from rewriter.guarding.values import Value
from rewriter.once import once
from rewriter.plan import Context, PlanKind, Reading
from rewriter.reading import read
from rewriter.text import Span, Word, words_of

__all__ = ["Line", "Side", "is_gap"]

_LABEL = re.compile(
    r"(?:[#>*\u2022\-\u2013\s]*)(?:\*\*)?(?:(?:overall\s+|smart\s+)?"
    r"(?P<kind>goals?|aims?|outcomes?|objectives?|obj|actions?|steps?|targets?|tasks?)\b\s*(?:no\.?\s*)?"
    r"(?:(?:\d{1,2}|one|two|three|four|five|six|[a-f])\b)?\s*(?:\([^()\n]{1,30}\)\s*)?"
    r"(?:[:.)\u2013\u2014-]+(?:\*\*)?|\*\*|(?<=\d)|$)\s*)?"
    r"(?P<number>(?:no\.?\s?\d{1,2}\s*\||\(?(?:\d{1,2}|[a-hivx]{1,3})[.):](?=\s|\*|$))\s*)?",
    re.IGNORECASE,
)
_NEAR = 16  # code points: one or two words
_GOALS = ("goal", "aim", "outcome")
_LINE = re.compile(r"[^\n]+")
# What makes a bracket text like any other: a reason, a purpose or a clause of its own.
_NO_GAP = re.compile(
    r"\s*(?:as|due\s+to|owing\s+to|given\s+that|so|in\s+order|because|since|to\s+(?!be\b)(?:prove|show|help|stop|make)"
    r"|which|who\s+(?:is|has|was)|although)\b(?!\s+(?:agreed|soon|above|now)\b)"
    r"|(?:^\s*(?:s?he|they|it|we|i)\s+(?:has|have|had|is|are|was|were|does|did|will|won'?t|can'?t|cannot|\w+s|\w+ed)\b)"
    r"|(?:^\s*[A-Z]\w+\s+(?:is|was|has|are|were|have)\b)",
    re.IGNORECASE,
)
_OPENS_GAP = re.compile(r"\s*(?:what|how|who|where|when|which|whether|date|day|time|name|sign|the\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One goal or objective of a text: where its words stand (end exclusive), without label or number."""

    start: int
    end: int
    is_goal: bool
    is_new: bool  # a goal or objective of its own, or one more line of the one before


@dataclass(frozen=True)
class Side:
    """One of the two texts, with what was told beside it. Everything is worked out once, when first asked for."""

    text: str
    context: Context
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @once
    def words(self) -> tuple[Word, ...]:
        """The words of the text as received."""
        return words_of(self.text)

    @once
    def store(self) -> Store:
        """The words as received, to be held against those of another text."""
        return store_of(self.text)

    @once
    def read_store(self) -> Store:
        """The words with every gap read as agreed."""
        return store_of(self.filled.text) if self.filled.brackets else self.store

    @once
    def whole_store(self) -> Store:
        """The words as received, and those with every gap read as agreed."""
        return Store((*self.words, *self.reading.words)) if self.filled.brackets else self.store

    @once
    def values(self) -> tuple[Value, ...]:
        """The values stated, in gaps too; numbers that only count the lines are left out."""
        found = values_of(self.words, self.text)
        words = written_as_numbers(self.reading) if not self.gaps else frozenset()
        return tuple(value for value in found if value.start not in words and not self.in_label(value.start))

    @once
    def gaps(self) -> tuple[Span, ...]:
        """The brackets that hold a value or a short noun phrase; one with a reason or a clause is text."""
        return tuple(Span(b.start, b.end) for b in self.filled.brackets if is_gap(b.inside))

    @once
    def filled(self) -> Filled:
        """The text with every gap read as agreed."""
        return stand_in(self.text)

    @once
    def lines(self) -> tuple[Line, ...]:
        """The goals and objectives, line by line, headings left out."""
        found: list[Line] = []
        numbered, heading = False, ""
        for match in _LINE.finditer(self.text):
            label = _LABEL.match(self.text, match.start(), match.end())
            start = label.end() if label else match.start()
            rest = self.text[start : match.end()].strip()
            kind = (label["kind"] or "").lower() if label else ""
            marked = bool(label and (kind or label["number"]))
            if len(rest.strip(":*# ")) < 3:
                heading = kind or heading
                continue
            is_goal = (kind or heading).startswith(_GOALS)
            found.append(Line(start, match.end(), is_goal, marked or bool(heading) or not numbered))
            heading = ""
            numbered = numbered or (marked and not is_goal)
        return tuple(found)

    @once
    def reading(self) -> Reading:
        """Who is to do what, read with every gap agreed: as a plan where there are several lines."""
        kind = PlanKind.PLAN if len(self.lines) > 1 else PlanKind.OBJECTIVE
        return read(self.filled.text, self.context, kind)

    @once
    def _gap_starts(self) -> list[int]:
        return [gap.start for gap in self.gaps]

    @once
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def in_gap(self, offset: int) -> bool:
        """Whether an offset lies within a gap."""
        at = bisect_right(self._gap_starts, offset) - 1
        return at >= 0 and offset < self.gaps[at].end

    @once
    def _value_starts(self) -> list[int]:
        return [value.start for value in self.values]

    def in_value(self, offset: int) -> bool:
        """Whether an offset lies within a value: a time, a number, an amount."""
        at = bisect_right(self._value_starts, offset) - 1
        return at >= 0 and offset < self.values[at].end

    def after_gap(self, offset: int) -> bool:
        """Whether a gap ends shortly before an offset: "[number] times a day" is one thing to agree."""
        at = bisect_right(self._gap_starts, offset) - 1
        return at >= 0 and 0 <= offset - self.gaps[at].end <= _NEAR and "." not in self.text[self.gaps[at].end : offset]

    def in_label(self, offset: int) -> bool:
        """Whether an offset lies within a label, a number or a heading of the list."""
        at = bisect_right(self._line_starts, offset) - 1
        return at < 0 or offset >= self.lines[at].end

    def line_at(self, offset: int) -> Line | None:
        """Give the goal or objective in which an offset lies."""
        at = bisect_right(self._line_starts, offset) - 1
        return self.lines[at] if at >= 0 and offset < self.lines[at].end else None

    @once
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def index_at(self, offset: int) -> int:
        """Give the index of the word that begins at an offset, or of the first one after it."""
        return bisect_left(self._word_starts, offset)

    def words_within(self, start: int, end: int) -> tuple[Word, ...]:
        """Give the words that begin between two offsets."""
        return self.words[self.index_at(start) : self.index_at(end)]

    def place(self, first: int, last: int) -> Span:
        """Give offsets in the text as received for words of the reading (end exclusive)."""
        words = self.reading.words
        return Span(self.filled.back(words[first].start), self.filled.back(words[last - 1].end, is_end=True))


def is_gap(inside: str) -> bool:
    """Whether the words of a bracket are a value or a short noun phrase."""
    return bool(_OPENS_GAP.match(inside)) or not _NO_GAP.search(inside)
