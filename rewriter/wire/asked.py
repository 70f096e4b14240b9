"""What is asked over HTTP beyond the lines that the command line reads too: a draft to fill, and many at once."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from rewriter.wire.answers import (
    CheckAnswer,
    CritiqueAnswer,
    ErrorLine,
    GuardAnswer,
    MaskAnswer,
    RewriteAnswer,
)
from rewriter.wire.inward import WRITTEN, CheckLine, ContextIn, GuardIn, MaskLine, ObjectiveLine

__all__ = [
    "MOST_IN_A_BATCH",
    "BatchAnswer",
    "BatchIn",
    "CheckIn",
    "FillIn",
    "Item",
    "MaskIn",
    "ObjectiveIn",
    "RewriteIn",
]

MOST_IN_A_BATCH = 200
_Gap = Annotated[str, StringConstraints(max_length=40)]
_Agreed = Annotated[str, StringConstraints(max_length=300)]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FillIn(_Asked):
    """A rewrite and what was agreed for its gaps; what is told here as well goes before what the rewrite carries."""

    rewrite: RewriteAnswer
    answers: Annotated[dict[_Gap, _Agreed], Field(max_length=200)]
    context: ContextIn | None = None


# A text on its own has to hold something; among many, one that does not is told in its place. What refuses it is the
# same in both, so this is for the schema alone.
_Text = Annotated[str, WithJsonSchema({"type": "string", "minLength": 1, "pattern": WRITTEN})]


class ObjectiveIn(ObjectiveLine):
    """What `critique` and `rewrite` are given."""

    objective: _Text


class CheckIn(CheckLine):
    """What `check` is given; without a `kind`, the text is an objective."""

    text: _Text


class MaskIn(MaskLine):
    """What `mask` is given."""

    text: _Text


class RewriteIn(GuardIn):
    """What `guard` is given."""

    objective: _Text
    rewrite: _Text


Item: TypeAlias = ObjectiveLine | CheckLine | GuardIn | MaskLine
"""One text of many."""


class _Many(_Asked):
    context: ContextIn | None = None


class _Objectives(_Many):
    verb: Literal["critique", "rewrite"]
    items: Annotated[tuple[ObjectiveLine, ...], Field(min_length=1, max_length=MOST_IN_A_BATCH)]


class _Checks(_Many):
    verb: Literal["check"]
    items: Annotated[tuple[CheckLine, ...], Field(min_length=1, max_length=MOST_IN_A_BATCH)]


class _Guards(_Many):
    verb: Literal["guard"]
    items: Annotated[tuple[GuardIn, ...], Field(min_length=1, max_length=MOST_IN_A_BATCH)]


class _Masks(_Many):
    verb: Literal["mask"]
    items: Annotated[tuple[MaskLine, ...], Field(min_length=1, max_length=MOST_IN_A_BATCH)]


BatchIn: TypeAlias = Annotated[_Objectives | _Checks | _Guards | _Masks, Field(discriminator="verb")]
"""Up to 200 texts for one verb; what an item does not say of its context is taken from the `context` beside them."""


class BatchAnswer(_Asked):
    """The answers in the order of the items; an item that cannot be used gives an error with its number, from 1."""

    answers: tuple[CritiqueAnswer | CheckAnswer | RewriteAnswer | GuardAnswer | MaskAnswer | ErrorLine, ...]
