"""Square brackets as gaps: what each stands for, and how a text reads once they are agreed.

A bracket that holds a value or a short noun phrase is a gap and counts as what it will hold; one that holds a
clause or a reason is text like any other.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rewriter.remembered import remembered

__all__ = [
    "Bracket",
    "BracketRole",
    "Filled",
    "evened",
    "find_brackets",
    "has_odd_bracket",
    "stand_in",
    "unfit",
    "with_gaps",
]

_BRACKET = re.compile(r"\[([^\[\]\n]{1,120})\]")
_LONGEST_ANSWER = 300  # characters
_PAIR = re.compile(r"\[[^\[\]]*\]")
_ODD = re.compile(r"[\[\]]")
_LONGEST = 9  # words a gap may hold
_CLAUSE = frozenset("because so since although unless therefore otherwise but".split())


class BracketRole(StrEnum):
    """What a gap will hold."""

    WHO = "who"
    DATE = "date"
    HOW_OFTEN = "how_often"
    NUMBER = "number"
    ACT = "act"
    SIGN = "sign"
    LEVEL_NOW = "level_now"
    LEVEL_NEXT = "level_next"
    VALUE = "value"  # a suggested value or a plain noun phrase: it reads as it stands


class Bracket(NamedTuple):
    """One gap: offsets of the whole bracket (end exclusive), the words inside, and what it will hold."""

    start: int
    end: int
    inside: str
    role: BracketRole


# The first role whose word stands in the bracket decides; order matters ("name of worker" is who, not a value).
_WORDS: tuple[tuple[BracketRole, frozenset[str]], ...] = (
    (BracketRole.HOW_OFTEN, frozenset("often frequency times regularity".split())),
    (BracketRole.SIGN, frozenset("sign signs indicator".split())),
    (BracketRole.NUMBER, frozenset("number amount score percentage many".split())),
    (BracketRole.DATE, frozenset("date day deadline when".split())),
    (BracketRole.WHO, frozenset("who name named person worker officer professional whom".split())),
    (BracketRole.ACT, frozenset("what act action step task".split())),
)
# What a gap is read as while nothing is agreed; each is the plainest text of its kind and names nobody real.
_STAND_INS = {
    BracketRole.WHO: "Alex",
    BracketRole.DATE: "1 March 2099",
    BracketRole.HOW_OFTEN: "twice a week",
    BracketRole.NUMBER: "3",
    BracketRole.ACT: "mend the bike",
    BracketRole.SIGN: "3 consecutive days missed",
    BracketRole.LEVEL_NOW: "35%",
    BracketRole.LEVEL_NEXT: "40%",
}

_WORKER = "The social worker"


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with a stand-in for every gap, and the way back to the offsets of the text with its brackets."""

    text: str
    brackets: tuple[Bracket, ...]
    _starts: tuple[int, ...]  # where each stretch begins in the filled text
    _shifts: tuple[tuple[int, int, int], ...]  # original start, original end, filled end of each stretch

    def back(self, offset: int, *, is_end: bool = False) -> int:
        """Give the offset in the bracketed text for one in the filled text; inside a stand-in, the bracket's edge."""
        if not self._starts:
            return offset
        at = max(0, bisect_right(self._starts, offset - is_end) - 1)
        start, end, _ = self._shifts[at]
        plain = end - start == self._shifts[at][2] - self._starts[at]
        if plain:
            return start + (offset - self._starts[at])
        return end if is_end else start


@remembered
def find_brackets(text: str) -> tuple[Bracket, ...]:
    """Give the gaps of a text in order. Brackets with a clause, a reason or more than nine words are not gaps."""
    found: list[Bracket] = []
    for match in _BRACKET.finditer(text):
        inside = match.group(1).strip()
        words = [word.strip(",.;:").lower() for word in inside.split()]
        if words and len(words) <= _LONGEST and not _CLAUSE & set(words):
            found.append(Bracket(match.start(), match.end(), inside, _role(words)))
    return tuple(found)


def has_odd_bracket(text: str) -> bool:
    """Whether a bracket is left open, closes nothing or holds another, so that a gap could be taken for words."""
    return bool(_ODD.search(_PAIR.sub("", text)))


def evened(text: str) -> str:
    """Give a text whose odd square brackets are round, so that whatever stands in square ones is a gap."""
    if not has_odd_bracket(text):
        return text
    paired = {at for pair in _PAIR.finditer(text) for at in (pair.start(), pair.end() - 1)}
    return _ODD.sub(lambda sign: sign[0] if sign.start() in paired else {"[": "(", "]": ")"}[sign[0]], text)


def _role(words: list[str]) -> BracketRole:
    if any(word[:1].isdigit() for word in words):
        return BracketRole.VALUE  # a suggested value: "12 weeks", "4 days"
    if "level" in words or words[-2:] == ["first", "step"]:
        return BracketRole.LEVEL_NOW if "now" in words else BracketRole.LEVEL_NEXT
    if set(words) & {"seen", "counted", "counts", "sign"}:
        return BracketRole.SIGN
    if words[0] in ("what", "act", "action"):
        return BracketRole.ACT
    known = set(words)
    return next((role for role, keys in _WORDS if keys & known), BracketRole.VALUE)


def _read_as(bracket: Bracket, text: str) -> str:
    """The stand-in for a gap; a worker is somebody else than anybody the plan is for.

    An act in round brackets says how what stands before it will be seen: "sort the damp ([what they will do])".
    """
    if bracket.role is BracketRole.WHO and "worker" in bracket.inside.lower():
        return _WORKER
    if bracket.role is BracketRole.ACT and text[: bracket.start].endswith("("):
        return _STAND_INS[BracketRole.SIGN]
    return _STAND_INS.get(bracket.role, bracket.inside)


@remembered
def unfit(answer: str) -> str:
    """Say why an answer cannot take the place of a bracket, after "the answer ..."; "" where it can."""
    if len(answer) > _LONGEST_ANSWER or len(answer.splitlines()) > 1 or "[" in answer or "]" in answer:
        return f"must be one line of at most {_LONGEST_ANSWER} characters without square brackets"
    return ""


def stand_in(text: str) -> Filled:
    """Read a text as if every gap were agreed: the same text with a stand-in of the right kind for each bracket."""
    brackets = find_brackets(text)
    if not brackets:
        return Filled(text, (), (), ())
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[tuple[int, int, int]] = []
    at = length = 0
    for bracket in brackets:
        for begin, stop, words in (
            (at, bracket.start, text[at : bracket.start]),
            (bracket.start, bracket.end, _read_as(bracket, text)),
        ):
            if begin < stop:
                starts.append(length)
                length += len(words)
                shifts.append((begin, stop, length))
                parts.append(words)
        at = bracket.end
    if at < len(text):
        starts.append(length)
        shifts.append((at, len(text), length + len(text) - at))
        parts.append(text[at:])
    return Filled("".join(parts), brackets, tuple(starts), tuple(shifts))


def with_gaps(said: str, texts: Sequence[str]) -> str:
    """Give words read in filled texts with the gap in place of its stand-in: a reader knows of no "Alex".

    Takes the words, and the texts with their brackets. Only gaps for somebody count; words that a text itself holds
    stay as they are.
    """
    for text in texts:
        for bracket in find_brackets(text):
            name = _read_as(bracket, text)
            if bracket.role is BracketRole.WHO and name in said and not any(name in each for each in texts):
                said = said.replace(name, text[bracket.start : bracket.end])
    return said
