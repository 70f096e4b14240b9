"""From what is configured to a running server: one process, or several that listen on one address."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from rewriter.chat.addresses import must_mask
from rewriter.errors import ConfigurationError
from rewriter.faces.http.app import application
from rewriter.faces.http.listening import listening
from rewriter.faces.http.logs import Log, NoText, log_to
from rewriter.faces.http.measures import FOLDER
from rewriter.faces.http.served import Served
from rewriter.faces.http.serving import Serving, serving_from
from rewriter.faces.http.traces import traces_for
from rewriter.faces.http.unreadable import Reading
from rewriter.faces.service_told import service_told
from rewriter.faces.web.pages import add_page

__all__ = ["Told", "application_for", "run"]

_TO_HANG_UP = 5  # seconds for whoever still reads an answer, once all are given
_TO_BE_HEARD_OF = 30  # seconds for a worker to answer: a shorter time would kill it while it loads on a busy machine


@dataclass(frozen=True, slots=True)
class Told:
    """What the command line said: how to serve, which model, and the file of settings. Sent to each process."""

    serve: Mapping[str, object]
    model: Mapping[str, object]
    file: Path | None = None

    def serving(self) -> Serving:
        """Give how to serve. Raises ConfigurationError."""
        return serving_from(self.serve, os.environ, self.file)


def application_for(told: Told) -> FastAPI:
    """Give the application that is configured by flags, environment and file. Raises ConfigurationError."""
    serving = told.serving()
    service, model = service_told(told.model, told.file)
    traces, counts = traces_for(os.environ), _folder_for_counts(os.environ)
    if model is None:
        served = Served(service)
        return add_page(application(served, serving, traces=traces, counts=counts), served, masks=False)
    if serving.seconds is not None and serving.seconds <= model.timeout:
        raise ConfigurationError(
            "seconds: the whole answer has to be given longer than the model's own timeout, or rules could not step in"
        )
    served = Served(service, model.model)
    app = application(served, serving, model_seconds=model.timeout, traces=traces, counts=counts)
    return add_page(app, served, masks=must_mask(model))


def run(told: Told) -> None:
    """Serve until stopped, letting answers in flight finish. Raises ConfigurationError."""
    serving = told.serving()
    make = partial(_in_this_process, told)
    make()  # what is wrong is told before anything listens
    log = log_to()
    config = uvicorn.Config(
        make,
        factory=True,
        host=serving.host,
        port=serving.port,
        workers=serving.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http=Reading,  # by h11, which bounds the headers of a request; what is quicker does not
        ws="none",
        lifespan="on",
        timeout_graceful_shutdown=_TO_HANG_UP,
        timeout_worker_healthcheck=_TO_BE_HEARD_OF,
    )
    sockets = listening(serving.host, serving.port, backlog=config.backlog, workers=serving.workers)
    _say(log, serving, sockets[0].getsockname()[1])
    if serving.workers == 1:
        uvicorn.Server(config).run(sockets=sockets)
    else:
        with _counting_together():
            Multiprocess(config, sockets=sockets).run()


def _in_this_process(told: Told) -> FastAPI:
    _log_without_text()
    return application_for(told)


def _folder_for_counts(environment: Mapping[str, str]) -> Path | None:
    """Give the folder in which counts are added up. Raises ConfigurationError where it is none."""
    if not (named := environment.get(FOLDER)):
        return None
    if not Path(named).is_dir():
        raise ConfigurationError(f"{FOLDER}: has to be a folder")
    return Path(named)


@contextmanager
def _counting_together() -> Iterator[None]:
    """Have the workers count in one folder: in that which is configured, or else in one for as long as they run."""
    if os.environ.get(FOLDER):
        yield
        return
    with TemporaryDirectory(prefix="rewriter-counts-") as folder:
        os.environ[FOLDER] = folder  # as the workers inherit it; Prometheus's client reads it when it is loaded
        yield


def _say(log: Log, serving: Serving, port: int) -> None:
    log.info("serving", host=serving.host, port=port, workers=serving.workers, keys=len(serving.keys))
    if not serving.keys:
        log.warning("no key is configured: whoever is on this machine is served, and nobody else")


def _log_without_text() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(NoText())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("uvicorn").setLevel(logging.INFO)
