"""The body of a request: whole, in time, of a size and kind that are taken, before anything looks at it."""

import asyncio
from collections.abc import Mapping
from email.message import Message

from starlette.types import Receive

from rewriter.faces.http.problems import Kind, Problem

__all__ = ["Gone", "read_body", "refuse_other_types"]

_JSON = "application/json"
_PLAIN = frozenset({b"", b"identity"})


class Gone(Exception):
    """The caller has hung up."""


async def read_body(headers: Mapping[bytes, bytes], receive: Receive, most: int, seconds: float) -> bytes:
    """Give the whole body. Raises Problem where it is too large or too slow, and Gone where the caller hung up."""
    length = headers.get(b"content-length", b"")
    if length.isdigit() and int(length[:20]) > most:
        raise _too_large(most)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Gone
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > most:
                    raise _too_large(most)
                if not message.get("more_body"):
                    return b"".join(parts)
    except TimeoutError:
        raise Problem(Kind.TOO_SLOW, headers={"Connection": "close"}) from None


def refuse_other_types(headers: Mapping[bytes, bytes], body: bytes) -> None:
    """Raise Problem for a body that is not JSON in UTF-8, by what its headers say and by its bytes."""
    if headers.get(b"content-encoding", b"").strip().lower() not in _PLAIN:
        raise Problem(Kind.WRONG_TYPE, "The body is compressed or encoded; send it as it is.")
    said = Message()
    said["content-type"] = headers.get(b"content-type", b"").decode("latin-1")
    if said.get_content_type() != _JSON or not said["content-type"]:
        raise Problem(Kind.WRONG_TYPE, "The Content-Type has to be application/json.")
    charset = said.get_param("charset", "utf-8")
    if not isinstance(charset, str) or charset.lower() not in {"utf-8", "utf8"}:
        raise Problem(Kind.WRONG_TYPE, "The character set has to be UTF-8.")
    try:
        body.decode()
    except UnicodeDecodeError:
        raise Problem(Kind.MALFORMED, "The body is not UTF-8.") from None


def _too_large(most: int) -> Problem:
    return Problem(Kind.TOO_LARGE, f"The body may have at most {most:,} bytes.", headers={"Connection": "close"})
