"""Values that are written as several words, put as the one word that they stand for.

"half a dozen" is 6, "eight in the morning" is 8am, "seven days a week" is daily, "Y10" is year 10. The words that come
out stand where the ones that they replace stood, so offsets hold.
"""

from collections.abc import Iterator, Sequence

from rewriter.amounts.counting import value_of
from rewriter.amounts.words import MEASURES, NUMBER_WORDS
from rewriter.guarding.noted import noted
from rewriter.guarding.shorthand import unit_of
from rewriter.text import Word

__all__ = ["respelled"]

_MORNING = {"morning": "am", "mornings": "am", "afternoon": "pm", "afternoons": "pm", "evening": "pm", "evenings": "pm"}
_EACH = frozenset(("a", "per", "each", "every", "/"))
_HOURS = frozenset(("hr", "hrs", "hour", "hours", "h"))
_SHARES = {"half": "50%", "quarter": "25%", "third": "33.33%", "fifth": "20%", "tenth": "10%"}
_PARTED = {
    ("three", "quarters"): "75%", ("two", "thirds"): "66.67%", ("two", "fifths"): "40%", ("three", "fifths"): "60%",
    ("four", "fifths"): "80%", ("one", "third"): "33.33%", ("one", "quarter"): "25%", ("one", "fifth"): "20%",
}  # fmt: skip
_WHICH = frozenset("1st 2nd first second other last next".split())
_WHOLES = frozenset("the his her their all its these those lessons sessions days".split())
_PHRASES = {  # in the order in which they are tried
    ("half", "a", "dozen"): "6",
    ("a", "dozen"): "12",
    ("a", "pair", "of"): "2",
    ("every", "day", "of", "the", "week"): "daily",
    ("bi", "weekly"): "biweekly",
    ("half", "termly"): "half-termly",
    ("every", "half", "term"): "half-termly",
    ("each", "half", "term"): "half-termly",
    ("a", "half", "term"): "half-termly",
    ("per", "half", "term"): "half-termly",
    ("saturdays", "and", "sundays"): "weekends",
    ("sat", "and", "sun"): "weekend",
    ("saturday", "and", "sunday"): "weekend",
    ("out", "of", "every"): "of",
    ("in", "every"): "in",
    ("school", "days"): "schooldays",
    ("w", "/", "e"): "weekend",
    ("w", "/", "ends"): "weekends",
    ("w", "/", "es"): "weekends",
    ("w", "/", "end"): "weekend",
    ("w", "/", "c"): "week",
    ("w", "/", "b"): "week",
}
_STARTS = frozenset(phrase[0] for phrase in _PHRASES) | {"alternate"}
_HALF = ("and", "a", "half")
_PACE = ("hrly", "hourly", "daily", "nightly", "wkly", "weekly", "mthly", "monthly")
_WEEKENDS = frozenset(("weekend", "weekends", "wkend", "wkends", "we"))
_OPENING = _STARTS | frozenset((*NUMBER_WORDS, *_SHARES, "a", "an"))


def respelled(words: Sequence[Word]) -> tuple[Word, ...]:
    """Give the words with each such value as one word (or two, for "Y10"), in order. Linear in their number."""
    return tuple(_all(noted(words)))


def _all(words: Sequence[Word]) -> Iterator[Word]:
    index = 0
    while index < len(words):
        key = words[index].key
        if key not in _OPENING and not key[0].isdigit() and key[0] != "y":
            yield words[index]
            index += 1
            continue
        found = _phrase(words, index) or _time(words, index) or _share(words, index) or _hour(words, index)
        if found is None:
            yield from _parted(words[index])
            index += 1
        else:
            said, after = found
            first, last = words[index], words[after - 1]
            for key in said.split():
                yield Word(first.start, last.end, key, key, possessive=False)
            index = after


def _key(words: Sequence[Word], index: int) -> str:
    return words[index].key if 0 <= index < len(words) else ""


def _phrase(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    key = words[index].key
    if key in ("7", "seven") and [_key(words, index + n) in want for n, want in _EVERY_DAY] == [True, True, True]:
        return "daily", index + 4
    if key not in _STARTS:
        return None
    at = index + (2 if _key(words, index) == "every" else 1)
    other = key == "alternate" or (key == "every" and _key(words, index + 1) in ("other", "second", "2nd", "alternate"))
    slashed = (_key(words, at), _key(words, at + 1)) == ("w", "/")
    if other and (_key(words, at) in _WEEKENDS or slashed):
        return "fortnightly weekend", at + (3 if slashed else 1)
    for phrase, said in _PHRASES.items():
        if phrase[0] == key and all(_key(words, index + n) == phrase[n] for n in range(1, len(phrase))):
            if said == "in" and value_of(_key(words, index + 2)) is None:
                return None
            return said, index + len(phrase)
    return None


_EVERY_DAY = ((1, frozenset(("days", "nights"))), (2, _EACH), (3, frozenset(("week", "wk"))))


def _time(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    """ "eight in the morning", "8.30 in the evening", "ten at night"; "a quarter past ten"."""
    key = words[index].key
    if key == "a" and _key(words, index + 1) == "quarter" and _key(words, index + 2) in ("past", "to"):
        return "quarter", index + 2
    number = value_of(key)
    if number is None or not 1 <= number < 13:
        return None
    at = index + 1 + (_key(words, index + 1) in ("o'clock", "oclock"))
    if _key(words, at) == "in" and _key(words, at + 1) == "the" and _key(words, at + 2) in _MORNING:
        return _clock(key, _MORNING[words[at + 2].key], number), at + 3
    if _key(words, at) == "at" and _key(words, at + 1) == "night":
        return _clock(key, "pm", number), at + 2
    return None


def _clock(key: str, half: str, number: float) -> str:
    return (key if key[0].isdigit() else str(int(number))) + half


def _share(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    """ "half of the lessons", "three quarters of his sessions"."""
    key = words[index].key
    said = _PARTED.get((key, _key(words, index + 1)))
    at = index + (said is not None or key == "a")
    part = _key(words, at)
    said = said or _SHARES.get(part)
    if said is None or _key(words, index - 1) in _WHICH:
        return None  # "the first half of the term"
    if at == index and part != "half":
        return None  # "the third of May"
    if at > index and part == "quarter" and _key(words, at + 1) in ("more", "extra"):
        return said, at + 1  # "a quarter more time"
    whole = _key(words, at + 1) == "of" and _is_whole(_key(words, at + 2)) and _key(words, at + 3) not in _HOURS
    return (said, at + 1) if whole else None


def _is_whole(key: str) -> bool:
    """Whether a share may be one of this: "of the", "of lessons"."""
    return key in _WHOLES or (key.endswith("s") and not key.endswith("ss") and not unit_of(key))


def _hour(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    """ "an hour and a half", "one and a half hours", "1hr 30"."""
    key = words[index].key
    unit = _key(words, index + 1)
    measured = unit in MEASURES or unit_of(unit)
    if key in ("an", "a", "one") and measured and _ends_half(words, index + 2):
        return f"1.5 {unit}", index + 5  # "an hour and a half", "a litre and a half a day"
    number = value_of(key)
    hours = _key(words, index + 4) in _HOURS
    if number is not None and _ends_half(words, index + 1):
        return f"{number + 0.5:g}{'hrs' if hours else ''}", index + 4 + hours
    glued = next((unit for unit in ("hrs", "hr", "h") if key.endswith(unit) and key.removesuffix(unit).isdecimal()), "")
    after = _key(words, index + 1)
    if glued and len(key) < 6 and after.removesuffix("mins").removesuffix("m") in ("15", "30", "45"):
        minutes = int(after[:2])
        size = 2 + (_key(words, index + 2) in ("mins", "minutes", "min"))
        return f"{float(key.removesuffix(glued)) + minutes / 60:g}hrs", index + size
    return None


def _ends_half(words: Sequence[Word], index: int) -> bool:
    return tuple(_key(words, index + n) for n in range(3)) == _HALF


def _parted(word: Word) -> Iterator[Word]:
    """ "Y10" and "2hrly" as two words."""
    pace = next((pace for pace in _PACE if word.key[:1].isdigit() and word.key.endswith(pace)), "")
    if pace and word.key.removesuffix(pace).isdecimal():
        cut = word.end - len(pace)
        yield Word(word.start, cut, word.text[: cut - word.start], word.key.removesuffix(pace), possessive=False)
        yield Word(cut, word.end, pace, pace, possessive=False)
        return
    year = word.key.removeprefix("yr").removeprefix("y")
    if year != word.key and year.isdecimal() and len(year) < 3:
        cut = word.end - len(year)
        yield Word(word.start, cut, word.text[: cut - word.start], "year", possessive=False)
        yield Word(cut, word.end, word.text[cut - word.start :], year, possessive=False)
    else:
        yield word
