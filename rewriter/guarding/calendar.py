"""Days and times of day, however they are written: "3/11/26", "3rd of Nov", "Tuesday"; "4pm", "16:00", "half past 8".

A day without a year, and a time that may be morning or afternoon, stay so.
"""

import re
from collections.abc import Sequence

from rewriter.amounts.counting import value_of
from rewriter.guarding.values import Key
from rewriter.text import Word
from rewriter.timing.words import MONTH_NUMBERS

__all__ = ["OPENING", "clock_at", "day_at", "short_year", "weekday_at"]

_WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        ("monday mon mondays mons", "tuesday tue tues tuesdays", "wednesday wed weds wednesdays",
         "thursday thu thur thurs thursdays", "friday fri fridays fris", "saturday sat saturdays sats",
         "sunday sun sundays suns")
    )
    for form in forms.split()
}  # fmt: skip
_LETTERS = {"m": 0, "mo": 0, "tu": 1, "we": 2, "w": 2, "th": 3, "fr": 4, "f": 4, "sa": 5, "su": 6}  # "Tu/Th", "Tu W Th"
_WORDS_TOO = frozenset("may march mar sat sats sun mon wed".split())  # months and days that are words and names as well
_BEFORE_DAY = frozenset(
    "except exc excl bar not by on every each next until til till from ev this alt alternate".split()
)
_AFTER_DAY = frozenset("am pm morn morning mornings mornin aft afternoon afternoons eve evening evenings".split())
_MAY_FOLLOW = frozenset(
    "in by until till end of from since before during early mid late this next last each to end".split()
)
_CLOCK = re.compile(
    r"(\d{1,2})(?:[.:](\d\d))?(am|pm|noon)|([01]?\d|2[0-3]):([0-5]\d)(?:hrs?|h)?|([01]\d|2[0-3])([0-5]\d)(?:hrs?|h)"
)
_BARE = re.compile(r"(?:[01]\d|2[1-3])[0-5]\d")
_AT = frozenset("at by before from until till to after around about for between and than".split())
_AFTER_YEAR = frozenset(["", ",", ".", ";", ")", "\n", "to", "and", "at", "-", "re", "w", "with", "about", "for"])
_FULL = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_COUNTED = frozenset(
    "from between weeks week wk wks days sessions session years year months steps pages ages aged chapters".split()
)
_MINUTES = frozenset((5, 10, 15, 20, 25, 30))
_NOON = 720
OPENING = frozenset((*_WEEKDAYS, *_LETTERS, *MONTH_NUMBERS, "noon", "midday", "midnight", "half", "quarter"))
"""The words with which a day or a time of day can begin, beside numbers."""


def _key(words: Sequence[Word], index: int) -> str:
    return words[index].key if 0 <= index < len(words) else ""


def weekday_at(words: Sequence[Word], index: int) -> int | None:
    """Give the weekday that stands at an index, Monday as 0, or None."""
    key = _key(words, index)
    if key in _LETTERS:
        near = {_key(words, index + n) for n in (-2, -1, 1, 2)}
        beside = (
            "w" in near if key == "m" else not near.isdisjoint(_LETTERS.keys() - {"m"})
        )  # "M/W/F", but "M & F" are two parents
        return _LETTERS[key] if beside and words[index].text[:1].isupper() else None
    if key in _WORDS_TOO and not words[index].text[:1].isupper() and not words[index].possessive:
        near = {_key(words, index + n) for n in (-2, -1, 1, 2)} - _WORDS_TOO
        before, after = _key(words, index - 1), _key(words, index + 1)  # "by sat", "sat 10-12", "sun am", "mon-fri"
        told = before in _BEFORE_DAY or after in _AFTER_DAY or (after[:1].isdigit() and key in ("sat", "sats", "sun"))
        if near.isdisjoint(_WEEKDAYS) and not told:
            return None
    return _WEEKDAYS.get(key)


def day_at(words: Sequence[Word], index: int, text: str) -> tuple[Key, int, Key | None] | None:
    """Read a date, a month or a year at an index: its key, the index after it, and its key without the year."""
    key = words[index].key
    full = _FULL.fullmatch(key)
    if full is not None:
        return _day(int(full[1]), int(full[2]), _year(full[3]), index + 1)
    short = _SHORT.fullmatch(key)
    if short is not None and int(short[2]) <= 12 and _key(words, index - 1) not in ("a", "score"):
        return _day(int(short[1]), int(short[2]), None, index + 1)
    if key.isdecimal() and _hyphened(words, index, text):
        first, middle, last = (words[index + n].key for n in range(3))
        if len(first) == 4 and middle.isdecimal() and last.isdecimal():
            return _day(int(last), int(middle), int(first), index + 3)
        if middle in MONTH_NUMBERS or (middle.isdecimal() and last.isdecimal() and len(last) in (2, 4)):
            month = MONTH_NUMBERS.get(middle) or int(middle)
            return _day(int(first), month, _year(last) if last.isdecimal() else None, index + 3)
    ordinal = _ORDINAL.fullmatch(key)
    if ordinal is not None:
        at = index + 1 + (_key(words, index + 1) == "of")
        if _key(words, at) in MONTH_NUMBERS and 1 <= int(ordinal[1]) <= 31:
            year, after = _year_at(words, at + 1)
            return _day(int(ordinal[1]), MONTH_NUMBERS[words[at].key], year, after)
    if key in MONTH_NUMBERS and _is_month(words, index):
        month = MONTH_NUMBERS[key]
        day = _ORDINAL.fullmatch(_key(words, index + 1))
        if day is not None and 1 <= int(day[1]) <= 31:
            year, after = _year_at(words, index + 2)
            return _day(int(day[1]), month, year, after)
        year, after = _year_at(words, index + 1)
        of = _key(words, index - 1) == "of"
        ends = "end" in (_key(words, index - 1), _key(words, index - 2) if of else "")
        ends = ends or (of and _key(words, index - 2) == "day" and _key(words, index - 3) == "last")
        return ("month_end" if ends else "month", (month, year)), after, ("month", (month, None))
    if len(key) == 4 and key.isdecimal() and key[:2] == "20":
        return ("year", int(key)), index + 1, None
    return None


def short_year(words: Sequence[Word], index: int) -> tuple[Key, ...]:
    """Give the month of a year that "June 27" may be, beside the 27th of June."""
    year = _key(words, index + 1)
    if words[index].key not in MONTH_NUMBERS or not year.isdecimal() or not "24" <= year <= "31":
        return ()
    return (("month", (MONTH_NUMBERS[words[index].key], _year(year))),)


def _is_month(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.key not in _WORDS_TOO:
        return word.text[:1].isupper() or _key(words, index - 1) in _MAY_FOLLOW
    after = _key(words, index + 1)
    if after[:1].isdigit() or after in ("half", "bank"):
        return True
    return word.text[:1].isupper() and _key(words, index - 1) in _MAY_FOLLOW and not word.possessive


def _day(day: int, month: int, year: int | None, after: int) -> tuple[Key, int, Key | None] | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return ("date", (day, month, year)), after, ("date", (day, month, None))


def _year_at(words: Sequence[Word], index: int) -> tuple[int | None, int]:
    at = index + (_key(words, index) == ",")
    key = _key(words, at)
    if len(key) == 4 and key.isdecimal() and key[:2] in ("19", "20"):
        return int(key), at + 1
    if index > 1 and len(key) == 2 and key.isdecimal() and "24" <= key <= "45" and _key(words, at + 1) in _AFTER_YEAR:
        return _year(key), at + 1  # "4th Jan 27"
    if key in ("'", "\u2019") and len(_key(words, at + 1)) == 2 and words[at + 1].key.isdecimal():
        return _year(words[at + 1].key), at + 2
    return None, index


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits[-2:])


def _hyphened(words: Sequence[Word], index: int, text: str) -> bool:
    if index + 2 >= len(words):
        return False
    one, two, three = words[index : index + 3]
    return text[one.end : two.start] == "-" and text[two.end : three.start] == "-"


def clock_at(words: Sequence[Word], index: int) -> tuple[Key, int] | None:
    """Read a time of day at an index: its key (minutes, and whether morning or afternoon is known), and the end."""
    key = words[index].key
    match = _CLOCK.fullmatch(key)
    if match is not None:
        if match[3]:
            return _twelve(int(match[1]), int(match[2] or 0), match[3], index + 1)
        hours, minutes = (match[4], match[5]) if match[4] else (match[6], match[7])
        meridiem = _key(words, index + 1)
        if meridiem in ("am", "pm"):
            return _twelve(int(hours), int(minutes), meridiem, index + 2)
        return _time(int(hours), int(minutes), sure=int(hours) > 12 or len(hours) == 2, after=index + 1)
    if _BARE.fullmatch(key) and (key[0] == "0" or _key(words, index - 1) in _AT):  # "at 1600"; 2026 is a year
        return _time(int(key[:2]), int(key[2:]), sure=True, after=index + 1)
    if key in ("noon", "midday", "midnight"):
        return ("clock", (_NOON if key != "midnight" else 0, True)), index + 1
    return _spoken(words, index) or _in_words(words, index)


def _in_words(words: Sequence[Word], index: int) -> tuple[Key, int] | None:
    """ "4 pm", "8.50 am", "12 noon", "four o'clock", and "by 9.30" after a word that a time follows."""
    key, after = words[index].key, _key(words, index + 1)
    number = value_of(key)
    if number is None or not 0 <= number < 24:
        return None
    hour = int(number)
    minutes = int(key[-2:]) if key[-3:-2] == "." else 0
    if minutes > 59 or (minutes == 0 and number != hour):
        return None
    if after in ("am", "pm") and 1 <= hour <= 12:
        return _twelve(hour, minutes, after, index + 2)
    if after in ("noon", "midday") and hour == 12:
        return ("clock", (_NOON, True)), index + 2
    if after in ("o'clock", "oclock"):
        return _time(hour, 0, sure=False, after=index + 2)
    if minutes and _key(words, index - 1) in _AT:
        return _time(hour, minutes, sure=hour > 12, after=index + 1)
    return None


def _spoken(words: Sequence[Word], index: int) -> tuple[Key, int] | None:
    """ "half past eight", "half seven", "quarter to nine"."""
    key, link = words[index].key, _key(words, index + 1)
    if link not in ("past", "to") and key != "half":
        return None
    told = _key(words, index + 2) if link in ("past", "to") else link if key == "half" else ""
    halves = told[-2:] if told[-2:] in ("am", "pm") and told[:1].isdigit() else ""  # "half past 8pm"
    hour = value_of(told.removesuffix(halves))
    minutes = {"half": 30, "quarter": 15}.get(key) or int(value_of(key) or 0)
    if hour is None or not 1 <= hour <= 12 or minutes not in _MINUTES:
        return None
    if minutes not in (15, 30) and _key(words, index - 1) in _COUNTED:
        return None  # "from five to ten", "weeks five to eight"
    after = index + (3 if link in ("past", "to") else 2)
    total = int(hour) * 60 + (-minutes if link == "to" else minutes)
    meridiem = halves or _key(words, after)
    if meridiem in ("am", "pm"):
        return _twelve(total // 60, total % 60, meridiem, after + (not halves))
    return _time(total // 60, total % 60, sure=False, after=after)


def _twelve(hour: int, minutes: int, meridiem: str, after: int) -> tuple[Key, int] | None:
    if not (1 <= hour <= 23 and minutes < 60):
        return None
    if hour <= 12:
        hour = hour % 12 + (12 if meridiem in ("pm", "noon") else 0)
    return ("clock", (hour * 60 + minutes, True)), after


def _time(hour: int, minutes: int, *, sure: bool, after: int) -> tuple[Key, int] | None:
    if not (0 <= hour < 24 and 0 <= minutes < 60):
        return None
    return ("clock", (hour * 60 + minutes if sure else (hour * 60 + minutes) % _NOON, sure)), after
