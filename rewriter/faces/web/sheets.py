"""A draft as something to paste: plain text, and the tables that plans are kept in.

The three columns are those of the Rosie plan (001), the five those of the LIAP action plan (004).
"""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.answer import Objective, Rewrite

__all__ = ["Sheet", "as_text", "sheets"]


class Sheet(NamedTuple):
    """A table: its name, its columns and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_text(answer: Rewrite) -> str:
    """Give the draft as lines of plain text."""
    lines = [f"Goal: {goal.text}" for goal in answer.goals]
    lines += [f"{number}. {objective.text}" for number, objective in enumerate(answer.objectives, start=1)]
    return "\n".join(lines)


def sheets(answer: Rewrite) -> tuple[Sheet, ...]:
    """Give the draft as the two tables; a cell of which nothing is known is empty."""
    goal = "\n".join(goal.text for goal in answer.goals)
    need = next((goal.need for goal in answer.goals), "") or answer.context.need
    return (
        Sheet(
            "Plan table, three columns",
            (
                "Outcome: what will look different",
                "What needs to happen, and what would help",
                "Who will act, and by when",
            ),
            tuple((goal, one.text, _said((", ".join(one.responsible), _when(one)))) for one in answer.objectives),
        ),
        Sheet(
            "Action plan, five columns",
            ("Issue or concern", "Who will do this", "What will be done", "When", "How progress is measured"),
            tuple(
                (need or goal, ", ".join(one.responsible), one.text, _when(one), _known_by(one))
                for one in answer.objectives
            ),
        ),
    )


def _when(one: Objective) -> str:
    when = one.timescale
    return _said((when.by, when.duration, when.frequency, when.start and f"from {when.start}", when.review))


def _known_by(one: Objective) -> str:
    measure = one.measure
    return _said((measure.target, measure.what, measure.method, measure.recorded_by))


def _said(words: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(word for word in words if word))
