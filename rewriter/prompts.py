"""Renders the prompts in `prompts/`: a static part that is the same bytes each time, and the case, fenced as data.

`prompts/README.md` says what each template is for. What is unknown to a template stops it (StrictUndefined).
"""

import functools
import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from rewriter import assets, fewshot
from rewriter.chat.port import Message, Role
from rewriter.plan import Context
from rewriter.replies.schema import schema_of
from rewriter.replies.shapes import SHAPES

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = [
    "VARIABLES",
    "Task",
    "case_message",
    "environment",
    "instructions",
    "misfit_message",
    "repair_message",
    "version",
]

Task = Literal["critique", "rewrite", "responsibility"]
VARIABLES: dict[str, frozenset[str]] = {
    "critique.j2": frozenset({"examples", "with_drafts"}),
    "rewrite.j2": frozenset({"examples", "with_drafts"}),
    "responsibility.j2": frozenset(),
    "case.j2": frozenset({"case", "masked", "rules"}),
    "misfit.j2": frozenset({"reasons"}),
    "repair.j2": frozenset({"concerns"}),
}
"""The templates that are rendered by themselves, and the variables that each is given."""

_SHORT_HASH = 12


@functools.cache
def environment() -> "Environment":
    """Give the Jinja2 environment of the prompts."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # slow to load, and rules need no prompt

    return Environment(
        loader=FunctionLoader(lambda name: assets.read_text("prompts", name)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - plain text for a model; the case is fenced as JSON by `_fenced`
    )


@functools.cache
def instructions(task: Task) -> Message:
    """Give the static part of a prompt: the standard, the worked examples, what to return. No case, no date."""
    given: dict[str, Any] = {}
    if VARIABLES[f"{task}.j2"]:
        given = {"examples": [_taught(example) for example in fewshot.load()], "with_drafts": task == "rewrite"}
    return Message(Role.SYSTEM, environment().get_template(f"{task}.j2").render(given))


def case_message(
    text: str, context: Context, kind: str = "objective", rules: Sequence[str] = (), *, masked: bool = False
) -> Message:
    """Give the changing part: one case as JSON that cannot close its own fence.

    `kind` is what the text is offered as; `rules` are the ids of what the rules found in it, which may back a
    declared change. Where something in it is `masked`, the model is told what a token stands
    for.
    """
    case = _fenced({kind: text, "context": _context(context)})
    return Message(
        Role.USER, environment().get_template("case.j2").render(case=case, rules=list(rules), masked=masked).strip()
    )


def misfit_message(reasons: Sequence[str]) -> Message:
    """Say exactly why a reply could not be read. The reasons name fields and never repeat their text."""
    return Message(Role.USER, environment().get_template("misfit.j2").render(reasons=list(reasons)).strip())


def repair_message(concerns: Sequence[str]) -> Message:
    """Say what the guard found in a draft."""
    return Message(Role.USER, environment().get_template("repair.j2").render(concerns=list(concerns)).strip())


@functools.cache
def version() -> str:
    """Give the hash of all that a model is told: templates, worked examples and the shapes of replies."""
    told = hashlib.sha256()
    for name in assets.file_names("prompts", ".j2"):
        told.update(f"{name}\n{assets.read_text('prompts', name)}\n".encode())
    told.update(instructions("rewrite").text.encode())
    for task, shape in SHAPES.items():
        told.update(json.dumps(schema_of(shape, task).body, sort_keys=True).encode())
    return told.hexdigest()[:_SHORT_HASH]


def _fenced(data: object) -> str:
    """Write data as JSON without any `<`, so that no text in it can end the fence it stands in."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")


def _context(context: Context) -> dict[str, object]:
    """The context as the contract has it, without what was not given: `today` is never filled in."""
    told: dict[str, object] = {
        "need": context.need,
        "baseline": context.baseline,
        "people": [{"name": person.name, "role": person.role} for person in context.people],
        "harms": [
            {"to": harm.to, "by": harm.by, **({"what": harm.what} if harm.what else {})} for harm in context.harms
        ],
        "today": context.today.isoformat() if context.today else "",
        "review_date": context.review_date.isoformat() if context.review_date else "",
        "names": list(context.names),
    }
    return {key: value for key, value in told.items() if value}


def _taught(example: fewshot.Example) -> dict[str, object]:
    """One worked example as the prompt shows it: our version only, since the guidance's own states agreed values."""
    case = {
        "objective": example.before,
        "context": example.context.model_dump(exclude_none=True, exclude_defaults=True),
    }
    after = example.our_after
    texts = [goal.text for goal in after.goals] + [objective.text for objective in after.objectives]
    draft = {
        "already_smart": not example.faults,
        "goals": [{"id": goal.id, "text": goal.text} for goal in after.goals],
        "objectives": [
            {"goal": objective.goal or "", "text": objective.text, "responsible": list(objective.responsible)}
            for objective in after.objectives
        ],
        "gaps": [
            {"bracket": gap.bracket, "question": gap.question, "suggestion": gap.suggestion or ""}
            for gap in after.gaps
            if any(gap.bracket in text for text in texts)  # and not only in a goal's need, which is the user's to give
        ],
        "changes": [change.model_dump(by_alias=True) for change in after.changes],
    }
    judged = [
        (name, getattr(example.verdicts, name))
        for name in type(example.verdicts).model_fields
        if getattr(example.verdicts, name).verdict is not None
    ]
    return {
        "case": _fenced(case),
        "judged": judged,
        "needs_goal_split": "true" if example.needs_goal_split else "false",
        "harms": example.harms,
        "draft": _fenced(draft),
    }
