"""The page on an application: its files, and its routes, each of which works without a script."""

from fastapi import FastAPI, Request
from starlette.responses import RedirectResponse, Response

from rewriter.faces.http.served import Served
from rewriter.faces.web import compare, drafts, handouts, objective
from rewriter.faces.web.assets import asset
from rewriter.faces.web.drafts import STEPS
from rewriter.faces.web.replies import forgiving_router, root_of
from rewriter.faces.web.troubles import Troubles
from rewriter.faces.web.views import Views

__all__ = ["add_page"]

_YEAR = 31_536_000  # seconds


def add_page(app: FastAPI, served: Served, *, masks: bool = False) -> FastAPI:
    """Give the application with the page on it. `masks` says that names are masked before a model is asked."""
    views = Views(served.settings, served.model, masks)
    router = forgiving_router(views)
    router.add_api_route("/static/{mark}/{name}", _file, methods=["GET"])
    for path in ("/rewrite", *STEPS):
        router.add_api_route(path, _start, methods=["GET"])
    for one in (objective, drafts, compare, handouts):
        one.add_routes(router, served, views)
    app.include_router(router)
    app.add_middleware(Troubles, views=views)
    return app


async def _start(request: Request) -> Response:
    """The address bar shows where a form was sent; opened by itself, it leads to where one begins."""
    return RedirectResponse(f"{root_of(request)}/", 303)


async def _file(request: Request, mark: str, name: str) -> Response:
    found = asset(name)
    if found is None or found.mark != mark:
        return Response(status_code=404)
    headers = {"Cache-Control": f"public, max-age={_YEAR}, immutable", "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(found.plain, headers=headers, media_type=found.media_type)
    headers["Content-Encoding"] = "gzip"
    return Response(found.compressed, headers=headers, media_type=found.media_type)
