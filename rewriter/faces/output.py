"""Ways out of a command: a screen, one JSON answer, or a line for every line."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

import click

from rewriter import inputs
from rewriter.errors import InputError
from rewriter.plan import PlanKind

if TYPE_CHECKING:
    from rewriter.faces.answering import Verb
    from rewriter.faces.options import Asked
    from rewriter.faces.terminal.screen import Screen
    from rewriter.wire.outward import Json

__all__ = ["answer_line", "screen_for", "show", "write_json", "write_lines"]


def screen_for(*, colour: bool, on_error: bool = False) -> "Screen":
    """Give a screen on standard output, or on standard error."""
    from rewriter.faces.terminal.screen import Screen

    return Screen(sys.stderr if on_error else sys.stdout, colour=colour)


def show(colour: bool, write: "Callable[[Screen], None]") -> int:  # noqa: FBT001 - the one thing to say about a screen
    """Write on a screen. Gives the exit code."""
    write(screen_for(colour=colour))
    return 0


def answer_line(data: "Json") -> int:
    """Write one answer as one line of JSON. Gives the exit code."""
    from rewriter.wire.outward import line

    click.echo(line(data))
    return 0


def write_json(verb: "Verb", text: str, asked: "Asked", kind: PlanKind = PlanKind.OBJECTIVE) -> int:
    """Answer one text in JSON. Gives the exit code."""
    from rewriter.faces.consulting import json_answer

    return answer_line(json_answer(verb, text, asked, kind))


def write_lines(verb: "Verb", asked: "Asked", kind: PlanKind = PlanKind.OBJECTIVE) -> int:
    """Answer every line of a file or of standard input. Gives 1 where a line was in error, else 0."""
    from rewriter.faces.consulting import consulted, model_for
    from rewriter.faces.lines import Work

    if asked.as_json:
        raise InputError("--json and --jsonl do not go together: --jsonl gives one JSON object a line")
    if len(asked.words) > 1 or (asked.words and asked.file is not None):
        raise InputError("--jsonl reads one file, or standard input")
    model = None if verb == "mask" else model_for(asked)
    work = Work(verb, asked.context, asked.settings, kind, asked.strict)
    out = sys.stdout.buffer
    with ExitStack() as stack:
        source = _lines(asked, stack)
        if model is None:
            from rewriter.faces.many import answer_all

            errors = answer_all(source, out, work)
        else:
            from rewriter.faces.many_with_model import answer_all_with

            at_once = model.concurrency
            errors = consulted(asked, model, lambda service: answer_all_with(service, source, out, work, at_once))
    return 1 if errors else 0


def _lines(asked: "Asked", stack: ExitStack) -> BinaryIO:
    name = asked.words[0] if asked.words else str(asked.file or "-")
    if name != "-":
        return stack.enter_context(inputs.opened(name))
    if not asked.words and asked.file is None and inputs.is_waiting_for_keys():
        raise InputError("--jsonl reads lines: give a file, or pipe them in")
    return inputs.standard_input()
