"""`rewriter mcp`: tools for an assistant, over standard input and output."""

from pathlib import Path

import click

from rewriter.errors import ConfigurationError
from rewriter.faces.model_options import model_options

_MISSING = 'for the tools more has to be installed: pip install ".[mcp]" in the checkout'
_EPILOG = """\b
In the settings of an assistant that speaks the Model Context Protocol:
  {"mcpServers": {"rewriter": {"command": "rewriter", "args": ["mcp"]}}}
"""


@click.command(epilog=_EPILOG)
@model_options
@click.option("--settings", type=click.Path(path_type=Path), metavar="FILE", help="Local settings: rewriter.toml.")
def mcp(*, engine: str | None, model: str | None, mask: str | None, settings: Path | None) -> int:
    """Give an assistant critique, check, rewrite and guard as tools. It is started by the assistant."""
    try:
        from rewriter.faces.mcp import serve
    except ImportError as error:
        raise ConfigurationError(_MISSING) from error
    from rewriter.faces.service_told import service_told

    service, _ = service_told({"engine": engine, "model": model, "mask": mask}, settings)
    serve(service)
    return 0
