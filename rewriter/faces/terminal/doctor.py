"""What the doctor found, on a screen."""

from rich.text import Text

from rewriter.chat.configuring import KEYS, Source
from rewriter.chat.model_settings import Engine
from rewriter.doctor import Examined
from rewriter.faces.terminal.screen import Screen

__all__ = ["show_examined"]

_SENT_TOO = (
    "Besides, each call sends the text {how} and what is told beside it; and a further turn "
    "the model's own answer, with what was wrong with it."
)


def show_examined(screen: Screen, found: Examined) -> None:
    """Write what is configured, allowed and in reach, what a call would send, and what stands in the way."""
    configured = found.configured
    if configured.engine is Engine.RULES:
        screen.write("The rules answer: no model is asked and nothing is sent.")
    else:
        screen.write("A model writes, and the rules decide." if found.usable else "A model cannot be asked now.")
    _configured(screen, found)
    if found.place is not None:
        screen.heading("Where texts would go")
        screen.write(f"This is {found.place.value}.", "  ")
        if found.reached is not None:
            screen.write(f"{found.reached.message}.", "  ")
        screen.write("Names are masked before a text is sent." if found.masked else "Names are sent as they are.", "  ")
    if found.calls:
        screen.heading(f"What a call would send (prompts {found.prompts})")
        for call in found.calls:
            screen.write(
                f"instructions and examples {call.instructions:,} characters, schema {call.schema:,}",
                f"  {call.task}: ",
            )
        how = "with its names masked" if found.masked else "as it was pasted, with its names,"
        screen.write(_SENT_TOO.format(how=how), "  ")
    for title, lines, style in (
        ("What stands in the way of asking a model", found.problems, "bold red" if not found.usable else ""),
        ("To be known", found.remarks, ""),
    ):
        if lines:
            screen.heading(title)
            for line in lines:
                screen.write(line, f"  {screen.bullet} ", style=style)


def _configured(screen: Screen, found: Examined) -> None:
    settings, sources = found.configured.model, found.configured.sources
    if settings is None:
        screen.write("No model is configured; docs/providers.md has the lines for each provider.")
        return
    screen.heading("What is configured")
    widest = max(map(len, KEYS))
    values = {key: getattr(settings, key, None) for key in KEYS} | {"engine": found.configured.engine}
    for key, value in values.items():
        shown = "not set" if value in {None, ""} else str(value).lower() if isinstance(value, bool) else str(value)
        source = sources[key]
        where = "" if source is Source.DEFAULT else f"  ({source.value})"
        screen.write(Text.assemble(shown, (where, "dim")), Text.assemble("  ", (f"{key:<{widest}}", "bold"), "  "))
