"""The command line: what it answers, and what it says when something is wrong. It never shows a traceback."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, RewriteAnswer

Run = Callable[..., Result]
SARAH = "Sarah to improve her school attendance this year"
VIOLENCE = "Ensure there are no further instances of domestic violence"
PASTED = "Chipo told me in confidence about Darren"


def refused(result: Result) -> str:
    """The one line on standard error of a call that was refused."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("rewriter: ")
    assert result.stderr.endswith("\n")
    assert result.stderr.count("\n") == 1
    return result.stderr.removeprefix("rewriter: ").rstrip()


# ------------------------------------------------------------------------------------------------ where text comes from
def test_the_text_is_an_argument_a_file_or_standard_input(run: Run, tmp_path: Path) -> None:
    """All ways in give the same answer."""
    file = tmp_path / "objective.txt"
    file.write_text(SARAH + "\n", encoding="utf-8")
    said = run("critique", "--json", SARAH).stdout
    assert said == run("critique", "--json", *SARAH.split()).stdout
    assert said == run("critique", "--json", "--file", str(file)).stdout
    assert said == run("critique", "--json", piped=SARAH + "\n").stdout
    assert said == run("critique", "--json", "-", piped=SARAH).stdout
    assert said == run("critique", "--json", "--file", "-", piped=SARAH).stdout


def test_a_pasted_bullet_is_text_and_not_an_option(run: Run) -> None:
    """An objective that begins with a dash needs no quoting tricks."""
    for text in (
        "- Mum to ring the GP by Friday",
        "--- Mum to ring the GP",
        "-help Mum to ring",
        "-Mum to ring the GP",
    ):
        assert json.loads(run("critique", "--json", text).stdout)["objective"] == text


def test_after_two_dashes_everything_is_text(run: Run) -> None:
    """What follows -- is text even where it looks like an option."""
    assert json.loads(run("critique", "--json", "--", "--today").stdout)["objective"] == "--today"


def test_the_same_call_gives_the_same_bytes(run: Run) -> None:
    """Nothing of the clock or of chance stands in an answer."""
    assert run("rewrite", "--json", SARAH).stdout_bytes == run("rewrite", "--json", SARAH).stdout_bytes


# ------------------------------------------------------------------------------------------------ the answers
def test_critique_answers_in_words(run: Run) -> None:
    """A critique on the screen names each letter with a sign and a word."""
    result = run("critique", SARAH)
    assert result.exit_code == 0
    assert "\u2713 Specific    met" in result.stdout
    for letter in ("Specific", "Measurable", "Achievable", "Relevant", "Time-bound"):
        assert letter in result.stdout


def test_json_fits_the_schema(run: Run) -> None:
    """Each command's --json is the contract's answer."""
    CritiqueAnswer.model_validate_json(run("critique", "--json", SARAH).stdout)
    CheckAnswer.model_validate_json(run("check", "--json", VIOLENCE).stdout)
    RewriteAnswer.model_validate_json(run("rewrite", "--json", SARAH).stdout)


def test_what_is_told_beside_the_text_counts(run: Run) -> None:
    """A harm told by an option, or in a context file, is the harm that the answer is judged by."""
    told = json.loads(run("check", "--json", VIOLENCE, "--harm", "the father>the mother: hits her").stdout)
    assert {"to": "the mother", "by": "the father", "what": "hits her", "basis": "given"} in told["harms"]


def test_a_context_file_and_options_are_put_together(run: Run, tmp_path: Path) -> None:
    """Options add to a context file, and go before it where both say the same thing."""
    file = tmp_path / "context.json"
    file.write_text(json.dumps({"harms": [{"to": "Mum", "by": "Dad"}]}), encoding="utf-8")
    told = json.loads(run("check", "--json", VIOLENCE, "--context", str(file), "--harm", "Nan>Mum").stdout)
    assert [harm["by"] for harm in told["harms"]] == ["Dad", "Nan"]


def test_local_names_of_the_letters_are_shown(run: Run, tmp_path: Path) -> None:
    """A council that says Attainable and Timely reads its own words."""
    file = tmp_path / "rewriter.toml"
    file.write_text('[labels]\nachievable = "Attainable"\ntime_bound = "Timely"\n', encoding="utf-8")
    shown = run("critique", SARAH, "--settings", str(file)).stdout
    assert "Attainable" in shown
    assert "Timely" in shown
    assert "Achievable" not in shown


def test_a_rule_that_is_switched_off_stays_silent(run: Run, tmp_path: Path) -> None:
    """`rules_off` is obeyed and said in the provenance."""
    file = tmp_path / "rewriter.toml"
    file.write_text('rules_off = ["deadline_vague"]\n', encoding="utf-8")
    told = json.loads(run("critique", SARAH, "--json", "--settings", str(file)).stdout)
    assert "deadline_vague" not in {finding["rule"] for finding in told["findings"]}
    assert told["provenance"]["rules_off"] == ["deadline_vague"]


def test_a_draft_is_filled_and_judged_again(run: Run, tmp_path: Path) -> None:
    """What `rewrite --json` gave, `fill` takes; a gap that is filled is a gap no more."""
    draft = tmp_path / "draft.json"
    draft.write_bytes(run("rewrite", "--json", SARAH).stdout_bytes)
    gaps = [gap["id"] for gap in json.loads(draft.read_text("utf-8"))["gaps"]]
    assert gaps
    filled = run("fill", str(draft), "--json", "--answer", f"{gaps[-1]}=17 July 2026")
    left = RewriteAnswer.model_validate_json(filled.stdout)
    assert len(left.gaps) == len(gaps) - 1
    assert "17 July 2026" in filled.stdout


def test_a_saved_draft_carries_what_was_told_beside_the_text(run: Run) -> None:
    """`fill` judges with the need and the harm that `rewrite` was told, and with what is told anew before them."""
    told = ("--need", "Lena misses her reading lessons", "--harm", "Darren>Chipo: hit her", "--today", "2026-09-07")
    draft = run("rewrite", "--json", "Chipo to attend the Freedom Programme", *told).stdout
    gap = json.loads(draft)["gaps"][0]["id"]
    kept = json.loads(run("fill", "-", "--json", "--answer", f"{gap}=Rosa", piped=draft).stdout)
    assert kept["context"] == json.loads(draft)["context"]
    assert kept["context"]["harms"] == [{"to": "Chipo", "by": "Darren", "what": "hit her"}]
    assert kept["responsibility"]["abuse"]
    anew = run("fill", "-", "--json", "--answer", f"{gap}=Rosa", "--need", "Chipo sleeps badly", piped=draft).stdout
    assert json.loads(anew)["context"] == {**kept["context"], "need": "Chipo sleeps badly"}


def test_answers_may_stand_in_a_file_and_the_draft_in_a_pipe(run: Run, tmp_path: Path) -> None:
    """`fill -` reads the draft from standard input, and --answers reads all answers from a file."""
    draft = run("rewrite", "--json", SARAH).stdout
    gap = json.loads(draft)["gaps"][0]["id"]
    answers = tmp_path / "agreed.json"
    answers.write_text(json.dumps({gap: "her tutor"}), encoding="utf-8")
    assert "her tutor" in run("fill", "-", "--answers", str(answers), "--json", piped=draft).stdout


def test_ask_puts_the_open_questions_one_by_one(run: Run) -> None:
    """Each open gap is asked; what is typed is filled in, Enter leaves it open, the end of input all the rest."""
    gaps = json.loads(run("rewrite", "--json", SARAH).stdout)["gaps"]
    assert len(gaps) > 1
    result = run("rewrite", "--ask", "--json", SARAH, piped="\nan agreed thing\n")
    assert result.exit_code == 0
    left = json.loads(result.stdout)
    assert len(left["gaps"]) == len(gaps) - 1
    assert "an agreed thing" in json.dumps(left["goals"] + left["objectives"])
    for gap in gaps[:3]:
        assert " ".join(gap["question"].split()[:3]) in result.stderr


def test_an_answer_that_cannot_stand_is_asked_for_again_and_loses_none_before_it(run: Run) -> None:
    result = run("rewrite", "--ask", "--json", SARAH, piped="her tutor\nat [home]\nat home\n")
    assert result.exit_code == 0
    assert "That must be one line" in result.stderr
    texts = json.dumps([*json.loads(result.stdout)["goals"], *json.loads(result.stdout)["objectives"]])
    assert "her tutor" in texts
    assert "at home" in texts


def test_the_same_gap_answered_twice_is_refused(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.json"
    draft.write_text(run("rewrite", "--json", SARAH).stdout, encoding="utf-8")
    gap = json.loads(draft.read_text("utf-8"))["gaps"][0]["id"]
    result = run("fill", str(draft), "--answer", f"{gap}=Zofka", "--answer", f"{gap}=Danuta")
    assert result.exit_code == 2
    assert "the same gap twice" in result.stderr


@pytest.mark.parametrize("command", ["critique", "rewrite", "check"])
def test_a_terminal_that_says_it_has_no_width_is_written_to_all_the_same(run: Run, command: str) -> None:
    told = run(command, SARAH, env={"COLUMNS": "0"})
    assert told.exit_code == 0
    assert len(told.stdout) > 100


def test_help_says_that_a_configured_model_is_sent_to(run: Run) -> None:
    assert "unless a model is configured" in " ".join(run("--help").stdout.split())


def test_json_and_jsonl_do_not_go_together(run: Run) -> None:
    result = run("critique", SARAH, "--json", "--jsonl")
    assert result.exit_code == 2
    assert "--json and --jsonl do not go together" in result.stderr


def test_the_rewrite_that_is_missing_is_the_one_asked_for(run: Run) -> None:
    assert "please give a rewrite as text" in run("guard", SARAH, " ").stderr


@pytest.mark.parametrize(
    ("closed", "said"), [("<&-", b"standard input is closed"), (">&-", b"standard output is closed"), ("2>&-", b"")]
)
def test_a_closed_standard_stream_is_one_clear_line(closed: str, said: bytes) -> None:
    words = "critique" if closed == "<&-" else f"critique '{SARAH}'"
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m rewriter {words} {closed}"], capture_output=True, check=False
    )
    assert ran.returncode == (0 if closed == "2>&-" else 2)
    assert said in ran.stderr
    assert b"internal error" not in ran.stderr


def test_a_suggestion_is_taken_only_when_asked_for(run: Run) -> None:
    """Enter never agrees to a suggested value on the family's behalf; "=" takes it."""
    text = "If this plan is not felt to be working, Sarah's social worker to convene a Legal Planning Meeting"
    gaps = json.loads(run("rewrite", "--json", text).stdout)["gaps"]
    at = next(number for number, gap in enumerate(gaps) if gap["suggestion"])
    left_open = json.loads(run("rewrite", "--ask", "--json", text, piped="\n" * len(gaps)).stdout)
    taken = json.loads(run("rewrite", "--ask", "--json", text, piped="\n" * at + "=\n").stdout)
    assert len(left_open["gaps"]) == len(gaps)
    assert len(taken["gaps"]) == len(gaps) - 1


def test_rules_and_pages_are_shown(run: Run) -> None:
    """Every rule that is listed has a page that names its source."""
    ids = [json.loads(line)["id"] for line in run("rules", "--json").stdout.splitlines()]
    listed = run("rules").stdout
    for rule in ids:
        assert rule in listed
    page = run("explain", ids[0]).stdout
    assert "Source" in page
    assert "When it is wrong to flag" in page


def test_the_worked_examples_are_shown_with_their_attribution(run: Run) -> None:
    """The list names every example; one example shows before, the guidance's own words with their source, and ours."""
    listed = run("examples").stdout
    shown = run("examples", "sarah_attendance").stdout
    assert "sarah_attendance" in listed
    assert "Example 1" in shown
    assert "Halton" in shown
    assert "[4 days]" in shown


def test_examples_are_drafted_afresh(run: Run) -> None:
    """`examples --run` drafts each from its first version, by rules alone."""
    told = [json.loads(line) for line in run("examples", "--run", "--json").stdout.splitlines()]
    assert len(told) == len(run("examples", "--json").stdout.splitlines())
    assert all(draft["status"] in ("ready", "needs_answers", "unchanged") for draft in told)
    assert "To agree, apart from whoever causes the harm" in run("examples", "--run", "domestic_violence").stdout


# ------------------------------------------------------------------------------------------------ what is refused
@pytest.mark.parametrize(
    ("words", "piped", "says"),
    [
        (("critique", "   "), None, "nothing to read"),
        (("critique",), "", "nothing to read"),
        (("critique",), b"\xff\xfeM\0u\0m\0", "not UTF-8"),
        (("critique",), b"Zo\xeb to attend", "not UTF-8"),
        (("critique",), "x" * 10_001, "limit of 10,000 characters"),
        (("rewrite", "x" * 10_001), None, "the limit is 10,000"),
        (("critique", "--file", "missing.txt"), None, "missing.txt is not there"),
        (("critique", PASTED, "--file", "x.txt"), None, "not both"),
        (("critique", PASTED, "--today", "tomorrow"), None, "--today must be a date such as 2026-09-07"),
        (("critique", PASTED, "--today", "2026-02-30"), None, "--today is not a day in the calendar"),
        (("critique", PASTED, "--review-date", "soon"), None, "--review-date must be a date"),
        (("check", PASTED, "--harm", "Darren and Chipo"), None, "--harm must say who harms whom"),
        (("check", PASTED, "--harm", ">"), None, "--harm must say who harms whom"),
        (("check", PASTED, "--person", "Chipo"), None, "--person must be a name and a role"),
        (("check", PASTED, "--kind", "poem"), None, "--kind must be one of objective, goal, plan"),
        (("critique", PASTED, "--context", "missing.json"), None, "missing.json is not there"),
        (("critique", PASTED, "--settings", "missing.toml"), None, "missing.toml is not there"),
        (("critique", PASTED, "--jsn"), None, "no such option; did you mean --json?"),
        (("critique", PASTED, "--json=yes"), None, "does not take a value"),
        (("critique", PASTED, "--need"), None, "requires an argument"),
        (("rewrite", "--ask"), PASTED, "--ask needs the text as an argument"),
        (("rewrite", "--ask", "--jsonl"), "", "do not go together"),
        (("explain", "vague_verbs"), None, "no such rule; did you mean vague_verb?"),
        (("explain", "Chipo", "told"), None, "too many arguments"),
        (("explain",), None, "missing argument"),
        (("examples", "sara_attendance"), None, "did you mean sarah_attendance?"),
        (("fill", "draft.json"), None, "nothing to fill in"),
        (("fill", "-", "--answer", "q1=x"), "{}", "the draft: id: is missing"),
        (("fill", "-", "--answer", "q1=x"), PASTED, "the draft: not valid JSON"),
        (("fill", "-", "--answer", "4 days"), "{}", "--answer must be a gap and what was agreed"),
        (("critic", "x"), None, "did you mean 'rewriter critique'?"),
        ((PASTED,), None, "say first what to do with it"),
        (("--jsn",), None, "no such option"),
    ],
)
def test_what_cannot_be_used_is_one_clear_line(
    run: Run, words: tuple[str, ...], piped: bytes | None, says: str
) -> None:
    """One line on standard error, exit code 2, and nothing of what was pasted in it."""
    line = refused(run(*words, piped=piped))
    assert says in line
    assert "confidence" not in line
    assert "Chipo" not in line


def test_an_unknown_gap_is_refused(run: Run) -> None:
    """An answer to a gap that the draft does not have is a mistake, not a new fact."""
    draft = run("rewrite", "--json", SARAH).stdout
    assert "q99" in refused(run("fill", "-", "--answer", "q99=x", piped=draft))


def test_a_setting_that_names_no_rule_is_refused(run: Run, tmp_path: Path) -> None:
    """A rule misspelt in the settings would otherwise stay on without a word."""
    file = tmp_path / "rewriter.toml"
    file.write_text('rules_off = ["vague_verbs"]\n', encoding="utf-8")
    assert "did you mean vague_verb?" in refused(run("critique", SARAH, "--settings", str(file)))


def test_the_limit_is_a_setting(run: Run, tmp_path: Path) -> None:
    """The limit that is told is the one that is set."""
    file = tmp_path / "rewriter.toml"
    file.write_text("max_characters = 20\n", encoding="utf-8")
    assert "20" in refused(run("critique", SARAH, "--settings", str(file)))
    assert "20" in refused(run("critique", "--settings", str(file), piped=SARAH))


@pytest.mark.parametrize(
    "command", ["critique", "check", "rewrite", "guard", "mask", "fill", "rules", "explain", "examples"]
)
def test_every_command_teaches_by_example(command: str) -> None:
    """Each help text shows calls that one could type, within 80 columns."""
    from rewriter.faces.cli import cli

    shown = CliRunner().invoke(cli, [command, "--help"], terminal_width=80).stdout
    assert f"  rewriter {command}" in shown
    assert max(map(len, shown.splitlines())) <= 80
