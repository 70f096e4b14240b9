"""How long a system takes over an answer: measured around it, so that a system need know nothing of it."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import TypeVar

from evals.answers import DraftAnswer, ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import ObjectiveCase, ResponsibilityCase
from evals.kept import Took
from evals.systems import System
from evals.tables import Table

__all__ = ["Timed", "reply_times", "rule_times", "time_by_rules", "time_of_replies"]

_RULES = (
    "Processor time of one answer in this run, on this machine: it differs a little from run to run, and the first "
    "answer loads what the others use. No answer costs anything, and nothing is sent."
)
_REPLIES = (
    "From the ask to the whole reply, all attempts counted in and no waiting for others; an answer may take more than "
    "one. Replies that were kept before they were timed are unscored: nobody knows how long they took."
)
_KINDS = {
    "rewrite": "Critique and rewrite in one",
    "repair": "A draft mended, after what the guard found",
    "responsibility": "Who is made responsible",
    "claims": "Claims judged, by the judge",
}
CaseT = TypeVar("CaseT", ObjectiveCase, ResponsibilityCase)
AnswerT = TypeVar("AnswerT")


class Timed:
    """A system, and the seconds of each of its answers by what was asked; a failure has none."""

    def __init__(self, system: System, clock: Callable[[], float] = time.process_time) -> None:
        self.name = system.name
        self.seconds: dict[str, list[float]] = {}
        self._system = system
        self._clock = clock

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:
        """Judge an objective, and note how long it took."""
        return self._timed("Critique", self._system.judge, case)

    def draft(self, case: ObjectiveCase) -> DraftAnswer:
        """Rewrite an objective, and note how long it took."""
        return self._timed("Rewrite", self._system.draft, case)

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:
        """Check a text for responsibility, and note how long it took."""
        return self._timed("Check", self._system.check, case)

    def _timed(self, what: str, ask: Callable[[CaseT], AnswerT], case: CaseT) -> AnswerT:
        began = self._clock()
        answer = ask(case)
        self.seconds.setdefault(what, []).append(self._clock() - began)
        return answer


def rule_times(seconds: Mapping[str, Sequence[float]]) -> Table:
    """Give the table of how long rules take over a text, by what was asked of them."""
    rows = tuple((what, str(len(found)), _ms(median(found)), _ms(max(found))) for what, found in seconds.items())
    return Table("By rules alone: what it took", _RULES, ("Answers", "Number", "Median", "Slowest"), rows)


def reply_times(took: Mapping[str, Took]) -> Table:
    """Give the table of how long a model took over a reply, by what it was asked for."""
    return Table(
        "With a model: how long a reply took",
        _REPLIES,
        ("Replies", "Timed", "Median", "Slowest", "Unscored"),
        tuple(_replies(took)),
    )


def time_by_rules(seconds: Mapping[str, Sequence[float]]) -> str:
    """Say in a sentence how long rules take over a rewrite; "" where they wrote none."""
    written = seconds.get("Rewrite", ())
    return f"By rules alone a rewrite takes {_ms(median(written))} of computing and costs nothing." if written else ""


def time_of_replies(name: str, took: Mapping[str, Took]) -> str:
    """Say in a sentence how long a model takes over a rewrite, or that nobody knows; "" where it wrote none."""
    if "rewrite" not in took:
        return ""
    seconds, unknown = took["rewrite"]
    if not seconds:
        return f"How long the {unknown} kept rewrites of the model {name} took is not known."
    rest = f", and {unknown} that nobody timed" if unknown else ""
    return f"A rewrite by the model {name} took {median(seconds):.1f} seconds (the median of {len(seconds)}{rest})."


def _replies(took: Mapping[str, Took]) -> Iterator[tuple[str, ...]]:
    for task, (seconds, unknown) in took.items():
        found = (f"{median(seconds):.1f} s", f"{max(seconds):.1f} s") if seconds else ("not known", "not known")
        yield _KINDS.get(task, task), str(len(seconds)), *found, str(unknown)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
