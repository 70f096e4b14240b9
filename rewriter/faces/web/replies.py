"""How every route of the page answers: with a whole page, also where a form cannot be read or used."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.responses import HTMLResponse, Response

from rewriter.errors import InputError
from rewriter.faces.web.forms import FormMistake
from rewriter.faces.web.headers import PAGE_HEADERS
from rewriter.faces.web.views import Views

__all__ = ["WRONG", "forgiving_router", "mistakes_of", "page_of", "root_of", "sentence_of"]

_Handler: TypeAlias = Callable[[Request], Coroutine[Any, Any, Response]]
WRONG = 422  # the status of a page that says what has to be changed


def forgiving_router(views: Views) -> APIRouter:
    """Give a router whose routes tell on a page what cannot be read of a form. It is not part of the API."""

    class Forgiving(APIRoute):
        def get_route_handler(self) -> _Handler:
            handle = super().get_route_handler()

            async def forgiving(request: Request) -> Response:
                try:
                    return await handle(request)
                except InputError as error:
                    return page_of(views.start(root_of(request), {}, {"": sentence_of(error)}), WRONG)

            return forgiving

    return APIRouter(include_in_schema=False, route_class=Forgiving)


def mistakes_of(error: InputError, field: str) -> dict[str, str]:
    """Give the fields that mistakes are in, or the one given, with what to say of each."""
    if not isinstance(error, FormMistake):
        return {field: sentence_of(error)}
    found: dict[str, str] = {}
    for mistake in (error, *error.more):
        found.setdefault(mistake.field, sentence_of(mistake))
    return found


def sentence_of(error: InputError) -> str:
    """Give what an error says, as a sentence begins."""
    words = str(error)
    return f"{words[:1].upper()}{words[1:]}"


def root_of(request: Request) -> str:
    """Give the path under which a proxy has put the page."""
    return str(request.scope.get("root_path", "")).rstrip("/")


def page_of(words: str, status: int = 200) -> HTMLResponse:
    """Give a page with the headers that each has."""
    return HTMLResponse(words, status, PAGE_HEADERS)
