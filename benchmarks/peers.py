"""The tools compared with: proselint and alex, each through its own interface and without its start-up.

proselint comes with `make bench`; alex (npm) is used where it is on the PATH or where npx already holds a copy.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

__all__ = ["Peer", "alex", "proselint"]

# Reads all texts once to warm up, then several times over, and prints the shortest round in seconds.
_ALEX = """
import {pathToFileURL} from 'node:url'
import {readFileSync} from 'node:fs'
const [home, rounds] = process.argv.slice(1)
const {text} = await import(pathToFileURL(home + '/index.js'))
const texts = JSON.parse(readFileSync(0, 'utf8'))
let best = Infinity
for (let round = 0; round <= Number(rounds); round++) {
  const began = process.hrtime.bigint()
  for (const one of texts) text(one)
  if (round > 0) best = Math.min(best, Number(process.hrtime.bigint() - began) / 1e9)
}
console.log(best)
"""


class Peer(NamedTuple):
    """A tool that was timed: its name with its version, and the seconds that all texts took (None: not at hand)."""

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
    return Peer(f"proselint {metadata.version('proselint')}", best)


def alex(texts: Sequence[str], rounds: int) -> Peer:
    """Time alex's plain-text check over all texts, inside one Node process."""
    home = _home_of_alex()
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
    return Peer(f"alex {version}", float(done.stdout))


def _home_of_alex() -> Path | None:
    """Find alex's folder: the program on the PATH, or a copy that npx holds without asking the network."""
    program = shutil.which("alex")
    npx = shutil.which("npx")
    if program is None and npx is not None:
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
