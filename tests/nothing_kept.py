"""Run by `test_nothing_kept` in a process of its own: commands one after another, with every log at debug level.

Reads a list of runs from standard input ({"words", "piped", "env", "crash"}) and writes for each its exit code, what it
said on standard output and on standard error. What anything logs goes to the process's own standard error.
"""

import json
import logging
import sys
from collections.abc import Mapping
from typing import Any
from unittest import mock

from click.testing import CliRunner

from rewriter.faces.cli import cli


def main() -> None:
    logging.basicConfig(level=logging.NOTSET, stream=sys.stderr, force=True)
    logging.getLogger("asyncio").setLevel(logging.DEBUG)
    for run in json.load(sys.stdin):
        sys.stdout.write(f"{json.dumps(one(run))}\n")


def one(run: Mapping[str, Any]) -> dict[str, object]:
    runner = CliRunner(env=run.get("env") or {})
    piped = run.get("piped")
    crash = run.get("crash")
    with mock.patch(crash, side_effect=broken) if crash else mock.MagicMock():
        result = runner.invoke(cli, run["words"], input=piped)
    return {"code": result.exit_code, "out": result.stdout, "err": result.stderr}


def broken(*said: object, **named: object) -> None:
    raise ValueError(f"broken on {said} {named}")


if __name__ == "__main__":
    main()
