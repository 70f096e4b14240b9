"""Whether the process lives, whether it can answer, and what it has counted."""

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from rewriter.faces.http.measures import MEDIA_TYPE, Measures
from rewriter.faces.http.problems import LOOKING, Kind, Problem, documented
from rewriter.faces.http.served import Served
from rewriter.faces.http.stopping import Stopping
from rewriter.version import VERSION

__all__ = ["routes"]


class Health(BaseModel):
    """The process lives."""

    status: Literal["alive"]
    version: str


class Readiness(BaseModel):
    """The service can answer; `engine` says who: rules alone answer where a model is down, so that is still ready."""

    status: Literal["ready"]
    engine: Literal["rules", "model"]
    model: str


def routes(served: Served, measures: Measures, stopping: Stopping) -> APIRouter:
    """Give the routes."""
    router = APIRouter(tags=["for those who run it"])
    refused = documented(Kind.NOT_ALLOWED, Kind.BROKEN, Kind.BUSY)

    @router.get("/healthz", responses=refused)
    async def healthz() -> Health:
        """Say that the process lives."""
        return Health(status="alive", version=VERSION)

    @router.get("/readyz", responses={**refused, **documented(Kind.BUSY, Kind.STOPPING)})
    async def readyz() -> Readiness:
        """Say that the service can answer, and who does; 503 once it has been told to stop."""
        if stopping.told:
            raise Problem(Kind.STOPPING, headers={"Retry-After": "1"})
        return Readiness(status="ready", engine="model" if served.model else "rules", model=served.model)

    @router.get(
        "/metrics",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **documented(*LOOKING)},
    )
    async def metrics() -> Response:
        """Give the counts of this process as Prometheus reads them."""
        return Response(measures.written(), media_type=MEDIA_TYPE)

    return router
