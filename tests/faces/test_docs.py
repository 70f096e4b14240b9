"""The pages about the command line and the contract say what is there, and leave nothing out."""

import re
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from rewriter.faces.cli import COMMANDS, cli
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, ErrorLine, GuardAnswer, MaskAnswer, RewriteAnswer
from rewriter.wire.inward import ContextIn, GuardIn, MaskLine

DOCS = Path(__file__).resolve().parents[2] / "docs"


def options() -> set[str]:
    context = click.Context(cli)
    commands = [cli, *(cli.get_command(context, name) for name in COMMANDS)]
    return {name for command in commands if command for param in command.get_params(context) for name in param.opts} - {
        param.name for command in commands if command for param in command.params if isinstance(param, click.Argument)
    }


def fields_of(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    return {name for part in (schema, *schema.get("$defs", {}).values()) for name in part.get("properties", {})}


def test_every_option_and_command_is_on_the_page() -> None:
    """The page names each option there is, and none that is not."""
    page = (DOCS / "command-line.md").read_text("utf-8")
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page))
    assert told == options()
    assert all(f"rewriter {name}" in page for name in COMMANDS)


@pytest.mark.parametrize(
    "model",
    [ContextIn, GuardIn, MaskLine, CritiqueAnswer, CheckAnswer, RewriteAnswer, GuardAnswer, MaskAnswer, ErrorLine],
)
def test_every_field_is_on_the_page(model: type[BaseModel]) -> None:
    """The contract's page names every field of every answer and of the context."""
    page = (DOCS / "contract.md").read_text("utf-8")
    assert fields_of(model) <= set(re.findall(r"[a-z_]+", page))
