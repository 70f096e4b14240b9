"""The command as a process of its own: in a terminal, in a broken pipe, interrupted."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

CHECKOUT = Path(__file__).resolve().parents[2]
REWRITER = (sys.executable, "-m", "rewriter")
SARAH = "Sarah to improve her school attendance this year"


def environment(**more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return kept | {"TERM": "xterm-256color", "PYTHONUTF8": "1"} | more


def in_a_terminal(
    words: Sequence[str], typed: bytes = b"", columns: int = 80, more: dict[str, str] | None = None
) -> tuple[int, str]:
    """Run the command with a terminal on all three streams; give its exit code and what the terminal showed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*REWRITER, *words],
        cwd=CHECKOUT,
        env=environment(COLUMNS=str(columns), **(more or {})),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    os.write(ours, typed)
    shown = b""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if not select.select([ours], [], [], 0.5)[0]:
            continue
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end has closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(30), shown.decode()


def test_a_terminal_gets_colour_and_words() -> None:
    """In a terminal verdicts are coloured, and the words stand there all the same."""
    code, shown = in_a_terminal(["critique", SARAH])
    assert code == 0
    assert "\x1b[1;32m" in shown
    assert "unclear" in shown


@pytest.mark.parametrize(("words", "more"), [(["--no-color"], {}), ([], {"NO_COLOR": "1"})])
def test_colour_can_be_switched_off(words: list[str], more: dict[str, str]) -> None:
    """--no-color and NO_COLOR leave no colour, and the verdicts stand in signs and words."""
    _, shown = in_a_terminal(["critique", SARAH, *words], more=more)
    assert not any(f";3{colour}m" in shown or f"[3{colour}m" in shown for colour in range(1, 8))
    assert "\u2713" in shown
    assert "partly" in shown


def test_no_text_at_a_keyboard_is_said_and_not_waited_for() -> None:
    """Without text and without a pipe the command says how to give one, at once."""
    code, shown = in_a_terminal(["critique"])
    assert code == 2
    assert shown.startswith("rewriter: there is no text")


def test_ask_works_at_a_keyboard() -> None:
    """At a terminal the questions are put and the answers stand in the draft."""
    code, shown = in_a_terminal(["rewrite", "--ask", "--no-color", SARAH], typed=b"agreed here\n\x04")
    assert code == 0
    assert shown.rindex("agreed here") > shown.rindex("> ")


def test_an_interrupt_is_one_line_and_its_own_exit_code() -> None:
    """Ctrl-C ends the run with one line and 130; at a keyboard no program begins with interrupts ignored."""
    at_a_keyboard = "import signal, runpy, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    run = "sys.argv = ['rewriter', 'critique', '-']; runpy.run_module('rewriter', run_name='__main__')"
    with subprocess.Popen(
        [sys.executable, "-c", at_a_keyboard + run],
        cwd=CHECKOUT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        for _ in range(100):  # until it reads, a first signal could come before Python handles any
            if _is_reading(process.pid):
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert errors.decode().strip() == "rewriter: stopped"


def _is_reading(pid: int) -> bool:
    try:
        return "pipe_read" in Path(f"/proc/{pid}/wchan").read_text("ascii") or _has_loaded(pid)
    except OSError:
        return False


def _has_loaded(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return status[0] == "S" and int(status[11]) >= 5  # asleep after some work: it waits for the text


@pytest.mark.parametrize("words", [["rules"], ["examples", "--run"], ["critique", "--jsonl", "-"]])
def test_a_broken_pipe_is_quiet(words: list[str]) -> None:
    """Where nobody reads on (`| head -1`), nothing is said."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*REWRITER, *words],
        cwd=CHECKOUT,
        env=environment(),
        input=b"Mum to ring the GP by 4 May\n" * 2_000,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode != 0


def test_a_terminal_that_knows_no_signs_gets_plain_ones() -> None:
    """With an old encoding the signs are plain letters, and nothing fails."""
    done = subprocess.run(
        [*REWRITER, "critique", "Zo\u00eb to improve her \u201cattendance\u201d"],
        cwd=CHECKOUT,
        env=environment(PYTHONUTF8="0", PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"x Time-bound  not met" in done.stdout
    assert done.stderr == b""
