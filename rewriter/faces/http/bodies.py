"""The body of a request: whole, in time, of a size and kind that are taken, before anything looks at it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from email.message import Message
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.types import Receive

from rewriter.errors import InputError
from rewriter.faces.http.problems import Kind, Problem
from rewriter.sealed import Sealed
from rewriter.wire.inward import parsed

__all__ = ["Gone", "JsonRoute", "read_body", "refuse_other_types", "unless_gone"]

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


async def unless_gone(work: Awaitable[None], receive: Receive) -> None:
    """Do some work for a caller whose body is here. Raises Gone where it hangs up, and lets the work go."""

    async def hung_up() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    done, watch = asyncio.ensure_future(Sealed.of(work)), asyncio.ensure_future(hung_up())
    try:
        await asyncio.wait({done, watch}, return_when=asyncio.FIRST_COMPLETED)
        if not done.done():
            raise Gone
        done.result().open()
    finally:
        for task in (done, watch):
            task.cancel()
        await asyncio.wait({done, watch})


class JsonRoute(APIRoute):
    """A route that takes JSON in UTF-8 and nothing else."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Give what answers a request: a look at the body's kind, then the route's own."""
        answer = super().get_route_handler()

        async def look_first(request: Request) -> Response:
            refuse_other_types(dict(request.scope["headers"]), await request.body())
            return await answer(request)

        return look_first


def refuse_other_types(headers: Mapping[bytes, bytes], body: bytes) -> None:
    """Raise Problem for a body that is not JSON in UTF-8, by what its headers say and by its bytes."""
    if headers.get(b"content-encoding", b"").strip().lower() not in _PLAIN:
        raise Problem(Kind.WRONG_TYPE, "The body is compressed or encoded; send it as it is.")
    if headers.get(b"content-type") != _JSON.encode():  # as most say it
        _refuse_other_content(headers)
    if not body:
        raise Problem(Kind.MALFORMED, "The body is empty.")
    try:
        text = body.decode()
        if "\\ud" in text or "\\uD" in text:  # an escape may stand for half a character
            parsed(text)
    except UnicodeDecodeError:
        raise Problem(Kind.MALFORMED, "The body is not UTF-8.") from None
    except InputError as error:
        raise Problem(Kind.MALFORMED, str(error)) from None


def _refuse_other_content(headers: Mapping[bytes, bytes]) -> None:
    said = Message()
    said["content-type"] = headers.get(b"content-type", b"").decode("latin-1")
    if said.get_content_type() != _JSON or not said["content-type"]:
        raise Problem(Kind.WRONG_TYPE, "The Content-Type has to be application/json.")
    charset = said.get_param("charset", "utf-8")
    if not isinstance(charset, str) or charset.lower() not in {"utf-8", "utf8"}:
        raise Problem(Kind.WRONG_TYPE, "The character set has to be UTF-8.")


def _too_large(most: int) -> Problem:
    return Problem(Kind.TOO_LARGE, f"The body may have at most {most:,} bytes.", headers={"Connection": "close"})
