"""`rewriter doctor`: what is configured, what can be reached, and what a call to a model would send."""

from pathlib import Path

import click

from rewriter.faces.model_options import configured_by, model_options

_EPILOG = """\b
Try:
  rewriter doctor
  rewriter doctor --settings rewriter.toml
  REWRITER_PROVIDER=ollama rewriter doctor --model qwen3:8b --json

The exit code is 0 where the engine that is chosen can answer and 1 where it cannot.
"""


@click.command(epilog=_EPILOG)
@model_options
@click.option("--settings", type=click.Path(path_type=Path), metavar="FILE", help="Local settings: rewriter.toml.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--no-color", is_flag=True, help="No colour; NO_COLOR in the environment does the same.")
def doctor(
    *, engine: str | None, model: str | None, mask: str | None, settings: Path | None, as_json: bool, no_color: bool
) -> int:
    """Say what is configured and by whom, whether a model can be asked, and what each call would send.

    The model's server is asked for its list of models and for nothing else: no text of a case is sent.
    """
    import os

    from rewriter.doctor import examine
    from rewriter.faces.options import settings_from

    settings_from(settings)  # the rules' settings in the same file are looked at as well
    found = examine(configured_by(engine, model, settings, mask), os.environ)
    if as_json:
        from rewriter.faces.output import answer_line
        from rewriter.wire.examined import examined_json

        answer_line(examined_json(found))
    else:
        from rewriter.faces.output import show
        from rewriter.faces.terminal.doctor import show_examined

        show(not no_color, lambda screen: show_examined(screen, found))
    return 0 if found.usable else 1
