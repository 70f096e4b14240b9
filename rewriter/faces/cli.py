"""The `rewriter` command: which sub-commands there are, and what is said when something is wrong.

Sub-commands are loaded when they are called, from the table below, so `rewriter --help` needs nothing but click.
"""

import contextlib
import difflib
import errno
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import click

from rewriter.errors import RewriterError
from rewriter.version import VERSION

__all__ = ["cli", "main"]


class Entry(NamedTuple):
    """Where a sub-command lives and the line that `rewriter --help` shows for it."""

    place: str  # "module:attribute"
    help: str


COMMANDS = {
    "critique": Entry(
        "rewriter.faces.commands.critique:critique", "Judge an objective against SMART, letter by letter."
    ),
    "check": Entry("rewriter.faces.commands.check:check", "Does it make somebody harmed responsible for the harm?"),
    "rewrite": Entry(
        "rewriter.faces.commands.rewrite:rewrite", "Draft a goal and SMART objectives, with gaps to agree."
    ),
    "guard": Entry("rewriter.faces.commands.guard:guard", "Hold a rewrite made anywhere against its original."),
    "mask": Entry("rewriter.faces.commands.mask:mask", "Show what would leave for a model, names masked."),
    "fill": Entry("rewriter.faces.commands.fill:fill", "Close the gaps of a saved draft and judge it again."),
    "serve": Entry("rewriter.faces.commands.serve:serve", "Answer over HTTP."),
    "mcp": Entry("rewriter.faces.commands.mcp:mcp", "Give an assistant the same as tools."),
    "key": Entry("rewriter.faces.commands.key:key", "Make a key for whoever is to ask the service."),
    "rules": Entry("rewriter.faces.commands.rules:rules", "List the rules."),
    "explain": Entry(
        "rewriter.faces.commands.explain:explain", "Show one rule's page: what it flags, why, what to ask."
    ),
    "doctor": Entry("rewriter.faces.commands.doctor:doctor", "Is a model configured, allowed, in reach; what is sent?"),
    "examples": Entry("rewriter.faces.commands.examples:examples", "The guidance's worked examples, before and after."),
}

_BAD_INPUT = 2
_BROKEN = 70
_INTERRUPTED = 130


class Commands(click.Group):
    """A group whose sub-commands are loaded when called, and whose errors are one line that echoes no pasted text."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names in the order in which they are taught."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load one sub-command."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list from the table, so that help loads no command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command meant; an objective pasted without one is answered kindly and not echoed."""
        name = args[0]
        if name in COMMANDS or ctx.resilient_parsing or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = difflib.get_close_matches(name, COMMANDS, n=1)
        if near:
            raise click.UsageError(f"no such command; did you mean 'rewriter {near[0]}'?")
        raise click.UsageError(
            'say first what to do with it, such as: rewriter critique "..." (rewriter --help lists all)'
        )

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> Any:  # noqa: ANN401 - click's signature
        """Run, and turn whatever is wrong into one line on standard error and an exit code."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        if sys.stderr is None:  # closed by whoever started this
            sys.stderr = io.StringIO()
        if sys.stdout is None:
            _leave("standard output is closed, so no answer can be given", _BAD_INPUT)
        for stream in (sys.stdout, sys.stderr):
            # A terminal that cannot show a sign gets a question mark, not a traceback.
            with contextlib.suppress(AttributeError, ValueError):
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]
        try:
            code = super().main(args, prog_name or "rewriter", complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            _leave(_without_echo(error), error.exit_code if error.exit_code != 1 else _BAD_INPUT)
        except RewriterError as error:
            _leave(str(error), _BAD_INPUT)
        except (click.Abort, KeyboardInterrupt):
            _leave("stopped", _INTERRUPTED)
        except OSError as error:
            if error.errno not in (errno.EPIPE, errno.EINVAL):
                _leave(error.strerror or "the system refused", _BAD_INPUT)
            _close_quietly()
            sys.exit(1)
        except Exception as error:
            if os.environ.get("REWRITER_TRACEBACK"):
                raise
            name = type(error).__name__
            _leave(f"internal error ({name}); please report it, with what REWRITER_TRACEBACK=1 shows", _BROKEN)
        sys.exit(code if isinstance(code, int) else 0)


def _without_echo(error: click.ClickException) -> str:
    """Say what click found wrong, in its words only where they cannot hold pasted text."""
    if isinstance(error, click.NoSuchOption):
        # what was typed is not repeated: "--Sarah" may be somebody
        return f"no such option{f'; did you mean {min(error.possibilities)}?' if error.possibilities else ''}"
    message = error.format_message()
    if message.startswith("Got unexpected extra argument"):
        return "too many arguments; put a text in quotes"
    return " ".join(f"{message[:1].lower()}{message[1:]}".split()).removesuffix(".")


def _leave(message: str, code: int) -> NoReturn:
    click.echo(f"rewriter: {message}", err=True)
    sys.exit(code)


def _close_quietly() -> None:
    # Nobody reads on: what Python would flush at its end goes nowhere, without a complaint.
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_EPILOG = """\b
Try:
  rewriter critique "Sarah to improve her school attendance this year"
  rewriter rewrite --ask "Mother to attend alcohol support groups"
  rewriter check "No more domestic violence" --harm "Dad>Mum"
  rewriter critique --file objective.txt --json

Nothing is sent anywhere unless a model is configured, and nothing is kept. Every answer is a draft for a person to
accept, change or reject.
"""


@click.group(cls=Commands, epilog=_EPILOG)
@click.version_option(VERSION, "--version", message="rewriter %(version)s")
def cli() -> None:
    """Help with the objectives of a care plan: judge them, and draft better ones.

    \b
    Paste an objective and see, for each letter of SMART, whether it is met,
    why, and the one question to ask next. No network and no model needed.
    """  # noqa: D301 - \b is click's mark for lines to leave as they are


def main() -> NoReturn:
    """Run the command line."""
    cli.main()
    sys.exit(0)
