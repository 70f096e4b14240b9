"""The command line teaches itself, refuses what makes no sense, and says where it stopped."""

import subprocess
import sys
from pathlib import Path

import pytest

from evals import __main__ as evals_main
from evals.__main__ import main
from evals.cases import CASES, Origin
from evals.command_line import told

ROOT = Path(__file__).parents[2]


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
        (["--ask", "by hand", "--cases", "elsewhere"], "--ask with --cases needs --replies FOLDER"),
        (["--replies", "elsewhere", "--rules-only"], "--replies are those of a model"),
        (["--html", "/proc/nowhere/page.html"], "--html: /proc/nowhere/page.html cannot be written"),
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
    assert "evals: 1 of 6: given objectives, rules only, 4" in shown.err
    assert "evals: 6 of 6: intervals" in shown.err


def test_a_model_of_their_own_is_asked_about_cases_of_their_own_and_its_replies_are_kept_apart(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = tmp_path / "replies"
    monkeypatch.setenv("REWRITER_MODEL", "nobody")
    monkeypatch.setenv("REWRITER_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("REWRITER_RETRIES", "0")
    main(["--cases", str(folder), "--replies", str(replies), "--ask", "a test", "--sets", "given"])
    assert "with the model nobody" in capsys.readouterr().err


def test_the_sets_asked_about_are_all_where_the_cases_are_others() -> None:
    assert told(["--cases", "elsewhere", "--replies", "r", "--ask", "x"]).sets == frozenset(Origin)
    assert told([]).sets == {Origin.GIVEN, Origin.UNTOUCHED}


def test_a_reader_who_has_seen_enough_is_no_error(folder: Path) -> None:
    command = [sys.executable, "-m", "evals", "--cases", str(folder), "--rules-only"]
    ran = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.close()
    assert b"Traceback" not in ran.stderr.read()
    ran.stderr.close()
    assert ran.wait() == 1


def test_a_run_that_is_stopped_says_so_and_ends_as_interrupted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(evals_main, "everything", interrupted)
    assert main(["--cases", str(folder)]) == 130
    assert "evals: stopped" in capsys.readouterr().err
