"""`rewriter examples`: the guidance's worked examples, before and after."""

import difflib
from typing import TYPE_CHECKING

import click

from rewriter.errors import ConfigurationError
from rewriter.faces.options import output_options
from rewriter.settings import Settings

if TYPE_CHECKING:
    from rewriter.fewshot import Example

_EPILOG = """\b
Try:
  rewriter examples
  rewriter examples sarah_attendance
  rewriter examples --run
"""


@click.command(epilog=_EPILOG)
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--run", is_flag=True, help="Draft each example afresh, by rules alone, from the guidance's first version."
)
@output_options
def examples(name: str | None, run: bool, *, settings: Settings, as_json: bool, colour: bool) -> int:  # noqa: FBT001 - click passes options by name
    """List the worked examples; with an ID show one, before and after; with --run draft them afresh."""
    from rewriter import fewshot
    from rewriter.faces.output import answer_line, show
    from rewriter.faces.terminal import examples as terminal

    chosen = fewshot.load() if name is None else (_example(name),)
    if run:
        from rewriter.faces.drafted_examples import drafted

        drafts = [(example, drafted(example, settings)) for example in chosen]
        if as_json:
            from rewriter.wire.outward import rewrite_json

            for example, draft in drafts:
                answer_line({**rewrite_json(draft), "id": example.id})
            return 0
        return show(colour, lambda screen: terminal.show_drafts(screen, drafts, settings.labels))
    if as_json:
        from rewriter.wire.catalogue import example_json

        for example in chosen:
            answer_line(example_json(example))
        return 0
    if name is None:
        return show(colour, lambda screen: terminal.show_list(screen, chosen))
    return show(colour, lambda screen: terminal.show_example(screen, chosen[0], settings.labels))


def _example(name: str) -> "Example":
    from rewriter import fewshot

    wanted = name.strip().lower().replace("-", "_")
    if wanted not in fewshot.ORDER:
        near = difflib.get_close_matches(wanted[:60], fewshot.ORDER, n=1)
        raise ConfigurationError(
            f"no such worked example; {f'did you mean {near[0]}?' if near else 'rewriter examples lists them'}"
        )
    return fewshot.example(wanted)
