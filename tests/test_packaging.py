"""What is installed is what is in the checkout."""

import importlib
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


def test_every_command_that_is_installed_exists(pyproject: dict[str, Any]) -> None:
    """Each script points at a function that is there."""
    for target in pyproject["project"]["scripts"].values():
        module, _, function = target.partition(":")
        assert callable(getattr(importlib.import_module(module), function))
