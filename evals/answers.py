"""What a system answers to a case, as frozen data that the scores look at."""

from collections.abc import Mapping
from dataclasses import dataclass

from evals.labels import Label
from rewriter.answer import Rewrite
from rewriter.smart import Criterion, InputKind, Verdict

__all__ = ["DraftAnswer", "ObjectiveAnswer", "ResponsibilityAnswer", "Unanswered"]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A system failed on a case, so nothing of it can be scored; `why` names the error, never the text."""

    why: str


@dataclass(frozen=True, slots=True)
class ObjectiveAnswer:
    """What a system said of one objective.

    `verdicts` is empty where it took the text for something else than an objective, goal or plan. `faults` are ids
    of rules with the severity "fault".
    """

    kind: InputKind
    verdicts: Mapping[Criterion, Verdict]
    faults: frozenset[str]
    needs_goal_split: bool
    abuse: bool


@dataclass(frozen=True, slots=True)
class ResponsibilityAnswer:
    """The labels a system found true."""

    true: frozenset[Label]


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """What a system's rewrite of one objective holds: the number of objectives (0: it wrote none).

    `rewrite` is all of it, where the system is the product: a baseline writes nothing.
    """

    objectives: int
    rewrite: Rewrite | None = None
