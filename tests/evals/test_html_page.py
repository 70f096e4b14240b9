"""The results as a page: it needs nothing beside it, says all that it draws, and escapes every text."""

import re
from datetime import date
from html.parser import HTMLParser

from evals.agreement import SHARE
from evals.bounds import Bound
from evals.cases import CaseContext, CaseHarm, CasePerson
from evals.charts import Mark, chart
from evals.html_page import Report, html_page
from evals.last import Kept, Last, Result
from evals.scores import Score, yes
from evals.short import Cell, Line, System, in_short
from evals.tables import Table
from evals.worst import Slip, WorstCase

RULES = Result({"given_objectives": {"kappa_lenient.mean": Kept(0.9, 0.8, 1.0, False)}}, {"a": ("M: wrong",)})
NASTY = '<script>alert("x")</script>'


CONTEXT = CaseContext(
    need=NASTY, people=(CasePerson(name="Ann", role="aunt"),), harms=(CaseHarm(to="Ann", by="Bo", what="theft"),)
)


def report(*, last: Last | None = None, short: tuple[Line, ...] = ()) -> Report:
    worst = WorstCase("given_objectives", "a", (Slip(1, NASTY),), NASTY, CONTEXT)
    return Report(
        day=date(2026, 9, 7),
        commit="abc1234",
        names={"rules only": "By rules alone"},
        heads=("By rules, cases never met",),
        short=short,
        times=("A rewrite takes no time.",),
        results={"rules only": RULES},
        last=last,
        worst={"Objectives": (worst,)},
        tables=(Table("A table", NASTY, ("Score", "Given"), ((NASTY, "0.5 ✗"),)),),
    )


SYSTEMS = {"one": "The first", "two": "Two <2>"}


def page(**parts: object) -> str:
    return html_page(report(**parts))  # type: ignore[arg-type]


class Balanced(HTMLParser):
    """Fails on a tag that is not closed where it should be."""

    void = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        """Remember what is open."""
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """See that the last one opened is closed."""
        assert self.open.pop() == tag


def test_the_page_asks_for_nothing_from_elsewhere_and_runs_no_script() -> None:
    written = page()
    assert not re.findall(r"""(?:src|href)=["'](?!#)""", written)
    assert "<script" not in written
    assert "@import" not in written


def test_every_text_is_escaped() -> None:
    assert page().count("&lt;script&gt;") >= 5


def test_every_tag_is_closed() -> None:
    reader = Balanced()
    reader.feed(page())
    assert reader.open == []


def test_the_same_report_gives_the_same_page_and_bears_its_day() -> None:
    assert page() == page()
    assert "Measured on 7 September 2026 with version" in page()
    assert ", commit abc1234." in page()


def test_what_was_told_beside_a_case_is_said_in_words() -> None:
    written = page()
    assert "People: Ann (aunt). Harm to Ann by Bo: theft." in written
    assert "{&#34;" not in written


def test_every_figure_says_what_it_is_of_where_there_is_no_room_for_a_row_of_heads() -> None:
    written = page(short=(Line("Good ones", (Cell("1 of 2"),)),))
    assert '<td data-of="By rules, cases never met">1 of 2</td>' in written
    assert '<td data-of="Given" class="missed">' in written


def test_a_chart_has_no_size_that_would_shrink_its_words_on_a_telephone() -> None:
    drawn = chart("T", {"S": {"one": Mark(0.5, 0.25, 0.75)}}, SYSTEMS)
    assert "viewBox" not in drawn
    assert 'width="100%"' in drawn
    assert 'x1="25.0%" x2="75.0%"' in drawn


def test_time_is_said_at_the_top() -> None:
    written = page()
    assert written.index("A rewrite takes no time.") < written.index('id="words"')


def test_a_page_without_a_last_result_says_so() -> None:
    assert "no last result to compare with" in page()


def test_what_fell_and_what_changed_since_the_last_result_is_named() -> None:
    was = Result({"given_objectives": {"kappa_lenient.mean": Kept(0.99, 0.98, 1.0, False)}}, {"a": ("T: wrong",)})
    written = page(last=Last("2026-08-01", "0.1.0", {"rules only": was}))
    assert "was 0.99, is 0.90" in written
    assert "T: wrong" in written


def test_a_chart_says_in_words_every_mark_that_it_draws() -> None:
    drawn = chart("Agreement", {"Specific <S>": {"one": Mark(0.5, 0.25, 0.75), "two": Mark(0.1, None, None)}}, SYSTEMS)
    assert "Specific &lt;S&gt;, The first: 0.50, 95% interval 0.25 to 0.75" in drawn
    assert "Specific &lt;S&gt;, Two &lt;2&gt;: 0.10<" in drawn
    assert "<2>" not in drawn
    assert 'role="img" aria-label="Agreement"' in drawn


def test_systems_differ_by_shape_as_well_as_colour() -> None:
    drawn = chart("T", {"S": {"one": Mark(0.5, None, None), "two": Mark(0.5, None, None)}}, SYSTEMS)
    assert "<circle" in drawn
    assert "<rect" in drawn


def test_a_system_keeps_its_shape_where_another_is_missing() -> None:
    drawn = chart("T", {"S": {"two": Mark(0.5, None, None)}}, SYSTEMS)
    assert "<rect" in drawn
    assert "<circle" not in drawn


def score(name: str, *truths: bool, unscored: int = 0) -> Score:
    return Score(name, name, SHARE, tuple(yes(truth) for truth in truths), unscored)


def test_in_short_cases_never_met_come_first_and_are_held_to_the_same_target() -> None:
    found = {place: (score("good.left_alone", True, False),) for place in ("given_objectives", "untouched_objectives")}
    targets = {"objectives": {"good.left_alone": Bound(0.9, at_least=True)}}
    heads, (line,) = in_short((System("By rules", found, targets),))
    assert heads == ("By rules, cases never met", "By rules, given cases")
    assert [cell.missed for cell in line.cells] == [True, True]
    assert {cell.said for cell in line.cells} == {"1 of 2 (50%) [0% to 100%]; missed, at least 90% wanted"}


def test_in_short_a_target_that_is_reached_is_said_as_well() -> None:
    found = {"given_objectives": (score("good.left_alone", *[True] * 7, False),)}
    bound = Bound(0.875, at_least=True)
    _, (line,) = in_short((System("By rules", found, {"objectives": {"good.left_alone": bound}}),))
    assert line.cells == (Cell("7 of 8 (87.5%) [62% to 100%]; target at least 87.5%"),)


def test_in_short_what_was_not_scored_is_counted() -> None:
    found = {"given_objectives": (score("claims.must", True, unscored=3),)}
    _, (line,) = in_short((System("With a model", found, {}),))
    assert line.cells[0].said == "1 of 1 (100%), 3 not scored"


def test_in_short_the_guard_is_told_on_the_rewrites_held_out_as_cases_never_met() -> None:
    found = {
        "untouched_objectives": (score("good.left_alone", True),),
        "given_objectives": (score("good.left_alone", True),),
        "guard_held_out": (score("faults.caught", True, True, False),),
        "guard_development": (score("faults.caught", True),),
    }
    _, lines = in_short((System("By rules", found, {}),))
    (line,) = (line for line in lines if "stopped by the guard" in line.said)
    assert [cell.said.split(" [")[0] for cell in line.cells] == ["2 of 3 (66.7%)", ""]
