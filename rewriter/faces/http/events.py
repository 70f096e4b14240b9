"""A rewrite as it comes about, as server-sent events: `event` is the contract's name, `data` one line of JSON."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable

from fastapi.sse import format_sse_event
from starlette.types import Scope

from rewriter.answer import Critique, Rewrite
from rewriter.faces.http.problems import Kind, Problem, told
from rewriter.faces.http.written import written
from rewriter.sealed import Sealed
from rewriter.smart import Judgement
from rewriter.streaming import Event, EventKind
from rewriter.wire import outward
from rewriter.wire.outward import Json

__all__ = ["MEDIA_TYPE", "as_contract", "sent", "wants_events"]

MEDIA_TYPE = "text/event-stream"
_STILL_HERE = b": still here\n\n"  # a comment, so that nobody on the way hangs up
_SECONDS_OF_SILENCE = 10.0
_LOOK = 1.0  # seconds between two looks at how much time is left


def wants_events(accept: str) -> bool:
    """Say whether a caller asks for a stream: it names the type, and not as one that it would refuse."""
    for part in accept.lower().split(","):
        kind, _, more = part.partition(";")
        if kind.strip() == MEDIA_TYPE:
            return more.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def as_contract(request_id: str, id: str | int | None, note: Callable[[Json], None]) -> Callable[[Event], Json]:
    """Give what makes the contract's data of an event; `note` is told the rewrite."""

    def data_of(event: Event) -> Json:
        data = _data(event, request_id, id)
        if event.kind is EventKind.REWRITE:
            note(data)
        return data

    return data_of


async def sent(events: AsyncGenerator[Event], scope: Scope, data_of: Callable[[Event], Json]) -> AsyncGenerator[bytes]:
    """Give each event as it goes over the wire; by the time that the gate has set there is a `done` or an `error`.

    `data_of` makes the data of an event. A fault is noted in the `scope` for the gate to log.
    """
    request_id = scope["rewriter.request_id"]
    clock = asyncio.get_running_loop().time
    step: asyncio.Task[Sealed[Event]] | None = None
    said = clock()
    try:
        while True:
            step = step or asyncio.ensure_future(Sealed.of(anext(events)))
            until = scope["rewriter.until"]  # each time, as it comes nearer when the service is told to stop
            arrived, _ = await asyncio.wait({step}, timeout=max(0.0, min(_LOOK, until - clock())))
            if arrived:
                event, step = step.result().open(), None
                yield _event(event.kind, data_of(event))
                said = clock()
            elif clock() >= until:
                yield _problem(Kind.TIMED_OUT, request_id)
                return
            elif clock() - said >= _SECONDS_OF_SILENCE:
                yield _STILL_HERE
                said = clock()
    except StopAsyncIteration:
        return
    except Exception as error:  # noqa: BLE001 - the answer has begun, so it ends with what a problem would say
        scope["rewriter.fault"] = error
        yield _problem(Kind.BROKEN, request_id)
    finally:
        if step is not None:
            step.cancel()
            await asyncio.wait({step})
        await events.aclose()


def as_sent(events: Iterable[Event], id: str | int | None = None) -> str:
    """Give a whole stream without errors as it goes over the wire."""
    return b"".join(_event(event.kind, _data(event, "", id)) for event in events).decode()


def _data(event: Event, request_id: str, id: str | int | None) -> Json:
    data = event.data
    if event.kind is EventKind.ERROR:
        return told(Problem(Kind.UNUSABLE, str(data)), request_id)
    if isinstance(data, Judgement):
        return outward.judgement_json(data)
    if isinstance(data, Critique):
        return {**outward.critique_json(data), "id": id}
    if isinstance(data, Rewrite):
        return {**outward.rewrite_json(data), "id": id}
    return {"message": data} if isinstance(data, str) else {}


def _problem(kind: Kind, request_id: str) -> bytes:
    return _event(EventKind.ERROR, told(Problem(kind), request_id))


def _event(kind: EventKind, data: Json) -> bytes:
    return format_sse_event(data_str=written(data).decode(), event=kind.value)
