"""`rewriter doctor`: what is configured, allowed and in reach, and what would be sent."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from rewriter.chat.configuring import KEYS
from tests.chat.model_server import KEY, ModelServer, running

Run = Callable[..., Result]


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """Run a model's server."""
    with running() as started:
        yield started


def told(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_with_nothing_configured_the_rules_answer(run: Run) -> None:
    """That is well, and said."""
    result = run("doctor")
    assert result.exit_code == 0
    assert "no model is asked and nothing is sent" in " ".join(result.stdout.split())
    assert told(run("doctor", "--json"))["engine"] == "rules"


def test_a_model_that_is_there_is_usable(run: Run, server: ModelServer) -> None:
    """Each setting with where it was made; its server is asked for its models and for nothing else."""
    result = run(
        "doctor", "--json", "--model", "ok", env={"REWRITER_BASE_URL": server.address, "REWRITER_RETRIES": "1"}
    )
    found = told(result)
    assert (result.exit_code, found["usable"], found["problems"]) == (0, True, [])
    assert found["settings"]["model"] == {"value": "ok", "source": "flag"}
    assert found["settings"]["retries"] == {"value": 1, "source": "environment"}
    assert found["settings"]["timeout"] == {"value": 120.0, "source": "default"}
    assert set(found["settings"]) == set(KEYS)
    assert found["address"] == "this machine"
    assert found["reached"]["there"]
    assert [(asked.path, asked.body) for asked in server.asked] == [("/v1/models", {})]


def test_it_says_what_a_call_would_send(run: Run) -> None:
    """The parts of each prompt, with their sizes."""
    found = told(run("doctor", "--json"))
    assert {call["task"] for call in found["calls"]} == {"critique", "rewrite", "responsibility"}
    assert all(call["instructions"] > 1000 and call["schema"] > 100 for call in found["calls"])
    assert found["prompts"] in run("doctor").stdout


def test_a_file_is_read_and_named_as_the_source(run: Run, server: ModelServer, tmp_path: Path) -> None:
    """And shown on the screen."""
    file = tmp_path / "rewriter.toml"
    file.write_text(f'[model]\nmodel = "ok"\nbase_url = "{server.address}"\n', "utf-8")
    result = run("doctor", "--settings", str(file))
    assert result.exit_code == 0
    assert f"{server.address}  (file)" in result.stdout
    assert "A model writes, and the rules decide." in result.stdout
    result = run("doctor", "--settings", str(file), "--engine", "rules")
    assert (result.exit_code, "The rules answer" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("environment", "problem"),
    [
        ({"REWRITER_BASE_URL": "http://models.example/v1", "REWRITER_API_KEY": KEY}, "over https alone"),
        ({"REWRITER_PROVIDER": "ollama", "REWRITER_API_KEY_ENV": "HALTON_KEY"}, "HALTON_KEY"),
        ({"REWRITER_BASE_URL": "http://127.0.0.1:1/v1"}, "cannot be reached"),
    ],
)
def test_what_stands_in_the_way_is_said(run: Run, environment: dict[str, str], problem: str) -> None:
    """With another exit code, and never the key."""
    result = run("doctor", "--model", "m", env=environment)
    assert result.exit_code == 1
    assert problem in " ".join(result.stdout.split())
    found = told(run("doctor", "--json", "--model", "m", env=environment))
    assert not found["usable"]
    assert any(problem in line for line in found["problems"])
    assert KEY not in result.stdout + json.dumps(found)


@pytest.mark.parametrize(("provider", "code"), [("vllm", 1), ("custom", 0)])
def test_a_model_the_server_does_not_list_is_said(run: Run, server: ModelServer, provider: str, code: int) -> None:
    """The known servers would turn it away at the first call; another may answer to more names than it lists."""
    environment = {"REWRITER_BASE_URL": server.address, "REWRITER_PROVIDER": provider}
    result = run("doctor", "--model", "other", env=environment)
    assert result.exit_code == code
    assert "has other models only" in " ".join(result.stdout.split())


def test_missing_libraries_are_named(run: Run, server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the line that installs them; everything else is still looked at."""
    monkeypatch.setitem(sys.modules, "langchain_openai", None)
    found = told(run("doctor", "--json", "--model", "ok", env={"REWRITER_BASE_URL": server.address}))
    assert found["missing"] == ["langchain_openai"]
    assert 'pip install ".[model]" in the checkout' in found["problems"][0]
    assert found["reached"]["there"]


@pytest.mark.parametrize(
    ("environment", "remark"),
    [
        (
            {"REWRITER_BASE_URL": "http://gpu.example/v1", "REWRITER_OWN": "true", "REWRITER_API_KEY_ENV": "NO"},
            "over http",
        ),
        ({"REWRITER_PROVIDER": "ollama"}, "OLLAMA_CONTEXT_LENGTH"),
        (
            {"REWRITER_PROVIDER": "ollama", "REWRITER_STRCT": "true"},
            "REWRITER_STRCT: there is no such setting; did you mean REWRITER_STRICT?",
        ),
    ],
)
def test_what_should_be_known_is_said(run: Run, environment: dict[str, str], remark: str) -> None:
    """Though it does not stand in the way."""
    found = told(run("doctor", "--json", "--model", "m", "--engine", "rules", env=environment))
    assert any(remark in line for line in found["remarks"])


def test_a_mistake_in_the_settings_is_one_line(run: Run) -> None:
    """As with every other command."""
    result = run("doctor", "--model", "m", env={"REWRITER_PROVIDER": "acme"})
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("rewriter: REWRITER_PROVIDER: must be one of ollama")
