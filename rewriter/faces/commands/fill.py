"""`rewriter fill`: close the gaps of a saved draft."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from rewriter import inputs
from rewriter.errors import InputError
from rewriter.faces.options import MOST_IN_A_FILE, context_options, output_options

if TYPE_CHECKING:
    from rewriter.plan import Context
    from rewriter.settings import Settings

_Read = TypeVar("_Read")
_EPILOG = """\b
Try:
  rewriter rewrite "Mother to attend support groups" --json > draft.json
  rewriter fill draft.json --answer q1="once a week" --answer q2="12 weeks"
  rewriter fill draft.json --answers agreed.json --json > agreed-draft.json

agreed.json is one object: {"q1": "once a week", "q2": "12 weeks"}.
The draft may stay partly open; give it again later with the rest. It carries what
was told beside the text; what is told here as well (--harm, --need ...) goes before it.
"""


@click.command(epilog=_EPILOG)
@click.argument("draft", metavar="FILE", default="-")
@click.option(
    "--answer", "answers", multiple=True, metavar="GAP=TEXT", help='What was agreed: q1="4 days". Repeat for each.'
)
@click.option(
    "--answers", "file", type=click.Path(path_type=Path), metavar="FILE", help="All answers from a JSON file."
)
@context_options
@output_options
def fill(
    draft: str,
    answers: tuple[str, ...],
    file: Path | None,
    *,
    context: "Context",
    settings: "Settings",
    as_json: bool,
    colour: bool,
) -> int:
    """Put what was agreed into a draft, and judge it again.

    FILE is what `rewriter rewrite --json` gave (- for standard input).
    """
    from rewriter import pipeline
    from rewriter.faces.output import answer_line, show
    from rewriter.faces.terminal.rewrite import show_rewrite
    from rewriter.wire.inward import answers_from_json, rewrite_from_json
    from rewriter.wire.outward import rewrite_json

    agreed: dict[str, str] = {}
    if file is not None:
        agreed |= _named("the answers", lambda: answers_from_json(inputs.from_file(file, MOST_IN_A_FILE)))
    told = [_answer(entry) for entry in answers]
    if len(dict(told)) < len(told):
        raise InputError("--answer names the same gap twice")
    agreed |= dict(told)
    if not agreed:
        raise InputError('nothing to fill in: give --answer q1="..." or --answers FILE')
    if draft == "-" and inputs.is_waiting_for_keys():
        raise InputError("there is no draft: give the file that 'rewriter rewrite --json' made, or pipe it in")
    saved = _named("the draft", lambda: rewrite_from_json(_read(draft)))
    answer = pipeline.fill(saved, agreed, settings, context.beside(saved.context))
    if as_json:
        return answer_line(rewrite_json(answer))
    return show(colour, lambda screen: show_rewrite(screen, answer, settings.labels))


def _read(name: str) -> str:
    if name == "-":
        return inputs.from_stream(inputs.standard_input(), MOST_IN_A_FILE, "standard input")
    return inputs.from_file(Path(name), MOST_IN_A_FILE)


def _named(what: str, read: Callable[[], _Read]) -> _Read:
    try:
        return read()
    except InputError as error:
        raise InputError(f"{what}: {error}") from None


def _answer(text: str) -> tuple[str, str]:
    gap, sign, said = inputs.from_argument(text).partition("=")
    if not (gap.strip() and sign and said.strip()):
        raise InputError('--answer must be a gap and what was agreed, such as q1="4 days"')
    return gap.strip(), said.strip()
