"""Says what an eval is doing and how much is left: a bar on a terminal, plain lines where there is none."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress
from rich.text import Text

__all__ = ["Bars", "Lines", "Progress", "Step", "progress_on"]

Step = Callable[[], None]
"""Called whenever one more of a part is done."""


class Progress:
    """Tells nobody; what follows tells somebody. Use it as a context manager; parts may overlap."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def expect(self, parts: int) -> None:
        """Say how many more parts there will be."""

    def say(self, line: str) -> None:
        """Say something else."""

    def part(self, name: str, of: int) -> AbstractContextManager[Step]:  # noqa: ARG002 - nobody is told
        """Begin a part that is so long, and give what to call when one more of it is done."""
        return _nobody()


@contextmanager
def _nobody() -> Iterator[Step]:
    yield lambda: None


class Lines(Progress):
    """One line when a part begins, with its place among all, and no more."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._parts = self._begun = 0

    def expect(self, parts: int) -> None:
        """Say how many more parts there will be."""
        self._parts += parts

    def say(self, line: str) -> None:
        """Write one line."""
        print(f"evals: {line}", file=self._stream, flush=True)

    def part(self, name: str, of: int) -> AbstractContextManager[Step]:
        """Write what begins."""
        self._begun += 1
        place = f"{self._begun} of {self._parts}: " if self._parts else ""
        self.say(f"{place}{name}, {of}")
        return _nobody()


class Bars(Progress):
    """A bar for each part that is under way, with how many are done and how long the rest may take, and one for all."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bars = RichProgress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            console=console,
            transient=True,
        )
        self._all = self._bars.add_task("parts", total=0)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def expect(self, parts: int) -> None:
        """Lengthen the bar of all parts."""
        self._bars.update(self._all, total=(self._bars.tasks[0].total or 0) + parts)

    def say(self, line: str) -> None:
        """Write one line above the bars."""
        self._console.print(Text(f"evals: {line}"), soft_wrap=True)

    @contextmanager
    def part(self, name: str, of: int) -> Iterator[Step]:
        """Show a bar until the part is done."""
        bar = self._bars.add_task(name, total=of)
        try:
            yield lambda: self._bars.advance(bar)
        finally:
            self._bars.remove_task(bar)
            self._bars.advance(self._all)


def progress_on(stream: TextIO) -> Progress:
    """Give bars where a stream is a terminal that can draw them, else plain lines."""
    console = Console(file=stream)
    return Bars(console) if console.is_terminal and not console.is_dumb_terminal else Lines(stream)
