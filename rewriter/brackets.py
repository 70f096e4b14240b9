"""Square brackets as gaps: which of them are gaps, and what each will hold.

A bracket that holds a value or a short noun phrase is a gap and counts as what it will hold; one that holds a
clause or a reason is text like any other.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from rewriter.remembered import remembered

__all__ = [
    "Bracket",
    "BracketRole",
    "evened",
    "find_brackets",
    "has_odd_bracket",
    "unfit",
]

_BRACKET = re.compile(r"\[([^\[\]\n]{1,120})\]")
_LONGEST_ANSWER = 300  # characters
_PAIR = re.compile(r"\[[^\[\]]*\]")
_ODD = re.compile(r"[\[\]]")
_LONGEST = 9  # words a gap may hold
_CLAUSE = frozenset("because so since although unless therefore otherwise but".split())
_RHYTHMS = frozenset("every each once twice daily weekly fortnightly monthly".split())


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
    (BracketRole.DATE, frozenset("date dates day deadline when".split())),
    (BracketRole.WHO, frozenset("who name named person worker officer professional whom".split())),
    (BracketRole.ACT, frozenset("what act action step task".split())),
)


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
    if words[0] in _RHYTHMS or words[:2] == ["the", "same"]:
        return BracketRole.VALUE  # one too: "every school day", "the same day"
    if "level" in words or words[-2:] == ["first", "step"]:
        return BracketRole.LEVEL_NOW if "now" in words else BracketRole.LEVEL_NEXT
    if set(words) & {"seen", "counted", "counts", "sign"}:
        return BracketRole.SIGN
    if words[0] in ("what", "act", "action"):
        return BracketRole.ACT
    known = set(words)
    return next((role for role, keys in _WORDS if keys & known), BracketRole.VALUE)


@remembered
def unfit(answer: str) -> str:
    """Say why an answer cannot take the place of a bracket, after "the answer ..."; "" where it can."""
    if len(answer) > _LONGEST_ANSWER or len(answer.splitlines()) > 1 or "[" in answer or "]" in answer:
        return f"must be one line of at most {_LONGEST_ANSWER} characters without square brackets"
    return ""
