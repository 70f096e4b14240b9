"""`rewriter guard`: what a rewrite invents, changes, drops or puts on the wrong person."""

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from rewriter import inputs
from rewriter.errors import InputError
from rewriter.faces.model_options import engine_options
from rewriter.faces.options import MOST_IN_A_FILE, Asked, TextCommand, context_options, output_options

if TYPE_CHECKING:
    from rewriter.settings import Settings
    from rewriter.wire.inward import Request

_PATH = click.Path(path_type=Path)
_Read = TypeVar("_Read")
_EPILOG = """\b
Try:
  rewriter guard "Mum to ring the GP" "Mum rings the GP by 4 May"
  rewriter guard --original before.txt --rewrite after.txt --harm "Dad>Mum"
  rewriter guard --file both.json --json

both.json is one object: {"objective": "...", "rewrite": "...", "changes": []}.
The exit code is 0 where the rewrite passes and 1 where it does not.
"""


class Texts(NamedTuple):
    """Where the two texts come from: two arguments, two files, or one file of JSON; and the changes declared."""

    words: tuple[str, ...]
    original: Path | None
    rewrite: Path | None
    file: Path | None
    changes: Path | None

    def request(self, settings: "Settings") -> "Request":
        """Read both texts, and all that is told with them. Raises InputError and its kinds."""
        request = self._both(settings)
        if self.changes is None:
            return request
        from rewriter.wire.inward import changes_from_json

        path = self.changes
        told = _named("--changes", lambda: changes_from_json(inputs.from_file(path, MOST_IN_A_FILE)))
        return request._replace(changes=(*request.changes, *told))

    def _both(self, settings: "Settings") -> "Request":
        from rewriter.wire.inward import Request, guard_from_json

        in_files = self.original is not None or self.rewrite is not None
        if bool(self.words) + in_files + (self.file is not None) > 1:
            raise InputError("give both texts in one way: as two arguments, with --original and --rewrite, or --file")
        if self.words:
            if len(self.words) != 2:
                raise InputError("give two texts, each in quotes: the original, then the rewrite")
            original, rewrite = map(inputs.from_argument, self.words)
            return Request(None, original, None, None, rewrite)
        if in_files:
            if self.original is None or self.rewrite is None:
                raise InputError("--original and --rewrite go together")
            most = settings.max_characters
            original, rewrite = inputs.from_file(self.original, most), inputs.from_file(self.rewrite, most)
            return Request(None, original, None, None, rewrite)
        if self.file is None and inputs.is_waiting_for_keys():
            raise InputError("there is nothing to compare: give the original and the rewrite, each in quotes")
        if self.file is None or str(self.file) == "-":
            return _named("standard input", lambda: guard_from_json(_piped()))
        path = self.file
        return _named("--file", lambda: guard_from_json(inputs.from_file(path, MOST_IN_A_FILE)))


def _text_options(function: Callable[..., object]) -> Callable[..., object]:
    """Give a command both texts; it receives one `Texts`."""

    @functools.wraps(function)
    def call(**options: Any) -> object:  # noqa: ANN401 - click's values
        return function(texts=Texts(*(options.pop(name) for name in Texts._fields)), **options)

    for option in reversed(
        (
            click.argument("words", metavar="[ORIGINAL REWRITE]", nargs=-1),
            click.option("--original", type=_PATH, metavar="FILE", help="The original, from a file."),
            click.option("--rewrite", type=_PATH, metavar="FILE", help="The rewrite, from a file."),
            click.option("--file", type=_PATH, metavar="FILE", help="Both, from a JSON file (- for standard input)."),
            click.option(
                "--changes",
                type=_PATH,
                metavar="FILE",
                help="The changes that the rewrite declares: a JSON list of from, to, reason, rule.",
            ),
        )
    ):
        call = option(call)
    return call


@click.command(cls=TextCommand, epilog=_EPILOG)
@_text_options
@context_options
@engine_options
@output_options
@click.option("--jsonl", is_flag=True, help="Many at once: one JSON object a line; one answer a line.")
def guard(*, texts: Texts, as_json: bool, jsonl: bool, **shared: Any) -> int:  # noqa: ANN401 - click's values
    """Hold a rewrite made by a colleague or an assistant against its original.

    What the rewrite states must stand in the original, or in what is told beside it, or in [brackets] as something
    to agree; and what the original states must still be there. With a language model, it also reads the rewrite alone,
    for who is made responsible for harm.
    """
    from rewriter.faces import consulting
    from rewriter.faces.output import answer_line, show, write_lines

    asked = Asked(texts.words, texts.file, as_json=as_json, jsonl=jsonl, **shared)
    if jsonl:
        return write_lines("guard", asked)
    request = texts.request(asked.settings)
    if request.context:
        asked = replace(asked, context=request.context.to_context(asked.context))
    answer = consulting.guard(request.text, request.rewrite, asked, request.changes)
    if as_json:
        from rewriter.wire.outward import guard_json

        answer_line({**guard_json(answer), "id": request.id})
    else:
        from rewriter.faces.terminal.guard import show_guarded

        show(asked.colour, lambda screen: show_guarded(screen, request.rewrite, answer))
    return 0 if answer.passes else 1


def _piped() -> str:
    return inputs.from_stream(inputs.standard_input(), MOST_IN_A_FILE, "standard input")


def _named(what: str, read: Callable[[], _Read]) -> _Read:
    try:
        return read()
    except InputError as error:
        raise InputError(f"{what}: {error}") from None
