"""The marked sentences as validated data: what in each identifies somebody, and the names that were told beside it.

They were written in four lots by people who had not seen the masking. Of the first a third, of the second (`mask2-`),
the third (`mask3-`) and the fourth (`mask4-`) a half was parted by chance and put in `masking_held_out.jsonl`, which
nobody who wrote the masking has read.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.cases import CASES, CaseError, Words
from rewriter.masking.found import Kind

__all__ = ["Marked", "MaskingSet", "load_masking"]

_NAMES = ("masking_development", "masking_held_out")


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Hidden(_Data):
    """A stretch that identifies: offsets into the text, end exclusive."""

    start: int
    end: int
    kind: Kind


class Marked(_Data):
    """One sentence or row of a table, the names told beside it, and all that must be masked."""

    id: Words
    text: Words
    names: tuple[str, ...]
    hide: tuple[Hidden, ...]
    note: str


class MaskingSet(NamedTuple):
    """The sentences of one file, in its order."""

    name: str
    cases: Sequence[Marked]


def load_masking(folder: Path = CASES) -> tuple[MaskingSet, ...]:
    """Read the sets that `folder` holds. Raises `CaseError` for a line that does not fit, naming file and field."""
    found = ((name, folder / f"{name}.jsonl") for name in _NAMES)
    return tuple(MaskingSet(name, _cases(path)) for name, path in found if path.is_file())


def _cases(path: Path) -> tuple[Marked, ...]:
    lines = path.read_text("utf-8").split("\n")
    return tuple(_case(path.name, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _case(file: str, number: int, line: str) -> Marked:
    try:
        return Marked.model_validate_json(line)
    except ValidationError as error:
        field = ".".join(map(str, error.errors(include_input=False)[0]["loc"])) or "the whole line"
        raise CaseError(f"{file}, line {number}: {field} does not fit") from None
