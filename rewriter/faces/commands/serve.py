"""`rewriter serve`: the service over HTTP."""

from pathlib import Path

import click

from rewriter.errors import ConfigurationError
from rewriter.faces.model_options import model_options

_MISSING = 'to serve, more has to be installed: pip install ".[service]" in the checkout'
_EPILOG = """\b
Try:
  rewriter serve
  curl -s http://127.0.0.1:8000/v1/critique -H 'Content-Type: application/json' \\
       -d '{"objective": "Mother to attend alcohol support groups"}'

Without a key only this machine is served. 'rewriter key NAME' makes one; docs/deploy.md has the rest.
"""


@click.command(epilog=_EPILOG)
@click.option("--host", metavar="NAME", help="The interface to listen on; 127.0.0.1 if nothing is said.")
@click.option("--port", metavar="NUMBER", help="The port; 8000 if nothing is said.")
@click.option("--workers", metavar="NUMBER", help="How many processes; 1 if nothing is said.")
@model_options
@click.option("--settings", type=click.Path(path_type=Path), metavar="FILE", help="Local settings: rewriter.toml.")
def serve(
    *,
    host: str | None,
    port: str | None,
    workers: str | None,
    engine: str | None,
    model: str | None,
    mask: str | None,
    settings: Path | None,
) -> int:
    """Serve the same answers over HTTP, and log one line a request without any text.

    It runs until it is stopped (Ctrl-C, or SIGTERM), and then lets answers in flight finish.
    """
    try:
        from rewriter.faces.http.start import Told, run
    except ImportError as error:
        raise ConfigurationError(_MISSING) from error
    run(
        Told(
            {"host": host, "port": port, "workers": workers},
            {"engine": engine, "model": model, "mask": mask},
            settings,
        )
    )
    return 0
