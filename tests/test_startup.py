"""What is loaded when: a laptop with no model and no network gets its answer without waiting for either."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
HEAVY = ("fastapi", "jinja2", "langchain", "langchain_core", "openai", "pydantic", "rich", "yaml")
OURS_AND_LIGHT = {"rewriter", "click"}


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run this Python in the checkout, in a plain environment, and give what it printed."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *words],
        cwd=CHECKOUT,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def loaded_by(*words: str) -> set[str]:
    """Give the top-level names of all modules that a run of Python imports."""
    done = run("-X", "importtime", *words)
    assert done.returncode == 0, done.stderr.splitlines()[-1]
    rows = (line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {name.partition(".")[0] for name in rows}


def third_party(names: set[str]) -> set[str]:
    """Keep the names that are neither Python's own nor what an installed environment loads by itself."""
    return names - loaded_by("-c", "") - set(sys.stdlib_module_names)


def test_importing_the_package_loads_nothing_but_itself() -> None:
    """`import rewriter` is free: no dependency is loaded by it."""
    assert third_party(loaded_by("-c", "import rewriter")) == {"rewriter"}


def test_help_loads_only_what_it_shows() -> None:
    """`rewriter --help` loads the command line's own library and no other."""
    assert third_party(loaded_by("-m", "rewriter", "--help")) <= OURS_AND_LIGHT


def test_a_critique_needs_no_library_for_models_or_pages() -> None:
    """The rules alone answer with the standard library: none of the libraries of the edges is loaded."""
    judged = "import rewriter; rewriter.critique('Sarah to improve her school attendance this year')"
    assert loaded_by("-c", judged).isdisjoint(HEAVY)


@pytest.mark.parametrize("verb", ["critique", "check"])
def test_whoever_has_a_text_judged_does_not_wait_for_what_drafts_and_guards(verb: str) -> None:
    """A command that judges loads nothing of what only drafts, guards or masks, nor what runs work side by side."""
    done = run("-X", "importtime", "-m", "rewriter", verb, "Sarah to attend school")
    loaded = {row.rpartition("|")[2].strip() for row in done.stderr.splitlines()}
    assert "rewriter.critic" in loaded
    parts = {".".join(name.split(".")[:2]) for name in loaded}
    assert parts.isdisjoint({"rewriter.drafter", "rewriter.drafting", "rewriter.guarding", "rewriter.masking"})
    assert loaded.isdisjoint({"asyncio", "zipfile"})


@pytest.mark.parametrize("verb", ["critique", "check", "rewrite", "mask"])
def test_a_command_for_one_text_checks_no_json_and_so_does_not_load_what_would(verb: str) -> None:
    """The library that checks JSON takes as long to load as a whole answer takes."""
    assert loaded_by("-m", "rewriter", verb, "Sarah to attend school").isdisjoint(set(HEAVY) - {"rich"})


def test_help_names_every_command() -> None:
    """`python -m rewriter --help` is the command's own help."""
    done = run("-m", "rewriter", "--help")
    assert done.returncode == 0
    for command in ("check", "critique", "doctor", "examples", "explain", "fill", "rewrite", "rules"):
        assert command in done.stdout


@pytest.mark.parametrize("address", [("192.0.2.1", 9), ("2001:db8::1", 9)])
def test_no_test_can_connect_to_another_machine(address: tuple[str, int]) -> None:
    """A connection that would leave this machine is refused before it is tried."""
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as line, pytest.raises(RuntimeError, match="no network"):
        line.connect(address)


def test_no_test_can_look_a_name_up() -> None:
    """Nor is any name looked up."""
    with pytest.raises(RuntimeError, match="no network"):
        socket.getaddrinfo("example.org", 443)
