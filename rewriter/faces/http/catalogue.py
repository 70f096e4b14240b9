"""The rules and the worked examples."""

from fastapi import APIRouter, Response

from rewriter import fewshot
from rewriter.faces.http.problems import LOOKING, documented
from rewriter.faces.http.written import written
from rewriter.rules import RULES
from rewriter.wire.catalogue import ExamplesAnswer, RulesAnswer, example_json, rule_json

__all__ = ["routes"]


def routes() -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/v1", tags=["to read"], responses=documented(*LOOKING))

    @router.get("/rules", response_model=RulesAnswer)
    async def rules() -> Response:
        """List the rules; faults count against a text, advice never does."""
        listed = {"contract_version": 1, "rules": [rule_json(rule) for rule in RULES]}
        return Response(written(listed), media_type="application/json")

    @router.get("/examples", response_model=ExamplesAnswer)
    async def examples() -> Response:
        """Give the guidance's worked examples, before and after."""
        listed = {"contract_version": 1, "examples": [example_json(example) for example in fewshot.load()]}
        return Response(written(listed), media_type="application/json")

    return router
