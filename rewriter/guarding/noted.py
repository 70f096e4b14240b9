"""Values as they are noted down in a hurry, written out: "1½ hrs", "2xwk", "730pm", "24/7", "f/n".

The words that come out stand where the ones that they replace stood, so offsets hold.
"""

import re
from collections.abc import Iterator, Sequence

from rewriter.amounts.counting import value_of
from rewriter.guarding.shorthand import CLIPPED, unit_of
from rewriter.text import Word
from rewriter.timing.words import MONTH_NUMBERS

__all__ = ["noted"]

_PHRASES = {  # in the order in which they are tried
    ("yrly",): "annually",
    ("wkg", "days"): "working days",
    ("p", "/", "w"): "pw",
    ("p", "/", "m"): "pcm",
    ("p", "/", "d"): "pd",
    ("f", "/", "n"): "fortnightly",
    ("f", "/", "night"): "fortnightly",
    ("f", "/", "nightly"): "fortnightly",
    ("24/7",): "24 hours daily",
    ("round", "the", "clock"): "24 hours daily",
    ("around", "the", "clock"): "24 hours daily",
    ("e", "/", "o"): "every other",
    ("bi", "monthly"): "bimonthly",
    ("a", "doz"): "12",
    ("nocte",): "nightly",
    ("1", "2", "1"): "1:1",
    ("all", "7", "nights"): "nightly",
    ("all", "seven", "nights"): "nightly",
    ("all", "7", "days"): "daily",
}
_SEVENTHS = frozenset(  # after nights or days: that many a week
    tuple(said.split())
    for said in (
        "out of 7,out of seven,in every 7,in every seven,in 7,in seven,of 7,of seven,out of every seven,of the week"
    ).split(",")
)
_DAYS = frozenset("nights days mornings evenings afternoons nts".split())
_UNITS = {
    "mls": "ml", "mgs": "mg", "kgs": "kg", "milligram": "mg", "milligrams": "mg", "micrograms": "mcg",
    "yo": "years", "wd": "working days",
}  # fmt: skip
_LETTERS = {"m": "monday", "tu": "tuesday", "w": "wednesday", "th": "thursday", "f": "friday"}
_COINS = {"fiver": 5, "tenner": 10}
_TERMS = {"term": "termly", "terms": "termly"}
_COUNT = re.compile(r"\d+x|x\d*|/|once|twice")
_GLUED = re.compile(r"(\d+)(x)([a-z]{1,5})|(\d{1,2})([0-5]\d)([ap]m)|(\d+)(u)")
_PAID = re.compile(r"(\d+(?:\.\d+)?)(pw|pd|pcm|wkly|weekly|mthly|monthly)")
_AGES = {"fives": "5", "fours": "4", "threes": "3", "twos": "2", "elevens": "11", "eighteens": "18"}
_PRESCRIBED = {"52": "weeks", "12": "months", "7": "days"}
_ENDINGS = {"eot": "end of term", "trm": "term"}
_SHIFTS = {"eow": "week", "eod": "day"}
_FRACTIONS = {"1/3": "33.33%", "2/3": "66.67%", "1/5": "20%", "2/5": "40%", "3/5": "60%", "4/5": "80%", "1/10": "10%"}
_HALVES = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_PARTS = {0.5: "half", 0.25: "quarter", 0.75: "three quarters"}
_MINUTES = {"fifteen": 15, "thirty": 30}
_AT = frozenset("at by before from until till to after around about for between and than".split())
_TIME = re.compile(r"(?:0\d|1\d|2[0-3])[0-5]\d")
_HOURS = frozenset("hr hrs hour hours h".split())
_LARGE = {"hundred": 100.0, "thousand": 1000.0}
_OPENING = frozenset(first for first, *_ in _PHRASES) | frozenset(
    (
        *_UNITS,
        *_LETTERS,
        *_COINS,
        *_TERMS,
        *_HALVES,
        *CLIPPED,
        "min",
        "half",
        "ht",
        "out",
        "in",
        "of",
        "hundred",
        "thousand",
        "an",
        "121",
        *_AGES,
        *_SHIFTS,
        *_ENDINGS,
        "eo",
        "aft",
    )
)


def noted(words: Sequence[Word]) -> tuple[Word, ...]:
    """Give the words with each such value written out, in order. Linear in their number."""
    return tuple(_all(words))


def _all(words: Sequence[Word]) -> Iterator[Word]:
    index = 0
    while index < len(words):
        word = words[index]
        opens = (
            word.key in _OPENING or not word.key[0].isalpha() or word.key[0] == "x" or value_of(word.key) is not None
        )
        found = _read(words, index) if opens else None
        if found is None:
            yield word
            index += 1
            continue
        said, after = found
        for key in said.split():
            yield Word(word.start, words[after - 1].end, key, key, possessive=False)
        index = after


def _key(words: Sequence[Word], index: int) -> str:
    return words[index].key if 0 <= index < len(words) else ""


def _keys(words: Sequence[Word], index: int, size: int) -> tuple[str, ...]:
    return tuple([word.key for word in words[index : index + size]])


def _read(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    key = words[index].key
    for size in (4, 3, 2, 1):
        said = _PHRASES.get(_keys(words, index, size))
        if said is not None and index + size <= len(words):
            return said, index + size
    if _key(words, index - 1) in _DAYS and value_of(_key(words, index - 2)) is not None:
        for size in (4, 3, 2):
            if index + size <= len(words) and _keys(words, index, size) in _SEVENTHS:
                return "a week", index + size
    hurried = _in_a_hurry(words, index, key)
    if hurried is not None:
        return hurried
    return _halves(words, index) or _one_word(words, index, key) or _large(words, index) or _time(words, index)


def _one_word(words: Sequence[Word], index: int, key: str) -> tuple[str, int] | None:
    before, after = _key(words, index - 1), _key(words, index + 1)
    if key in _COINS and before == "a":
        return f"\u00a3 {_COINS[key]}", index + 1
    if key in _LETTERS and after in _LETTERS and words[index].text[0].isupper():
        hyphened = words[index + 1].start == words[index].end + 1 and words[index + 1].text[0].isupper()
        return (f"{_LETTERS[key]} - {_LETTERS[after]}", index + 2) if hyphened else None
    if key in _UNITS:
        return (_UNITS[key], index + 1) if value_of(before) is not None else None
    if key in _TERMS:
        return (_TERMS[key], index + 1) if _COUNT.fullmatch(before) else None
    if key == "half" and after == "term" and _COUNT.fullmatch(before):
        return "half-termly", index + 2
    if key == "ht" and words[index].text.isupper():  # else the headteacher
        return ("half-termly", index + 1) if before in ("every", "each", "per") else None
    if key == "min":
        fewest = after in ("of", "once", "twice") or value_of(after) is not None
        return ("minimum", index + 1) if fewest and value_of(before) is None else None
    if key == "121":
        return "1:1", index + 1
    if key in CLIPPED:
        return (CLIPPED[key], index + 1) if len(key) == 1 or not words[index].text.isupper() else None
    glued = _GLUED.fullmatch(key) if key[0].isdigit() else None
    if glued is None:
        return None
    if glued[2]:
        return (f"{glued[1]}x {glued[3]}", index + 1) if unit_of(glued[3]) else None
    return (f"{int(glued[4])}:{glued[5]}{glued[6]}" if glued[4] else f"{glued[7]} units"), index + 1


def _in_a_hurry(words: Sequence[Word], index: int, key: str) -> tuple[str, int] | None:
    """ "x6/52", "x6 wks", "£40pw", "1/3 of lessons", "under fives"."""
    before, after = _key(words, index - 1), _key(words, index + 1)
    if key[0] == "x" and key[1:].isdecimal():
        if after == "/" and _key(words, index + 2) in _PRESCRIBED:
            return f"{key[1:]} {_PRESCRIBED[words[index + 2].key]}", index + 3
        return (key[1:], index + 1) if after.endswith("s") and unit_of(after) else None
    if before == "\u00a3" and key[0].isdigit() and (paid := _PAID.fullmatch(key)):
        return f"{paid[1]} {paid[2]}", index + 1
    if key in _FRACTIONS:
        return (_FRACTIONS[key], index + 1) if after == "of" else None
    if key in _AGES:
        return (_AGES[key], index + 1) if before in ("under", "over") else None
    return _ends_and_turns(index, key, before, after)


def _ends_and_turns(index: int, key: str, before: str, after: str) -> tuple[str, int] | None:
    """ "EOW", "EOT", "EO Jan", "aft 6pm"."""
    if key in _SHIFTS and before not in ("by", "before", "til", "until", "till"):  # else the end of the week
        return f"every other {_SHIFTS[key]}", index + 1
    if key in _ENDINGS:
        return _ENDINGS[key], index + 1
    if key == "eo" and after in MONTH_NUMBERS:
        return "end", index + 1
    clock = after[:-2] if after[-2:] in ("am", "pm") else after
    return ("after", index + 1) if key == "aft" and value_of(clock) is not None else None


def _halves(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    """ "½ hr", "1½ hrs", "1 1/2 hrs", "1/4 past 9", "1/2 termly"."""
    key, after = words[index].key, _key(words, index + 1)
    unit = key[1:] if key[0] in _HALVES else ""
    if unit in _HOURS:
        return f"{_HALVES[key[0]]:g} {unit}", index + 1
    whole = key[:-1] if key[-1] in _HALVES and key[:-1].isdecimal() else ""
    if whole:
        return f"{float(whole) + _HALVES[key[-1]]:g}", index + 1
    if key.isdecimal() and after in _HALVES and unit_of(_key(words, index + 2)):
        return f"{float(key) + _HALVES[after]:g}", index + 2
    size = _HALVES.get(key)
    if size is None:
        return None
    if after in _HOURS:
        return f"{size:g}", index + 1
    slashed = "/" in key and after not in ("past", "to", "way", "of", "the", "a", "term", "termly")
    return None if slashed else (_PARTS[size], index + 1)


def _large(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    """ "two hundred", "twelve hundred", "one thousand two hundred and fifty"."""
    at, total, part, large = index, 0.0, 0.0, False
    while at < len(words) and at < index + 9:
        key = words[at].key
        number = value_of(key) if key.isalpha() else None
        if key in _LARGE and part:
            total, part, large = total + part * _LARGE[key], 0.0, True
        elif number is not None and key not in _LARGE and (not part or (part >= 20 and number < 10)):
            part += number
        elif not (key == "and" and large and value_of(_key(words, at + 1)) is not None):
            break
        at += 1
    return (f"{total + part:g}", at) if large else None


def _time(words: Sequence[Word], index: int) -> tuple[str, int] | None:
    """ "nine fifteen", "1600-1730", "one hour and thirty minutes", "1 hr 30m"."""
    key = words[index].key
    if _TIME.fullmatch(key) and index + 1 < len(words):
        other = words[index + 1]
        if _TIME.fullmatch(other.key) and other.start == words[index].end + 1:
            return f"{key[:2]}:{key[2:]} - {other.key[:2]}:{other.key[2:]}", index + 2
    number = value_of(key) if key != "an" else 1.0
    if number is None:
        return None
    minutes = _MINUTES.get(_key(words, index + 1))
    if minutes and 1 <= number <= 12 and key.isalpha() and _key(words, index - 1) in _AT:
        return (f"{number:g}:{minutes}", index + 2) if not unit_of(_key(words, index + 2)) else None
    if _key(words, index + 1) not in _HOURS:
        return None
    at = index + 2 + (_key(words, index + 2) in ("and", "&"))
    told = _key(words, at)
    glued = told.removesuffix("mins").removesuffix("min").removesuffix("m")
    if glued != told and glued.isdecimal():
        return f"{number + int(glued) / 60:g}hrs", at + 1
    more = value_of(told)
    if more is not None and 0 < more < 60 and unit_of(_key(words, at + 1)) == "minute":
        return f"{number + more / 60:g}hrs", at + 2
    return None
