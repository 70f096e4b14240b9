"""Where a text is sent: with its names to this machine or to the council's own, masked to any other.

An address on this machine does not say everything: Ollama passes models with a tag that ends in `cloud` on to its own
cloud, so those count as elsewhere wherever they are asked for.
"""

import re
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from rewriter.chat.model_settings import Mask, ModelSettings
from rewriter.errors import ConfigurationError

__all__ = ["Place", "host_of", "must_mask", "place_of", "refuse_open", "usable"]

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


def must_mask(settings: ModelSettings) -> bool:
    """Whether names are masked before anything is sent."""
    return settings.mask is Mask.ALWAYS or place_of(settings) is Place.ELSEWHERE


def refuse_open(settings: ModelSettings) -> None:
    """Raise ConfigurationError where text may not go to the model's address at all: unusable, or open on the way."""
    if place_of(settings) is not Place.ELSEWHERE:
        return
    parts = urlsplit(settings.base_url) if usable(settings.base_url) else None
    if parts is None or (parts.scheme != "https" and not _is_here(parts)):
        where = "it" if parts is None else host_of(settings.base_url)
        raise ConfigurationError(
            f"base_url: nothing was sent to {where}: what is neither this machine nor marked as the council's own "
            "(own = true under [model], REWRITER_OWN=true) is sent to over https alone, with names masked"
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
