"""Drafts with claims about them that somebody judged by `judge.md`, to see how far a judge agrees with a reader.

The drafts were made up for this, some with faults put in, and labelled before any judge saw them. One file,
`judged_claims.jsonl`, one draft a line. A claim is hard where it turns on a rule of `judge.md` or on a word that is
easily missed.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.cases import CASES, CaseContext, CaseError, Words

__all__ = ["JudgedClaim", "JudgedDraft", "load_judged"]

_NAME = "judged_claims.jsonl"


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class JudgedClaim(_Data):
    """One claim about a draft, whether it is true of it, and why."""

    claim: Words
    true: bool
    hard: bool
    why: Words


class ShownChange(_Data):
    """A change that the draft declares."""

    from_: str = Field(alias="from")
    to: str
    reason: Words


class ShownDraft(_Data):
    """A draft as a judge is shown it; `questions` are by bracket."""

    note_to_the_reader: str
    goals: tuple[Words, ...]
    objectives: tuple[Words, ...]
    questions: dict[str, Words]
    also_asked: tuple[Words, ...]
    changes: tuple[ShownChange, ...]


class JudgedDraft(_Data):
    """An original, a draft made of it, and the claims judged."""

    id: Words
    objective: Words
    context: CaseContext
    draft: ShownDraft
    claims: tuple[JudgedClaim, ...]


def load_judged(folder: Path = CASES) -> tuple[JudgedDraft, ...]:
    """Read the drafts; none where there is no file. Raises `CaseError` for a line that does not fit, naming it."""
    path = folder / _NAME
    if not path.is_file():
        return ()
    lines = path.read_text("utf-8").split("\n")
    return tuple(_draft(number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _draft(number: int, line: str) -> JudgedDraft:
    try:
        return JudgedDraft.model_validate_json(line)
    except ValidationError as error:
        field = ".".join(map(str, error.errors(include_input=False)[0]["loc"])) or "the whole line"
        raise CaseError(f"{_NAME}, line {number}: {field} does not fit") from None
