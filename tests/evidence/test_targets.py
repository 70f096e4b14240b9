"""Starting point and target, what is more than good enough, and what lies in somebody else's hands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.evidence.control import asked_of_the_harmed, beyond_control
from rewriter.evidence.excess import excess_in
from rewriter.evidence.targets import jump_of
from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.reading import read

WORDS = (
    "Mum Dad to will never be sober alcohol free from 35% to 100% 0 of 26 weekly sessions 2 hours a day every evening "
    "spotless make the court agree now was 5 cans a day by 4 May then no further full week \u00a3200 month in 6 out"
).split(" ")


def _jumps(text: str, baseline: str = "") -> bool:
    return jump_of(read(text, Context(baseline=baseline))) is not None


class TestJumps:
    """A leap from where things stand."""

    @pytest.mark.parametrize(("start", "target"), [(25, 100), (30, 100), (10, 80), (55, 100)])
    def test_a_leap_in_attendance_is_a_jump(self, start: int, target: int) -> None:
        """25% to 100% at once is out of reach (002 Halton, "Attainable")."""
        assert _jumps(f"Sol's attendance to go from {start}% to {target}% by half term")

    @pytest.mark.parametrize(("start", "target"), [(35, 60), (80, 100), (40, 55), (90, 95)])
    def test_a_step_in_attendance_is_none(self, start: int, target: int) -> None:
        """35% to 60% and 80% to 100% are the guidance's own steps."""
        assert not _jumps(f"Sol's attendance to go from {start}% to {target}% by half term")

    def test_without_a_starting_point_there_is_no_jump(self) -> None:
        """A high level alone lacks a baseline; it cannot be called a leap."""
        assert not _jumps("Sol to be at school every day this term")

    def test_no_drink_at_once_from_daily_drinking_is_a_jump(self) -> None:
        """It may even be dangerous."""
        assert _jumps("Ms Bell to be alcohol free by Monday", "A bottle of vodka a day")
        assert not _jumps("Ms Bell to be alcohol free by Monday", "No drink since June")

    def test_dated_steps_are_no_jump(self) -> None:
        """Small steps from the baseline are what the guidance asks for."""
        assert not _jumps("Now 6 cans a day. From 14 Sept 5 a day, from 28 Sept 4, by 16 Oct 3.")

    def test_that_violence_stops_at_once_is_no_jump(self) -> None:
        """However often it happens now, it is to stop."""
        assert not _jumps("No further violence by Ken from today", "Several times a week")

    def test_what_was_missed_is_turned_round(self) -> None:
        """Missing 4 of 9 is keeping 5 of 9."""
        assert not _jumps("Mum to attend 8 out of 9 clinic dates by May", "Missed 3 of 9 clinic dates")


class TestExcess:
    """More than good enough."""

    def test_perfection_is_too_much(self) -> None:
        """Nobody's house is a show home."""
        assert excess_in(read("Mum to keep the house spotless")) is not None

    def test_saying_that_perfection_is_not_needed_is_not_asking_for_it(self) -> None:
        """The word alone is no fault."""
        assert excess_in(read("The flat does not have to be spotless")) is None

    def test_hours_are_counted_over_the_day(self) -> None:
        """An hour three times a day is three hours."""
        text = "Joy to do an hour of reading practice with Abe every day"
        assert excess_in(read(text)) is None
        assert (
            excess_in(read(text.replace("every day", "three times a day, every day").replace("an hour", "1 hour")))
            is not None
        )


class TestControl:
    """What lies in somebody else's hands."""

    @pytest.mark.parametrize(
        "text",
        [
            "Ana to make sure the Home Office decides her claim by May",
            "Solicitor to get the judge to let Mia live with her nan",
            "Ben to persuade his mum to see sense",
        ],
    )
    def test_what_another_decides_is_out_of_hand(self, text: str) -> None:
        """A court, an office or another adult makes up their own mind."""
        assert beyond_control(read(text)) is not None

    @pytest.mark.parametrize("text", ["Mum to get Joe to school by 8.50", "Ana to apply to the Home Office by May"])
    def test_what_the_doer_can_do_is_not(self, text: str) -> None:
        """Getting one's own child to school, or applying, is an act like any other."""
        assert beyond_control(read(text)) is None

    def test_harm_is_not_for_the_harmed_to_stop(self) -> None:
        """It lies with the one who harms."""
        harm = Context(harms=(Harm("Tess", "Ryan"),))
        assert asked_of_the_harmed(read("Tess to make sure Ryan does not come to the flat", harm)) is not None
        assert asked_of_the_harmed(read("Ryan not to go to the flat", harm)) is None
        assert asked_of_the_harmed(read("Tess to ring 999 if he comes", harm)) is None


@given(
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.text(max_size=60) | st.sampled_from(["daily", "0%", "1 in 6"]),
)
def test_any_text_is_read_without_an_error(text: str, baseline: str) -> None:
    """What is pointed at lies in the text, whatever the text and the baseline."""
    reading = read(text, Context(baseline=baseline))
    jump = jump_of(reading)
    assert jump is None or 0 <= jump.first < jump.last <= len(reading.words)
    for found in (excess_in(reading), beyond_control(reading)):
        assert found is None or 0 <= found[0] < found[1] <= len(reading.words)
