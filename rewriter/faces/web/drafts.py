"""The draft that a form carries is filled, edited, or a change of it accepted or undone: nothing is kept here."""

from collections.abc import Callable
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from rewriter import pipeline
from rewriter.answer import Change, Rewrite
from rewriter.errors import InputError
from rewriter.faces.http.served import Served
from rewriter.faces.web.accepting import accepted_in, filled_in, mark_of, without_place
from rewriter.faces.web.forms import beside_of, fields_in, named_in
from rewriter.faces.web.replies import WRONG, page_of, root_of, sentence_of
from rewriter.faces.web.views import Drafting, Edited, Views
from rewriter.settings import Settings
from rewriter.wire.inward import rewrite_from_json

__all__ = ["add_routes"]

_NO_CHANGE = {"": "There is no such change in the draft."}


def add_routes(router: APIRouter, served: Served, views: Views) -> None:
    """The draft that a form carries is filled, edited, or a change of it accepted or undone."""

    @router.post("/fill")
    async def fill(request: Request) -> Response:
        fields, saved = await _saved(request)
        typed = named_in(fields, "gap.")
        try:
            made = await served.fill(saved, typed, saved.context)
        except InputError as error:
            gap = next((key for key in typed if f"answer for {key} " in str(error)), "")
            return shown(request, fields, saved, {gap: sentence_of(error)}, typed=typed)
        return shown(request, fields, made)

    @router.post("/edit")
    async def edit(request: Request) -> Response:
        fields, saved = await _saved(request)
        return await judged_again(request, fields, saved, partial(pipeline.reword, saved, named_in(fields, "text.")))

    @router.post("/undo")
    async def undo(request: Request) -> Response:
        fields, saved = await _saved(request)
        change = _change(fields, saved)
        if change is None:
            return shown(request, fields, saved, _NO_CHANGE)
        return await judged_again(request, fields, saved, partial(pipeline.take_back, saved, change))

    @router.post("/accept")
    async def accept(request: Request) -> Response:
        fields, saved = await _saved(request)
        change = _change(fields, saved)
        if change is None:
            return shown(request, fields, saved, _NO_CHANGE)
        marks = dict.fromkeys((*accepted_in(fields), mark_of(change)))
        return shown(request, {**fields, "accepted": " ".join(marks)}, saved)

    async def judged_again(
        request: Request, fields: dict[str, str], saved: Rewrite, change: Callable[[Settings], Rewrite]
    ) -> Response:
        size = sum(len(objective.text) for objective in saved.objectives)
        try:
            made = await served.worked_out(partial(change, served.settings), size)
        except InputError as error:
            return shown(request, fields, saved, {"": sentence_of(error)}, edited=Edited(saved.changes))
        untouched = tuple(change for change in made.changes if change in saved.changes)
        lost = without_place(filled_in(fields), saved, made)
        return shown(request, fields, made, edited=Edited(untouched, lost))

    def shown(
        request: Request,
        fields: dict[str, str],
        draft: Rewrite,
        mistakes: dict[str, str] | None = None,
        *,
        typed: dict[str, str] | None = None,
        edited: Edited | None = None,
    ) -> Response:
        state = Drafting(typed or {}, accepted_in(fields), filled_in(fields), edited)
        words = views.answer(root_of(request), draft, beside_of(draft), mistakes, state)
        return page_of(words, WRONG if mistakes else 200)


async def _saved(request: Request) -> tuple[dict[str, str], Rewrite]:
    """The form, and the draft that it carries with it: nothing is kept here."""
    fields = fields_in(await request.body())
    return fields, rewrite_from_json(fields.get("draft", ""))


def _change(fields: dict[str, str], saved: Rewrite) -> Change | None:
    """The change that a form is about."""
    return {str(number): change for number, change in enumerate(saved.changes)}.get(fields.get("change", ""))
