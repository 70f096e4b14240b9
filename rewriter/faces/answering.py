"""One text in, one JSON answer out, by name of the command: what `--json` and every line of `--jsonl` share."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from rewriter import pipeline
from rewriter.answer import Change, Provenance
from rewriter.critic import provenance
from rewriter.pasted.danger import safety_notice
from rewriter.plan import Context, PlanKind
from rewriter.reading import read
from rewriter.settings import Settings
from rewriter.smart import Responsibility
from rewriter.wire import outward

if TYPE_CHECKING:
    from rewriter.service import Service
    from rewriter.wire.inward import Request  # by which pydantic would be loaded

__all__ = [
    "Checked",
    "Verb",
    "answered",
    "answered_by",
    "by_rules",
    "checked",
    "checked_by",
    "guarded",
    "guarded_by",
    "masked",
]

Verb: TypeAlias = Literal["critique", "check", "rewrite", "guard", "mask"]


class Checked(NamedTuple):
    """What `check` says of a text: the labels, the notice of danger ("" where there is none), and by what rules."""

    labels: Responsibility
    notice: str
    provenance: Provenance


def answered(verb: Verb, text: str, context: Context, settings: Settings, kind: PlanKind) -> outward.Json:
    """Give the contract's answer to one text. `kind` counts for "check" alone. Raises EmptyInput and TooLong."""
    if verb == "critique":
        return outward.critique_json(pipeline.critique(text, context, settings))
    if verb == "rewrite":
        return outward.rewrite_json(pipeline.rewrite(text, context, settings))
    return _as_json(checked(text, context, settings, kind))


def by_rules(verb: Verb, asked: "Request", context: Context, settings: Settings) -> outward.Json:
    """Give the contract's answer of rules alone to any request, with its id. Raises InputError and its kinds."""
    if verb == "mask":
        answer = masked(asked.text, context, settings, strict=False)
    elif verb == "guard":
        answer = guarded(asked.text, asked.rewrite, context, asked.changes, settings)
    else:
        answer = answered(verb, asked.text, context, settings, asked.kind or PlanKind.OBJECTIVE)
    return {**answer, "id": asked.id}


async def answered_by(service: "Service", verb: Verb, text: str, context: Context, kind: PlanKind) -> outward.Json:
    """Give the contract's answer to one text, with the model that a service has behind it."""
    if verb == "critique":
        return outward.critique_json(await service.critique(text, context))
    if verb == "rewrite":
        return outward.rewrite_json(await service.rewrite(text, context))
    return _as_json(await checked_by(service, text, context, kind))


def guarded(
    objective: str, rewrite: str, context: Context, changes: Sequence[Change], settings: Settings
) -> outward.Json:
    """Give the contract's answer to a rewrite and its original. Raises EmptyInput and TooLong."""
    return outward.guard_json(pipeline.guard(objective, rewrite, context, changes, settings))


def masked(text: str, context: Context, settings: Settings, *, strict: bool) -> outward.Json:
    """Give the contract's answer to a text to be masked. Raises EmptyInput, TooLong and, if strict, LooksUnmasked."""
    return outward.mask_json(pipeline.mask(text, (), context, settings, strict=strict))


async def guarded_by(
    service: "Service", objective: str, rewrite: str, context: Context, changes: Sequence[Change]
) -> outward.Json:
    """Give the contract's answer to a rewrite and its original, with the model that a service has behind it."""
    return outward.guard_json(await service.guard(objective, rewrite, context, changes))


def checked(text: str, context: Context, settings: Settings, kind: PlanKind) -> Checked:
    """Say who is made responsible in a text, and whether it speaks of immediate danger."""
    labels = pipeline.check(text, context, kind, settings)
    return Checked(labels, safety_notice(read(text, context)), provenance(settings))


async def checked_by(service: "Service", text: str, context: Context, kind: PlanKind) -> Checked:
    """Say the same with the model that a service has behind it."""
    found = await service.check(text, context, kind)
    return Checked(found.responsibility, safety_notice(read(text, context)), found.provenance)


def _as_json(found: Checked) -> outward.Json:
    return outward.check_json(found.labels, found.provenance, found.notice)
