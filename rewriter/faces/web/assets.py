"""The files of the page: each read once, compressed, and named by its content so that a browser may keep it."""

import gzip
import hashlib
from functools import cache
from importlib import resources
from typing import NamedTuple

__all__ = ["Asset", "asset", "asset_path"]

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


class Asset(NamedTuple):
    """One file: its bytes as they are and compressed, its type, and a mark of its content."""

    plain: bytes
    compressed: bytes
    media_type: str
    mark: str


@cache
def asset(name: str) -> Asset | None:
    """Give a file of the page by name; None where there is none."""
    media_type = _TYPES.get(name.rpartition(".")[2])
    file = resources.files("rewriter.faces.web").joinpath("static", name)
    if media_type is None or "/" in name or not file.is_file():
        return None
    plain = file.read_bytes()
    return Asset(plain, gzip.compress(plain, mtime=0), media_type, hashlib.sha256(plain).hexdigest()[:12])


def asset_path(name: str) -> str:
    """Give the path of a file, which changes with its content. Raises LookupError where there is none."""
    found = asset(name)
    if found is None:
        raise LookupError(name)
    return f"/static/{found.mark}/{name}"
