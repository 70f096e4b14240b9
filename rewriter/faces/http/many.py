"""Up to 200 texts in one request, answered in their order."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Body, Request, Response

from rewriter.errors import RewriterError
from rewriter.faces.http import shown
from rewriter.faces.http.bodies import JsonRoute
from rewriter.faces.http.measures import Measures
from rewriter.faces.http.problems import ASKING, Kind, Mistake, Problem, documented
from rewriter.faces.http.rates import Rates
from rewriter.faces.http.served import Served
from rewriter.faces.http.written import written
from rewriter.faces.lines import Line, failed
from rewriter.plan import Context
from rewriter.sealed import Sealed
from rewriter.wire import inward, outward
from rewriter.wire.asked import BatchAnswer, BatchIn, Item

__all__ = ["routes"]

_FOR_WRITING = 0.1  # of the time that a request has
_AT_ONCE = 8  # of one batch, so that it leaves places at the model for others


def routes(served: Served, measures: Measures, rates: Rates, seconds: float) -> APIRouter:
    """Give the route; `seconds` is what a request has: what is not answered by then is told as an error."""
    router = APIRouter(prefix="/v1", tags=["many texts"], responses=documented(*ASKING), route_class=JsonRoute)

    @router.post("/batch", response_model=BatchAnswer)
    async def batch(request: Request, asked: Annotated[BatchIn, Body(openapi_examples=shown.BATCHES)]) -> Response:
        """Answer up to 200 texts. One that cannot be used gives an error in its place, and stops no other."""
        items: Sequence[Item] = asked.items
        if len(items) > rates.most:  # to come again would never help
            few = f"has {len(items)} texts, and the service's rate lets {rates.most} through at a time: send fewer"
            raise Problem(Kind.UNUSABLE, f"The batch {few}.", [Mistake("items", few)])
        wait = await rates.admit(request.scope["rewriter.caller"], len(items) - 1) if len(items) > 1 else 0.0
        if wait:
            raise Problem(Kind.TOO_MANY, headers={"Retry-After": f"{wait:.0f}"})
        beside = asked.context.to_context() if asked.context else Context()
        places = asyncio.Semaphore(_AT_ONCE)
        until = request.scope["rewriter.until"] - seconds * _FOR_WRITING

        async def one(number: int, item: inward.Request) -> outward.Json:
            try:
                async with asyncio.timeout_at(until), places:
                    await asyncio.sleep(0)  # whoever else asks comes between
                    made = await served.answer(asked.verb, item, beside)
            except TimeoutError:
                return _failed(item, number, RewriterError("there was no answer within the time allowed"))
            except Exception as error:  # noqa: BLE001 - one text's misfortune must not end the others
                return _failed(item, number, error)
            measures.answer(asked.verb, made)
            return made

        tasks = [
            asyncio.ensure_future(Sealed.of(one(number, item.to_request())))
            for number, item in enumerate(items, start=1)
        ]
        try:
            answers = [(await task).open() for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
        return Response(written({"answers": answers}), media_type="application/json")

    return router


def _failed(item: inward.Request, number: int, error: Exception) -> outward.Json:
    return failed(item.id, Line(number, None), error)
