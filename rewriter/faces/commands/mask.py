"""`rewriter mask`: exactly what would leave for a language model elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rewriter.faces.options import Asked, TextCommand, context_options, output_options

if TYPE_CHECKING:
    from rewriter.plan import Context
    from rewriter.settings import Settings

_EPILOG = """\b
Try:
  rewriter mask "Sarah Jones to ring the GP by 4 May"
  rewriter mask "will to ring dave" --name "Will Jones" --name Dave
  rewriter mask --file plan.txt --strict --json

Tell every name. What was not told may be missed: a name that is an everyday
word too (Hope, Will, Park), typed small or first in a line; somebody known by
a fact ("the headteacher's son"). Masking reduces what identifies somebody and
does not remove it: read what is left before it goes anywhere.
"""


@click.command(cls=TextCommand, epilog=_EPILOG)
@click.argument("words", metavar="[TEXT]", nargs=-1)
@click.option(
    "--file", type=click.Path(path_type=Path), metavar="PATH", help="Read the text from a file (- for standard input)."
)
@click.option("--strict", is_flag=True, help="Refuse where something looks unmasked: six digits, a name that was told.")
@context_options
@output_options
@click.option("--jsonl", is_flag=True, help="Many at once: one JSON object, or one text, a line; one answer a line.")
def mask(  # noqa: PLR0913 - as many as click hands over
    words: tuple[str, ...],
    file: Path | None,
    *,
    strict: bool,
    context: "Context",
    settings: "Settings",
    as_json: bool,
    colour: bool,
    jsonl: bool,
) -> int:
    """Show what a language model elsewhere would be sent: your text with tokens such as <PERSON_1> for names.

    What is told beside it (--need, --person, --harm ...) is shown as it would leave as well. Names, addresses,
    numbers, dates of birth and local schools or places become tokens; roles, ages, other dates and national services
    stay. The answer comes back with your words in the place of the tokens. Give each name that stands in the text
    with --name (or --person, --harm, --context): it is then found in any form. This command sends nothing.
    """
    from rewriter import pipeline
    from rewriter.faces.output import answer_line, show, write_lines

    asked = Asked(words, file, context, settings, as_json=as_json, jsonl=jsonl, colour=colour, strict=strict)
    if jsonl:
        return write_lines("mask", asked)
    text = asked.text()
    answer = pipeline.mask(text, (), context, settings, strict=strict)
    if as_json:
        from rewriter.wire.outward import mask_json

        return answer_line(mask_json(answer))
    from rewriter.faces.terminal.mask import show_leaving
    from rewriter.outgoing import leaving
    from rewriter.pasted.orders import orders_note, rest_of

    # what reads as an order to a tool is cut before anything is sent, and what is told beside the text is sent too
    sent = leaving(rest_of(text), context)
    doubts = [(answer.masked[one.start : one.end], one.why) for one in answer.suspects]
    return show(colour, lambda screen: show_leaving(screen, sent, doubts, orders_note(text)))
