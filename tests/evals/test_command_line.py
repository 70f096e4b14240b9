"""The command line teaches itself, refuses what makes no sense, and says where it stopped."""

from pathlib import Path

import pytest

from evals import __main__ as evals_main
from evals.__main__ import main
from evals.cases import CASES
from evals.command_line import told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind in ("objectives", "responsibility"):
        lines = (CASES / f"given_{kind}.jsonl").read_text("utf-8").splitlines()[:4]
        (tmp_path / f"given_{kind}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_help_shows_whole_commands_to_copy(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        told(["--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    for words in ("examples:", "--rules-only", "REWRITER_MODEL", "goes on from there", "130 where it was stopped"):
        assert words in shown


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--write", "--today", "2026-09-07", "--rules-only"], "--write writes all figures"),
        (["--ask", "by hand", "--rules-only"], "--ask asks a model"),
        (["--ask", "by hand", "--cases", "elsewhere"], "--ask is for our own cases"),
        (["--judge", "http://127.0.0.1:1/v1"], "--judge needs --ask"),
        (["--sets", "given,mine"], "there are given, own, untouched"),
    ],
)
def test_what_does_not_go_together_is_refused_with_the_reason(
    arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        told(arguments)
    assert left.value.code == 2
    assert why in capsys.readouterr().err


def test_rules_only_on_a_folder_of_cases_prints_tables_and_no_model(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--cases", str(folder), "--rules-only"]) == 0
    shown = capsys.readouterr()
    assert "Given (4)" in shown.out
    assert "model" not in shown.err
    assert "evals: 1 of 5: given objectives, rules only, 4" in shown.err
    assert "evals: 5 of 5: intervals" in shown.err


def test_a_run_that_is_stopped_says_so_and_ends_as_interrupted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(evals_main, "everything", interrupted)
    assert main(["--cases", str(folder)]) == 130
    assert "evals: stopped" in capsys.readouterr().err
