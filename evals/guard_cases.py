"""The judged rewrites as validated data: each with its original, and at most one fault.

`guard_development.jsonl` was at hand while the guard was written; `guard_held_out.jsonl` was parted from it by chance
beforehand and is kept from whoever writes the guard. A file that is not there is left out.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.cases import CASES, CaseContext, CaseError, Words
from rewriter.answer import Change

__all__ = ["NAMED_FAULTS", "GuardCase", "GuardSet", "load_guard"]

FaultKind = Literal[
    "invented_number", "changed_number", "invented_date", "changed_date", "invented_name", "changed_name",
    "invented_service", "changed_service", "invented_reason", "invented_baseline", "dropped_condition",
    "dropped_person", "dropped_fact", "swapped_actor", "responsibility_moved", "reward_for_hiding", "open_ended_time",
]  # fmt: skip
NAMED_FAULTS = frozenset(
    "invented_number changed_number invented_date changed_date invented_name changed_name invented_service "
    "changed_service swapped_actor".split()
)
"""The kinds that change or invent a number, a date, a name, a service or who acts."""


_NAMES = ("guard_development", "guard_held_out")


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class DeclaredChange(_Data):
    """A change that the rewrite declares."""

    from_: Words = Field(alias="from")
    to: str
    reason: str
    rule: Words

    def as_change(self) -> Change:
        """Give it as the product takes it."""
        return Change(self.from_, self.to, self.reason, self.rule)


class GuardCase(_Data):
    """A rewrite, faithful or with one fault; `span` is the faulty words, in the original where they were dropped."""

    id: Words
    objective: Words
    context: CaseContext
    rewrite: Words
    changes: tuple[DeclaredChange, ...]
    faithful: bool
    fault: FaultKind | None
    span: str | None
    why: str

    @property
    def text(self) -> str:
        """The text judged, under the same name as in the other kinds of case."""
        return self.rewrite


class GuardSet(NamedTuple):
    """The cases of one file, in its order."""

    name: str
    cases: Sequence[GuardCase]


def load_guard(folder: Path = CASES) -> tuple[GuardSet, ...]:
    """Read the sets that `folder` holds. Raises `CaseError` for a line that does not fit, naming file and field."""
    found = ((name, folder / f"{name}.jsonl") for name in _NAMES)
    return tuple(GuardSet(name, _cases(path)) for name, path in found if path.is_file())


def _cases(path: Path) -> tuple[GuardCase, ...]:
    lines = path.read_text("utf-8").split("\n")
    return tuple(_case(path.name, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _case(file: str, number: int, line: str) -> GuardCase:
    try:
        return GuardCase.model_validate_json(line)
    except ValidationError as error:
        field = ".".join(map(str, error.errors(include_input=False)[0]["loc"])) or "the whole line"
        raise CaseError(f"{file}, line {number}: {field} does not fit") from None
