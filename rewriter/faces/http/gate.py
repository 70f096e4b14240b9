"""The way in and out of every request: who asks, how often, how much at once and how long; and what is logged of it.

Whatever goes wrong behind it ends here, as a problem that repeats nothing.
"""

import asyncio
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rewriter.errors import InputError
from rewriter.faces.http.bodies import Gone, read_body, unless_gone
from rewriter.faces.http.callers import caller_of
from rewriter.faces.http.logs import Log, place_of
from rewriter.faces.http.measures import Measures
from rewriter.faces.http.places import Places
from rewriter.faces.http.problems import Kind, Mistake, Problem, response_for
from rewriter.faces.http.rates import Rates
from rewriter.faces.http.serving import Serving
from rewriter.faces.http.stopping import TO_SAY_SO, Stopping
from rewriter.faces.http.traces import Traces

__all__ = ["ALWAYS", "Gate", "Noted", "request_id_of"]

_ID = re.compile(rb"[0-9a-fA-F-]{16,64}")  # no more than a number, so that no name can be passed on as one
_OPEN = ("/healthz", "/readyz", "/openapi.json", "/static/")
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
_GONE = 499  # as nginx writes it: the caller has hung up, so nobody is told anything
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "DELETE", *_WITH_BODY})
ALWAYS = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
"""What every answer says."""


@dataclass(eq=False)
class _Passing:
    """One request on its way through."""

    request_id: str
    scope: Scope
    send: Send
    deadline: asyncio.Timeout
    headers: Mapping[bytes, bytes]
    began: int  # nanoseconds of the clock, for whoever sees traces
    caller: str = ""
    status: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    fault: BaseException | None = None
    streams: bool = False

    def hurry(self, until: float) -> None:
        """Have it end by then."""
        self.scope["rewriter.until"] = until = min(until, self.scope["rewriter.until"])
        if not self.deadline.expired():
            self.deadline.reschedule(until + TO_SAY_SO * self.streams)

    async def told(self, message: Message) -> None:
        """Send a part of the answer, and note what it is."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = [pair for pair in message.get("headers", ()) if pair[0].lower() != b"x-request-id"]
            names = {name.lower() for name, _ in headers}
            headers += [pair for pair in ALWAYS if pair[0] not in names]
            message = {**message, "headers": [*headers, (b"x-request-id", self.request_id.encode())]}
            if dict(headers).get(b"content-type", b"").startswith(b"text/event-stream"):
                self.streams = True  # it tells by itself that its time is up
                self.hurry(self.scope["rewriter.until"])
        elif message["type"] == "http.response.body":
            self.bytes_out += len(message.get("body", b""))
        await self.send(message)

    async def tell(self, problem: Problem) -> None:
        """Answer with a problem, where nothing has been answered yet."""
        if not self.status:
            await response_for(problem, self.request_id)(self.scope, _nothing_more, self.told)

    @property
    def route(self) -> str:
        """The pattern of the path: the path itself may hold anything."""
        return str(getattr(self.scope.get("route"), "path", "none"))


class Noted(NamedTuple):
    """Where it is noted what came of a request."""

    measures: Measures
    log: Log
    traces: Traces


class Gate:
    """Stands around the application. `seconds` is the longest that an answer may take.

    With `waits`, answers are waited for (a model's) and whoever hangs up meanwhile is not worked for any longer; what
    rules alone work out is there before anybody could be seen to hang up.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        serving: Serving,
        seconds: float,
        rates: Rates,
        stopping: Stopping,
        noted: Noted,
        waits: bool,
    ) -> None:
        self._app = app
        self._serving = serving
        self._seconds = seconds
        self._rates = rates
        self._stopping = stopping
        self._waits = waits
        self._measures, self._log, self._traces = noted
        self._places = Places(serving.under_way)
        self._arriving = Places(serving.under_way * 4)  # whoever sends slowly takes no place from those who have sent

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        began = time.perf_counter()
        until = asyncio.get_running_loop().time() + self._seconds
        passing = _Passing(request_id_of(headers), scope, send, asyncio.timeout_at(until), headers, time.time_ns())
        scope["rewriter.request_id"] = passing.request_id
        scope["rewriter.until"] = until
        scope["root_path"] = self._serving.root
        try:
            async with passing.deadline:
                self._stopping.came(passing)
                await self._let_through(passing, headers, receive)
        except (Gone, ClientDisconnect):
            passing.status = _GONE
        except Problem as problem:
            await passing.tell(problem)
        except InputError as error:
            mistakes = [Mistake(error.field, str(error))] if error.field else []
            await passing.tell(Problem(Kind.UNUSABLE, str(error), mistakes))
        except TimeoutError:
            await passing.tell(Problem(Kind.TIMED_OUT))
        except Exception as error:  # noqa: BLE001 - what is told of it must not depend on what it is
            passing.fault = error
            await passing.tell(Problem(Kind.BROKEN))
        finally:
            self._stopping.went(passing)
            self._note(passing, time.perf_counter() - began)

    async def _let_through(self, passing: _Passing, headers: Mapping[bytes, bytes], receive: Receive) -> None:
        scope = passing.scope
        path = str(scope["path"])
        if not path.startswith(_OPEN):
            if self._stopping.closed:
                raise Problem(Kind.STOPPING, headers={"Retry-After": "1", "Connection": "close"})
            passing.caller = caller_of(scope, headers, self._serving.keys)
            wait = await self._rates.admit(passing.caller)
            if wait:
                raise Problem(Kind.TOO_MANY, headers={"Retry-After": f"{wait:.0f}"})
        scope["rewriter.caller"] = passing.caller
        again = receive
        if scope["method"] in _WITH_BODY:
            with self._arriving:
                body = await read_body(headers, receive, self._serving.body_limit, self._serving.body_seconds)
            passing.bytes_in = len(body)
            again = _given_again(body, receive)
        with self._places:
            self._measures.under_way.inc()
            try:
                if self._waits and again is not receive:
                    await unless_gone(self._app(scope, again, passing.told), receive)
                else:
                    await self._app(scope, again, passing.told)
            finally:
                self._measures.under_way.dec()

    def _note(self, passing: _Passing, seconds: float) -> None:
        self._measures.request(passing.route, passing.status, seconds)
        fault = passing.fault or passing.scope.get("rewriter.fault")
        told: dict[str, str | int] = {
            "request_id": passing.request_id,
            "caller": passing.caller,
            "method": passing.scope["method"] if passing.scope["method"] in _METHODS else "other",
            "route": passing.route,
            "status": passing.status,
        }
        self._traces.request(passing.headers, passing.began, told, failed=fault is not None)
        why = {"error": type(fault).__name__, "place": place_of(fault.__traceback__)} if fault else {}
        write = self._log.error if fault else self._log.info
        sizes = {"bytes_in": passing.bytes_in, "bytes_out": passing.bytes_out}
        write("answered", milliseconds=round(seconds * 1000, 1), **told, **sizes, **why)


def request_id_of(headers: Mapping[bytes, bytes]) -> str:
    """Give the id that a request came with, where it is a number such as a UUID; else a new one."""
    given = headers.get(b"x-request-id", b"")
    return given.decode("ascii") if _ID.fullmatch(given) else str(uuid.uuid4())


def _given_again(body: bytes, receive: Receive) -> Receive:
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return messages.pop() if messages else await receive()

    return again


async def _nothing_more() -> Message:
    return {"type": "http.disconnect"}
