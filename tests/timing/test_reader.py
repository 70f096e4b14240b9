"""What the reader of time promises: kinds and spans, never a guessed date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.text import words_of
from rewriter.timing.grammar import starting_with
from rewriter.timing.reader import Time, TimeKind, exact_date, find_times, is_past
from rewriter.timing.rules import MACROS, RULES
from rewriter.timing.words import CHARS, LISTS

PHRASES = [
    ("by next review", "event_deadline"),
    ("before the next CIN meeting", "event_deadline"),
    ("by the next core group", "event_deadline"),
    ("by discharge", "event_deadline"),
    ("monitor at CIN review", "event_deadline"),
    ("Family to be rehoused by Xmas", "deadline"),
    ("by October half term", "deadline"),
    ("by end of term", "deadline"),
    ("by the end of the summer term", "deadline"),
    ("by Easter", "deadline"),
    ("by 1st December 2026", "deadline"),
    ("by 25/9/26", "deadline"),
    ("by 25/9", "deadline"),
    ("no later than 4 November", "deadline"),
    ("before 31 October", "deadline"),
    ("by Friday 14 September", "deadline"),
    ("until the 20 November", "deadline"),
    ("until the review on 20 November 2026", "deadline"),
    ("by the next review on 8 May", "deadline"),
    ("(to 30 June)", "deadline"),
    ("by the end of 2026", "deadline"),
    ("by Sept", "month_deadline"),
    ("by end of December", "month_deadline"),
    ("by end December 2026", "month_deadline"),
    ("by May", "month_deadline"),
    ("by Friday", "weekday_deadline"),
    ("on Monday", "weekday_deadline"),
    ("by tomorrow", "weekday_deadline"),
    ("by the end of the week", "weekday_deadline"),
    ("before panel on Thurs", "event_deadline,weekday_deadline"),
    ("within 10 working days", "within"),
    ("within 10 wkg days", "within"),
    ("in 2 weeks", "within"),
    ("for the next meeting in 2 weeks' time", "event_deadline,within"),
    ("within the next 10 weeks", "within"),
    ("in the next 10 weeks from today's date", "within"),
    ("over the next 12 weeks", "span"),
    ("over the next 10 weeks from today's date", "span"),
    ("for 12 weeks", "span"),
    ("for the next 12 weeks", "span"),
    ("for the next fortnight", "span"),
    ("a 6 week parenting group beginning on 1st July", "span,start"),
    ("a 12-week programme", "span"),
    ("during the next term", "term"),
    ("between the May half term and the summer holidays", "window"),
    ("from Mon 14 Sept to Fri 23 Oct", "window"),
    ("between now and 19th October", "window"),
    ("14-18 September", "window"),
    ("11am-3pm", "clock"),
    ("weekly", "frequency"),
    ("twice a day", "frequency"),
    ("4 days per week", "frequency"),
    ("a minimum of 4 days per week", "frequency"),
    ("every school night", "frequency"),
    ("each Friday", "frequency"),
    ("1:1 interventions x3 pw", "frequency"),
    ("3 x week", "frequency"),
    ("1x/day", "frequency"),
    ("Tuesdays and Fridays", "frequency"),
    ("on Mondays", "frequency"),
    ("every evening Sunday-Thursday", "frequency"),
    ("Monday-Friday", "frequency"),
    ("fortnightly", "frequency"),
    ("At a maximum of every 8 weeks", "frequency"),
    ("6-weekly", "frequency"),
    ("from 9/month to 2/month by Dec", "frequency,frequency,month_deadline"),
    ("nightly", "frequency"),
    ("at weekends", "frequency"),
    ("daily", "frequency"),
    ("once a fortnight", "frequency"),
    ("at least 3 times a week", "frequency"),
    ("every Wednesday and Friday morning", "frequency"),
    ("every other Sunday", "frequency"),
    ("on school nights", "frequency"),
    ("3 hours every day", "frequency"),
    ("one visit a week", "frequency"),
    ("Monday, Tuesday and Friday", "frequency"),
    ("at 8.20am Monday-Friday for two weeks", "clock,frequency,span"),
    ("ten a month to two", "frequency"),
    ("3 weeks in a row", "run"),
    ("two consecutive sessions", "run"),
    ("missing 2 alcohol support groups in a row", "run"),
    ("within 24 hours of any such occurrence", "event"),
    ("on the day of the missed group", "event"),
    ("the same day", "event"),
    ("the evening before", "event"),
    ("by 8.55am on the day of the absence", "clock,event"),
    ("within 5 working days of the meeting", "event"),
    ("this year", "year"),
    ("this academic year", "term"),
    ("this term", "term"),
    ("this half term", "term"),
    ("by end of the school year", "deadline"),
    ("the autumn term", "term"),
    ("in the autumn term", "term"),
    ("starting tomorrow", "start"),
    ("commencing 31st August", "start"),
    ("from Monday", "start"),
    ("from 1st Sep", "start"),
    ("From the 14th Sep", "start"),
    ("with immediate effect", "start"),
    ("to start the group on 6 May", "start"),
    ("starting at Tariq's on 13 September 2026 and reviewed 13 December", "start,date"),
    ("appt Dr Achebe 22/9/26 9.20 re sleep", "date,clock"),
    ("to meet on 12 October", "date"),
    ("review on 3 November", "date"),
    ("20 November 2026", "date"),
    ("2026-10-01", "date"),
    ("01/10/2026", "date"),
    ("on 1 October at 10am", "date,clock"),
    ("lights off by half past", "clock"),
    ("by 8pm", "clock"),
    ("15:30", "clock"),
    ("8 o'clock", "clock"),
    ("get up at 7.30", "clock"),
    ("asap", "vague"),
    ("as soon as possible", "vague"),
    ("ongoing", "vague"),
    ("on-going", "vague"),
    ("going forwards", "vague"),
    ("as and when", "vague"),
    ("as needed", "vague"),
    ("in due course", "vague"),
    ("in a timely manner", "vague"),
    ("until further notice", "vague"),
    ("until things improve", "open_until"),
    ("until professionals are satisfied that he is safe", "open_until"),
    ("Washing machine broken since June", "since"),
    ("lice three times since Easter", "since"),
    ("A&E twice in July", "past_reference"),
    ("61% since September 2025", "since"),
    ("last year", "past_reference"),
    ("in the last week of July", "past_reference"),
    ("1 of the last 6", ""),
    ("Weighed 5.3kg on 24 August", "past_reference"),
    ("he hit her on 3 May", "past_reference"),
    ("Referral sent 2 July 2026, no reply", "past_reference"),
    ("3 weeks ago", "past_reference"),
    ("Following 3 May: family support", "past_reference"),
    ("May to attend the group weekly", "frequency"),
    ("Mum may attend", ""),
    ("April to ring Sat Singh", ""),
    ("they march to school", ""),
    ("he sat down", ""),
    ("Miyu (16) cuts", ""),
    ("Inaya (5 months) has dropped", ""),
    ("15 months old", ""),
    ("an 8 year old child", ""),
    ("aged 4", ""),
    ("Miss Tranter (Year 1) ticks a chart", ""),
    ("at least 2 times in every 4 that he feels", ""),
    ("4 days in 5", ""),
    ("section 47 enquiries", ""),
    ("Triple P", ""),
    ("mentions in 12 weeks", "within"),
    ("by [date]", "deadline"),
    ("within [number] weeks", "within"),
    ("[number] times a week", "frequency"),
    ("by [30 September 2026]", "deadline"),
    ("Timescale: 12 weeks", "within"),
    ("the children are not exposed to any ongoing abuse", ""),
    ("if the child feels immediately threatened", ""),
    ("report immediately to the police if he comes", "event"),
    ("by the end of the programme", "event_deadline"),
    ("by the time he starts school", "event_deadline"),
    ("before the baby is born", "event_deadline"),
    ("Saturdays 10 to 12", "frequency,clock"),
    ("on the first Monday of each month", "frequency"),
    ("Dad to hand over at 5pm on Sundays", "clock,frequency"),
    ("after Christmas", "start"),
    ("read for 20 minutes every night", "frequency"),
    ("every day for 20 minutes", "frequency"),
    ("a week", "within"),
    ("Lorraine texts the answer within 5 working days", "within"),
    ("on Thursday 10 September", "date"),
    ("last saw each other on 3 July", "past_reference"),
    ("3 times in August", "past_reference"),
    ("on 3 of the last 14 mornings", "past_reference"),
    ("school attendance dropping below 4 days per week for 3 weeks in a row", "frequency,run"),
    ("six sessions by Easter", "deadline"),
    ("every day this half term", "frequency,term"),
    ("this summer", "year"),
    ("by the August panel", "event_deadline"),
    ("until Christmas", "deadline"),
    ("at the next review", "event_deadline"),
    ("in the mornings", "frequency"),
    ("each morning", "frequency"),
    ("every time", ""),
    ("completed by 1st July 2025", "deadline"),
    ("over the coming weeks", "vague"),
    ("w/c 14 September", "date"),
    ("by half-term", "deadline"),
    ("by the end of Year 6", "deadline"),
    ("in September", "month_deadline"),
    ("twice weekly", "frequency"),
    ("2-3 times a week", "frequency"),
    ("5 nights out of 7", ""),
    ("6 out of 6 contacts", ""),
    ("by the 20th", "weekday_deadline"),
    ("4 sessions per month", "frequency"),
    ("in week 3", ""),
    ("for two hours", ""),
    ("every 3 months", "frequency"),
    ("three-monthly", "frequency"),
    ("on alternate weekends", "frequency"),
    ("Mon, Wed and Fri", "frequency"),
    ("by 30.11.26", "deadline"),
    ("Nov 20th", "date"),
    ("due 3 Nov", "deadline"),
    ("for a period of 6 months", "span"),
    ("over a 12-week period", "span"),
    ("for the rest of the term", "term"),
    ("during term time", "frequency"),
    ("by noon on Friday", "clock,weekday_deadline"),
    ("before school", ""),
    ("before bed", ""),
    ("by the end of the day", "event"),
    ("by her 5th birthday", "event_deadline"),
    ("June will take the children to school in May", "month_deadline"),
    ("Jan to ring Mrs March by 4 March", "deadline"),
    ("the children sat in the sun", ""),
    ("Dad may visit on 3 May 2027", "date"),
    ("she is 34 weeks pregnant", ""),
    ("Social worker to visit fortnightly for the first three months and then monthly", "frequency,span,frequency"),
    ("Jay will be home by 9pm Sunday to Thursday", "clock,frequency"),
    ("10 working days from the date of the conference", "event"),
    ("over six weekly sessions", "span"),
    ("by 12 noon on Friday 2 October", "clock,date"),
    ("between 1 and 30 September", "window"),
    ("by close of play Friday", "weekday_deadline"),
    ("held by the court until 10 September", "deadline"),
    ("by the RCPC on 4 December", "deadline"),
    ("until he moves into his flat", "open_until"),
    ("as soon as the baby is born", "event"),
    ("last seen on 2 July", "past_reference"),
    ("Mum to ring the GP tomorrow morning", "weekday_deadline"),
    ("on the first day of any absence", "event"),
    ("by [date to be agreed with Mum]", "deadline"),
]
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
    """Any date that is found can be asked about."""
    for time in times_of(text):
        is_past(time, today)
        exact_date(time, today)
