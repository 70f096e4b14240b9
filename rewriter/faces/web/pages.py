"""The routes of the page: each form is answered with a whole page, so that all of it works without a script."""

from collections.abc import Callable, Coroutine
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from fastapi import APIRouter, FastAPI, Request
from fastapi.routing import APIRoute
from starlette.responses import HTMLResponse, Response

from rewriter import pipeline
from rewriter.answer import Change, Rewrite
from rewriter.errors import InputError
from rewriter.faces.http.served import Served
from rewriter.faces.web.accepting import accepted_in, mark_of
from rewriter.faces.web.assets import asset
from rewriter.faces.web.forms import FormMistake, beside_of, context_in, fields_in, named_in, text_in, written
from rewriter.faces.web.handout import as_word, from_draft, from_examples
from rewriter.faces.web.headers import PAGE_HEADERS
from rewriter.faces.web.troubles import Troubles
from rewriter.faces.web.views import Drafting, Views
from rewriter.settings import Settings
from rewriter.wire.inward import rewrite_from_json

__all__ = ["add_page"]

_Handler: TypeAlias = Callable[[Request], Coroutine[Any, Any, Response]]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_YEAR = 31_536_000  # seconds
_WRONG = 422
_NO_CHANGE = {"": "There is no such change in the draft."}


def add_page(app: FastAPI, served: Served, *, masks: bool = False) -> FastAPI:
    """Give the application with the page on it. `masks` says that names are masked before a model is asked."""
    views = Views(served.settings, served.model, masks)
    app.include_router(_pages(served, views))
    app.add_middleware(Troubles, views=views)
    return app


def _pages(served: Served, views: Views) -> APIRouter:

    class Forgiving(APIRoute):
        """What cannot be read of a form is told on a page, too."""

        def get_route_handler(self) -> _Handler:
            handle = super().get_route_handler()

            async def forgiving(request: Request) -> Response:
                try:
                    return await handle(request)
                except InputError as error:
                    return _page(views.start(_root(request), {}, {"": _sentence(error)}), _WRONG)

            return forgiving

    router = APIRouter(include_in_schema=False, route_class=Forgiving)
    router.add_api_route("/static/{mark}/{name}", _file, methods=["GET"])
    _objective(router, served, views)
    _draft(router, served, views)
    _compare(router, served, views)
    _handout(router, served, views)
    return router


async def _file(request: Request, mark: str, name: str) -> Response:
    found = asset(name)
    if found is None or found.mark != mark:
        return Response(status_code=404)
    headers = {"Cache-Control": f"public, max-age={_YEAR}, immutable", "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(found.plain, headers=headers, media_type=found.media_type)
    headers["Content-Encoding"] = "gzip"
    return Response(found.compressed, headers=headers, media_type=found.media_type)


def _objective(router: APIRouter, served: Served, views: Views) -> None:
    """An objective is pasted, judged and redrafted."""

    @router.get("/")
    async def start(request: Request) -> Response:
        return _page(views.start(_root(request), {"today": written(date.today())}))  # noqa: DTZ011 - the reader's own day

    @router.post("/rewrite")
    async def rewrite(request: Request) -> Response:
        fields = fields_in(await request.body())
        try:
            context = context_in(fields)
            text = text_in(fields, "objective", "Paste the objective first")
            if fields.get("show") == "masked":
                masked = pipeline.mask(text, (), context, served.settings)
                notice = pipeline.critique(text, context, served.settings).safety_notice
                return _page(views.masked(_root(request), fields, masked, notice))
            if served.model:
                made = await served.service.rewrite(text, context)
            else:
                made = await served.worked_out(partial(pipeline.rewrite, text, context, served.settings), len(text))
        except InputError as error:
            return _page(views.start(_root(request), fields, _mistakes(error, "objective")), _WRONG)
        return _page(views.answer(_root(request), made, fields))


def _draft(router: APIRouter, served: Served, views: Views) -> None:
    """The draft that a form carries is filled, edited, or a change of it accepted or undone."""

    @router.post("/fill")
    async def fill(request: Request) -> Response:
        fields, saved = await _saved(request)
        typed = named_in(fields, "gap.")
        try:
            made = await served.fill(saved, typed, saved.context)
        except InputError as error:
            gap = next((key for key in typed if f"answer for {key} " in str(error)), "")
            return shown(request, fields, saved, {gap: _sentence(error)}, typed=typed)
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
            return shown(request, fields, saved, {"": _sentence(error)}, edited=True)
        return shown(request, fields, made, edited=True)

    def shown(
        request: Request,
        fields: dict[str, str],
        draft: Rewrite,
        mistakes: dict[str, str] | None = None,
        *,
        typed: dict[str, str] | None = None,
        edited: bool = False,
    ) -> Response:
        state = Drafting(typed or {}, accepted_in(fields), edited=edited)
        page = views.answer(_root(request), draft, beside_of(draft), mistakes, state)
        return _page(page, _WRONG if mistakes else 200)


def _compare(router: APIRouter, served: Served, views: Views) -> None:
    """A rewrite made elsewhere is held against its original."""

    @router.get("/guard")
    async def compare(request: Request) -> Response:
        return _page(views.compare(_root(request), {}))

    @router.post("/guard")
    async def guard(request: Request) -> Response:
        fields = fields_in(await request.body())
        try:
            context = context_in(fields)
            objective = text_in(fields, "objective", "Paste the objective as it was")
            rewrite = text_in(fields, "rewrite", "Paste the rewrite")
            if served.model:
                made = await served.service.guard(objective, rewrite, context)
            else:
                work = partial(pipeline.guard, objective, rewrite, context, (), served.settings)
                made = await served.worked_out(work, len(objective) + len(rewrite))
        except InputError as error:
            return _page(views.compare(_root(request), fields, None, _mistakes(error, "objective")), _WRONG)
        notice = pipeline.critique(objective, context, served.settings).safety_notice
        return _page(views.compare(_root(request), fields, made, notice=notice))


def _handout(router: APIRouter, served: Served, views: Views) -> None:
    """Before and after, from a draft or from the worked examples."""

    @router.get("/handout")
    async def examples(request: Request) -> Response:
        return _page(views.handout(_root(request), from_examples(served.settings)))

    @router.post("/handout")
    async def handout(request: Request) -> Response:
        fields = fields_in(await request.body())
        saved = fields.get("draft", "")
        shown = (from_draft(rewrite_from_json(saved)),) if saved else from_examples(served.settings)
        if fields.get("as") == "word":
            headers = {"Content-Disposition": 'attachment; filename="before-and-after.docx"'}
            return Response(as_word(shown, served.settings.labels), media_type=_WORD, headers=headers)
        return _page(views.handout(_root(request), shown, saved))


async def _saved(request: Request) -> tuple[dict[str, str], Rewrite]:
    """The form, and the draft that it carries with it: nothing is kept here."""
    fields = fields_in(await request.body())
    return fields, rewrite_from_json(fields.get("draft", ""))


def _change(fields: dict[str, str], saved: Rewrite) -> Change | None:
    """The change that a form is about."""
    return {str(number): change for number, change in enumerate(saved.changes)}.get(fields.get("change", ""))


def _mistakes(error: InputError, field: str) -> dict[str, str]:
    return {error.field if isinstance(error, FormMistake) else field: _sentence(error)}


def _sentence(error: InputError) -> str:
    words = str(error)
    return f"{words[:1].upper()}{words[1:]}"


def _root(request: Request) -> str:
    return str(request.scope.get("root_path", "")).rstrip("/")


def _page(page: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(page, status, PAGE_HEADERS)
