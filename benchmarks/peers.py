"""One sentence at a time through this product and the tools compared with, turn about within one run.

Each tool runs warm in a process of its own and is given a sentence through its documented interface, as somebody has
it who checks the one sentence they pasted: `rewriter.critique(text)`; proselint's `LintFile("...", text).lint()` with
its checks registered once, as its readme has it; `proselint.tools.lint(text)` of its classic line; and `text(value)` of
alex. It times that call alone, without start-up and without the way there and back. A sentence goes to all of them
before the next one does, so whatever else the machine does falls on all alike.

proselint comes with `make bench`; its slower classic line (0.14) and alex (npm) are used where they are at hand.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import IO, NamedTuple, Self, cast

__all__ = ["Peer", "Timed", "alex", "classic_proselint", "ours", "proselint", "turn_about"]

_WARM = 200  # sentences that each tool is given before the measured ones

# Says its version, then answers each line (a text as JSON) with the seconds that the check of it took.
_ANSWER = """
import json, sys
from time import perf_counter
print(version, flush=True)
for line in sys.stdin:
    text = json.loads(line)
    began = perf_counter()
    check(text)
    took = perf_counter() - began
    print(took, flush=True)
"""
_OURS = """
from rewriter import critique as check
from rewriter.version import VERSION as version
"""
_PROSELINT = """
from importlib import metadata
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
version = metadata.version("proselint")
CheckRegistry().register_many(__register__)
def check(text):
    return LintFile("sentence", text).lint()
"""
_CLASSIC = """
from importlib import metadata
from proselint.tools import lint as check
version = metadata.version("proselint")
"""
_ALEX = """
import {readFileSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {pathToFileURL} from 'node:url'
const [home] = process.argv.slice(1)
const {text} = await import(pathToFileURL(home + '/index.js'))
console.log(JSON.parse(readFileSync(home + '/package.json')).version)
for await (const line of createInterface({input: process.stdin})) {
  const given = JSON.parse(line)
  const began = process.hrtime.bigint()
  text(given)
  console.log(Number(process.hrtime.bigint() - began) / 1e9)
}
"""


class Peer(NamedTuple):
    """A tool to be timed: its name, the command that starts it (None: not at hand), and how many sentences it is given.

    `most` is for a tool that takes long over each; None stands for all of them.
    """

    name: str
    command: tuple[str, ...] | None
    most: int | None = None


class Timed(NamedTuple):
    """A tool with its version, and the seconds that each sentence took it, by the sentence's number."""

    name: str
    seconds: Mapping[int, float]


def ours() -> Peer:
    """Give this product."""
    return Peer("rewriter", _python(sys.executable, _OURS))


def proselint() -> Peer:
    """Give proselint, where it is installed beside this product."""
    return Peer("proselint", _python(sys.executable, _PROSELINT) if find_spec("proselint") else None)


def classic_proselint(python: Path | None) -> Peer:
    """Give proselint 0.14, by a Python of its own that has it installed; it takes a fifth of a second a sentence."""
    return Peer("proselint 0.14", _python(str(python), _CLASSIC) if python else None, most=50)


def alex(folder: Path | None) -> Peer:
    """Give alex, from the folder where npm has put it, or else from where it is found."""
    home, node = _home_of_alex(folder), shutil.which("node")
    return Peer("alex", (node, "--input-type=module", "--eval", _ALEX, str(home)) if home and node else None)


def turn_about(peers: Sequence[Peer], texts: Sequence[str]) -> list[Timed]:
    """Time every tool at hand, each warmed up: all of them on the first text, then all on the second, and so on."""
    warm, measured = texts[:_WARM], texts[_WARM:]
    with ExitStack() as running:
        tools = [running.enter_context(_Tool(peer, len(measured))) for peer in peers if peer.command is not None]
        for tool in tools:
            for text in warm[:: tool.every]:
                tool.ask(text)
        for number, text in enumerate(measured):
            for tool in tools:
                if number % tool.every == 0:
                    tool.seconds[number] = tool.ask(text)
        return [Timed(tool.name, tool.seconds) for tool in tools]


class _Tool:
    """A tool that runs: it is given one text at a time and says how long it took."""

    def __init__(self, peer: Peer, texts: int) -> None:
        self.every = 1 if peer.most is None else max(1, texts // peer.most)  # it is given each so-many-th text
        self.seconds: dict[int, float] = {}
        # The classic proselint remembers on disk what it said of a text: it is given none twice, and a memory of its
        # own that is empty.
        self._empty = tempfile.TemporaryDirectory()
        surroundings = {**os.environ, "XDG_CACHE_HOME": self._empty.name, "HOME": self._empty.name}
        self._process = subprocess.Popen(
            peer.command or (), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=surroundings
        )
        self._given, self._said = cast("IO[str]", self._process.stdin), cast("IO[str]", self._process.stdout)
        self.name = f"{peer.name.split()[0]} {self._line()}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()
        self._empty.cleanup()

    def ask(self, text: str) -> float:
        """Give the seconds that a text took."""
        self._given.write(json.dumps(text) + "\n")
        self._given.flush()
        return float(self._line())

    def _line(self) -> str:
        line = self._said.readline()
        if not line:
            raise RuntimeError(f"a tool that is compared with has ended: {self._process.args!r}")
        return line.strip()


def _python(python: str, prepare: str) -> tuple[str, ...]:
    return python, "-c", prepare + _ANSWER


def _home_of_alex(folder: Path | None) -> Path | None:
    """Find alex itself: where npm was told to put it, on the PATH, or a copy npx holds without asking the network."""
    program = shutil.which("alex", path=folder / "node_modules" / ".bin") if folder else shutil.which("alex")
    npx = shutil.which("npx")
    if program is None and npx is not None and folder is None:
        asked = subprocess.run(
            [npx, "--offline", "--yes", "--package", "alex", "--call", "command -v alex"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "npm_config_loglevel": "silent"},
        )
        program = asked.stdout.strip() or None
    home = Path(program).resolve().parent if program else None
    return home if home and (home / "index.js").is_file() else None
