"""Looks at all that asking a model needs, and sends no text: what is set, installed, allowed, in reach, and sent."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import NamedTuple
from urllib.parse import urlsplit

from rewriter.chat.addresses import Place, must_mask, place_of, refuse_open
from rewriter.chat.configuring import Configured, key_for, mistyped
from rewriter.chat.connect import MISSING
from rewriter.chat.model_settings import Engine, ModelSettings, Provider
from rewriter.chat.reach import Reached, reach
from rewriter.errors import ConfigurationError

__all__ = ["Call", "Examined", "examine"]

_LIBRARIES = ("httpx2", "jinja2", "langchain_core", "langchain_openai", "langsmith", "openai")
_SHORT_CONTEXT = (
    "Ollama cuts the beginning off a prompt that is longer than its context, and does not say so: start it with "
    "OLLAMA_CONTEXT_LENGTH=32768"
)


class Call(NamedTuple):
    """What one kind of call sends whatever the case: characters of the static instructions and of the schema."""

    task: str
    instructions: int
    schema: int


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found. `problems` stand in the way of asking a model; `remarks` do not.

    `masked` says that names would be masked before a text is sent. `place` and `reached` are None where no model is
    named or its address may not be asked; `calls` is empty where the prompts cannot be rendered because a library is
    missing.
    """

    configured: Configured
    missing: tuple[str, ...]
    place: Place | None
    masked: bool
    reached: Reached | None
    prompts: str
    calls: tuple[Call, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether the engine that is chosen can answer; the rules always can."""
        return self.configured.engine is Engine.RULES or not self.problems


def examine(configured: Configured, environment: Mapping[str, str]) -> Examined:
    """Look at everything, and go on where something is wrong. No text of a case is sent, nor is a key elsewhere."""
    missing = tuple(name for name in _LIBRARIES if not _is_installed(name))
    version, calls = ("", ()) if "jinja2" in missing else _calls()
    settings = configured.model
    problems = [f"{MISSING} (missing: {', '.join(missing)})"] if missing else []
    remarks = list(mistyped(environment))
    place, reached, masked = None, None, False
    if settings is not None:
        place, masked = place_of(settings), must_mask(settings)
        reached = _asked(settings, environment, problems)
        if reached is not None and reached.listed is False:
            # A server of one's own making may answer to names that it does not list; the known ones do not.
            (remarks if settings.provider is Provider.CUSTOM else problems).append(reached.message)
        if place is Place.OWN and urlsplit(settings.base_url).scheme == "http":
            remarks.append("base_url: texts go to it over http, so whoever listens on the way can read them")
        if settings.provider is Provider.OLLAMA:
            remarks.append(_SHORT_CONTEXT)
    return Examined(configured, missing, place, masked, reached, version, calls, tuple(problems), tuple(remarks))


def _asked(settings: ModelSettings, environment: Mapping[str, str], problems: list[str]) -> Reached | None:
    try:
        refuse_open(settings)
    except ConfigurationError as error:
        problems.append(str(error))
        return None
    try:
        key = key_for(settings, environment)
    except ConfigurationError as error:
        problems.append(str(error))
        return None
    reached = reach(settings, key)
    if not reached.there:
        problems.append(reached.message)
    return reached


def _is_installed(name: str) -> bool:
    if name in sys.modules:
        return sys.modules[name] is not None
    return find_spec(name) is not None


def _calls() -> tuple[str, tuple[Call, ...]]:
    from rewriter import prompts  # noqa: PLC0415 - what it needs may not be installed
    from rewriter.replies.schema import schema_of  # noqa: PLC0415 - slow to load
    from rewriter.replies.shapes import SHAPES  # noqa: PLC0415 - likewise

    sizes = tuple(
        Call(task, len(prompts.instructions(task).text), len(json.dumps(schema_of(shape, task).body)))
        for task, shape in SHAPES.items()
    )
    return prompts.version(), sizes
