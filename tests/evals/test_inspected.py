"""The tasks of Inspect run, mark every sample, and count a failure as an error, never as a zero.

They run in a process of their own, since Inspect sets up its own logging and leaves streams for the collector.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from evals.cases import Origin, load
from evals.guard_cases import load_guard

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("inspect_ai") is None, reason="inspect-ai is not installed: pip install -e '.[inspect]'"
)
_RUN = """\
import json, sys
from inspect_ai import eval
from evals import inspected

tasks = [
    inspected.critique(), inspected.responsibility(system="one_regex"), inspected.rewrite(system="back"),
    inspected.guard(), inspected.guard(system="kept", name="desk"),
]
for task in tasks:
    [log] = eval(task, model="none", limit=2, log_dir=sys.argv[1], display="none")
    marks = [sorted(sample.scores["marks"].value) for sample in log.samples or () if sample.scores]
    print(json.dumps([log.status, marks, log.error.message if log.error else ""]))
"""


def test_each_task_marks_every_sample_and_a_reply_that_is_not_kept_is_an_error(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    critique, responsibility, rewrite, guard, unkept = map(json.loads, ran.stdout.splitlines())
    for status, marks, _ in (critique, responsibility, rewrite, guard):
        assert status == "success"
        assert len(marks) == 2
    assert "time_bound" in critique[1][0]
    assert "on_victim" in responsibility[1][0]
    assert "nothing_invented" in rewrite[1][0]
    assert guard[1] == [["right"], ["right"]]
    assert unkept[0] == "error"
    assert unkept[1] == []
    assert "no reply is kept" in unkept[2]


@pytest.mark.parametrize(("task", "sets"), [("rewrite", "given,own"), ("guard", "development,held_out")])
def test_a_command_that_names_two_sets_puts_the_cases_of_both(tmp_path: Path, task: str, sets: str) -> None:
    """As it is typed: Inspect makes a list of words with commas."""
    told = ["--model", "none", "-T", f"sets={sets}", "--limit", "1", "--display", "none", "--log-format", "json"]
    ran = subprocess.run(
        [sys.executable, "-m", "inspect_ai", "eval", f"evals/inspected.py@{task}", *told, "--log-dir", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (log,) = tmp_path.glob("*.json")
    found = json.loads(log.read_text("utf-8"))
    judged = [
        case
        for group in load().objectives
        if group.origin is not Origin.UNTOUCHED
        for case in group.cases
        if case.gold.verdicts is not None
    ]
    guarded = [case for group in load_guard() for case in group.cases]
    assert found["status"] == "success"
    assert found["eval"]["dataset"]["samples"] == len(judged if task == "rewrite" else guarded)
