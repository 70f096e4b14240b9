"""A rewrite as it comes about, as server-sent events: `event` is the contract's name, `data` one line of JSON."""

import asyncio
from collections.abc import AsyncIterator

from fastapi.sse import format_sse_event

from rewriter.answer import Critique, Rewrite
from rewriter.faces.http.problems import Kind, Problem, told
from rewriter.sealed import Sealed
from rewriter.smart import Judgement
from rewriter.streaming import Event, EventKind
from rewriter.wire import outward

__all__ = ["MEDIA_TYPE", "sent", "wants_events"]

MEDIA_TYPE = "text/event-stream"
_STILL_HERE = b": still here\n\n"  # a comment, so that nobody on the way hangs up
_SECONDS_OF_SILENCE = 10.0


def wants_events(accept: str) -> bool:
    """Say whether a caller asks for a stream: it names the type, and not as one that it would refuse."""
    for part in accept.lower().split(","):
        kind, _, more = part.partition(";")
        if kind.strip() == MEDIA_TYPE:
            return more.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


async def sent(
    events: AsyncIterator[Event], request_id: str, id: str | int | None, seconds: float
) -> AsyncIterator[bytes]:
    """Give each event as it goes over the wire; within so many seconds there is a `done` or an `error`."""
    clock = asyncio.get_running_loop().time
    until = clock() + seconds
    step: asyncio.Task[Sealed[Event]] | None = None
    try:
        while True:
            step = step or asyncio.ensure_future(Sealed.of(anext(events)))
            arrived, _ = await asyncio.wait({step}, timeout=max(0.0, min(_SECONDS_OF_SILENCE, until - clock())))
            if arrived:
                event, step = step.result().open(), None
                yield _written(event, request_id, id)
            elif clock() >= until:
                yield _problem(Kind.TIMED_OUT, "", request_id)
                return
            else:
                yield _STILL_HERE
    except StopAsyncIteration:
        return
    except Exception:  # noqa: BLE001 - the answer has begun, so it ends with what a problem would say
        yield _problem(Kind.BROKEN, "", request_id)
    finally:
        if step is not None:
            step.cancel()


def _written(event: Event, request_id: str, id: str | int | None) -> bytes:
    data = event.data
    if event.kind is EventKind.ERROR:
        return _problem(Kind.UNUSABLE, str(data), request_id)
    if isinstance(data, Judgement):
        return _event(event.kind, outward.judgement_json(data))
    if isinstance(data, Critique):
        return _event(event.kind, {**outward.critique_json(data), "id": id})
    if isinstance(data, Rewrite):
        return _event(event.kind, {**outward.rewrite_json(data), "id": id})
    return _event(event.kind, {"message": data} if isinstance(data, str) else {})


def _problem(kind: Kind, detail: str, request_id: str) -> bytes:
    return _event(EventKind.ERROR, told(Problem(kind, detail), request_id))


def _event(kind: EventKind, data: outward.Json) -> bytes:
    return format_sse_event(data_str=outward.line(data).decode(), event=kind.value)
