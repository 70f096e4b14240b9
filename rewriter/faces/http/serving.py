"""How the service is served, as data, read from flags, the environment and the table [serve] of rewriter.toml."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from rewriter.errors import ConfigurationError
from rewriter.faces.http.keys import Key, keys_from
from rewriter.settings import table_from_file

__all__ = ["KEYS", "Serving", "serving_from"]

_RATE = re.compile(r"[1-9]\d{0,6} ?/ ?(?:second|minute|hour|day)")
_ROOT = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,60}){1,8}")
_REDIS = re.compile(r"(?:redis|rediss)://\S+")
_SECRET = frozenset({"keys", "redis"})  # these stand in the environment and never in a file


@dataclass(frozen=True, slots=True)
class Serving:
    """How the service is served. Times are in seconds.

    `root` is the path under which a proxy has put the service, and which it takes off ("/smart"); every address on the
    page stands under it. `keys` are those that callers may show; without any, only this machine is served. `rate` is
    how often each key may ask, counted in this process or, with `redis`, in a Redis for all processes together.
    `body_limit` is the most bytes of a request, which has to arrive within `body_seconds`. `under_way` requests are
    answered at a time; whoever comes then is told to come again. Within `seconds` there is an answer or an error (None:
    somewhat longer than a model may take). Told to stop, it goes on answering for `leaving_seconds`, in which a
    balancer sees that it is not ready; then answers in flight may take `closing_seconds` to finish.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    root: str = ""
    keys: tuple[Key, ...] = field(default=(), repr=False)
    rate: str = "600/minute"
    redis: str = field(default="", repr=False)
    body_limit: int = 1_000_000
    body_seconds: float = 10.0
    under_way: int = 256
    seconds: float | None = None
    leaving_seconds: float = 0.0
    closing_seconds: float = 30.0

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the address that is listened on."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


KEYS = tuple(setting.name for setting in fields(Serving))
"""The names of all settings."""


def serving_from(
    flags: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    file: Path | None = None,
) -> Serving:
    """Read how to serve: flags first, then REWRITER_SERVE_HOST and so on, then the table [serve] of the file.

    A flag or variable that is None or empty says nothing. Raises ConfigurationError, naming the setting, and where
    anybody but this machine would be served without a key.
    """
    told: dict[str, Any] = {}
    for name, layer in (
        ("--{}", {key: value for key, value in (flags or {}).items() if value is not None}),
        ("REWRITER_SERVE_{}", _from_environment(environment or {})),
        ("[serve] {}", {} if file is None else _from_file(file)),
    ):
        for key, value in layer.items():
            if key not in told:
                told[key] = _read(key, value, name.format(key.upper() if name.startswith("R") else key))
    serving = Serving(**told)
    if not serving.keys and not serving.is_local:
        raise ConfigurationError(
            "host: without a key only this machine is served; make one with 'rewriter key NAME', or listen on 127.0.0.1"
        )
    return serving


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    found = {key: environment.get(f"REWRITER_SERVE_{key.upper()}", "").strip() for key in KEYS}
    return {key: value for key, value in found.items() if value}


def _from_file(file: Path) -> dict[str, object]:
    table = table_from_file(file).get("serve", {})
    if not isinstance(table, dict):
        raise ConfigurationError(f"{file.name}: 'serve' must be a table, written as [serve]")
    known = [key for key in KEYS if key not in _SECRET]
    for key in table:
        if key in _SECRET:
            raise ConfigurationError(
                f"{file.name}: serve.{key} stands in the environment: REWRITER_SERVE_{key.upper()}"
            )
        if key not in known:
            raise ConfigurationError(f"{file.name}: unknown setting {f'serve.{key}'!r}; known are {', '.join(known)}")
    return dict(table)


def _whole(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        number = int(str(value))
        if isinstance(value, bool) or not least <= number <= most:
            raise ValueError
        return number

    return read


def _seconds(value: object) -> float:
    number = float(str(value))
    if isinstance(value, bool) or not 0.1 <= number <= 86_400:
        raise ValueError
    return number


def _no_or_some_seconds(value: object) -> float:
    return 0.0 if str(value) in {"0", "0.0"} else _seconds(value)


def _matching(pattern: re.Pattern[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ValueError
        return value

    return read


_READERS: Mapping[str, tuple[Callable[[object], object], str]] = {
    "host": (_matching(re.compile(r"[A-Za-z0-9.:_-]{1,253}")), "the name or number of an interface, such as 127.0.0.1"),
    "port": (_whole(0, 65_535), "a whole number from 0 to 65535"),
    "workers": (_whole(1, 256), "a whole number from 1"),
    "root": (_matching(_ROOT), "a path that begins with / and does not end with it, such as /smart"),
    "keys": (keys_from, "NAME=HASH, several with commas between them, as 'rewriter key NAME' writes them"),
    "rate": (_matching(_RATE), "so many in a time, such as 600/minute"),
    "redis": (_matching(_REDIS), "an address such as redis://127.0.0.1:6379"),
    "body_limit": (_whole(1_000, 100_000_000), "a whole number of bytes from 1000"),
    "body_seconds": (_seconds, "a number of seconds from 0.1"),
    "under_way": (_whole(1, 100_000), "a whole number from 1"),
    "seconds": (_seconds, "a number of seconds from 0.1"),
    "leaving_seconds": (_no_or_some_seconds, "a number of seconds from 0"),
    "closing_seconds": (_seconds, "a number of seconds from 0.1"),
}


def _read(key: str, value: object, name: str) -> object:
    try:
        reader, what = _READERS[key]
    except KeyError:
        raise ConfigurationError(f"{name}: there is no such setting") from None
    try:
        return reader(value)
    except (TypeError, ValueError):
        raise ConfigurationError(f"{name}: must be {what}") from None
