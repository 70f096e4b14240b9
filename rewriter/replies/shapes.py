"""The shapes of a model's replies, safe for the strict modes of providers: every field required, nothing optional.

No lengths, patterns or counts stand here, since providers differ in which of those they refuse; what must hold beyond
the shape is said by `replies.reading` and by the guard. Five named judgements and not a list, since a list may come
back empty. Descriptions are part of what the model reads.
"""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from rewriter.smart import InputKind, Verdict

__all__ = [
    "ChangeReply",
    "CritiqueReply",
    "DraftReply",
    "FaultLabel",
    "FaultReply",
    "GapReply",
    "GoalReply",
    "HarmReply",
    "JudgementReply",
    "ObjectiveReply",
    "ResponsibilityReply",
    "RewriteReply",
]


class FaultLabel(StrEnum):
    """The labels of the responsibility standard but `abuse`, which is no fault of the text."""

    ON_VICTIM = "on_victim"
    UNASSIGNED = "unassigned"
    HIDES_INFORMATION = "hides_information"
    MUTUALISES = "mutualises"
    MINIMISES = "minimises"


class _Reply(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class JudgementReply(_Reply):
    """The judgement on one criterion."""

    words: str = Field(description="the shortest run of the objective's own words that decides it, copied exactly")
    reason: str = Field(description="one plain sentence about those words")
    verdict: Verdict
    question: str = Field(description='the one question to ask next, or "" where it is met')


class HarmReply(_Reply):
    """One person harmed by another; a side nobody names is ""."""

    to: str
    by: str


class FaultReply(_Reply):
    """One label that stands, and the words that carry it."""

    label: FaultLabel
    words: str = Field(description="the shortest run of the text's own words that carries it, copied exactly")
    reason: str = Field(description="one plain sentence")


class ResponsibilityReply(_Reply):
    """Who harms whom, and where the text makes the wrong person answerable."""

    harms: tuple[HarmReply, ...]
    abuse: bool
    faults: tuple[FaultReply, ...]


class CritiqueReply(_Reply):
    """Kind and responsibility first, since the judgement of achievable rests on them; then the five."""

    kind: InputKind
    responsibility: ResponsibilityReply
    specific: JudgementReply
    measurable: JudgementReply
    achievable: JudgementReply
    relevant: JudgementReply
    time_bound: JudgementReply
    needs_goal_split: bool


class GoalReply(_Reply):
    """What will be better for this person."""

    id: str = Field(description='"g1", "g2"')
    text: str


class ObjectiveReply(_Reply):
    """One act by one person."""

    goal: str = Field(description='the id of its goal, or ""')
    text: str
    responsible: tuple[str, ...] = Field(description="who acts, in the words of the text")


class GapReply(_Reply):
    """One bracket that stands in a text."""

    bracket: str = Field(description="copied exactly, with its square brackets")
    question: str
    suggestion: str


class ChangeReply(_Reply):
    """One thing of the user's that the draft alters on purpose."""

    from_: str = Field(alias="from", description="the user's words, copied exactly")
    to: str = Field(description="the draft's words, copied exactly")
    reason: str
    rule: str


class DraftReply(_Reply):
    """A goal where one is needed, and objectives."""

    already_smart: bool
    goals: tuple[GoalReply, ...]
    objectives: tuple[ObjectiveReply, ...]
    gaps: tuple[GapReply, ...]
    changes: tuple[ChangeReply, ...]


class RewriteReply(_Reply):
    """A critique first, so that it can be shown while the draft is still being written."""

    critique: CritiqueReply
    draft: DraftReply


Shape = Literal["critique", "rewrite", "responsibility"]
SHAPES: dict[Shape, type[CritiqueReply | RewriteReply | ResponsibilityReply]] = {
    "critique": CritiqueReply,
    "rewrite": RewriteReply,
    "responsibility": ResponsibilityReply,
}
