"""One text in, one JSON answer out, by name of the command: what `--json` and every line of `--jsonl` share."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from rewriter import pipeline
from rewriter.answer import Change, Provenance
from rewriter.critic import provenance
from rewriter.pasted.danger import safety_notice
from rewriter.plan import Context, PlanKind
from rewriter.reading import read
from rewriter.settings import Settings
from rewriter.smart import Responsibility
from rewriter.wire import outward

__all__ = ["Checked", "Verb", "answered", "checked", "guarded"]

Verb: TypeAlias = Literal["critique", "check", "rewrite", "guard"]


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
    found = checked(text, context, settings, kind)
    return outward.check_json(found.labels, found.provenance, found.notice)


def guarded(
    objective: str, rewrite: str, context: Context, changes: Sequence[Change], settings: Settings
) -> outward.Json:
    """Give the contract's answer to a rewrite and its original. Raises EmptyInput and TooLong."""
    return outward.guard_json(pipeline.guard(objective, rewrite, context, changes, settings))


def checked(text: str, context: Context, settings: Settings, kind: PlanKind) -> Checked:
    """Say who is made responsible in a text, and whether it speaks of immediate danger."""
    labels = pipeline.check(text, context, kind, settings)
    return Checked(labels, safety_notice(read(text, context)), provenance(settings))
