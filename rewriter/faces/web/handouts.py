"""Before and after, from one draft, from several objectives or from the worked examples: to print, and for Word."""

import asyncio
from datetime import date
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from rewriter import pipeline
from rewriter.answer import Status
from rewriter.errors import InputError
from rewriter.faces.http.served import Served
from rewriter.faces.web.drafts import told_wrong
from rewriter.faces.web.forms import day_in, fields_in, written
from rewriter.faces.web.handout import Handout, NotDrafted, Shown, from_draft, from_examples
from rewriter.faces.web.packing import packed
from rewriter.faces.web.replies import WRONG, mistakes_of, page_of, root_of, sentence_of
from rewriter.faces.web.several import several_in
from rewriter.faces.web.typed import typed_in
from rewriter.faces.web.views import Views
from rewriter.faces.web.word import as_word
from rewriter.plan import Context

__all__ = ["add_routes"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def add_routes(router: APIRouter, served: Served, views: Views) -> None:
    """Before and after, from drafts or from the worked examples."""

    @router.get("/handout")
    async def start(request: Request) -> Response:
        fields = {"today": written(date.today())}  # noqa: DTZ011 - the reader's own day
        return page_of(views.training(root_of(request), from_examples(served.settings), fields))

    @router.post("/handout")
    async def handout(request: Request) -> Response:
        fields = fields_in(await request.body())
        column = ""
        if "objectives" in fields:
            try:
                several = several_in(fields, "objectives")
                made = await _drafted(served, several.texts, Context(today=day_in(fields, "today")))
                column = several.column
            except InputError as error:
                examples = from_examples(served.settings)
                mistakes = mistakes_of(error, "objectives")
                return page_of(views.training(root_of(request), examples, fields, mistakes), WRONG)
        elif fields.get("draft"):
            typed = typed_in(fields)
            try:
                typed = await served.worked_out(partial(typed.beside_the_need, served.settings), typed.size)
                draft = (await served.worked_out(partial(typed.put_in, served.settings), typed.size)).made
            except InputError as error:
                return page_of(told_wrong(views, root_of(request), fields, typed, error), WRONG)
            fields["draft"] = packed(draft)
            made = Handout((from_draft(draft),), danger=draft.safety_notice)
        else:
            made = from_examples(served.settings)
        if fields.get("as") == "word":
            headers = {"Content-Disposition": 'attachment; filename="before-and-after.docx"'}
            return Response(as_word(made, served.settings.labels), media_type=_WORD, headers=headers)
        return page_of(views.handout(root_of(request), made, fields, column))


async def _drafted(served: Served, texts: tuple[str, ...], context: Context) -> Handout:
    """Before and after of each text, by rules alone."""
    shown: list[Shown] = []
    apart: list[NotDrafted] = []
    danger = ""
    for number, text in enumerate(texts, start=1):
        await asyncio.sleep(0)  # whoever else asks comes between
        try:
            work = partial(pipeline.rewrite, text, context, served.settings)
            answer = await served.worked_out(work, len(text))
        except InputError as error:
            apart.append(NotDrafted(f"No. {number}", text[:200], f"{sentence_of(error)}."))
            continue
        danger = danger or answer.safety_notice
        if answer.status is Status.NOT_AN_OBJECTIVE:
            apart.append(NotDrafted(f"No. {number}", text, answer.note))
        else:
            shown.append(from_draft(answer, f"No. {number}"))
    return Handout(tuple(shown), tuple(apart), danger)
