"""`rewriter guard`: both texts however they are given, words marked, what was dropped listed, and an exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from rewriter.wire.answers import GuardAnswer

Run = Callable[..., Result]
BEFORE = "Danuta to take Lena to school 4 days a week. SW rings every fortnight."
AFTER = "Danuta takes Lena to school five days a week [in her uniform]."
TRUE = "1. Danuta takes Lena to school four days a week.\n2. The social worker rings every two weeks."


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "before.txt").write_text(BEFORE, "utf-8")
    (tmp_path / "after.txt").write_text(AFTER, "utf-8")
    (tmp_path / "both.json").write_text(json.dumps({"id": 7, "objective": BEFORE, "rewrite": AFTER}), "utf-8")
    return tmp_path


def test_both_texts_may_be_arguments_files_or_json(run: Run, files: Path) -> None:
    """Every way in gives the same answer; JSON keeps its id."""
    said = json.loads(run("guard", "--json", BEFORE, AFTER).stdout)
    in_files = ("--original", str(files / "before.txt"), "--rewrite", str(files / "after.txt"))
    assert said == json.loads(run("guard", "--json", *in_files).stdout)
    piped = json.loads(run("guard", "--json", piped=(files / "both.json").read_text("utf-8")).stdout)
    assert piped == json.loads(run("guard", "--json", "--file", str(files / "both.json")).stdout) == {**said, "id": 7}
    GuardAnswer.model_validate(said, strict=False)


def test_the_page_marks_the_words_and_lists_what_was_dropped(run: Run) -> None:
    """The reason stands beside each; brackets stay as they are."""
    result = run("guard", BEFORE, AFTER)
    assert result.exit_code == 1
    assert "»five days«" in result.stdout
    assert "[in her uniform]" in result.stdout
    assert "changed: “five days” The original says “4 days”." in result.stdout
    assert "dropped: “every fortnight”" in result.stdout


def test_a_faithful_rewrite_ends_with_nought(run: Run) -> None:
    """So that a script can go on."""
    result = run("guard", BEFORE, TRUE)
    assert result.exit_code == 0
    assert "It passes" in result.stdout


def test_declared_changes_come_from_a_file(run: Run, tmp_path: Path) -> None:
    """As a list, or as a saved rewrite that holds one."""
    change = {"from": "100%", "to": "[60%]", "reason": "A first step.", "rule": "target_jump"}
    texts = (
        "Jo's attendance to go up from 40% to 100% by 4 May",
        "Jo's attendance goes up from 40% to [60%] by 4 May.",
    )
    assert run("guard", *texts).exit_code == 1
    for number, told in enumerate(([change], {"changes": [change]})):
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(told), "utf-8")
        assert run("guard", *texts, "--changes", str(file)).exit_code == 0


def test_what_is_told_beside_the_original_is_given(run: Run) -> None:
    """A role that the context gives to a name is that person."""
    rewrite = "Lena's mother takes her to school four days a week. The social worker rings every two weeks."
    assert run("guard", BEFORE, rewrite).exit_code == 1
    assert run("guard", BEFORE, rewrite, "--person", "Danuta=mother").exit_code == 0


def test_many_are_answered_a_line_each(run: Run) -> None:
    """In order, with their ids; a line without a rewrite is an error."""
    lines = [{"id": 1, "objective": BEFORE, "rewrite": TRUE}, {"id": 2, "objective": BEFORE}]
    result = run("guard", "--jsonl", piped="\n".join(map(json.dumps, lines)) + "\nwords\n")
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert (first["id"], first["passes"]) == (1, True)
    assert (second["id"], second["error"]) == (2, "rewrite: is missing")
    assert third["line"] == 3
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("only one",), "give two texts"),
        (("a", "b", "--file", "x.json"), "in one way"),
        (("--original", "x.txt"), "go together"),
        (("a", ""), "nothing to read"),
        (("--file", "nowhere.json"), "--file: "),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(run: Run, words: tuple[str, ...], why: str) -> None:
    """With code 2, and no word of the texts."""
    result = run("guard", *words)
    assert result.exit_code == 2
    assert why in result.stderr
    assert result.stderr.count("\n") == 1
