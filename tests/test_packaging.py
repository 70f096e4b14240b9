"""What is installed is what is in the checkout."""

import importlib
import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from rewriter import assets


@pytest.fixture(scope="module")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))


def test_every_folder_of_data_ships_where_it_is_looked_for(pyproject: dict[str, Any]) -> None:
    """A wheel holds each folder that the product may ask for, in the place where it looks first."""
    wheel = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    names = get_args(assets.FolderName)
    assert wheel["sources"] == {name: f"rewriter/_assets/{name}" for name in names}
    assert set(names) <= set(wheel["only-include"])


def test_nobody_is_told_to_install_us_by_a_name_that_anybody_could_register(pyproject: dict[str, Any]) -> None:
    """It is on no index: what is told is to install the checkout, with extras that there are."""
    checkout = Path(__file__).parent.parent
    told = [checkout / "README.md", *sorted((checkout / "docs").rglob("*.md"))]
    told += [
        path for folder in ("rewriter", "evals", "benchmarks") for path in sorted((checkout / folder).rglob("*.py"))
    ]
    extras: set[str] = set()
    for path in told:
        text = path.read_text("utf-8")
        assert not re.search(r"pip install[^\n]*smart-objective-rewriter", text), path.name
        for named in re.findall(r'pip install "\.\[([a-z,]+)\]"', text):
            extras |= set(named.split(","))
    assert {"model", "service", "mcp"} <= extras <= set(pyproject["project"]["optional-dependencies"])


def test_what_the_tests_and_the_docs_need_is_in_the_archive_of_sources(pyproject: dict[str, Any]) -> None:
    """Every folder of the checkout that git keeps; whoever unpacks it can run the tests and follow the links."""
    checkout = Path(__file__).parent.parent
    listed = pyproject["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    linked = {
        link.split("/")[1]
        for page in (checkout / "docs").glob("*.md")
        for link in re.findall(r"\]\((\.\./[^)#]+)", page.read_text("utf-8"))
    }
    folders = {"/deploy", "/docs", "/evals", "/tests", "/benchmarks", "/prompts", "/fewshot", "/rewriter"}
    folders |= {f"/{name}" for name in linked if (checkout / name).is_dir()}
    assert folders <= set(listed)


def test_every_command_that_is_installed_exists(pyproject: dict[str, Any]) -> None:
    """Each script points at a function that is there."""
    for target in pyproject["project"]["scripts"].values():
        module, _, function = target.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_the_files_of_the_page_ship_with_it(pyproject: dict[str, Any]) -> None:
    """Its templates, style and script stand inside the package, which is taken as it is."""
    checkout = Path(__file__).parent.parent
    wheel = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "rewriter" in wheel["only-include"]
    assert "exclude" not in wheel
    page = checkout / "rewriter" / "faces" / "web"
    names = {path.name for folder in ("templates", "static") for path in (page / folder).iterdir()}
    assert {"base.html.j2", "start.html.j2", "answer.html.j2", "page.css", "page.js"} <= names
    ignored = (checkout / ".gitignore").read_text("utf-8").splitlines()
    assert not any(name in ignored or f"*{Path(name).suffix}" in ignored for name in names)
