"""A rewrite made elsewhere is held against its original."""

from dataclasses import replace
from datetime import date
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from rewriter import pipeline
from rewriter.errors import InputError
from rewriter.faces.http.served import Served
from rewriter.faces.web.forms import context_in, fields_in, written, wrong_texts
from rewriter.faces.web.replies import WRONG, mistakes_of, page_of, root_of
from rewriter.faces.web.views import Views
from rewriter.outgoing import leaving
from rewriter.plan import Context

__all__ = ["add_routes"]

_WANTED = {"objective": "Paste the objective as it was", "rewrite": "Paste the rewrite"}


def add_routes(router: APIRouter, served: Served, views: Views) -> None:
    """A rewrite made elsewhere is held against its original."""

    @router.get("/guard")
    async def compare(request: Request) -> Response:
        return page_of(views.compare(root_of(request), {"today": written(date.today())}))  # noqa: DTZ011 - the reader's own day

    @router.post("/guard")
    async def guard(request: Request) -> Response:
        fields = fields_in(await request.body())
        most = served.settings.max_characters
        try:
            context = context_in(fields, wrong_texts(fields, _WANTED, most))
            objective, rewrite = fields["objective"], fields["rewrite"]
            notice = pipeline.critique(objective, context, served.settings).safety_notice
            if fields.get("show") == "masked":
                read = pipeline.guard(objective, rewrite, context, (), served.settings).responsibility
                known = replace(context, harms=context.harms or read.harms)
                told = Context(people=known.people, harms=known.harms)  # all that the second reader is told
                sent = leaving(rewrite, known, told=told, beside=objective)
                return page_of(views.masked(root_of(request), fields, sent, notice, "/guard"))
            if served.model:
                made = await served.service.guard(objective, rewrite, context)
            else:
                work = partial(pipeline.guard, objective, rewrite, context, (), served.settings)
                made = await served.worked_out(work, len(objective) + len(rewrite))
        except InputError as error:
            return page_of(views.compare(root_of(request), fields, None, mistakes_of(error, "objective")), WRONG)
        return page_of(views.compare(root_of(request), fields, made, notice=notice))
