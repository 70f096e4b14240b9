"""Reads what a model is configured by: a file's [model] table, the environment over it, and flags over both."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rewriter.chat.model_settings import PRESETS, Engine, ModelSettings, Provider
from rewriter.chat.setting_values import READERS
from rewriter.errors import ConfigurationError
from rewriter.settings import table_from_file

__all__ = ["KEYS", "Configured", "Source", "configured", "key_for"]

KEYS = ("engine", *(field.name for field in fields(ModelSettings)))
"""The names of all settings of a model, in the order in which they are told."""
_OWN_KEY = "REWRITER_API_KEY"


class Source(StrEnum):
    """Where a setting was made, the strongest first."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Configured:
    """What is configured: which engine answers, the model if there is one, and where each setting was made."""

    engine: Engine
    model: ModelSettings | None
    sources: Mapping[str, Source]


def configured(
    flags: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    file: Path | None = None,
) -> Configured:
    """Read what is configured. A flag or variable that is None or empty says nothing.

    `flags` by key (`engine`, `model`, `timeout`), as text or as values; `environment` holds REWRITER_ENGINE,
    REWRITER_MODEL and so on; `file` is the settings' file, of which the table [model] is read. The engine is `model`
    where a model is named and nothing else is said, or else `rules`. Raises ConfigurationError, naming the key.
    """
    layers = (
        (Source.FLAG, "--{}", {key: value for key, value in (flags or {}).items() if value is not None}),
        (Source.ENVIRONMENT, "REWRITER_{}", _from_environment(environment or {})),
        (Source.FILE, f"{file.name if file else ''}: model.{{}}", {} if file is None else _from_file(file)),
    )
    values: dict[str, Any] = {}
    sources = dict.fromkeys(KEYS, Source.DEFAULT)
    for source, name, layer in layers:
        for key, value in layer.items():
            if key not in values:
                values[key] = _read(key, value, _name(name, key))
                sources[key] = source
    engine = values.pop("engine", Engine.MODEL if "model" in values else Engine.RULES)
    if "model" not in values:
        if engine is Engine.MODEL:
            raise ConfigurationError(
                "model: the engine is to be a model, and none is named: give --model, REWRITER_MODEL or model = "
                "under [model]"
            )
        return Configured(engine, None, MappingProxyType(sources))
    return Configured(engine, _settings(values, sources, environment or {}), MappingProxyType(sources))


def key_for(settings: ModelSettings, environment: Mapping[str, str]) -> str:
    """Give the provider's key from the environment, or "" where none is needed.

    Raises ConfigurationError where the variable that should hold it is missing, or holds what no key can be.
    """
    name = settings.api_key_env or settings.preset.api_key_env
    key = environment.get(name, "").strip()
    if not key and (settings.preset.key_needed or name != _OWN_KEY):
        raise ConfigurationError(f"api_key_env: the environment variable {name}, which should hold the key, is not set")
    if not key.isascii() or not key.isprintable():
        raise ConfigurationError(f"api_key_env: what the environment variable {name} holds cannot be a key")
    return key


def _settings(values: dict[str, Any], sources: dict[str, Source], environment: Mapping[str, str]) -> ModelSettings:
    order = list(Source)
    if "provider" not in values:
        if "base_url" not in values:
            raise ConfigurationError(f"provider: say who provides the model ({', '.join(Provider)}), or give base_url")
        values["provider"] = Provider.CUSTOM
        sources["provider"] = sources["base_url"]
    preset = PRESETS[values["provider"]]
    if "base_url" not in values:
        if not preset.base_url:
            raise ConfigurationError(f"base_url: {values['provider']} needs the address of its server")
        values["base_url"] = preset.base_url
    if "api_key_env" not in values:
        values["api_key_env"] = _OWN_KEY if environment.get(_OWN_KEY) else preset.api_key_env
    # Whoever says where to send says whether that is the council's own: a file's word does not hold for another
    # address that a flag or a variable puts in its place.
    chosen = sources["provider"] if sources["base_url"] is Source.DEFAULT else sources["base_url"]
    if values.get("own") and order.index(sources["own"]) > order.index(chosen):
        del values["own"]
        sources["own"] = Source.DEFAULT
    settings = ModelSettings(**values)
    if settings.attempt_timeout is not None and settings.attempt_timeout > settings.timeout:
        raise ConfigurationError("attempt_timeout: one attempt cannot be given longer than timeout, the whole answer")
    return settings


def mistyped(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Name the variables that look like one of these settings and are none, so that they do nothing."""
    known = {f"REWRITER_{key.upper()}": key for key in KEYS} | {_OWN_KEY: ""}
    strange = sorted(name for name in environment if name.startswith("REWRITER_") and name not in known)
    near = {name: get_close_matches(name, known, n=1, cutoff=0.85) for name in strange}
    return tuple(f"{name}: there is no such setting; did you mean {found[0]}?" for name, found in near.items() if found)


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    found = {key: environment.get(f"REWRITER_{key.upper()}", "").strip() for key in KEYS}
    return {key: value for key, value in found.items() if value}


def _from_file(file: Path) -> dict[str, object]:
    table = table_from_file(file).get("model", {})
    if not isinstance(table, dict):
        raise ConfigurationError(f"{file.name}: 'model' must be a table, written as [model]")
    for key in table:
        if key in {"api_key", "key"}:
            raise ConfigurationError(
                f"{file.name}: model.{key}: a key never stands in a file; put it into an environment variable and "
                'name that: api_key_env = "..."'
            )
        if key not in KEYS:
            raise ConfigurationError(f"{file.name}: unknown setting {f'model.{key}'!r}; known are {', '.join(KEYS)}")
    return dict(table)


def _name(pattern: str, key: str) -> str:
    if pattern.startswith("--"):
        return pattern.format(key.replace("_", "-"))
    return pattern.format(key.upper() if pattern.startswith("REWRITER") else key)


def _read(key: str, value: object, name: str) -> object:
    try:
        return READERS[key](value)
    except KeyError:
        raise ConfigurationError(f"{name}: there is no such setting of a model") from None
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"{name}: must be {error}") from None
