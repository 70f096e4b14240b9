"""Words in, tags out: one character for each word that can stand in a phrase of time, `.` for the rest."""

import re
from collections.abc import Sequence

from rewriter.text import Word
from rewriter.timing.words import CHARS, LISTS, MONTH_NUMBERS

__all__ = ["is_anchored", "tags_of", "with_brackets"]

_EMPTY = "."
# Months that are also names or verbs, weekdays that are also words: read as time only in the right company.
_MONTH_OR_NAME = frozenset("may march mar april apr june jun jan august".split())
_WEEKDAY_OR_WORD = frozenset("sat sun wed".split())
_TITLES = frozenset("mr mrs ms miss dr aunt auntie nan uncle sister".split())

_TAG_OF = {word: CHARS[name] for name, block in LISTS.items() for word in block.split()} | {
    "\n": CHARS["BREAK"],
    **{name: CHARS["MONTH"] for name in MONTH_NUMBERS if name not in _MONTH_OR_NAME},
    **dict.fromkeys(_MONTH_OR_NAME | _WEEKDAY_OR_WORD, CHARS["MAYBE"]),
    **dict.fromkeys("second third".split(), CHARS["OTHER"]),
    **dict.fromkeys("review pep".split(), CHARS["REVIEW"]),
    "first": CHARS["ORD"],
    "following": CHARS["NEXT"],
    "beginning": CHARS["START"],
    "quarter": CHARS["QUARTER"],
    **dict.fromkeys("group placement supervision".split(), CHARS["EVMOD"]),
    **dict.fromkeys("school academic".split(), CHARS["SCHOOL"]),
}

_SHAPE = re.compile(
    r"(?P<CLOCK>\d{1,2}(?:[.:]\d\d)?(?:am|pm|noon)|(?:[01]?\d|2[0-4]):[0-5]\d)"
    r"|(?P<YEAR>(?:19|20)\d\d)"
    r"|(?P<DATE>\d{1,2}([./])\d{1,2}\4(?:20)?\d\d)"
    r"|(?P<ORDNUM>\d{1,2}(?:st|nd|rd|th))"
    r"|(?P<DAYNUM>0?[1-9]|[12]\d|3[01])"
    r"|(?P<SLASHDAY>\d{1,2}/(?:0?[1-9]|1[0-2]))"
    r"|(?P<DECCLOCK>(?:[1-9]|1\d|2[0-3])\.[0-5]\d)"
    r"|(?P<GLUED>\d+(?:days?|d|wks?|weeks?|w|months?|mths?|yrs?|years?))"
    r"|(?P<GLUEDHOUR>\d+(?:hours?|hrs?|h|mins?|minutes?))"
    r"|(?P<NUMX>\d+x)"
    r"|(?P<BIGNUM>\d+(?:[.,]\d+)*(?:%|kgs?|g|lbs?|ml|l|cm|mm|m|km|k|p|units?)?)"
)
_ANCHORS = (
    "WEEKDAY WEEKDAYS SEASON FESTIVAL TERM HOLIDAY NOW DAY WEEK MTH YR HOUR PART PARTS UNTIL FREQ PW YEAR DATE "
    "SLASHDAY CLOCK DECCLOCK "
    "GLUED GLUEDHOUR MONTH REVIEW EVENT ORDNUM NOON OCLOCK QUARTER ROW CONSEC THROUGHOUT SINCE TIMES XNUM NUMX "
    "ONCE END HALF EVERY NEXT TIME GAP PW ORDER"
).split()
_ANCHOR = re.compile("[" + "".join(CHARS[name] for name in _ANCHORS) + "]")


def is_anchored(tags: str) -> bool:
    """Whether a string of tags holds any that a phrase of time cannot do without."""
    return _ANCHOR.search(tags) is not None


def tags_of(words: Sequence[Word]) -> tuple[list[int] | None, str]:
    """Give one tag a word. With square brackets, only the words outside them or readable within, and their indices."""
    look = _TAG_OF.get
    tags: list[str] = []
    unsure = brackets = False
    for word in words:
        key = word.key
        tag = look(key)
        if tag is None:
            tag = _EMPTY
            if key[0].isdigit():
                tag = _shape_of(key)
            elif key[0] == "x" and key[1:].isdecimal():
                tag = CHARS["XNUM"]
            elif key == "[":
                brackets = True
        elif tag == CHARS["MAYBE"]:
            unsure = True
        tags.append(tag)
    if unsure:
        for index, tag in enumerate(tags):
            if tag == CHARS["MAYBE"]:
                tags[index] = _decide(words, tags, index)
    if brackets:
        kept = _bracketed(words, tags)
        return kept, "".join([tags[index] for index in kept])
    return None, "".join(tags)


def _shape_of(key: str) -> str:
    match = _SHAPE.fullmatch(key)
    return CHARS[match.lastgroup] if match is not None and match.lastgroup in CHARS else _EMPTY


_BEFORE_MONTH = frozenset(
    "by in until till til since from before during end early mid late of this last between st nd rd th".split()
)
_BEFORE_WEEKDAY = frozenset("on by every each next until from this last before , & and".split())
_VERBS_AFTER_NAME = frozenset("to will must should has would can says agrees is was attends".split())


def _decide(words: Sequence[Word], tags: Sequence[str], index: int) -> str:
    """Say whether May, June, Sat ... is a month or weekday here, or a name or verb."""
    word = words[index]
    before = words[index - 1].key if index else ""
    after = words[index + 1].key if index + 1 < len(words) else ""
    day_before = (index > 0 and tags[index - 1] in (CHARS["DAYNUM"], CHARS["ORDNUM"])) or (
        before == "of" and index > 1 and tags[index - 2] == CHARS["ORDNUM"]
    )
    numbers = (CHARS["DAYNUM"], CHARS["ORDNUM"], CHARS["YEAR"])
    day_after = (
        index + 1 < len(words)
        and tags[index + 1] in numbers
        and (word.text[:1].isupper() or before in ("on", "by", "until"))
    )
    if word.key in _WEEKDAY_OR_WORD:
        near = before in _BEFORE_WEEKDAY and (word.text[:1].isupper() or before not in (",", "&", "and"))
        joined = word.text[:1].isupper() and (
            (index > 0 and tags[index - 1] == CHARS["WEEKDAY"])
            or (index + 1 < len(words) and tags[index + 1] in (CHARS["WEEKDAY"], CHARS["CLOCK"]))
        )
        ends = index > 0 and tags[index - 1] == CHARS["WEEKDAY"]  # "fri-sun"
        ends = ends or (index + 1 < len(words) and tags[index + 1] in (CHARS["PART"], CHARS["PARTS"]))  # "wed eves"
        return CHARS["WEEKDAY"] if near or joined or day_after or ends else _EMPTY
    if day_before or day_after or after in ("half", "bank"):
        return CHARS["MONTH"]
    if before in _BEFORE_MONTH and not _is_name_here(words, word.key):
        return CHARS["MONTH"]
    return _EMPTY


def _is_name_here(words: Sequence[Word], key: str) -> bool:
    """Whether the text elsewhere uses a month's name as a person's."""
    for index, word in enumerate(words):
        if word.key != key or not word.text[:1].isupper():
            continue
        before = words[index - 1].key if index else ""
        after = words[index + 1].key if index + 1 < len(words) else ""
        if word.possessive or before in _TITLES or (before not in _BEFORE_MONTH and after in _VERBS_AFTER_NAME):
            return True
    return False


_GAP_TAGS = (
    ("GAP", frozenset("date dates day when deadline".split())),
    ("WORDNUM", frozenset("number many no how".split())),
    ("CLOCK", frozenset(("time",))),
)


def _bracketed(words: Sequence[Word], tags: list[str]) -> list[int]:
    """Choose the words to read where there are square brackets: a gap counts as what it will hold."""
    kept: list[int] = []
    index = 0
    while index < len(words):
        if words[index].key != "[":
            kept.append(index)
            index += 1
            continue
        close = next((at for at in range(index + 1, min(index + 12, len(words))) if words[at].key == "]"), 0)
        inside = range(index + 1, close)
        keys = {words[at].key for at in inside}
        if not keys:
            index += 1
            continue
        if any(tags[at] in _READABLE for at in inside):
            kept.extend(inside)
        else:
            name = next((name for name, told in _GAP_TAGS if not told.isdisjoint(keys)), None)
            tags[index + 1] = CHARS[name] if name else _EMPTY
            kept.append(index + 1)
        index = close + 1
    return kept


_READABLE = frozenset(
    CHARS[name]
    for name in ("DATE YEAR MONTH DAYNUM BIGNUM CLOCK WEEKDAY WEEKDAYS WEEK TERM FREQ XNUM NUMX GLUED").split()
)


def with_brackets(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Take in the square brackets that a phrase begins or ends inside."""
    if first and words[first - 1].key == "[":
        first -= 1
    opened = sum((word.key == "[") - (word.key == "]") for word in words[first:last])
    if opened > 0:
        close = next((at for at in range(last, min(last + 12, len(words))) if words[at].key == "]"), None)
        last = last if close is None else close + 1
    return first, last
