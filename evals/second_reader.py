"""How far a second reader agrees with the labels of our own cases: a figure above it would be fitting, not judging."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from evals.agreement import F1, KAPPA, SHARE, Row, outcome
from evals.cases import CaseSets, ObjectiveCase, ResponsibilityCase, Verdicts, Words
from evals.labels import LABELS, FaultCode, Label
from evals.report import cell
from evals.scores import Score, figure_of, yes
from evals.tables import Table
from rewriter.smart import CRITERIA, Criterion

__all__ = ["FOLDER", "ObjectiveReading", "ResponsibilityReading", "read_objectives", "read_responsibility", "table"]

FOLDER = Path(__file__).parent / "second_reading"
_NOTE = (
    "A fifth of our own cases, labelled again by a reader who saw the standards and the bare texts. Lenient counts a "
    "verdict that the first labels allow as agreeing."
)


class _Reading(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)
    id: Words


class ObjectiveReading(_Reading):
    """A second reader's labels of one objective; no verdicts where it was read as none."""

    verdicts: Verdicts | None
    faults: tuple[FaultCode, ...]
    needs_goal_split: bool
    abuse: bool
    good: bool
    not_an_objective: bool
    kind: str | None


class ResponsibilityReading(_Reading):
    """A second reader's six labels of one text."""

    abuse: bool
    on_victim: bool
    unassigned: bool
    hides_information: bool
    mutualises: bool
    minimises: bool

    def true(self) -> frozenset[Label]:
        """Give the labels that are true."""
        return frozenset(label for label in Label if getattr(self, label.value))


ReadingT = TypeVar("ReadingT", ObjectiveReading, ResponsibilityReading)


def read_objectives(folder: Path = FOLDER) -> Mapping[str, ObjectiveReading]:
    """Give the second reading of objectives by case id. Raises ValidationError where a line does not fit."""
    return dict(_read(folder / "objectives.jsonl", ObjectiveReading.model_validate_json))


def read_responsibility(folder: Path = FOLDER) -> Mapping[str, ResponsibilityReading]:
    """Give the second reading of texts judged for responsibility, likewise."""
    return dict(_read(folder / "responsibility.jsonl", ResponsibilityReading.model_validate_json))


def _read(path: Path, parse: Callable[[str], ReadingT]) -> Iterator[tuple[str, ReadingT]]:
    for line in path.read_text("utf-8").splitlines():
        reading = parse(line)
        yield reading.id, reading


def table(sets: CaseSets) -> Table:
    """Give the agreement of the two readings, each with its interval and what it rests on."""
    objectives = {case.id: case for group in sets.objectives for case in group.cases}
    texts = {case.id: case for group in sets.responsibility for case in group.cases}
    pairs = [(objectives[name], second) for name, second in read_objectives().items() if name in objectives]
    labelled = [(texts[name], second) for name, second in read_responsibility().items() if name in texts]
    scores = (*_verdicts(pairs), *_rest(pairs), *_labels(labelled))
    rows = tuple((score.label, cell(figure_of(score, "second"), None)) for score in scores)
    return Table("A second reader", _NOTE, ("Score", f"{len(pairs)} objectives, {len(labelled)} texts"), rows)


def _verdicts(pairs: list[tuple[ObjectiveCase, ObjectiveReading]]) -> Iterator[Score]:
    for how in ("lenient", "strict"):
        for criterion in CRITERIA:
            rows = tuple(_verdict(case, second, criterion, lenient=how == "lenient") for case, second in pairs)
            label = f"{criterion.value.replace('_', '-').capitalize()}, {how} kappa"
            yield Score(f"second.{how}.{criterion}", label, KAPPA, rows)


def _verdict(case: ObjectiveCase, second: ObjectiveReading, criterion: Criterion, *, lenient: bool) -> Row:
    if case.gold.verdicts is None or second.verdicts is None:
        return ()
    given, found = (verdicts.by_criterion()[criterion] for verdicts in (case.gold.verdicts, second.verdicts))
    if lenient and found in case.gold.also_ok.get(criterion, ()):
        found = given
    return ((given.value, found.value),)


def _rest(pairs: list[tuple[ObjectiveCase, ObjectiveReading]]) -> Iterator[Score]:
    read = [(case, second) for case, second in pairs if case.gold.verdicts is not None and second.verdicts is not None]
    codes = [code for code in FaultCode if code is not FaultCode.JARGON]
    faults = tuple(
        tuple(event for code in codes for event in outcome(given=code in case.gold.faults, found=code in second.faults))
        for case, second in read
    )
    yield Score("second.faults", "Fault codes, micro-F1 without jargon", F1, faults)
    split = tuple(yes(case.gold.needs_goal_split == second.needs_goal_split) for case, second in read)
    yield Score("second.split", "Goal to be split off, or not: agree", SHARE, split)
    none = tuple(yes((case.gold.verdicts is None) == second.not_an_objective) for case, second in pairs)
    yield Score("second.kind", "An objective, or none: agree", SHARE, none)


def _labels(pairs: list[tuple[ResponsibilityCase, ResponsibilityReading]]) -> Iterator[Score]:
    for label in LABELS:
        rows = tuple(outcome(given=label in case.gold.true(), found=label in second.true()) for case, second in pairs)
        yield Score(f"second.{label}", f"{label.value}, F1", F1, rows)
