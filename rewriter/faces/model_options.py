"""The options that say which engine answers and by which model, and what they come to with file and environment."""

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from rewriter.chat.configuring import Configured, configured

__all__ = ["MODEL_OPTIONS", "configured_by", "engine_options", "model_options"]

_Command: TypeAlias = Callable[..., Any]
MODEL_OPTIONS = (
    click.option("--engine", type=click.Choice(["rules", "model"]), help="Who answers: the rules alone, or a model."),
    click.option("--model", metavar="NAME", help="The language model to ask."),
    click.option(
        "--mask",
        type=click.Choice(["elsewhere", "always"]),
        help="When names are masked before a text is sent: for a model elsewhere (the default), or always.",
    ),
)


def configured_by(engine: str | None, model: str | None, file: Path | None, mask: str | None = None) -> Configured:
    """Say what is configured by these flags, the environment and a file of settings. Raises ConfigurationError."""
    return configured({"engine": engine, "model": model, "mask": mask}, os.environ, file)


def model_options(function: _Command) -> _Command:
    """Give a command --engine, --model and --mask; it receives each by its name, None where not said."""
    for option in reversed(MODEL_OPTIONS):
        function = option(function)
    return function


def engine_options(function: _Command) -> _Command:
    """Give a command --engine and --model beside its --settings; it receives `engine`, `model` and `settings_file`.

    It stands above the options of output, which read the file that --settings names.
    """

    @functools.wraps(function)
    def call(**options: Any) -> object:  # noqa: ANN401 - click's values
        return function(settings_file=options["settings"], **options)

    return model_options(call)
