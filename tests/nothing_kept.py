"""Run by `test_nothing_kept` in a process of its own: commands one after another, with every log at debug level.

Reads a list of runs from standard input ({"words", "piped", "env", "crash"}, or {"page", "fields", "then", "crash"} for
a form of the page) and writes for each its exit code, what it
said on standard output and on standard error. What anything logs goes to the process's own standard error.
"""

import asyncio
import html
import json
import logging
import sys
from collections.abc import Mapping
from typing import Any
from unittest import mock

import httpx2
from click.testing import CliRunner

from rewriter.faces.cli import cli
from rewriter.faces.http.start import Told, application_for


def main() -> None:
    logging.basicConfig(level=logging.NOTSET, stream=sys.stderr, force=True)
    logging.getLogger("asyncio").setLevel(logging.DEBUG)
    for run in json.load(sys.stdin):
        sys.stdout.write(f"{json.dumps(one(run))}\n")


def one(run: Mapping[str, Any]) -> dict[str, object]:
    if "page" in run:
        return page(run)
    runner = CliRunner(env=run.get("env") or {})
    piped = run.get("piped")
    crash = run.get("crash")
    with mock.patch(crash, side_effect=broken) if crash else mock.MagicMock():
        result = runner.invoke(cli, run["words"], input=piped)
    return {"code": result.exit_code, "out": result.stdout, "err": result.stderr}


def page(run: Mapping[str, Any]) -> dict[str, object]:
    """Send a form of the page, and with `then` one to each path with the draft that came."""
    app = application_for(Told({}, {}))

    async def sent() -> str:
        here = httpx2.ASGITransport(app, client=("127.0.0.1", 50_000))
        async with httpx2.AsyncClient(transport=here, base_url="http://127.0.0.1:8000") as client:
            shown = (await client.post(run["page"], data=run["fields"], headers={"Accept": "text/html"})).text
            for path, fields in run.get("then", {}).items():
                draft = html.unescape(shown.split('name="draft" value="')[1].split('"')[0])
                answer = await client.post(path, data={"draft": draft, **fields}, headers={"Accept": "text/html"})
                shown += answer.text if "text" in answer.headers["content-type"] else ""
            return shown

    with mock.patch(run["crash"], side_effect=broken) if "crash" in run else mock.MagicMock():
        return {"code": 0, "out": asyncio.run(sent()), "err": ""}


def broken(*said: object, **named: object) -> None:
    raise ValueError(f"broken on {said} {named}")


if __name__ == "__main__":
    main()
