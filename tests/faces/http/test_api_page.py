"""The page about the API: its programs run and do what they say, and its tables leave nothing out."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from rewriter.faces.http.app import application
from rewriter.faces.http.keys import hash_of
from rewriter.faces.http.problems import Kind
from rewriter.faces.http.served import Served
from rewriter.faces.http.shown import BATCHES, CHECKS, GUARDS, MASKS, OBJECTIVES, fills
from rewriter.service import Service
from rewriter.streaming import EventKind
from tests.faces.http.conftest import Asking
from tests.faces.http.running import CHECKOUT, Running, serving

PAGE = (CHECKOUT / "docs/api.md").read_text("utf-8")
KEY = "a-key-of-the-page"
RUN = {"sh": ["bash", "-ec"], "python": [sys.executable, "-c"], "javascript": ["node", "--input-type=module", "-e"]}
SAYS = {
    "curl -s http": '"input_kind":"objective"',
    "curl -sN": "event: done",
    "import os": "Mother to attend alcohol support groups once a week until 14 December 2026.",
    "const asked": "true ",
    "const stream": "time_bound not_met",
}


def programs() -> list[tuple[str, str]]:
    found = re.findall(r"^```(sh|python|javascript)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    return [(language, text) for language, text in found]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The service with a key, as the page has it."""
    with serving(tmp_path_factory.mktemp("page"), env={"REWRITER_SERVE_KEYS": f"page={hash_of(KEY)}"}) as running:
        yield running


@pytest.mark.parametrize(("language", "program"), programs(), ids=[text[:12].strip() for _, text in programs()])
def test_the_programs_on_the_page_do_what_they_say(service: Running, language: str, program: str) -> None:
    """Each is run as it stands there, with another address."""
    command = RUN[language]
    if shutil.which(command[0]) is None or (language == "sh" and shutil.which("curl") is None):
        pytest.skip(f"there is no {command[0]} here that could run it")
    program = program.replace("http://127.0.0.1:8000", service.address)
    if language == "python":
        program = program.replace("import httpx\n", "import httpx2 as httpx\n")  # the same by its newer name
    done = subprocess.run(
        [*command, program],
        env=os.environ | {"REWRITER_KEY": KEY},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    (expected,) = [said for begin, said in SAYS.items() if begin in program]
    assert expected in done.stdout


def test_every_problem_is_on_the_page() -> None:
    """With its name, its status and what it means."""
    told = re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \| (.*) \|$", PAGE, re.MULTILINE)
    assert told == [(kind.type.rpartition(":")[2], str(kind.value.status), kind.value.what) for kind in Kind]


def test_every_route_and_event_is_on_the_page() -> None:
    """What can be asked, and what a stream brings."""
    app = application(Served(Service()))
    paths = {route.path for route in app.routes if isinstance(route, APIRoute)} or set(app.openapi()["paths"])
    assert paths
    assert [path for path in sorted(paths) if f"{path}`" not in PAGE] == []
    assert all(f"| `{kind.value}` |" in PAGE for kind in EventKind)


@pytest.mark.parametrize(
    ("verb", "examples"),
    [
        ("critique", OBJECTIVES),
        ("rewrite", OBJECTIVES),
        ("check", CHECKS),
        ("guard", GUARDS),
        ("mask", MASKS),
        ("batch", BATCHES),
        ("fill", fills()),
    ],
)
def test_the_examples_of_the_description_are_answered(rules: Asking, verb: str, examples: dict[str, object]) -> None:
    """Each example that OpenAPI shows can be sent as it stands."""
    body = rules.app.openapi()["paths"][f"/v1/{verb}"]["post"]["requestBody"]["content"]["application/json"]
    assert body["examples"] == examples
    for example in body["examples"].values():
        answer = rules.post(f"/v1/{verb}", example["value"])
        assert answer.status_code == 200
        assert "error" not in str(answer.json())[:200]


def test_the_page_and_the_file_of_the_tests_are_one() -> None:
    """Every program on the page is one of those that are run."""
    assert len(programs()) == len(SAYS)
    assert Path(CHECKOUT / "docs/api.md").exists()
