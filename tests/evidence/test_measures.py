"""Criteria M and T of a reading: how far it can be told whether it was done, and by when it is due."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.evidence.reviews import review_as_method
from rewriter.plan import Context, Counted, Due
from rewriter.reading import read

WORDS = (
    "Mum Dad to will attend 12 sessions every day by 4 May | : - until at least of 5 in now was review measure no more "
    "[number] [date] never keep the house clean . \n not stop from ensure that court 100% week a home when if"
).split(" ")


class TestMeasures:
    """How far it can be told whether it was done."""

    @pytest.mark.parametrize(
        ("text", "counted"),
        [
            ("Lena to attend 4 sessions by 6 November 2026", Counted.FULLY),
            ("Lena to book the eye test by 6 November 2026", Counted.FULLY),
            ("Lena walks to school every school day until half term", Counted.FULLY),
            ("Lena to be in by 9pm on school nights", Counted.FULLY),
            ("Attendance to reach 85% by the end of term", Counted.FULLY),
            ("Lena to attend [number] sessions by [date]", Counted.FULLY),
            ("Lena to read at age related expectations by Easter", Counted.FULLY),
            ("Sam to give Lena the form by 6 November 2026", Counted.FULLY),
            ("Sam to offer Lena help and a safety plan by 6 November 2026", Counted.FULLY),
            ("Sam to decide by 6 November 2026 whether Lena moves", Counted.FULLY),
            ("Sam to decide by 6 November 2026", Counted.IN_PART),
            ("Sam to arrange a viewing by 6 November 2026", Counted.FULLY),
            ("Sam to arrange a viewing", Counted.IN_PART),
            ("Sam to leave the family home by 6 November 2026", Counted.FULLY),
            ("Sam to leave Lena alone until 6 November 2026", Counted.IN_PART),
            ("Sam to talk with Lena by 6 November 2026", Counted.FULLY),
            ("Sam to talk with Lena until 6 November 2026", Counted.NOT),
            ("Sam not to go to the flat until 6 November 2026", Counted.FULLY),
            ("Sam not to go to the flat", Counted.IN_PART),
            ("Sam not to be abusive to Lena until 6 November 2026", Counted.IN_PART),
            ("Sam to write a plan by 6 November 2026 that says what each worker will do", Counted.FULLY),
            ("Sam to offer Lena help by 6 November 2026", Counted.NOT),
            ("SW to visit fortnightly", Counted.IN_PART),
            ("No further incidents of violence", Counted.IN_PART),
            ("Lena to complete the course", Counted.IN_PART),
            ("Lena to improve her attendance this year", Counted.IN_PART),
            ("Lena to engage with school by 6 November 2026", Counted.NOT),
            ("Lena to improve her behaviour by 50% by half term", Counted.NOT),
            ("Lena to understand the risks by 6 November 2026", Counted.NOT),
            ("Lena to keep her room tidy by 6 November 2026", Counted.NOT),
            ("Lena to attend groups", Counted.NOT),
        ],
    )
    def test_an_ask_is_measured_by_what_it_says(self, text: str, counted: Counted) -> None:
        """A number, a rhythm with an end, a plain act or a known standard can be told; a theme cannot."""
        assert read(text).measure.counted is counted

    def test_a_record_that_carries_the_target_makes_the_ask_measurable(self) -> None:
        """The count may stand in the sentence that says who ticks the chart."""
        text = "Sol to use his inhaler until 12 October; Mum ticks the chart, 12 ticks out of 14 a week."
        assert read(text).measure.counted is Counted.FULLY

    def test_a_level_is_found_where_only_a_starting_point_gives_it_meaning(self) -> None:
        """Every day of somebody's behaviour is a level; a worker's own visits are not."""
        level = read("Kayla to be at school every day this term").measure.level
        assert level is not None
        assert read("SW to visit every day this term").measure.level is None

    @pytest.mark.parametrize(
        "text",
        [
            "In school 4 days in 5 (now: 2 in 5)",
            "In school every day, was once a week in July",
            "From 35% to 60% by Easter",
        ],
    )
    def test_a_starting_point_in_the_text_is_seen(self, text: str) -> None:
        """However it is put, the text says how things are now."""
        assert read(text).measure.baseline


class TestTimescales:
    """By when it is due."""

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("Ben to ring the school by 6 November 2026", Due.DATED),
            ("Ben to swim on 6 Thursdays from 17 September 2026", Due.DATED),
            ("Ben to text his worker until his licence ends on 4 January 2027", Due.DATED),
            ("Ben to read every day of the October half term", Due.DATED),
            ("Ben to ring the school by the next review", Due.UNDATED_EVENT),
            ("Ben to do better. How measured: CIN review", Due.UNDATED_EVENT),
            ("Ben to ring the school every Monday", Due.NO_END),
            ("Ben to let his worker in, each visit", Due.NO_END),
            ("Ben to ring the school weekly, ongoing", Due.OPEN_ENDED_HABIT),
            ("Ben to ring the school ASAP", Due.OPEN_ENDED),
            ("Ben to ring the school", Due.NOTHING),
            ("Ben ran his own shop for 40 years. Ben to ring the school", Due.NOTHING),
        ],
    )
    def test_the_times_of_a_text_are_judged_together(self, text: str, due: Due) -> None:
        """An end settles it; a rhythm without one, an event without a date or an open word does not."""
        assert read(text).timescale.due is due

    def test_a_date_that_has_gone_by_is_past_only_where_today_is_known(self) -> None:
        """Today is told, never taken from the clock."""
        text = "Ben to ring the school by 6 November 2020"
        assert read(text, Context(today=date(2026, 9, 7))).timescale.due is Due.PAST
        assert read(text).timescale.due is Due.DATED


class TestReviews:
    """A review named as the way of knowing."""

    def test_a_labelled_review_is_a_method(self) -> None:
        """ "How measured: core group" offers the meeting as the measure."""
        method = review_as_method(read("Mum to cope better. How measured: core group"))
        assert method is not None
        assert method.labelled
        assert method.alone

    def test_a_count_beside_the_review_is_not_alone(self) -> None:
        """What the meeting will look at is the measure."""
        method = review_as_method(read("Measure: sticker chart, 4 stickers a week, seen at the review"))
        assert method is None or not method.alone

    def test_a_review_that_is_held_is_no_method(self) -> None:
        """Somebody chairing a review measures nothing by it."""
        assert review_as_method(read("SW to chair the review on 4 May 2027")) is None


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_measured_and_timed_without_an_error(text: str) -> None:
    """Whatever is pasted, the level and the time that are pointed at lie in the text."""
    reading = read(text)
    level = reading.measure.level
    assert level is None or 0 <= level[0] < level[1] <= len(reading.words)
    time = reading.timescale.time
    assert time is None or 0 <= time.start < time.end <= len(text)
    method = review_as_method(reading)
    assert method is None or 0 <= method.first < method.last <= len(reading.words)
