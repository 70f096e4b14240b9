"""How a text reads once its gaps are agreed: a plain stand-in for each bracket, chosen by the place it stands in.

Source: `standards/smart.md`, "Points two independent readers asked about" ("A bracketed gap counts as what it will
hold"). The stand-ins are practice judgement: each is the plainest text of its kind and names nobody real.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rewriter.brackets import Bracket, BracketRole, find_brackets

__all__ = ["Filled", "stand_in", "with_gaps"]

_STAND_INS = {
    BracketRole.WHO: "Alex",
    BracketRole.DATE: "1 March 2099",
    BracketRole.HOW_OFTEN: "twice a week",
    BracketRole.NUMBER: "5",
    BracketRole.ACT: "mend the bike",
    BracketRole.SIGN: "3 consecutive days missed",
    BracketRole.LEVEL_NOW: "35%",
    BracketRole.LEVEL_NEXT: "40%",
}
_WORKER = "The social worker"
_HARMED = "Jamie"  # somebody else than whoever the harm comes from, who may be a gap as well
_THING = "the form"  # where a thing to be used stands, and no act could
_NOW, _NEXT = "4", _STAND_INS[BracketRole.NUMBER]
_ACTS = "hitting, kicking or shouting"  # what will have been said to count: "no [violence or threats]"
_HARM = frozenset("violence threats threatening abuse control controlling aggression aggressive violent".split())
_PLACE = "a place with "  # what "[support for Mum]" will have come to, with the need that it speaks to
_VAGUE_THINGS = frozenset("support help work intervention input".split())
# After these comes a thing ("use [what helps Devan]") and not an act.
_BEFORE_A_THING = frozenset("use uses using try do does with have follow keep about give get into".split())
# After these comes how things are now: "up from [nights now]".
_BEFORE_NOW = frozenset((("up", "from"), ("down", "from"), ("starting", "from"), ("rise", "from"), ("fall", "from")))
_SAYING_NOW = frozenset("now currently".split())
# After these, or before these, comes a number: "within [working days]", "[routine days] a week".
_BEFORE_A_NUMBER = frozenset("within least most for than".split())
_AFTER_A_NUMBER = frozenset("a per each every in out of times".split())
_COUNTED = frozenset(
    "days nights mornings afternoons evenings weekends weeks months hours minutes times sessions meetings visits "
    "lessons meals tests screens appointments calls incidents schooldays walks contacts".split()
)


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


def _read_as(bracket: Bracket, text: str) -> str:
    """The stand-in for a gap; a worker is somebody else than anybody the plan is for.

    An act in round brackets says how what stands before it will be seen: "sort the damp ([what they will do])".
    """
    if bracket.role is BracketRole.WHO:
        named = bracket.inside.lower()
        return _WORKER if "worker" in named else _HARMED if "harmed" in named else _STAND_INS[BracketRole.WHO]
    before = text[max(0, bracket.start - 40) : bracket.start].lower().split()
    words = bracket.inside.lower().split()
    number = _number(bracket, words, before, text[bracket.end : bracket.end + 12].split())
    if number:
        return number
    if bracket.role is BracketRole.ACT:
        if text[: bracket.start].endswith("("):
            return _STAND_INS[BracketRole.SIGN]
        if before[-1:] and before[-1] in _BEFORE_A_THING:
            return _THING
    if bracket.role is BracketRole.VALUE and before[-1:] == ["no"]:
        return _ACTS if not _HARM.isdisjoint(word.strip(",") for word in words) else bracket.inside
    if words[0] in _VAGUE_THINGS:
        return f"{_PLACE}{bracket.inside}"
    if words[0] == "which" and len(words) > 1:
        return f"the {' '.join(words[1:])}"
    return _STAND_INS.get(bracket.role, bracket.inside)


def _number(bracket: Bracket, words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> str:
    """The stand-in for a gap that will hold a number, with the thing counted; "" where it will not."""
    if bracket.role in (BracketRole.DATE, BracketRole.SIGN, BracketRole.HOW_OFTEN) or bracket.inside[:1].isdigit():
        return ""
    counted = _counted(words)
    if tuple(before[-2:]) in _BEFORE_NOW or not _SAYING_NOW.isdisjoint(words):
        if counted:  # no number, so that there is no step between to be too great
            return f"most {' '.join(word for word in counted.split() if word not in _SAYING_NOW)}"
        if bracket.role is not BracketRole.NUMBER:
            return _STAND_INS[BracketRole.LEVEL_NOW]
        return _NOW if after[:1] == ["times"] else ""
    framed = (
        bracket.role is BracketRole.NUMBER
        or (before[-1:] and before[-1] in _BEFORE_A_NUMBER)
        or (after[:1] and after[0] in _AFTER_A_NUMBER)
        or words[0] in ("fewer", "more")
    )
    return f"{_NEXT} {counted}" if counted and framed else ""


def _counted(words: Sequence[str]) -> str:
    """The thing counted that a gap names: "routine days" are days, "number of clean screens" clean screens."""
    if list(words[:2]) == ["number", "of"] and len(words) > 2:
        return " ".join(words[2:])
    return next((" ".join(words[n:]) for n, word in enumerate(words) if word in _COUNTED), "")
