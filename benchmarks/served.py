"""The service in a process of its own for the benchmarks, with one route more that does nothing.

`python -m benchmarks.served PORT WORKERS` runs it; the model is configured by the environment, as everywhere.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

import uvicorn
from fastapi import FastAPI, Response

from rewriter.faces.http.keys import hash_of
from rewriter.faces.http.listening import listening
from rewriter.faces.http.start import Told, application_for

__all__ = ["KEY", "serving"]

KEY = "a-key-of-the-benchmarks"


def made() -> FastAPI:
    """Give the service as it is configured, with `POST /v1/nothing`."""
    app = application_for(Told({}, {}))

    @app.post("/v1/nothing")
    async def nothing() -> Response:
        return Response()

    return app


@contextmanager
def serving(workers: int = 1, **environment: str) -> Iterator[tuple[int, int, str]]:
    """Run the service; give its port, its process and the file of its log."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    told: Mapping[str, str] = {
        "REWRITER_SERVE_KEYS": f"benchmark={hash_of(KEY)}",
        "REWRITER_SERVE_RATE": "1000000/second",
        "REWRITER_SERVE_UNDER_WAY": "1000",
    }
    log = f"/tmp/rewriter-benchmark-{port}.log"  # noqa: S108 - of this run alone, and it holds no text
    with open(log, "w", encoding="utf-8") as said:  # noqa: PTH123 - handed to the process
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.served", str(port), str(workers)],
            env={**os.environ, **told, **environment},
            stderr=said,
        )
    try:
        until = time.monotonic() + 60
        while not _answers(port) and time.monotonic() < until:
            time.sleep(0.05)
        yield port, process.pid, log
    finally:
        process.terminate()
        process.wait(60)
        os.unlink(log)  # noqa: PTH108 - likewise


def _answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def main(port: str, workers: str) -> None:
    """Serve until stopped."""
    config = uvicorn.Config(
        partial(made),
        factory=True,
        port=int(port),
        workers=int(workers),
        log_config=None,
        access_log=False,
        ws="none",
        timeout_worker_healthcheck=60,  # on a busy machine a worker that loads would be taken for one that hangs
    )
    if config.workers == 1:
        uvicorn.Server(config).run()
        return
    from uvicorn.supervisors import Multiprocess  # noqa: PLC0415 - seldom wanted

    sockets = listening(config.host, config.port, backlog=config.backlog, workers=config.workers)
    Multiprocess(config, sockets=sockets).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
