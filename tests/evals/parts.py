"""A progress that is counted, to see that what was promised was done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from evals.progress import Progress, Step


@dataclass
class Part:
    """One part: its name, how long it was to be, and how much of it was done."""

    name: str
    of: int
    done: int = 0

    def step(self) -> None:
        """Count one more."""
        self.done += 1


@dataclass
class Counted(Progress):
    """Keeps every part and every line."""

    parts: list[Part] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Keep a line."""
        self.lines.append(line)

    @contextmanager
    def part(self, name: str, of: int) -> Iterator[Step]:
        """Keep a part."""
        self.parts.append(Part(name, of))
        yield self.parts[-1].step
