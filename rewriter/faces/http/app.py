"""The application: routes, the gate around them, and the same shape for whatever goes wrong.

`application` takes what answers, how it is served and where to log, and gives a FastAPI application. Another face, such
as the page, adds its own routes to what this gives; they stand behind the same gate.
"""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from rewriter.faces.http import catalogue, health, many, one
from rewriter.faces.http.gate import Gate, Noted
from rewriter.faces.http.heads import Heads
from rewriter.faces.http.logs import Log, log_to
from rewriter.faces.http.measures import Measures
from rewriter.faces.http.openapi import described
from rewriter.faces.http.problems import Kind, Mistake, Problem, response_for
from rewriter.faces.http.rates import Rates
from rewriter.faces.http.served import Served
from rewriter.faces.http.serving import Serving
from rewriter.faces.http.stopping import Stopping
from rewriter.faces.http.traces import Traces
from rewriter.faces.unfit import mistakes_in
from rewriter.version import VERSION

__all__ = ["SECONDS_BEYOND_THE_MODEL", "application"]

SECONDS_BEYOND_THE_MODEL = 15.0


def application(
    served: Served,
    serving: Serving | None = None,
    *,
    model_seconds: float = 0.0,
    log: Log | None = None,
    traces: Traces | None = None,
    counts: Path | None = None,
) -> FastAPI:
    """Give the application.

    `model_seconds` is how long the model behind it may take for one answer; `counts` the folder in which several
    processes count together.
    """
    serving = serving or Serving()
    log = log or log_to()
    traces = traces or Traces()
    measures = Measures(counts)
    stopping = Stopping(leaving=serving.leaving_seconds, closing=serving.closing_seconds)
    seconds = serving.seconds or model_seconds + SECONDS_BEYOND_THE_MODEL

    def redis_failed() -> None:
        measures.rates_alone.inc()
        log.warning("redis does not answer; rates are counted in this process for a while")

    def redis_healed() -> None:
        log.info("redis answers again; rates are counted for all processes together")

    rates = Rates(serving.rate, serving.redis, failed=redis_failed, healed=redis_healed)

    @asynccontextmanager
    async def lasting(_: FastAPI) -> AsyncIterator[None]:
        served.warm_up()
        gc.freeze()  # what is loaded by now is here to stay; to go through it for garbage again and again takes time
        with stopping.heeded():
            yield
        served.close()
        await rates.close()
        traces.close()

    app = FastAPI(
        title="SMART objective rewriter",
        version=VERSION,
        docs_url=None,  # these pages load scripts from elsewhere
        redoc_url=None,
        lifespan=lasting,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # it would tell paths and queries
    )
    app.add_middleware(Heads)  # within the gate, which is added after it
    app.add_middleware(
        Gate,
        serving=serving,
        seconds=seconds,
        rates=rates,
        stopping=stopping,
        noted=Noted(measures, log, traces),
        waits=bool(served.model),
    )
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.include_router(one.routes(served, measures))
    app.include_router(many.routes(served, measures, rates, seconds))
    app.include_router(catalogue.routes())
    app.include_router(health.routes(served, measures, stopping))
    described(app, served, keys=bool(serving.keys), root=serving.root)
    return app


def _refused(request: Request, error: Exception) -> Response:
    """Tell what Starlette refuses: a path or a method that is not there."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    by_status = {kind.value.status: kind for kind in Kind}
    kind = by_status.get(error.status_code, Kind.MALFORMED)
    headers = dict(error.headers or {})
    if headers.get("Allow") == "GET":
        headers["Allow"] = "GET, HEAD"
    return response_for(Problem(kind, headers=headers), request.scope["rewriter.request_id"])


def _unfit(request: Request, error: Exception) -> Response:
    """Tell what is no JSON, or does not fit the contract."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - likewise
    errors = [{**one, "loc": one["loc"][1:]} for one in error.errors()]  # each begins with where it came: the body
    if errors[0]["type"] == "json_invalid":
        character = errors[0]["loc"][0] + 1
        problem = Problem(Kind.MALFORMED, f"The body is not JSON: it goes wrong at character {character:,}.")
    else:
        path = getattr(request.scope.get("route"), "path", "")
        found = mistakes_in(errors, of_a_batch=path == "/v1/batch")
        problem = Problem(Kind.UNUSABLE, mistakes=[Mistake(*mistake) for mistake in found])
    return response_for(problem, request.scope["rewriter.request_id"])
