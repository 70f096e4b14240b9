"""A screen to write on: wrapped lines with hanging indents, signs with words beside them, colour only on top."""

import re
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from rewriter.smart import Verdict

__all__ = ["SIGNS", "STYLES", "Screen", "marked", "plain"]

_WIDEST = 80  # longer lines are hard to read
_NARROWEST = 24
_UNKNOWN = 80  # what is taken for a terminal that says it has no width at all
_BRACKET = re.compile(r"\[[^\[\]\n]*\]")
# Control characters and those that turn the direction of a line could make a terminal show what is not there.
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

SIGNS = {Verdict.MET: "\u2713", Verdict.PARTLY: "~", Verdict.NOT_MET: "\u2717", Verdict.UNCLEAR: "?"}
_PLAIN_SIGNS = {Verdict.MET: "+", Verdict.PARTLY: "~", Verdict.NOT_MET: "x", Verdict.UNCLEAR: "?"}
STYLES = {
    Verdict.MET: "bold green",
    Verdict.PARTLY: "bold yellow",
    Verdict.NOT_MET: "bold red",
    Verdict.UNCLEAR: "bold cyan",
}


def plain(text: str) -> str:
    """Give a text without what could steer a terminal; tabs become spaces, line breaks stay."""
    return _UNSAFE.sub(lambda found: " " if found.group() in "\t\r\x0b\x0c" else "\ufffd", text)


class Screen:
    """Writes to a stream; `width` is in columns (None: the terminal's).

    Colour is switched off by `colour` False, by NO_COLOR, and where nobody watches.
    """

    def __init__(self, stream: TextIO, *, colour: bool = True, width: int | None = None) -> None:
        self._console = Console(
            file=stream, no_color=None if colour else True, width=width, highlight=False, markup=False, emoji=False
        )
        if self._console.width < 1:  # COLUMNS=0, as some that run commands for others set it
            self._console.width = _UNKNOWN
        self.width = max(_NARROWEST, min(self._console.width, _WIDEST))
        self._fancy = (self._console.encoding or "").lower().startswith("utf")

    def sign(self, verdict: Verdict) -> str:
        """Give the sign of a verdict, one that the terminal can show."""
        return (SIGNS if self._fancy else _PLAIN_SIGNS)[verdict]

    @property
    def arrow(self) -> str:
        """An arrow that the terminal can show."""
        return "\u2192" if self._fancy else "->"

    @property
    def bullet(self) -> str:
        """A bullet that the terminal can show."""
        return "\u2022" if self._fancy else "-"

    def blank(self) -> None:
        """Leave a line."""
        self._console.print()

    def heading(self, text: str) -> None:
        """Write a heading, with a line left before it."""
        self.blank()
        self.write(Text(text, "bold"))

    def write(self, text: str | Text, first: str | Text = "", *, style: str = "") -> None:
        """Write a paragraph behind `first`; later lines hang under the text."""
        lead = Text(first) if isinstance(first, str) else first
        body = marked(text, style) if isinstance(text, str) else text
        hang = lead.cell_len
        lines = [line for part in body.split("\n", allow_blank=True) for line in self._wrapped(part, self.width - hang)]
        for number, line in enumerate(lines or [Text()]):
            line.rstrip()
            self._print(Text.assemble(lead if number == 0 else " " * hang, line))

    def row(self, items: Iterable[Text], *, indent: int = 2) -> None:
        """Write short items one after the other, none broken across lines."""
        line = Text(" " * indent)
        for item in items:
            if line.cell_len > indent and line.cell_len + item.cell_len + 3 > self.width:
                self._print(line)
                line = Text(" " * indent)
            line.append("   " if line.cell_len > indent else "")
            line.append_text(item)
        self._print(line)

    def rule(self, title: str) -> None:
        """Draw a line with a title, between one answer and the next."""
        line = "\u2500" if self._fancy else "-"
        self.write(Text(f"{line * 2} {plain(title)} ".ljust(self.width, line)[: self.width], "bold"))

    def _print(self, line: Text) -> None:
        self._console.print(line, no_wrap=True, overflow="ignore", crop=False)

    def _wrapped(self, text: Text, width: int) -> Iterable[Text]:
        return text.wrap(self._console, max(width, 10), tab_size=4)


def marked(text: str, style: str = "") -> Text:
    """Give a text made safe for a terminal, its [gaps] marked."""
    body = Text(plain(text), style)
    body.highlight_regex(_BRACKET, "bold magenta")
    return body
