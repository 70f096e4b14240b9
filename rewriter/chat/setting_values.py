"""Reads single values of a model's settings, as a file or a variable has them: text, or a value already.

A reader raises ValueError, and its message says what the value must be. No message repeats a value.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from rewriter.chat.addresses import usable
from rewriter.chat.model_settings import Dialect, Engine, Mask, Provider

__all__ = ["READERS"]

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
E = TypeVar("E", bound=StrEnum)


def _one_of(kind: type[E]) -> Callable[[object], E]:
    def read(value: object) -> E:
        try:
            return kind(str(value).strip().lower())
        except ValueError:
            raise ValueError(f"one of {', '.join(kind)}") from None

    return read


def _number(least: float, most: float, what: str, *, whole: bool = False) -> Callable[[object], float]:
    def read(value: object) -> float:
        try:
            number = int(str(value)) if whole else float(str(value))
        except ValueError:
            raise ValueError(what) from None
        if isinstance(value, bool) or not least <= number <= most:
            raise ValueError(what)
        return number

    return read


def _temperature(value: object) -> float | None:
    if str(value).strip().lower() == "none":
        return None
    return _number(0, 2, 'a number from 0 to 2, or "none" for a model that takes none')(value)


def _words(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if not text or not text.isprintable():
        raise ValueError("a name")
    return text


def _address(value: object) -> str:
    text = value.strip().rstrip("/") if isinstance(value, str) else ""
    if not usable(text):
        raise ValueError("an address such as http://127.0.0.1:11434/v1, with no key or user name in it")
    return text


def _variable(value: object) -> str:
    if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
        raise ValueError("the name of an environment variable, never the key itself")
    return value


def _yes_or_no(value: object) -> bool:
    word = str(value).strip().lower()
    if word not in {"true", "false", "1", "0", "yes", "no"}:
        raise ValueError("true or false")
    return word in {"true", "1", "yes"}


_SECONDS = _number(0.1, 86_400, "a number of seconds from 0.1")
READERS: Mapping[str, Callable[[object], object]] = {
    "engine": _one_of(Engine),
    "provider": _one_of(Provider),
    "model": _words,
    "base_url": _address,
    "api_key_env": _variable,
    "api_version": _words,
    "structured": _one_of(Dialect),
    "temperature": _temperature,
    "max_tokens": _number(1, 10_000_000, "a whole number from 1", whole=True),
    "timeout": _SECONDS,
    "attempt_timeout": _SECONDS,
    "retries": _number(0, 100, "a whole number from 0 to 100", whole=True),
    "concurrency": _number(1, 10_000, "a whole number from 1", whole=True),
    "waiting": _number(0, 1_000_000, "a whole number from 0", whole=True),
    "requests_per_minute": _number(1, 1_000_000, "a whole number from 1", whole=True),
    "breaker_failures": _number(0, 10_000, "a whole number from 0, which means never", whole=True),
    "breaker_pause": _SECONDS,
    "cache_seconds": _number(0, 86_400, "a number of seconds from 0, which means none, to a day"),
    "own": _yes_or_no,
    "mask": _one_of(Mask),
    "strict": _yes_or_no,
}
"""The reader of each setting, by its key."""
