"""Before and after, from a draft or from the worked examples, as a page to print and as a Word file."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rewriter.faces.http.served import Served
from rewriter.faces.web.forms import fields_in
from rewriter.faces.web.handout import as_word, from_draft, from_examples
from rewriter.faces.web.replies import page_of, root_of
from rewriter.faces.web.views import Views
from rewriter.wire.inward import rewrite_from_json

__all__ = ["add_routes"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def add_routes(router: APIRouter, served: Served, views: Views) -> None:
    """Before and after, from a draft or from the worked examples."""

    @router.get("/handout")
    async def examples(request: Request) -> Response:
        return page_of(views.handout(root_of(request), from_examples(served.settings)))

    @router.post("/handout")
    async def handout(request: Request) -> Response:
        fields = fields_in(await request.body())
        saved = fields.get("draft", "")
        shown = (from_draft(rewrite_from_json(saved)),) if saved else from_examples(served.settings)
        if fields.get("as") == "word":
            headers = {"Content-Disposition": 'attachment; filename="before-and-after.docx"'}
            return Response(as_word(shown, served.settings.labels), media_type=_WORD, headers=headers)
        return page_of(views.handout(root_of(request), shown, saved))
