"""The report says the same every time, shows every set side by side, and keeps the untouched sets untouched."""

import json
from datetime import date
from pathlib import Path

import pytest

from evals.__main__ import main
from evals.answers import DraftAnswer, ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import CASES, ObjectiveCase, Origin, ResponsibilityCase, load
from evals.labels import Label
from evals.page import page
from evals.report import detail_tables, main_tables
from evals.run import Results, run
from evals.tables import Table, as_markdown, as_text
from evals.worst import worst_cases
from rewriter.smart import InputKind

FAILS_ON = "obj-002"
FEW = 60  # resamples: enough to draw a table


class Labeller:
    """Answers with the labels themselves, but fails on one case and finds abuse in every text."""

    name = "labeller"

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:
        """Give the verdicts and faults of the case, the split the wrong way round."""
        if case.id == FAILS_ON:
            raise LookupError(case.text)
        gold = case.gold
        return ObjectiveAnswer(
            kind=gold.input_kind() or InputKind.OBJECTIVE,
            verdicts={} if gold.verdicts is None else gold.verdicts.by_criterion(),
            faults=frozenset(fault.value for fault in gold.faults),
            needs_goal_split=not gold.needs_goal_split,
            abuse=gold.harm.abuse,
        )

    def draft(self, case: ObjectiveCase) -> DraftAnswer:
        """Give the number of objectives that the case asks for."""
        return DraftAnswer(case.gold.min_objectives or 0)

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:
        """Give the labels of the case, and abuse."""
        return ResponsibilityAnswer(case.gold.true() | {Label.ABUSE})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half of the given cases as given, the other half in the place of the untouched."""
    place = tmp_path_factory.mktemp("cases")
    for kind in ("objectives", "responsibility"):
        lines = (CASES / f"given_{kind}.jsonl").read_text("utf-8").splitlines()
        half = len(lines) // 2
        for origin, part in (("given", lines[:half]), ("untouched", lines[half:])):
            (place / f"{origin}_{kind}.jsonl").write_text("\n".join(part), encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def results(folder: Path) -> Results:
    return run(load(folder), frozenset({"p05"}), Labeller())


def test_sets_that_are_present_stand_side_by_side(results: Results) -> None:
    """A set that is not there has no column, and every row has a cell for each that is."""
    for table in (*main_tables(results, FEW), *detail_tables(results)):
        assert {len(row) for row in table.rows} <= {len(table.columns)}
    assert main_tables(results, FEW)[0].columns == ("Score", "Target", "Given (24)", "Untouched (24)")


def test_the_page_is_the_same_every_time(results: Results) -> None:
    """The same results and date give the same bytes, and the date is the one told."""
    one = page(results, date(2026, 9, 7), resamples=FEW)
    assert one == page(results, date(2026, 9, 7), resamples=FEW)
    assert "Measured on 7 September 2026" in one
    assert "What the figures do not show" in one


def test_the_page_holds_no_text_of_a_case(results: Results) -> None:
    """Figures may be published beside an untouched set; its texts may not."""
    written = page(results, date(2026, 9, 7), resamples=FEW)
    assert not [case.id for result in results.all() for case in result.set.cases if case.text in written]


def test_a_target_is_marked_as_reached_or_not(results: Results) -> None:
    """Right answers reach theirs; abuse found in every text does not."""
    objectives, _, together, _ = main_tables(results, FEW)
    reached = {row[2].split()[1] for row in objectives.rows if row[1] and not row[2].startswith("–")}
    assert reached == {"✓"}
    assert {row[0]: row[-1] for row in together.rows}["abuse alarms on lookalikes"] == "missed"


def test_a_failure_is_told_by_its_kind_and_counted(results: Results) -> None:
    """The error's name is kept, never its words: they may hold the text."""
    assert results.errors() == {FAILS_ON: "LookupError"}
    unscored = detail_tables(results)[-1]
    assert [row[-1] for row in unscored.rows] == ["1", "0", "0", "0"]


def test_the_worst_cases_are_in_order_and_none_is_untouched(results: Results) -> None:
    """Whoever reads the untouched texts could no longer write rules that have not seen them."""
    objectives, texts = worst_cases(results, 100)
    assert objectives[0].id == FAILS_ON
    for cases in (objectives, texts):
        weights = [case.weight for case in cases]
        assert weights == sorted(weights, reverse=True)
        assert cases
        assert not [case.id for case in cases if case.set_name.startswith(Origin.UNTOUCHED)]
        assert all(slip.said for case in cases for slip in case.slips)


def test_a_table_can_be_printed_and_written() -> None:
    """Columns line up in a terminal; a bar in a cell does not break Markdown."""
    table = Table("Title", "How to read it.", ("A", "B"), (("one", "x|y"), ("fourteen", "z")))
    assert as_text(table).splitlines() == [
        "Title",
        "How to read it.",
        "",
        "A         B",
        "--------  ---",
        "one       x|y",
        "fourteen  z",
    ]
    assert "| one | x\\|y |" in as_markdown(table)


def test_the_page_needs_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    """The clock is never read: whoever writes the page says the date."""
    with pytest.raises(SystemExit) as caught:
        main(["--write"])
    assert caught.value.code == 2
    assert "--today" in capsys.readouterr().err


def test_the_page_is_written_of_our_own_cases_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures of other cases never stand on the page that speaks of ours."""
    with pytest.raises(SystemExit):
        main(["--write", "--today", "2026-09-07", "--cases", str(tmp_path)])
    assert "--write is for our own cases" in capsys.readouterr().err


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No cases is an error, not a table of nothing."""
    assert main(["--cases", str(tmp_path)]) == 2
    assert "no cases" in capsys.readouterr().err


def test_a_bad_line_is_named_without_its_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File, line and field are said; what stands there is not, as it may be an untouched case."""
    line = json.loads((CASES / "given_objectives.jsonl").read_text("utf-8").splitlines()[0])
    line["gold"]["faults"] = ["a secret"]
    (tmp_path / "untouched_objectives.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert main(["--cases", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "untouched_objectives.jsonl, line 1: gold.faults.0" in said
    assert "secret" not in said
    assert line["objective"] not in said
