"""What `import rewriter` offers is stated once, and all of it is there."""

import ast
import doctest
import importlib
from pathlib import Path

import pytest

import rewriter
from rewriter import assets, errors, pipeline

SOURCE = Path(rewriter.__file__).read_text("utf-8")


def seen_by_type_checkers() -> dict[str, str]:
    """Give the names that the package's front door shows to a type checker, with the modules they come from."""
    return {
        alias.name: str(node.module)
        for block in ast.parse(SOURCE).body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_the_public_names_are_sorted_and_named_once() -> None:
    """The list can be read, and compared from one version to the next."""
    assert list(rewriter.__all__) == sorted(set(rewriter.__all__))


def test_what_runs_and_what_a_type_checker_sees_are_the_same() -> None:
    """Each public name comes from the module that a type checker was told, and no other name is public."""
    told = seen_by_type_checkers()
    assert sorted(told) == list(rewriter.__all__)
    for name, home in told.items():
        assert getattr(rewriter, name) is getattr(importlib.import_module(home), name)


def test_dir_lists_what_is_public() -> None:
    """An editor or a Python prompt offers the public names and no others."""
    assert dir(rewriter) == list(rewriter.__all__)


def test_every_service_is_public() -> None:
    """All that the product does can be called from the front door."""
    assert set(pipeline.__all__) <= set(rewriter.__all__)


def test_every_error_is_public() -> None:
    """Whoever calls can catch each error by its name from the front door."""
    assert set(errors.__all__) <= set(rewriter.__all__)


@pytest.mark.parametrize("name", rewriter.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    """`help(rewriter.<name>)` says what it is."""
    assert (getattr(rewriter, name).__doc__ or "").strip()


def test_the_example_at_the_front_door_is_true() -> None:
    """The first lines a reader sees do what they say."""
    outcome = doctest.testmod(rewriter)
    assert outcome.attempted
    assert not outcome.failed


def test_no_module_takes_a_public_name() -> None:
    """A module called like a public function would hide the function as soon as it was loaded."""
    modules = {path.stem for path in assets.PACKAGE.iterdir()}
    assert modules.isdisjoint(rewriter.__all__)


def test_another_name_is_refused_in_the_usual_way() -> None:
    """Asking for what is not there is an AttributeError that names it, as of any module."""
    with pytest.raises(AttributeError, match="no attribute 'assess'"):
        getattr(rewriter, "assess")  # noqa: B009 - a type checker would refuse the plain form
