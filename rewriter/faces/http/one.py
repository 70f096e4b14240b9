"""One text at a time: critique, check, rewrite, fill, guard and mask."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Body, Request, Response
from fastapi.responses import StreamingResponse

from rewriter.errors import InputError
from rewriter.faces.answering import Verb
from rewriter.faces.http import shown
from rewriter.faces.http.bodies import JsonRoute
from rewriter.faces.http.events import MEDIA_TYPE, as_contract, sent, wants_events
from rewriter.faces.http.measures import Measures
from rewriter.faces.http.problems import ASKING, Kind, Problem, documented
from rewriter.faces.http.served import Served
from rewriter.faces.http.written import written
from rewriter.plan import Context
from rewriter.streaming import stream
from rewriter.wire import inward, outward
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, GuardAnswer, MaskAnswer, RewriteAnswer
from rewriter.wire.asked import CheckIn, FillIn, MaskIn, ObjectiveIn, RewriteIn

__all__ = ["routes"]

_JSON = "application/json"


def routes(served: Served, measures: Measures) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/v1", tags=["one text"], responses=documented(*ASKING), route_class=JsonRoute)

    async def answer(verb: Verb, asked: inward.Request) -> Response:
        made = await served.answer(verb, asked)
        measures.answer(verb, made)
        return Response(written(made), media_type=_JSON)

    @router.post("/critique", response_model=CritiqueAnswer)
    async def critique(asked: Annotated[ObjectiveIn, Body(openapi_examples=shown.OBJECTIVES)]) -> Response:
        """Judge an objective, goal or short plan against SMART, letter by letter."""
        return await answer("critique", asked.to_request())

    @router.post("/check", response_model=CheckAnswer)
    async def check(asked: Annotated[CheckIn, Body(openapi_examples=shown.CHECKS)]) -> Response:
        """Say whether a text makes somebody harmed responsible for the harm."""
        return await answer("check", asked.to_request())

    @router.post(
        "/rewrite",
        response_model=RewriteAnswer,
        responses={200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}},
    )
    async def rewrite(
        request: Request, asked: Annotated[ObjectiveIn, Body(openapi_examples=shown.OBJECTIVES)]
    ) -> Response:
        """Draft a goal and SMART objectives, with what is to be agreed in [brackets].

        With `Accept: text/event-stream` the events `notice`, `judgement` (five, as they come), `critique`, `rewrite`
        and `done`, or `error`; each `data` is one line of JSON.
        """
        told = asked.to_request()
        if not wants_events(request.headers.get("accept", "")):
            return await answer("rewrite", told)
        context = told.context.to_context() if told.context else Context()
        events = stream(served.service, told.text, context)
        data_of = as_contract(request.scope["rewriter.request_id"], told.id, partial(measures.answer, "rewrite"))
        return StreamingResponse(sent(events, request.scope, data_of), media_type=MEDIA_TYPE)

    @router.post("/fill", response_model=RewriteAnswer, responses=documented(Kind.NOT_TOGETHER))
    async def fill(asked: Annotated[FillIn, Body(openapi_examples=shown.fills())]) -> Response:
        """Put what was agreed into a draft, and judge it again."""
        try:
            saved = inward.rewrite_of(asked.rewrite)
            context = asked.context.to_context(saved.context) if asked.context else saved.context
            made = outward.rewrite_json(await served.fill(saved, asked.answers, context))
        except InputError as error:
            raise Problem(Kind.NOT_TOGETHER, str(error)) from None
        measures.answer("fill", made)
        return Response(written(made), media_type=_JSON)

    @router.post("/guard", response_model=GuardAnswer)
    async def guard(asked: Annotated[RewriteIn, Body(openapi_examples=shown.GUARDS)]) -> Response:
        """Hold a rewrite made anywhere against its original."""
        return await answer("guard", asked.to_request())

    @router.post("/mask", response_model=MaskAnswer)
    async def mask(asked: Annotated[MaskIn, Body(openapi_examples=shown.MASKS)]) -> Response:
        """Show a text as it would leave for a language model elsewhere."""
        return await answer("mask", asked.to_request())

    return router
