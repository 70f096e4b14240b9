"""Runs a program and says what it used: processor time, time on the wall and memory, its helpers included."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

__all__ = ["Used", "python", "run"]

_LOOK_EVERY = 0.02  # seconds between two looks at the memory


class Used(NamedTuple):
    """What a run used. `cpu` and `wall` in seconds; `memory` is the highest sum over all its processes, in MiB.

    `memory` is None where the system does not tell (it is read from /proc).
    """

    cpu: float
    wall: float
    memory: float | None


def python(*words: str) -> list[str]:
    """Give the command that runs this Python with some words."""
    return [sys.executable, *words]


def run(command: list[str], given: Path | None = None) -> Used:
    """Run a command to its end, with a file as its standard input, and throw its output away.

    Raises RuntimeError, with the last line of what it said, where it fails.
    """
    with tempfile.TemporaryFile() as complaints, Path(given or os.devnull).open("rb") as source:
        began = time.perf_counter()
        # As installed: where byte code may not be kept, every start would compile the whole product.
        surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=complaints, env=surroundings
        )
        highest = 0
        while (done := os.wait4(process.pid, os.WNOHANG))[0] == 0:
            highest = max(highest, _memory_of(process.pid))
            time.sleep(_LOOK_EVERY)
        wall = time.perf_counter() - began
        _, status, usage = done
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            complaints.seek(0)
            said = complaints.read().decode("utf-8", "replace").strip().splitlines() or ["nothing said"]
            raise RuntimeError(f"{' '.join(command)}: {said[-1]}")
    return Used(usage.ru_utime + usage.ru_stime, wall, highest / 2**20 if highest else None)


def _memory_of(pid: int) -> int:
    """Give the bytes a process and all below it hold in memory now, 0 where that cannot be read."""
    place = Path("/proc") / str(pid)
    try:
        held = int((place / "statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
        below = " ".join((task / "children").read_text("ascii") for task in (place / "task").iterdir())
    except (OSError, ValueError, IndexError):
        return 0  # it has just ended, or there is no /proc
    return held + sum(_memory_of(int(child)) for child in below.split())
