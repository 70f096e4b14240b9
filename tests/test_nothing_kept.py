"""Nothing is kept: whatever is run, and however it fails, no name is in anything that the process wrote.

Each run stands in a folder of its own, which is its home, its place for temporary files and where it works; every
library logs at debug level. The answer on standard output is the one place where a name belongs.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import said
from tests.chat.model_server import BEHAVIOURS, running

CHECKOUT = Path(__file__).resolve().parents[1]
CANARY = "Quillfeather"
TEXT = f"Zebedee {CANARY}'s mother to attend alcohol support groups"
HARM = f"Dad>Zebedee {CANARY}"
DRAFT = f"{TEXT} [once a week] for [12 weeks]."
GOOD = said.rewrite(said.critique(measurable="not_met", time_bound="not_met"), said.draft(DRAFT))
INVENTING = said.rewrite(said.critique(), said.draft(f"{DRAFT} Dr Amberley {CANARY} reviews it."))
DEBUG = {
    "OPENAI_LOG": "debug",
    "HTTPX_LOG_LEVEL": "debug",
    "HTTPX2_LOG_LEVEL": "debug",
    "LANGCHAIN_VERBOSE": "true",
    "LANGCHAIN_DEBUG": "true",
    "LANGSMITH_TRACING": "true",
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONFAULTHANDLER": "1",
    "PYTHONUTF8": "1",
}
Run = Mapping[str, Any]
BESIDE = ("--name", CANARY, "--person", f"Zebedee {CANARY}=child", "--harm", HARM, "--need", f"{CANARY} is late")

ANSWERED: dict[str, Run] = {
    **{
        f"{verb}{' '.join(how)}": {"words": [verb, TEXT, *BESIDE, *how]}
        for verb in ("critique", "check", "rewrite", "mask")
        for how in ((), ("--json",))
    },
    "piped": {"words": ["critique"], "piped": TEXT},
    "guard": {"words": ["guard", TEXT, DRAFT]},
    "lines": {"words": ["rewrite", "--jsonl"], "piped": f"{TEXT}\n" * 3},
    "strict": {"words": ["mask", TEXT, "--strict", *BESIDE]},
}
REFUSED: dict[str, Run] = {
    "too long": {"words": ["critique"], "piped": f"{TEXT} " * 2000},
    "binary": {"words": ["critique"], "piped": f"{TEXT}\0"},
    "a text for a command": {"words": [TEXT]},
    "an unknown option": {"words": ["critique", TEXT, f"--{CANARY}"]},
    "an option without a dash": {"words": ["fill", TEXT]},
    "a malformed harm": {"words": ["critique", "Mum to ring", "--harm", CANARY]},
    "a malformed person": {"words": ["critique", "Mum to ring", "--person", CANARY]},
    "a malformed day": {"words": ["critique", "Mum to ring", "--today", CANARY]},
    "a kind that is none": {"words": ["check", TEXT, "--kind", CANARY]},
    "a missing file": {"words": ["critique", "--file", f"{CANARY}/none.txt"]},
    "a draft that is none": {"words": ["fill", "-", "--answer", f"q1={CANARY}"], "piped": json.dumps({CANARY: TEXT})},
    "a draft that is no JSON": {"words": ["fill", "-", "--answer", "q1=x"], "piped": TEXT},
    "lines that are wrong": {
        "words": ["check", "--jsonl"],
        "piped": "\n".join((f'{{"text": "{CANARY}', json.dumps({CANARY: TEXT}), json.dumps({"text": [CANARY]}), "7")),
    },
    "strict": {"words": ["mask", f"{TEXT} for \u00a31234567", "--strict"]},
    "a crash in the rules": {"words": ["critique", TEXT], "crash": "rewriter.pipeline.critique"},
    "a crash in a line": {"words": ["critique", "--jsonl"], "piped": TEXT, "crash": "rewriter.pipeline.critique"},
    "a crash in masking": {"words": ["mask", TEXT], "crash": "rewriter.masking.masking.find"},
}


def ran(folder: Path, runs: Sequence[Run], **more: str) -> list[dict[str, Any]]:
    """Run commands in a process of their own, and give what each said; no name may be anywhere but in an answer."""
    env = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    env |= dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME", "XDG_STATE_HOME"), str(folder))
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "tests.nothing_kept"],
        input=json.dumps(runs),
        cwd=folder,
        env=env | {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"} | DEBUG | more,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, "the process broke off"
    assert [line[:60] for line in done.stderr.splitlines() if CANARY.lower() in line.lower()] == []
    kept = [path for path in folder.rglob("*") if CANARY.encode().lower() in str(path).encode().lower()]
    kept += [
        path for path in folder.rglob("*") if path.is_file() and CANARY.lower().encode() in path.read_bytes().lower()
    ]
    assert kept == []
    found: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == len(runs)
    assert [run["err"] for run in found if CANARY.lower() in run["err"].lower()] == []
    return found


def test_an_answer_is_the_only_place_with_a_name(tmp_path: Path) -> None:
    """Every command by rules alone: on the screen, as JSON, and many at once."""
    found = ran(tmp_path, list(ANSWERED.values()))
    for name, run in zip(ANSWERED, found, strict=True):
        assert run["code"] in (0, 1), name
        assert run["out"], name


def test_what_is_refused_or_breaks_repeats_nothing(tmp_path: Path) -> None:
    """Wrong input of every kind, and faults of our own: one line, without the text, the name or the error's words."""
    found = ran(tmp_path, list(REFUSED.values()))
    for name, run in zip(REFUSED, found, strict=True):
        assert run["code"] != 0, name
        assert CANARY.lower() not in run["out"].lower(), name


@pytest.mark.parametrize("mask", ["elsewhere", "always"])
def test_a_model_leaves_nothing_behind_however_it_behaves(tmp_path: Path, mask: str) -> None:
    """Well, badly on purpose, inventing, or not there at all; with every library at debug level."""
    with running() as server:
        base = {"REWRITER_BASE_URL": server.address, "REWRITER_RETRIES": "0", "REWRITER_MASK": mask}
        quick = {name for name, behaviour in BEHAVIOURS.items() if not behaviour.hang}
        runs: list[Run] = [
            {"words": [verb, TEXT, "--harm", HARM, "--json"], "env": base | {"REWRITER_MODEL": name}}
            for name in sorted(quick)
            for verb in ("rewrite",)
        ]
        runs += [
            {"words": ["critique", "--jsonl"], "piped": f"{TEXT}\n", "env": base | {"REWRITER_MODEL": "broken"}},
            {
                "words": ["check", TEXT],
                "env": base | {"REWRITER_MODEL": "m", "REWRITER_BASE_URL": "http://127.0.0.1:1/v1"},
            },
            {"words": ["rewrite", TEXT], "env": base | {"REWRITER_MODEL": "hang", "REWRITER_TIMEOUT": "1"}},
            {"words": ["doctor"], "env": base | {"REWRITER_MODEL": "ok"}},
            {
                "words": ["rewrite", TEXT],
                "env": base | {"REWRITER_MODEL": "ok"},
                "crash": "rewriter.drafter.draft",
            },
        ]
        for run in ran(tmp_path, runs):
            assert run["out"] or run["code"] in (1, 70)
        server.replies += [GOOD, INVENTING, INVENTING, INVENTING]
        well = {"words": ["rewrite", TEXT, "--json"], "env": base | {"REWRITER_MODEL": "ok"}}
        assert len(ran(tmp_path, [well, well])) == 2


def test_the_page_leaves_nothing_behind(tmp_path: Path) -> None:
    """Forms that can be used, forms that cannot, and faults of our own; a draft is carried by the page alone."""
    fields = {"objective": TEXT, "people": f"Zebedee {CANARY} = child", "names": CANARY}
    then = {
        "/fill": {"gap.q1": CANARY},
        "/edit": {"text.objectives.0": f"{TEXT} with {CANARY} [when]."},
        "/undo": {"change": CANARY},
        "/accept": {"change": CANARY},
        "/handout": {"as": "word"},
    }
    shown = ran(
        tmp_path,
        [
            {"page": "/rewrite", "fields": fields, "then": then},
            {"page": "/rewrite", "fields": {**fields, "show": "masked"}},
            {"page": "/rewrite", "fields": {**fields, "today": CANARY}},
            {"page": "/guard", "fields": {**fields, "rewrite": DRAFT}},
            {"page": "/guard", "fields": {**fields, "rewrite": DRAFT, "show": "masked"}},
            {"page": "/handout", "fields": {"objectives": f"{TEXT}\n{TEXT} daily"}},
        ],
    )
    assert all(CANARY in run["out"] for run in shown)
    silent = ran(
        tmp_path,
        [
            {"page": "/rewrite", "fields": fields, "crash": "rewriter.pipeline.rewrite"},
            {"page": "/fill", "fields": {"draft": f'{{"{CANARY}": 1}}'}},
            {"page": "/nowhere", "fields": fields},
            {
                "page": "/handout",
                "fields": {"objectives": f"{TEXT}\n", "today": CANARY},
                "crash": "rewriter.pipeline.rewrite",
            },
            {"page": "/rewrite", "fields": {"objective": CANARY * 100_000}},
        ],
    )
    assert not any(CANARY in run["out"] for run in silent)


def test_many_lines_over_many_processes_leave_nothing_behind(tmp_path: Path) -> None:
    """Also where other processes do the work, and where half of the lines cannot be used."""
    lines = "".join(f"{json.dumps({'objective': TEXT})}\n{{{CANARY}\n" for _ in range(450))
    (found,) = ran(tmp_path, [{"words": ["critique", "--jsonl"], "piped": lines}])
    answers = [json.loads(line) for line in found["out"].splitlines()]
    assert sum("error" in answer for answer in answers) == 450
    assert not any(CANARY in answer["error"] for answer in answers if "error" in answer)


def test_what_is_raised_in_python_repeats_nothing() -> None:
    """Errors made on purpose, their causes, and what an answer shows when it is printed."""
    import rewriter

    with pytest.raises(rewriter.TooLong) as too_long:
        rewriter.critique(f"{TEXT} " * 2000)
    with pytest.raises(rewriter.LooksUnmasked) as unmasked:
        rewriter.mask(f"{TEXT} \u00a31234567", strict=True)
    for raised in (too_long.value, unmasked.value):
        assert CANARY not in f"{raised!r} {raised.__cause__!r} {raised.__context__!r}"
    assert CANARY not in repr(rewriter.mask(TEXT))
