"""The commit is told where git knows it, and nothing is made up where it does not."""

from pathlib import Path

import pytest

from evals.commit import commit_of


def test_outside_of_git_no_commit_is_told(tmp_path: Path) -> None:
    assert commit_of(tmp_path) == ""


def test_without_git_no_commit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit_of(Path(__file__).parent) == ""
