"""Where a text may be sent: names are not masked yet, so only to this machine or to the council's own.

An address on this machine does not say everything: Ollama passes models with a tag that ends in `cloud` on to its own
cloud, so those count as elsewhere wherever they are asked for.
"""

import re
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from rewriter.chat.model_settings import ModelSettings
from rewriter.errors import ConfigurationError

__all__ = ["Place", "host_of", "place_of", "refuse_elsewhere", "usable"]

_NOBODYS_OWN = "openai.com"
_PLAIN = re.compile(r"[!-~]+")  # nothing invisible, which one reader of addresses skips and another does not


class Place(StrEnum):
    """Whose machine an address is."""

    HERE = "this machine"
    OWN = "the council's own"
    ELSEWHERE = "elsewhere"


def usable(address: str) -> bool:
    """Whether an address can be a model's: http or https, a host, and nothing secret or stray in it."""
    try:
        parts = urlsplit(address)
        stray = "@" in parts.netloc or parts.query or parts.fragment or "\\" in address
        plain = bool(_PLAIN.fullmatch(address)) and not stray
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0 and plain
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Give the host of an address, with its port where one is written."""
    return urlsplit(address).netloc.rpartition("@")[2] or "the address"


def place_of(settings: ModelSettings) -> Place:
    """Say whose machine the model's address is. A name is never looked up: only localhost and loopback are here."""
    if not usable(settings.base_url) or _passed_on(settings.model):
        return Place.ELSEWHERE
    parts = urlsplit(settings.base_url)
    if _is_here(parts):
        return Place.HERE
    host = parts.hostname or ""
    if settings.own and host != _NOBODYS_OWN and not host.endswith(f".{_NOBODYS_OWN}"):
        return Place.OWN
    return Place.ELSEWHERE


def refuse_elsewhere(settings: ModelSettings) -> None:
    """Raise ConfigurationError where text may not go to the model's address, saying why and what to do."""
    if place_of(settings) is not Place.ELSEWHERE:
        return
    where = host_of(settings.base_url)
    if _passed_on(settings.model):
        where += ", which would pass it on to a cloud"
    raise ConfigurationError(
        f"base_url: nothing was sent to {where}: names in a text are not masked yet, so it may go only to this machine "
        "or to an address marked as the council's own. Use a model on this machine, or one on the council's own "
        "hardware with own = true under [model] (REWRITER_OWN=true)"
    )


def _is_here(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _passed_on(model: str) -> bool:
    _, sign, tag = model.lower().rpartition(":")
    return bool(sign) and tag.endswith("cloud")
