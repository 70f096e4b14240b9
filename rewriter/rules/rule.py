"""What a rule is: its manual page, its source, the lines that must and must not fire, and the check."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from rewriter.people import Harm
from rewriter.plan import Context, PlanKind, Reading
from rewriter.smart import Criterion, Finding, Severity

__all__ = ["Flag", "Line", "Rule", "harmed", "rule"]

_SECTIONS = (
    "What it flags",
    "Why it matters",
    "Example",
    "Rather write",
    "Question to ask",
    "When it is wrong to flag",
    "Source",
)


class Flag(NamedTuple):
    """One place a check points at: character offsets (end exclusive) and what to tell the reader.

    `question` is for a question more to the point than the rule's own; "" means the rule's own.
    """

    start: int
    end: int
    message: str
    question: str = ""


class Line(NamedTuple):
    """An example line of a rule: a text, and what is told beside it where that matters."""

    text: str
    context: Context = Context()
    kind: PlanKind = PlanKind.OBJECTIVE


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: how it is called, what it says in the manual, and how it checks a reading.

    `flags` are lines on which it must fire, `passes` lines on which it must stay silent: they are its tests and
    its examples in the manual.
    """

    id: str
    title: str
    page: tuple[tuple[str, str], ...]
    question: str
    source: str
    criterion: Criterion | None
    severity: Severity
    flags: tuple[Line, ...]
    passes: tuple[Line, ...]
    check: Callable[[Reading], Iterable[Flag]]

    def section(self, name: str) -> str:
        """Give one section of the manual page ("Source", "Question to ask" ...)."""
        return next(body for title, body in self.page if title == name)

    def find(self, reading: Reading) -> tuple[Finding, ...]:
        """Give what the rule finds in a reading, in the order of the text, each place once."""
        flags = set(self.check(reading))
        return self.findings(flags, reading) if flags else ()

    def findings(self, flags: AbstractSet[Flag], reading: Reading) -> tuple[Finding, ...]:
        """Give the findings of flags that the rule has set already, in the order of the text."""
        return tuple(
            Finding(
                rule=self.id,
                severity=self.severity,
                criterion=self.criterion,
                start=flag.start,
                end=flag.end,
                text=reading.text[flag.start : flag.end],
                message=flag.message,
                question=flag.question or self.question,
                source=self.source,
            )
            for flag in sorted(flags)
        )


def rule(
    module: str,
    doc: str | None,
    *,
    criterion: Criterion | None,
    severity: Severity,
    flags: Sequence[str | Line],
    passes: Sequence[str | Line],
    check: Callable[[Reading], Iterable[Flag]],
) -> Rule:
    """Make a rule of a module: its id is the last word of the module's path, its manual page the docstring.

    Raises ValueError where the docstring lacks a section, so that a rule without a source cannot be loaded.
    """
    title, page = _page(doc or "")
    missing = [name for name in _SECTIONS if name not in page]
    if missing or not title:
        raise ValueError(f"rule {module}: the docstring has no section {', '.join(missing) or 'title'}")
    return Rule(
        id=module.rpartition(".")[2],
        title=title,
        page=tuple(page.items()),
        question=page["Question to ask"],
        source=page["Source"],
        criterion=criterion,
        severity=severity,
        flags=tuple(line if isinstance(line, Line) else Line(line) for line in flags),
        passes=tuple(line if isinstance(line, Line) else Line(line) for line in passes),
        check=check,
    )


def _page(doc: str) -> tuple[str, dict[str, str]]:
    title, _, body = doc.strip().partition("\n")
    page: dict[str, str] = {}
    current = ""
    for raw in body.splitlines():
        line = raw.strip()
        name, colon, rest = line.partition(":")
        if colon and name in _SECTIONS:
            current = name
            page[current] = rest.strip()
        elif current and line:
            page[current] = f"{page[current]} {line}".strip()
    return title.rstrip("."), page


def harmed(to: str, by: str, what: str = "") -> Context:
    """A context in which one person harms another, for the example lines of a rule."""
    return Context(harms=(Harm(to, by, what),))
