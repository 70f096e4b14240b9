"""What a form sends is read as it was typed, whatever it is; a mistake names its field."""

from datetime import date
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter import pipeline
from rewriter.errors import InputError
from rewriter.faces.web.forms import (
    FormMistake,
    beside_of,
    context_in,
    day_in,
    fields_in,
    named_in,
    text_in,
    written,
)
from rewriter.people import Harm, Person
from rewriter.plan import Context
from tests.faces.web.conftest import Page, Read

TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))
WORDS = st.text(st.sampled_from("abc éß’.-"), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(fields=st.dictionaries(TYPED, TYPED, max_size=5))
def test_a_form_is_read_as_it_was_sent(fields: dict[str, str]) -> None:
    """Every letter, and line ends as those of text files."""
    sent = {name: value.replace("\n", "\r\n") for name, value in fields.items()}
    assert fields_in(urlencode(sent).encode()) == fields


@given(body=st.binary(max_size=300))
def test_anything_at_all_is_a_form_or_says_that_it_is_none(body: bytes) -> None:
    """No other fault."""
    try:
        fields = fields_in(body)
    except InputError:
        return
    assert all("\0" not in value and "\r" not in value for value in fields.values())


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_a_day_is_read_however_people_write_it(day: date) -> None:
    """Day first, with the month in figures, in letters or in short; or as programs write it."""
    names = written(day).split()
    for words in (
        written(day),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f" {names[0]} {names[1][:3].lower()} {names[2]} ",
        day.isoformat(),
    ):
        assert day_in({"today": words}, "today") == day


@pytest.mark.parametrize(
    "words",
    [
        "7th September 2026",
        "7/9/26",
        "07.09.26",
        "Monday 7 September 2026",
        "Mon, 7th Sept. 2026",
        "7th of September 2026",
        "7 September, 2026",
        " 7  sep 2026 ",
    ],
)
def test_common_ways_to_write_a_day_are_read(words: str) -> None:
    """With the day of the week, with an ordinal, with two figures for the year of a plan."""
    assert day_in({"today": words}, "today") == date(2026, 9, 7)


def test_a_day_that_is_another_day_of_the_week_is_not_guessed_at() -> None:
    """One of the two is wrong, and only the writer knows which."""
    with pytest.raises(FormMistake, match=r"7 September 2026 is a Monday\. Change the day or the date\."):
        day_in({"today": "Tuesday 7 September 2026"}, "today")


@pytest.mark.parametrize(
    "words",
    [
        "soon",
        "31/2/2026",
        "7 Smarch 2026",
        "0/1/2026",
        "7/9/126",
        "2026-13-01",
        "7 September",
        "Someday 7/9/2026",
        "7/9",
    ],
)
def test_what_is_no_day_names_its_field(words: str) -> None:
    """With how to write one."""
    with pytest.raises(FormMistake, match="7 September 2026") as told:
        day_in({"review_date": words}, "review_date")
    assert told.value.field == "review_date"


def test_a_day_may_be_left_out() -> None:
    """Then there is none."""
    assert day_in({"today": "  "}, "today") is None


@given(
    people=st.lists(st.tuples(WORDS, WORDS), max_size=3),
    harms=st.lists(st.tuples(WORDS, WORDS), max_size=3),
    need=WORDS,
    today=st.none() | st.dates(),
)
def test_what_is_told_beside_an_objective_comes_back_into_the_form(
    people: list[tuple[str, str]], harms: list[tuple[str, str]], need: str, today: date | None
) -> None:
    """From an answer that carries it, word by word."""
    context = Context(
        need=need,
        people=tuple(Person(name, role) for name, role in people),
        harms=tuple(Harm(to=to, by=by) for to, by in harms),
        today=today,
    )
    answer = pipeline.rewrite("Mum to ring", context)
    again = beside_of(answer)
    assert again["objective"] == "Mum to ring"
    assert context_in(again) == context


@pytest.mark.parametrize(
    ("field", "value"), [("people", "Danuta\nDad = father"), ("harms", "Dad hits Mum"), ("names", "x" * 10_001)]
)
def test_what_cannot_be_used_names_its_field(field: str, value: str) -> None:
    """And says how to write it; nothing of what was typed is repeated."""
    with pytest.raises(FormMistake) as told:
        context_in({field: value})
    assert told.value.field == field
    assert "Danuta\n" not in str(told.value)


@pytest.mark.parametrize(("path", "texts"), [("/rewrite", ["objective"]), ("/guard", ["objective", "rewrite"])])
def test_all_that_is_wrong_is_told_at_once(page: Page, path: str, texts: list[str]) -> None:
    """Each at its field, in the order of the page: nobody is sent back a second time."""
    beside = {"people": "mum is Sarah", "harms": "dad hits mum", "today": "next tues"}
    answer = page.send(path, dict.fromkeys(texts, " ") | beside)
    assert answer.status_code == 422
    read = Read(answer.text)
    fields = [*texts, *beside]
    assert [where for where in read.attributes("href") if where.removeprefix("#") in fields] == [
        f"#{f}" for f in fields
    ]
    assert {f"{field}-error" for field in fields} <= set(read.attributes("id"))


def test_a_text_has_to_be_there() -> None:
    """White space is none."""
    assert text_in({"objective": " Mum to ring "}, "objective", "Paste it") == " Mum to ring "
    with pytest.raises(FormMistake, match="Paste it"):
        text_in({"objective": " \n"}, "objective", "Paste it")


def test_fields_are_found_by_how_their_names_begin() -> None:
    """The gaps of a draft, the texts of an edit."""
    assert named_in({"gap.q1": "a", "gap.q2": "", "draft": "{}"}, "gap.") == {"q1": "a", "q2": ""}
