"""The tools compared with: proselint and alex, each through its own interface and without its start-up.

proselint comes with `make bench`; its slower classic line (0.14) and alex (npm) are used where they are at hand.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

__all__ = ["Peer", "alex", "classic_proselint", "proselint"]

# Reads all texts once to warm up, then several times over, and prints the shortest round in seconds.
_ALEX = """
import {pathToFileURL} from 'node:url'
const [home, rounds] = process.argv.slice(1)
const {text} = await import(pathToFileURL(home + '/index.js'))
const given = []
for await (const part of process.stdin) given.push(part)
const texts = JSON.parse(Buffer.concat(given).toString())
let best = Infinity
for (let round = 0; round <= Number(rounds); round++) {
  const began = process.hrtime.bigint()
  for (const one of texts) text(one)
  if (round > 0) best = Math.min(best, Number(process.hrtime.bigint() - began) / 1e9)
}
console.log(best)
"""

# The classic line remembers on disk what it said of a text, so each text is given once, after one to warm up, and its
# memory is put where it is empty. Prints its version and the seconds.
_CLASSIC = """
import json, sys, time
from importlib.metadata import version
from proselint.tools import lint
first, *texts = json.load(sys.stdin)
lint(first)
began = time.perf_counter()
for text in texts:
    lint(text)
print(version("proselint"), time.perf_counter() - began)
"""
_CLASSIC_TEXTS = 50  # it takes a fifth of a second for each


class Peer(NamedTuple):
    """A tool that was timed: its name with its version, and the seconds a text took (None: not at hand)."""

    name: str
    seconds: float | None


def proselint(texts: Sequence[str], rounds: int) -> Peer:
    """Time proselint's checks over all texts: the shortest of several rounds, after one to warm up."""
    try:
        from proselint.checks import __register__  # noqa: PLC0415 - only where it is installed
        from proselint.registry import CheckRegistry  # noqa: PLC0415
        from proselint.tools import LintFile  # noqa: PLC0415
    except ImportError:
        return Peer("proselint", None)
    registry = CheckRegistry()
    if not registry.checks:
        registry.register_many(__register__)
    best = float("inf")
    for turn in range(rounds + 1):
        began = perf_counter()
        for text in texts:
            LintFile("text", text).lint()
        if turn:
            best = min(best, perf_counter() - began)
    return Peer(f"proselint {metadata.version('proselint')}", best / len(texts))


def classic_proselint(texts: Sequence[str], python: Path | None) -> Peer:
    """Time proselint 0.14 over some of the texts, spread evenly, with a Python of its own that has it installed."""
    if python is None:
        return Peer("proselint 0.14", None)
    some = texts[:: max(1, len(texts) // (_CLASSIC_TEXTS + 1))][: _CLASSIC_TEXTS + 1]
    with tempfile.TemporaryDirectory() as empty:
        surroundings = {**os.environ, "XDG_CACHE_HOME": empty, "HOME": empty}
        done = subprocess.run(
            [python, "-c", _CLASSIC],
            input=json.dumps(some),
            capture_output=True,
            text=True,
            check=True,
            env=surroundings,
        )
    version, seconds = done.stdout.split()
    return Peer(f"proselint {version} ({len(some) - 1} of the sentences)", float(seconds) / (len(some) - 1))


def alex(texts: Sequence[str], rounds: int, folder: Path | None) -> Peer:
    """Time alex's plain-text check over all texts, inside one Node process; `folder` is where npm has put it."""
    home = _home_of_alex(folder)
    node = shutil.which("node")
    if home is None or node is None:
        return Peer("alex", None)
    done = subprocess.run(
        [node, "--input-type=module", "--eval", _ALEX, str(home), str(rounds)],
        input=json.dumps(list(texts)),
        capture_output=True,
        text=True,
        check=True,
    )
    version = json.loads((home / "package.json").read_text("utf-8"))["version"]
    return Peer(f"alex {version}", float(done.stdout) / len(texts))


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
