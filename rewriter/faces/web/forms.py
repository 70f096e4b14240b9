"""What a form sends, read: the fields as text, and what they say beside an objective. A mistake names its field."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import parse_qsl

from rewriter.answer import Rewrite
from rewriter.errors import InputError
from rewriter.faces.entries import harm_in, person_in
from rewriter.plan import Context

__all__ = [
    "LONGEST",
    "FormMistake",
    "as_told",
    "beside_of",
    "context_in",
    "day_in",
    "fields_in",
    "named_in",
    "text_in",
    "written",
    "wrong_texts",
]

_MOST_FIELDS = 2_000  # two hundred objectives have as many boxes, and gaps in each
LONGEST = 10_000
"""Characters in one field of what is told beside an objective."""

_DAY = re.compile(
    r"(?:([A-Za-z]{3,9})\.?,? +)?"
    r"(\d{1,2})(?:st|nd|rd|th)?(?:[/. -]| +of +)(\d{1,2}|[A-Za-z]{3,9})\.?(?:[/. -]|, *)(\d{4}|\d{2})"
    r"|(\d{4})-(\d{2})-(\d{2})"
)
_THIS_CENTURY = 2000  # in which a plan of "7/9/26" is
_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class FormMistake(InputError):
    """Something in one field of a form cannot be used. `field` is its name; `more` are the mistakes in other fields."""

    def __init__(self, field: str, message: str, more: Sequence["FormMistake"] = ()) -> None:
        super().__init__(message)
        self.field = field
        self.more = tuple(more)


def fields_in(body: bytes) -> dict[str, str]:
    """Read a form that was posted. Line ends become those of text files. Raises InputError."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS, encoding="utf-8"
        )
    except (ValueError, UnicodeError):
        raise InputError("the form could not be read; go back to the page and send it again") from None
    return {name: value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "") for name, value in pairs}


def context_in(fields: Mapping[str, str], wrong_before: Sequence[FormMistake] = ()) -> Context:
    """Give what a form tells beside the objective.

    Raises FormMistake for every field with a mistake in it at once, after those that were found before.
    """
    wrong = [*wrong_before]
    for name in ("need", "baseline", "people", "harms", "names"):
        if len(fields.get(name, "")) > LONGEST:
            words = f"This is longer than {LONGEST:,} characters. Leave out what is not needed here."
            wrong.append(FormMistake(name, words))
    people = [(line, person_in(line)) for line in _lines(fields, "people")]
    if any(person is None for _, person in people):
        wrong.append(FormMistake("people", "Write each person on a line, with what they are: Danuta = mother"))
    harms = [(line, harm_in(line)) for line in _lines(fields, "harms")]
    if any(harm is None for _, harm in harms):
        words = "Write on a line who harms whom, with a > between: Dad > Mum, or Dad > Mum: hits her"
        wrong.append(FormMistake("harms", words))
    days: dict[str, date | None] = {}
    for name in ("review_date", "today"):  # in the order of the page
        try:
            days[name] = day_in(fields, name)
        except FormMistake as mistake:
            wrong.append(mistake)
    if wrong:
        raise FormMistake(wrong[0].field, str(wrong[0]), wrong[1:])
    return Context(
        need=fields.get("need", "").strip(),
        baseline=fields.get("baseline", "").strip(),
        people=tuple(person for _, person in people if person is not None),
        harms=tuple(harm for _, harm in harms if harm is not None),
        names=tuple(_lines(fields, "names")),
        **days,
    )


def text_in(fields: Mapping[str, str], name: str, otherwise: str, most: int | None = None) -> str:
    """Give the text of a field, of `most` characters. Raises FormMistake, with what to say where it is empty."""
    text = fields.get(name, "")
    if not text.strip():
        raise FormMistake(name, otherwise)
    if most is not None and len(text) > most:
        raise FormMistake(name, f"The text has {len(text):,} characters; the limit is {most:,}")
    return text


def wrong_texts(
    fields: Mapping[str, str], otherwise: Mapping[str, str], most: int | None = None
) -> tuple[FormMistake, ...]:
    """Give what is wrong with the texts of fields, of `most` characters: by field, what to say where it is empty."""
    found: list[FormMistake] = []
    for name, words in otherwise.items():
        try:
            text_in(fields, name, words, most)
        except FormMistake as mistake:
            found.append(mistake)
    return tuple(found)


def named_in(fields: Mapping[str, str], prefix: str) -> dict[str, str]:
    """Give the fields whose names begin with a prefix, by the rest of their names."""
    return {name.removeprefix(prefix): value for name, value in fields.items() if name.startswith(prefix)}


def beside_of(answer: Rewrite) -> dict[str, str]:
    """Give the form as it was filled in, from a draft that carries it."""
    return {"objective": answer.critique.objective, **as_told(answer.context)}


def as_told(told: Context) -> dict[str, str]:
    """Give what was told beside an objective as the fields of a form."""
    return {
        "need": told.need,
        "baseline": told.baseline,
        "people": "\n".join(f"{person.name} = {person.role}" for person in told.people),
        "harms": "\n".join(f"{harm.by} > {harm.to}{f': {harm.what}' if harm.what else ''}" for harm in told.harms),
        "today": written(told.today) if told.today else "",
        "review_date": written(told.review_date) if told.review_date else "",
        "names": "\n".join(told.names),
    }


def written(day: date) -> str:
    """Write a day as people here do: "7 September 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"


def day_in(fields: Mapping[str, str], field: str) -> date | None:
    """Read a day as people write it here, day first: "7/9/26", "Monday 7th Sept 2026". Raises FormMistake."""
    words = " ".join(fields.get(field, "").split())
    if not words:
        return None
    try:
        weekday, day = _day(_DAY.fullmatch(words))
    except ValueError:
        raise FormMistake(field, "Write the date with day, month and year: 7 September 2026 or 7/9/2026") from None
    if weekday not in (None, day.weekday()):
        raise FormMistake(field, f"{written(day)} is a {_WEEKDAYS[day.weekday()]}. Change the day or the date.")
    return day


def _day(match: re.Match[str] | None) -> tuple[int | None, date]:
    """The weekday that is named, if any, and the day. Raises ValueError."""
    if match is None:
        raise ValueError
    weekday, *day, year, month, number = match.groups()
    if year:
        return None, date(int(year), int(month), int(number))
    short = int(day[2]) + (_THIS_CENTURY if len(day[2]) == 2 else 0)
    month = int(day[1]) if day[1].isdigit() else _named(day[1], _MONTHS) + 1
    return None if weekday is None else _named(weekday, _WEEKDAYS), date(short, month, int(day[0]))


def _named(name: str, names: Sequence[str]) -> int:
    """Which of some names it is: all of it, or at least its first three letters. Raises ValueError."""
    return [one.lower().startswith(name.lower()) for one in names].index(True)


def _lines(fields: Mapping[str, str], field: str) -> list[str]:
    return [line.strip() for line in fields.get(field, "").splitlines() if line.strip()]
