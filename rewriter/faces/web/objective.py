"""An objective is pasted, judged and redrafted: as a whole page, or by the script as it comes about."""

from datetime import date
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from rewriter import pipeline
from rewriter.errors import InputError
from rewriter.faces.http.events import MEDIA_TYPE, sent, wants_events
from rewriter.faces.http.served import Served
from rewriter.faces.web.coming import Coming
from rewriter.faces.web.forms import context_in, fields_in, written, wrong_texts
from rewriter.faces.web.headers import PAGE_HEADERS
from rewriter.faces.web.replies import WRONG, mistakes_of, page_of, root_of
from rewriter.faces.web.typed import too_many_in
from rewriter.faces.web.views import Views
from rewriter.outgoing import leaving
from rewriter.pasted.orders import rest_of
from rewriter.streaming import stream

__all__ = ["add_routes"]

_WANTED = {"objective": "Paste the objective first"}
_STREAM_HEADERS = {**PAGE_HEADERS, "X-Accel-Buffering": "no"}  # so that nginx passes it on as it comes


def add_routes(router: APIRouter, served: Served, views: Views) -> None:
    """An objective is pasted, judged and redrafted."""

    @router.get("/")
    async def start(request: Request) -> Response:
        return page_of(views.start(root_of(request), {"today": written(date.today())}))  # noqa: DTZ011 - the reader's own day

    @router.post("/rewrite")
    async def rewrite(request: Request) -> Response:
        fields = fields_in(await request.body())
        try:
            context = context_in(fields, wrong_texts(fields, _WANTED))
            text = fields["objective"]
            if fields.get("show") == "masked":
                notice = pipeline.critique(text, context, served.settings).safety_notice
                return page_of(views.masked(root_of(request), fields, leaving(rest_of(text), context), notice))
            if served.model and wants_events(request.headers.get("accept", "")):
                coming = Coming(views, root_of(request), fields)
                events = sent(stream(served.service, text, context), request.scope, coming.data_of)
                return StreamingResponse(events, headers=_STREAM_HEADERS, media_type=MEDIA_TYPE)
            if served.model:
                made = await served.service.rewrite(text, context)
            else:
                made = await served.worked_out(partial(pipeline.rewrite, text, context, served.settings), len(text))
        except InputError as error:
            return page_of(views.start(root_of(request), fields, mistakes_of(error, "objective")), WRONG)
        if wrong := too_many_in(made):
            return page_of(views.start(root_of(request), fields, wrong), WRONG)
        return page_of(views.answer(root_of(request), made, fields))
