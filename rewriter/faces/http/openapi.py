"""The description of the service, made when it is first asked for: problems, keys and the events of a stream in it."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from rewriter.faces.http.answered_examples import answered_examples
from rewriter.faces.http.problems import worked
from rewriter.faces.http.served import Served
from rewriter.faces.http.shown import fills
from rewriter.wire.problems import ProblemAnswer

__all__ = ["described"]

_SUMMARY = "Judges objectives of care plans, sees who is made responsible for harm, and drafts better ones."
_REF = "#/components/schemas/{model}"


def described(app: FastAPI, served: Served, *, keys: bool, root: str = "") -> None:
    """Have an application describe itself and what answers it; with `keys`, each route that needs one says so."""
    made: dict[str, Any] = {}

    def describe() -> dict[str, Any]:
        if not made:
            made.update(_made(app, served, keys=keys, root=root))
        return made

    setattr(app, "openapi", describe)  # noqa: B010 - FastAPI's own way to say it, which mypy does not take


def _made(app: FastAPI, served: Served, *, keys: bool, root: str) -> dict[str, Any]:
    page = get_openapi(
        title=app.title,
        version=app.version,
        summary=_SUMMARY,
        routes=app.routes,
        tags=app.openapi_tags,
        servers=[{"url": root}] if root else None,
    )
    schema = ProblemAnswer.model_json_schema(ref_template=_REF)
    components = page.setdefault("components", {})
    components.setdefault("schemas", {}).update({**schema.pop("$defs", {}), "ProblemAnswer": schema})
    # FastAPI leaves out what is null, and an answer without its null fields would not be one.
    filling = page["paths"]["/v1/fill"]["post"]["requestBody"]["content"]
    filling["application/json"]["examples"] = fills()
    for path, method, media_type, examples in answered_examples(served.settings, served.model):
        page["paths"][path][method]["responses"]["200"]["content"][media_type]["examples"] = examples
    components["examples"] = worked()
    if keys:
        components["securitySchemes"] = {
            "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            "bearer": {"type": "http", "scheme": "bearer"},
        }
        for path, methods in page["paths"].items():
            for method in methods.values():
                method["security"] = [] if path in {"/healthz", "/readyz"} else [{"key": []}, {"bearer": []}]
    return page
