"""The options that several commands share, and how they become a text, a context and settings."""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias

import click

from rewriter import inputs
from rewriter.errors import ConfigurationError, EmptyInput, InputError
from rewriter.faces.entries import harm_in, person_in
from rewriter.faces.model_options import MODEL_OPTIONS
from rewriter.people import Harm, Person
from rewriter.plan import Context
from rewriter.settings import Settings

__all__ = [
    "MOST_IN_A_FILE",
    "Asked",
    "TextCommand",
    "context_options",
    "output_options",
    "settings_from",
    "text_options",
]

_Command: TypeAlias = Callable[..., object]
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
MOST_IN_A_FILE = 1_000_000  # characters of a context or a saved draft


class TextCommand(click.Command):
    """A command whose arguments are pasted text: an unknown word after a dash is text, an unknown option is not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's signature
        kwargs["context_settings"] = {**(kwargs.get("context_settings") or {}), "ignore_unknown_options": True}
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, then refuse what can only be a mistyped option ("--jsn"): text after a dash has spaces."""
        before = args[: args.index("--")] if "--" in args else list(args)  # click empties the list that it is given
        options = {name for param in self.params for name in param.opts}
        rest = super().parse_args(ctx, args)
        for word in ctx.params.get("words") or ():
            if word.startswith("-") and len(word) > 1 and word in before and not re.search(r"\s", word):
                near = get_close_matches(word, options, n=1)
                raise click.NoSuchOption(word.partition("=")[0], possibilities=near, ctx=ctx)
        return rest


@dataclass(frozen=True, slots=True)
class Asked:
    """What the shared options said. `words` are the arguments; `text()` reads what is to be judged."""

    words: tuple[str, ...]
    file: Path | None
    context: Context
    settings: Settings
    as_json: bool
    jsonl: bool
    colour: bool
    engine: str | None = None
    model: str | None = None
    settings_file: Path | None = None
    mask: str | None = None
    strict: bool = False  # for the command `mask`

    def text(self) -> str:
        """Give the text from the argument, the file or standard input. Raises InputError and its kinds."""
        most = self.settings.max_characters
        if self.file is not None and self.words:
            raise InputError("give the text either as an argument or with --file, not both")
        if self.file is not None and str(self.file) != "-":
            return inputs.from_file(self.file, most)
        if self.words and self.words != ("-",):
            return inputs.from_argument(" ".join(self.words))
        if not self.words and self.file is None and inputs.is_waiting_for_keys():
            raise EmptyInput("there is no text: give it in quotes, with --file PATH, or pipe it in")
        return inputs.from_stream(inputs.standard_input(), most, "standard input")

    @property
    def reads_standard_input(self) -> bool:
        """Whether the text comes from standard input, so that nobody can be asked there."""
        return str(self.file) == "-" or (self.file is None and self.words in ((), ("-",)))


def text_options(function: _Command) -> _Command:
    """Give a command the text, its context, the settings and the ways of output; it receives one `Asked`."""

    @functools.wraps(function)
    def call(**options: Any) -> object:  # noqa: ANN401 - click's values
        asked = Asked(
            words=options.pop("words"),
            file=options.pop("file"),
            context=_context(options),
            settings_file=options["settings"],
            settings=settings_from(options.pop("settings")),
            as_json=options.pop("as_json"),
            jsonl=options.pop("jsonl"),
            colour=not options.pop("no_color"),
            engine=options.pop("engine"),
            model=options.pop("model"),
            mask=options.pop("mask"),
        )
        return function(asked, **options)

    for option in reversed(
        (
            click.argument("words", metavar="[TEXT]", nargs=-1),
            click.option(
                "--file",
                type=click.Path(path_type=Path),
                metavar="PATH",
                help="Read the text from a file (- for standard input).",
            ),
            *_CONTEXT,
            *MODEL_OPTIONS,
            *_OUTPUT,
            click.option(
                "--jsonl", is_flag=True, help="Many at once: one JSON object, or one text, a line; one answer a line."
            ),
        )
    ):
        call = option(call)
    return call


def output_options(function: _Command) -> _Command:
    """Give a command --settings, --json and --no-color; it receives `settings`, `as_json` and `colour`."""

    @functools.wraps(function)
    def call(**options: Any) -> object:  # noqa: ANN401 - click's values
        settings = settings_from(options.pop("settings"))
        colour = not options.pop("no_color")
        return function(settings=settings, colour=colour, **options)

    for option in reversed(_OUTPUT):
        call = option(call)
    return call


def context_options(function: _Command) -> _Command:
    """Give a command the options for what is told beside a text; it receives `context`."""

    @functools.wraps(function)
    def call(**options: Any) -> object:  # noqa: ANN401 - click's values
        context = _context(options)
        return function(context=context, **options)

    for option in reversed(_CONTEXT):
        call = option(call)
    return call


_CONTEXT = (
    click.option("--need", metavar="TEXT", help="What is happening that makes this worth doing."),
    click.option("--baseline", metavar="TEXT", help='Where things are now: "at school 2 days a week".'),
    click.option(
        "--person", "people", multiple=True, metavar="NAME=ROLE", help='Who is who: "Danuta=mother". Repeat for each.'
    ),
    click.option(
        "--harm",
        "harms",
        multiple=True,
        metavar="BY>TO",
        help='Who harms whom: "Dad>Mum" or "Dad>Mum: hits her". Repeat for each.',
    ),
    click.option("--today", metavar="DATE", help="The day the plan is written, as 2026-09-07; no day is assumed."),
    click.option("--review-date", metavar="DATE", help="The day of the next review."),
    click.option(
        "--name", "names", multiple=True, metavar="NAME", help="A name that stands in the text. Repeat for each."
    ),
    click.option(
        "--context",
        "context_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="All of these from a JSON file; options add to it.",
    ),
)
_OUTPUT = (
    click.option("--settings", type=click.Path(path_type=Path), metavar="FILE", help="Local settings: rewriter.toml."),
    click.option("--json", "as_json", is_flag=True, help="Answer in JSON."),
    click.option("--no-color", is_flag=True, help="No colour; NO_COLOR in the environment does the same."),
)


def settings_from(path: Path | None) -> Settings:
    """Read the settings, and see that the rules they name exist. Raises ConfigurationError."""
    if path is None:
        return Settings()
    settings = Settings.from_file(path)
    from rewriter.rules import RULES

    ids = [rule.id for rule in RULES]
    for name in (*sorted(settings.rules_off), *(entry.rule for entry in settings.ignore)):
        if name not in ids:
            near = get_close_matches(name, ids, n=1)
            raise ConfigurationError(f"{path.name}: no such rule{f'; did you mean {near[0]}?' if near else ''}")
    return settings


def _context(options: dict[str, Any]) -> Context:
    file: Path | None = options.pop("context_file")
    given = Context()
    if file is not None:
        from rewriter.wire.inward import context_from_json

        try:
            given = context_from_json(inputs.from_file(file, MOST_IN_A_FILE))
        except InputError as error:
            raise InputError(f"--context: {error}") from None
    need, baseline = options.pop("need"), options.pop("baseline")
    today, review = _day(options.pop("today"), "--today"), _day(options.pop("review_date"), "--review-date")
    return Context(
        need=inputs.from_argument(need or "") or given.need,
        baseline=inputs.from_argument(baseline or "") or given.baseline,
        people=(*given.people, *(_person(entry) for entry in options.pop("people"))),
        harms=(*given.harms, *(_harm(entry) for entry in options.pop("harms"))),
        today=today or given.today,
        review_date=review or given.review_date,
        names=(*given.names, *(inputs.from_argument(name) for name in options.pop("names"))),
    )


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    if not _ISO.fullmatch(text):
        raise InputError(f"{option} must be a date such as 2026-09-07")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{option} is not a day in the calendar; write it as 2026-09-07") from None


def _person(text: str) -> Person:
    person = person_in(inputs.from_argument(text))
    if person is None:
        raise InputError('--person must be a name and a role, such as "Danuta=mother"')
    return person


def _harm(text: str) -> Harm:
    harm = harm_in(inputs.from_argument(text))
    if harm is None:
        raise InputError('--harm must say who harms whom, such as "Dad>Mum" or "Dad>Mum: hits her" (in quotes)')
    return harm
