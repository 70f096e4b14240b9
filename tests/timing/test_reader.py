"""What the reader of time promises: kinds and spans, never a guessed date."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rewriter.text import words_of
from rewriter.timing.grammar import starting_with
from rewriter.timing.macros import MACROS
from rewriter.timing.reader import Time, TimeKind, exact_date, find_times, is_past
from rewriter.timing.rules import RULES
from rewriter.timing.words import CHARS, LISTS

_BY_KIND = yaml.safe_load(Path(__file__).with_name("phrases.yaml").read_text("utf-8"))
PHRASES = [(phrase, kinds) for kinds, phrases in _BY_KIND.items() for phrase in phrases]
CLOSED = [
    "by Xmas", "by 1st December 2026", "within 10 working days", "for the next 12 weeks", "this half term",
    "between now and 19th October", "by end December", "in 2 weeks", "on 3 November", "by [date]",
    "within 24 hours of any such occurrence", "by October half term", "a 6 week parenting group",
]  # fmt: skip
NOT_CLOSED = [
    "by next review", "this year", "by Sept", "weekly", "starting tomorrow", "from 1st Sep", "asap",
    "until things improve", "by Friday", "since June", "last year", "two sessions in a row", "8pm",
    "report immediately if he comes",
]  # fmt: skip
PIECES = st.lists(
    st.one_of(
        st.sampled_from(sorted({word for block in LISTS.values() for word in block.split()})),
        st.sampled_from(["May", "Sat", "[", "]", "12", "3", "1st", "22/9/26", "8.55am", "x3", "2026", "\n", "Mum"]),
        st.text(max_size=6),
    ),
    max_size=30,
).map(" ".join)


def times_of(text: str) -> tuple[Time, ...]:
    return find_times(words_of(text), text)


@pytest.mark.parametrize(("phrase", "kinds"), PHRASES)
def test_each_phrase_is_read_as_its_kind(phrase: str, kinds: str) -> None:
    """Deadlines, lengths, frequencies, events, vague words, and what only looks like a time."""
    assert ",".join(time.kind for time in times_of(phrase)) == kinds


@pytest.mark.parametrize("phrase", CLOSED)
def test_a_date_a_length_or_a_boundary_closes_the_time(phrase: str) -> None:
    """At least one time in the phrase tells by itself when the thing is over or due."""
    assert any(time.closed for time in times_of(phrase))


@pytest.mark.parametrize("phrase", NOT_CLOSED)
def test_a_start_a_pace_or_an_undated_event_closes_nothing(phrase: str) -> None:
    """The phrase is read as time, and none of it says when the thing is over."""
    found = times_of(phrase)
    assert found
    assert not any(time.closed for time in found)


def test_spans_point_at_the_words_of_the_time() -> None:
    """The offsets cut exactly the phrase out of the text."""
    text = "Father to attend 6 out of 6 contacts between now and 19th October"
    (time,) = times_of(text)
    assert text[time.start : time.end] == "between now and 19th October"


def test_a_time_takes_in_the_whole_of_its_bracket() -> None:
    """A gap inside a phrase belongs to the phrase, brackets and all."""
    text = "Mum to attend 4 sessions by [date to be agreed] at the centre"
    (time,) = times_of(text)
    assert text[time.start : time.end] == "by [date to be agreed]"


def test_a_month_that_is_a_name_in_this_text_is_no_month() -> None:
    """June who acts is a person; June after "by" in a text without her is a month."""
    assert times_of("Supported by June. June will ring.") == ()
    assert [time.kind for time in times_of("To be done by June")] == [TimeKind.MONTH_DEADLINE]


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("by 1 December 2026", None, date(2026, 12, 1)),
        ("by 25/9/26", None, date(2026, 9, 25)),
        ("by 2026-10-01", None, date(2026, 10, 1)),
        ("by 30 October", None, None),
        ("by 30 October", date(2026, 9, 7), date(2026, 10, 30)),
        ("by 1 March", date(2026, 9, 7), date(2027, 3, 1)),
        ("since 1 August", date(2026, 9, 7), date(2026, 8, 1)),
        ("by 31 June 2026", None, None),
        ("by Friday", date(2026, 9, 7), None),
        ("by October half term", date(2026, 9, 7), None),
    ],
)
def test_a_day_is_named_only_where_the_words_name_it(text: str, today: date | None, expected: date | None) -> None:
    """Day, month and year, or day and month with a given today; nothing is ever guessed."""
    (time,) = times_of(text)
    assert exact_date(time, today) == expected


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("by 1 June 2026", True),
        ("by 1 December 2026", False),
        ("by June 2026", True),
        ("by September 2026", False),
        ("by the end of 2025", True),
        ("by 1 June", False),
        ("by Xmas", False),
    ],
)
def test_a_date_before_today_is_past(text: str, past: bool) -> None:
    """Only a time that states its year can lie in the past, and only against a given today."""
    (time,) = times_of(text)
    assert is_past(time, date(2026, 9, 7)) is past
    assert is_past(time, None) is False


def test_every_rule_is_written_in_known_names() -> None:
    """A misspelt tag would silently match nothing."""
    known = CHARS.keys() | MACROS.keys()
    for source in [rule.pattern for rule in RULES] + list(MACROS.values()):
        names = "".join(letter if letter.isupper() else " " for letter in source).split()
        assert set(names) <= known


def test_every_rule_can_be_reached() -> None:
    """Each rule begins with some tag, so that no rule is dead."""
    reached = {rule.name for tag in CHARS.values() if (found := starting_with(tag)) for rule in found[1]}
    assert reached == {rule.name for rule in RULES}


@given(PIECES)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    """Whatever is pasted, spans are real, agree with the words, and never overlap."""
    words = words_of(text)
    end = 0
    for time in find_times(words, text):
        assert 0 <= time.first < time.last <= len(words)
        assert (time.start, time.end) == (words[time.first].start, words[time.last - 1].end)
        assert time.first >= end
        assert time.kind is not TimeKind.NOT_A_TIME
        end = time.last


@given(PIECES, st.dates())
def test_no_date_makes_the_reader_fail(text: str, today: date) -> None:
    """Any date that is found can be asked about, and a day that is past lies before today."""
    for time in times_of(text):
        named = exact_date(time, today)
        if time.day is not None and time.year is not None:
            assert is_past(time, today) == (named is not None and named < today)
        else:
            assert not is_past(time, None)
