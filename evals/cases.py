"""The judged cases as validated data: two kinds, three origins, one file for each.

A file is called `<origin>_<kind>.jsonl` and holds one JSON object a line. A file that is not there is left out, so
that the untouched sets can be kept away from whoever writes rules. Unknown keys and unknown labels are refused.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from evals.labels import FaultCode, Label
from rewriter.people import Harm, Person
from rewriter.plan import Context, PlanKind
from rewriter.smart import Criterion, InputKind, Verdict

__all__ = [
    "CASES",
    "CaseContext",
    "CaseError",
    "CaseSet",
    "CaseSets",
    "Kind",
    "ObjectiveCase",
    "Origin",
    "ResponsibilityCase",
    "echo_pairs",
    "load",
]

CASES = Path(__file__).parent / "cases"

Words = Annotated[str, StringConstraints(min_length=1)]


class CaseError(ValueError):
    """A case file that cannot be read; the message names file, line and field, never the text of a case."""


class Origin(StrEnum):
    """Where a set comes from; see the case card in `evals/README.md`."""

    GIVEN = "given"
    OWN = "own"
    UNTOUCHED = "untouched"


class Kind(StrEnum):
    """What is judged in a set."""

    OBJECTIVES = "objectives"
    RESPONSIBILITY = "responsibility"


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class CasePerson(_Data):
    """Someone named beside the text."""

    name: Words
    role: Words


class CaseHarm(_Data):
    """`to` is the person harmed, `by` the source of the harm; either may be unknown ("")."""

    to: str
    by: str
    what: str | None = None


class CaseContext(_Data):
    """What is told beside the text; the keys of the contract's `context`."""

    need: str | None = None
    baseline: str | None = None
    people: tuple[CasePerson, ...] = ()
    harms: tuple[CaseHarm, ...] = ()
    today: date | None = None
    review_date: date | None = None
    names: tuple[Words, ...] = ()

    def as_told(self) -> Context:
        """Give it as the product takes it."""
        return Context(
            need=self.need or "",
            baseline=self.baseline or "",
            people=tuple(Person(person.name, person.role) for person in self.people),
            harms=tuple(Harm(harm.to, harm.by, harm.what or "") for harm in self.harms),
            today=self.today,
            review_date=self.review_date,
            names=self.names,
        )


class Verdicts(_Data):
    """The five verdicts given."""

    specific: Verdict
    measurable: Verdict
    achievable: Verdict
    relevant: Verdict
    time_bound: Verdict

    def by_criterion(self) -> dict[Criterion, Verdict]:
        """Give them by criterion, in order."""
        return {criterion: Verdict(getattr(self, criterion.value)) for criterion in Criterion}


class Reasons(_Data):
    """Why each verdict was given, in one sentence."""

    specific: Words
    measurable: Words
    achievable: Words
    relevant: Words
    time_bound: Words


class StatedHarm(_Data):
    """Whether text or context states abuse, who is harmed (None: not stated) and by whom (None: no abuse)."""

    abuse: bool
    harmed: Words | None
    caused_by: Literal["father", "partner", "unknown", "other"] | None


NonObjective = Literal[
    "question", "case_note", "message", "instruction", "other_language", "unreadable", "email", "gibberish"
]
# "email" and "gibberish" are older names for two kinds of the contract.
_OLDER_NAMES = {"email": InputKind.MESSAGE, "gibberish": InputKind.UNREADABLE}


class ObjectiveGold(_Data):
    """How an objective is judged by the SMART standard.

    `verdicts`, `why` and `min_objectives` are None for what is not an objective. `also_ok` holds the verdicts that
    the standard allows as well; `must` and `must_not` are for judging a rewrite by reading it.
    """

    verdicts: Verdicts | None
    why: Reasons | None
    faults: tuple[FaultCode, ...]
    needs_goal_split: bool
    min_objectives: Annotated[int, Field(ge=1)] | None
    harm: StatedHarm
    good: bool
    must: tuple[Words, ...]
    must_not: tuple[Words, ...]
    also_ok: dict[Criterion, Annotated[tuple[Verdict, ...], Field(min_length=1)]] = {}
    not_an_objective: bool = False
    kind: NonObjective | None = None

    def input_kind(self) -> InputKind | None:
        """Give what a text that is not an objective is, by the contract's name; None for an objective."""
        return None if self.kind is None else _OLDER_NAMES.get(self.kind) or InputKind(self.kind)

    def states_need(self) -> bool:
        """Whether R was judged against a need: it is "unclear" only where none is stated (SMART standard, R)."""
        return self.verdicts is not None and self.verdicts.relevant is not Verdict.UNCLEAR


class ObjectiveCase(_Data):
    """One judged objective."""

    id: Words
    domain: Words
    objective: str
    context: CaseContext
    gold: ObjectiveGold

    @property
    def text(self) -> str:
        """The text judged, under the same name as in the other kind of case."""
        return self.objective


class GoldLabels(_Data):
    """The six labels given."""

    abuse: bool
    on_victim: bool
    unassigned: bool
    hides_information: bool
    mutualises: bool
    minimises: bool

    def true(self) -> frozenset[Label]:
        """Give the labels that are true."""
        return frozenset(label for label in Label if getattr(self, label.value))


class ResponsibilityCase(_Data):
    """One text judged for where it puts responsibility; those with the same `pair` differ by a small edit."""

    id: Words
    pair: Words | None
    kind: PlanKind
    text: Words
    context: CaseContext
    gold: GoldLabels
    span: Words | None
    why: Words
    difficulty: Literal["easy", "medium", "hard"]
    kind_of_abuse: Words


CaseT = TypeVar("CaseT", ObjectiveCase, ResponsibilityCase)


@dataclass(frozen=True, slots=True)
class CaseSet(Generic[CaseT]):
    """The cases of one file, in its order."""

    origin: Origin
    kind: Kind
    cases: tuple[CaseT, ...]

    @property
    def name(self) -> str:
        """The file's name without its ending: "given_objectives"."""
        return f"{self.origin}_{self.kind}"


@dataclass(frozen=True, slots=True)
class CaseSets:
    """Every set that is present, by kind, in the order given, own, untouched."""

    objectives: tuple[CaseSet[ObjectiveCase], ...]
    responsibility: tuple[CaseSet[ResponsibilityCase], ...]

    def all(self) -> tuple[CaseSet[ObjectiveCase] | CaseSet[ResponsibilityCase], ...]:
        """Give the sets of both kinds."""
        return (*self.objectives, *self.responsibility)


def load(folder: Path = CASES) -> CaseSets:
    """Read every set that `folder` holds. Raises `CaseError` for a file or line that does not fit."""
    return CaseSets(
        objectives=tuple(_sets(folder, Kind.OBJECTIVES, ObjectiveCase)),
        responsibility=tuple(_sets(folder, Kind.RESPONSIBILITY, ResponsibilityCase)),
    )


def echo_pairs(folder: Path = CASES) -> frozenset[str]:
    """Give the ids of the given pairs that echo the borderline table of the responsibility standard (`echoes.toml`)."""
    path = folder / "echoes.toml"
    return frozenset(tomllib.loads(path.read_text("utf-8"))["pairs"]) if path.is_file() else frozenset()


def _sets(folder: Path, kind: Kind, shape: type[CaseT]) -> Iterator[CaseSet[CaseT]]:
    for origin in Origin:
        path = folder / f"{origin}_{kind}.jsonl"
        if path.is_file():
            yield CaseSet(origin, kind, _cases(path, shape))


def _cases(path: Path, shape: type[CaseT]) -> tuple[CaseT, ...]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path.name}: cannot be read as UTF-8 text") from error
    return tuple(_case(path.name, number, line, shape) for number, line in enumerate(lines, start=1) if line.strip())


def _case(file: str, number: int, line: str, shape: type[CaseT]) -> CaseT:
    try:
        return shape.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the whole line"
        raise CaseError(f"{file}, line {number}: {field}: {first['msg']}") from error
