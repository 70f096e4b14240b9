"""The service as a process of its own, to be asked over a socket, stopped and killed."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CANARY = "Quillfeather"
PATIENCE = 240  # seconds after which a test gives up on a process: many are run at once on a busy machine
CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass
class Running:
    """The process; `lines` is what it has said so far."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    _told: threading.Event = field(default_factory=threading.Event)
    _port: int = 0

    @property
    def address(self) -> str:
        """Where it answers."""
        assert self._told.wait(PATIENCE), self.lines
        return f"http://127.0.0.1:{self._port}"

    @property
    def port(self) -> int:
        """The port alone."""
        return int(self.address.rpartition(":")[2])

    def listen(self) -> None:
        """Read what it says until it ends."""
        assert self.process.stderr is not None
        with self.process.stderr as said:
            for line in said:
                self.lines.append(line)
                if line.startswith("{") and (told := json.loads(line)).get("event") == "serving":
                    self._port = told["port"]
                if "startup complete" in line:
                    self._told.set()

    def ended(self) -> int:
        """Wait until it has ended, and give its exit code."""
        code = self.process.wait(PATIENCE)
        self._reader.join(10)
        return code

    def start(self) -> None:
        """Begin to listen."""
        self._reader = threading.Thread(target=self.listen, daemon=True)
        self._reader.start()


@contextmanager
def serving(
    folder: Path, words: Sequence[str] = (), env: Mapping[str, str] | None = None, python: Sequence[str] = ()
) -> Iterator[Running]:
    """Run `rewriter serve` on a free port, with a folder as its home and its place for temporary files."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    kept |= dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME"), str(folder))
    kept |= {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, *python, "-m", "rewriter", "serve", "--port", "0", *words],
        cwd=folder,
        env=kept | dict(env or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # or it would ignore interrupts where the tests themselves do
    )
    running = Running(process)
    running.start()
    try:
        yield running
    finally:
        if process.poll() is None:
            process.kill()
        running.ended()


def logged(running: Running) -> list[dict[str, Any]]:
    """Give the lines of the log for requests."""
    found = [json.loads(line) for line in running.lines if line.startswith("{")]
    return [line for line in found if line["event"] == "answered"]


def until(holds: Callable[[], bool]) -> None:
    """Wait for something, for as long as a busy machine may need."""
    last = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < last
        time.sleep(0.02)


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def listens(port: int) -> bool:
    """Say whether somebody listens there."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


needs_proc = pytest.mark.skipif(
    not Path(f"/proc/{os.getpid()}/task").exists(), reason="there is no /proc here to see workers in"
)


def workers(service: Running) -> set[int]:
    """Give the processes that answer."""
    path = Path(f"/proc/{service.process.pid}/task/{service.process.pid}/children")
    children = (int(pid) for pid in path.read_text().split())
    return {pid for pid in children if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()}
