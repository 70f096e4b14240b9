"""The schema of every answer, contract version 1: what `outward` writes fits these models and nothing else does.

`CritiqueAnswer.model_json_schema()` and its like give it as JSON Schema. Each model gives back the frozen data that
it was written from (`to_answer`), which is how `fill` reads a rewrite that was saved.
"""

import dataclasses
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from rewriter import answer, people, plan, smart
from rewriter.masking.found import Kind
from rewriter.wire.day import Day

__all__ = ["CheckAnswer", "CritiqueAnswer", "ErrorLine", "FindingAnswer", "GuardAnswer", "MaskAnswer", "RewriteAnswer"]


def _whole(value: object) -> object:
    # 4.0 is a whole number in JSON; true is none.
    return int(value) if isinstance(value, float) and value.is_integer() else value


Count = Annotated[int, Field(ge=0, strict=True), BeforeValidator(_whole)]
Flag = Annotated[bool, Field(strict=True)]
_Word = Annotated[str, Field(strict=True)]
_Number = Annotated[int, Field(strict=True), BeforeValidator(_whole)]
Identity: TypeAlias = _Word | _Number | None


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    _makes: ClassVar[Any]

    def to_answer(self) -> Any:  # noqa: ANN401 - each model makes its own dataclass
        """Give the frozen dataclass that this was written from."""
        return self._makes(
            **{field.name: _lifted(getattr(self, field.name)) for field in dataclasses.fields(self._makes)}
        )


def _lifted(value: object) -> object:
    if isinstance(value, _Answer):
        return value.to_answer()
    if isinstance(value, tuple):
        return tuple(_lifted(part) for part in value)
    return value


class FindingAnswer(_Answer):
    """One thing one rule found at one place; offsets are code points into the text as received, end exclusive."""

    _makes = smart.Finding
    rule: str
    severity: smart.Severity
    criterion: smart.Criterion | None
    start: Count
    end: Count
    text: str
    message: str
    question: str
    source: str


class JudgementAnswer(_Answer):
    """The verdict on one criterion."""

    _makes = smart.Judgement
    criterion: smart.Criterion
    verdict: smart.Verdict
    reason: str
    question: str
    findings: tuple[FindingAnswer, ...]


class HarmAnswer(_Answer):
    """One person harmed by another, and how that is known."""

    _makes = people.Harm
    to: str
    by: str
    what: str
    basis: people.HarmBasis


class ResponsibilityAnswer(_Answer):
    """The six labels, the harms they were judged by and the findings they rest on."""

    _makes = smart.Responsibility
    abuse: Flag
    on_victim: Flag
    unassigned: Flag
    hides_information: Flag
    mutualises: Flag
    minimises: Flag
    harms: tuple[HarmAnswer, ...]
    findings: tuple[FindingAnswer, ...]


class ProvenanceAnswer(_Answer):
    """Where an answer comes from."""

    _makes = answer.Provenance
    engine: Literal["rules", "model"]
    rules_version: str
    contract_version: Literal[1]
    prompt_version: str
    model: str
    calls: Count
    characters_sent: Count
    characters_received: Count
    tokens_sent: Count
    tokens_received: Count
    fallback: str
    rules_off: tuple[str, ...]
    masked: Flag = False  # a draft that was saved before there was masking has none


class CheckAnswer(ResponsibilityAnswer):
    """What `check` answers: the six labels, with `id` and `provenance`."""

    id: Identity
    safety_notice: str
    provenance: ProvenanceAnswer


class IgnoredAnswer(_Answer):
    """A finding that the settings say not to show as such, and the reason given there."""

    finding: FindingAnswer
    reason: str

    def to_answer(self) -> tuple[smart.Finding, str]:
        """Give the finding and the reason."""
        found: smart.Finding = self.finding.to_answer()
        return found, self.reason


class CritiqueAnswer(_Answer):
    """What `critique` answers."""

    _makes = answer.Critique
    id: Identity
    objective: str
    input_kind: smart.InputKind
    judgements: Annotated[tuple[JudgementAnswer, ...], Field(max_length=len(smart.CRITERIA))]
    findings: tuple[FindingAnswer, ...]
    needs_goal_split: Flag
    responsibility: ResponsibilityAnswer
    advice_to_reader: str
    safety_notice: str
    ignored: tuple[IgnoredAnswer, ...]
    provenance: ProvenanceAnswer


class GoalAnswer(_Answer):
    """The overall thing wanted; `need` is what it answers."""

    _makes = answer.Goal
    id: str
    text: str
    need: str


class MeasureAnswer(_Answer):
    """How it will be known."""

    _makes = answer.ObjectiveMeasure
    what: str
    baseline: str
    target: str
    method: str
    recorded_by: str
    kind: Literal["hard", "soft"]


class TimescaleAnswer(_Answer):
    """When."""

    _makes = answer.ObjectiveTimescale
    start: str
    by: str
    frequency: str
    duration: str
    review: str


class ObjectiveAnswer(_Answer):
    """One objective of a rewrite; `goal` is the id of a goal or ""."""

    _makes = answer.Objective
    goal: str
    text: str
    responsible: tuple[str, ...]
    action: str
    measure: MeasureAnswer
    timescale: TimescaleAnswer
    tolerance: str
    contingency: str
    definitions: tuple[str, ...]


class GapAnswer(_Answer):
    """One [bracket] still to be agreed; offsets point into the text that `where` names ("objectives.0")."""

    _makes = answer.Gap
    id: str
    where: str
    start: Count
    end: Count
    question: str
    suggestion: str


class ChangeAnswer(_Answer):
    """A fact of the user's that the rewrite alters on purpose."""

    _makes = answer.Change
    from_: str = Field(alias="from")
    to: str
    reason: str
    rule: str


class SelfCheckAnswer(_Answer):
    """How one objective of the rewrite does by the same rules; `objective` counts from 0."""

    _makes = answer.SelfCheck
    objective: Count
    judgements: tuple[JudgementAnswer, ...]
    depends_on: tuple[str, ...]


class PersonAnswer(_Answer):
    """Someone the user told of."""

    _makes = people.Person
    name: str
    role: str = ""

    def to_answer(self) -> people.Person:
        """Give the person."""
        return people.Person(self.name, self.role)


class ToldHarmAnswer(_Answer):
    """One person harmed by another, as the user told it."""

    _makes = people.Harm
    to: str = ""
    by: str = ""
    what: str = ""

    def to_answer(self) -> people.Harm:
        """Give the harm, as one that was given."""
        return people.Harm(self.to, self.by, self.what)


class ContextAnswer(_Answer):
    """What was told beside the text."""

    _makes = plan.Context
    need: str = ""
    baseline: str = ""
    people: tuple[PersonAnswer, ...] = ()
    harms: tuple[ToldHarmAnswer, ...] = ()
    today: Day = None
    review_date: Day = None
    names: tuple[str, ...] = ()


class RewriteAnswer(_Answer):
    """What `rewrite` and `fill` answer; `context` is what was told, absent from drafts that were saved without it."""

    _makes = answer.Rewrite
    id: Identity
    status: answer.Status
    critique: CritiqueAnswer
    context: ContextAnswer = ContextAnswer()
    goals: tuple[GoalAnswer, ...]
    objectives: tuple[ObjectiveAnswer, ...]
    gaps: tuple[GapAnswer, ...]
    changes: tuple[ChangeAnswer, ...]
    responsibility: ResponsibilityAnswer
    self_check: tuple[SelfCheckAnswer, ...]
    model: answer.ModelUse
    withheld_because: tuple[str, ...]
    safety_notice: str
    note: str
    provenance: ProvenanceAnswer


class ConcernAnswer(_Answer):
    """One thing wrong with a rewrite; offsets point into the rewrite, or into the original for what was dropped."""

    _makes = answer.Concern
    kind: answer.ConcernKind
    severity: smart.Severity
    start: Count
    end: Count
    text: str
    message: str


class GuardAnswer(_Answer):
    """What `guard` answers; `passes` is false only for faults."""

    _makes = answer.Guarded
    id: Identity
    passes: Flag
    concerns: tuple[ConcernAnswer, ...]
    responsibility: ResponsibilityAnswer
    provenance: ProvenanceAnswer


class TokenAnswer(_Answer):
    """One token; offsets are code points into the text as received, end exclusive."""

    token: str
    kind: Kind
    start: Count
    end: Count


class MaskAnswer(_Answer):
    """What `mask` answers: what would leave, and where its tokens stand."""

    id: Identity
    masked: str
    tokens: tuple[TokenAnswer, ...]


class ErrorLine(_Answer):
    """What stands in the place of an answer where a line of `--jsonl` could not be used; `line` counts from 1."""

    id: Identity
    line: Annotated[int, Field(ge=1)]
    error: str
