"""The words a case may be labelled with, and what the standards say must hold between the labels of one case."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from rewriter.smart import Criterion, Verdict

if TYPE_CHECKING:
    from evals.cases import ObjectiveCase, ResponsibilityCase

__all__ = [
    "FAULT_CODES",
    "LABELS",
    "TIME_CODES",
    "FaultCode",
    "Label",
    "is_good",
    "objective_problems",
    "responsibility_problems",
]


class FaultCode(StrEnum):
    """The 24 fault codes of the SMART standard, in its order."""

    VAGUE_VERB = "vague_verb"
    NO_ACTOR = "no_actor"
    AGENCY_NOT_NAMED_PERSON = "agency_not_named_person"
    NO_QUANTITY = "no_quantity"
    NO_BASELINE = "no_baseline"
    NO_DEADLINE = "no_deadline"
    ONGOING_OR_ASAP = "ongoing_or_asap"
    DEADLINE_VAGUE = "deadline_vague"
    CONDITIONAL_UNDEFINED = "conditional_undefined"
    TWO_OBJECTIVES_IN_ONE = "two_objectives_in_one"
    NEGATIVE_OUTCOME = "negative_outcome"
    SERVICE_TERM = "service_term"
    CLICHE_OR_UNIVERSAL = "cliche_or_universal"
    INFINITIVE_MENTAL_VERB = "infinitive_mental_verb"
    JARGON = "jargon"
    REVIEW_AS_MEASURE = "review_as_measure"
    TARGET_JUMP = "target_jump"
    BEYOND_GOOD_ENOUGH = "beyond_good_enough"
    NOT_LINKED_TO_NEED = "not_linked_to_need"
    NARRATIVE = "narrative"
    NOT_IN_ACTOR_CONTROL = "not_in_actor_control"
    RESPONSIBILITY_ON_VICTIM = "responsibility_on_victim"
    RESPONSIBILITY_UNASSIGNED = "responsibility_unassigned"
    HIDES_INFORMATION = "hides_information"


FAULT_CODES = tuple(FaultCode)
TIME_CODES = frozenset({FaultCode.NO_DEADLINE, FaultCode.ONGOING_OR_ASAP, FaultCode.DEADLINE_VAGUE})


class Label(StrEnum):
    """The six labels of the responsibility standard."""

    ABUSE = "abuse"
    ON_VICTIM = "on_victim"
    UNASSIGNED = "unassigned"
    HIDES_INFORMATION = "hides_information"
    MUTUALISES = "mutualises"
    MINIMISES = "minimises"


LABELS = tuple(Label)

_SURE = (Criterion.SPECIFIC, Criterion.MEASURABLE, Criterion.TIME_BOUND)
_MAY_BE_UNCLEAR = (Criterion.ACHIEVABLE, Criterion.RELEVANT)
_OF_HARM = frozenset(
    {FaultCode.RESPONSIBILITY_ON_VICTIM, FaultCode.RESPONSIBILITY_UNASSIGNED, FaultCode.HIDES_INFORMATION}
)


def is_good(verdicts: dict[Criterion, Verdict], faults: frozenset[str]) -> bool:
    """Whether a text needs no rewriting: S, M, T met, A and R met or unclear, no fault but jargon (SMART standard)."""
    return (
        all(verdicts[criterion] is Verdict.MET for criterion in _SURE)
        and all(verdicts[criterion] in (Verdict.MET, Verdict.UNCLEAR) for criterion in _MAY_BE_UNCLEAR)
        and not faults - {FaultCode.JARGON}
    )


def objective_problems(case: "ObjectiveCase") -> Iterator[str]:
    """Say what in the labels of an objective contradicts the SMART standard; nothing where all is well."""
    gold = case.gold
    faults = frozenset(gold.faults)
    if len(faults) != len(gold.faults):
        yield "a fault is listed twice"
    if gold.harm.abuse != (gold.harm.caused_by is not None) or (gold.harm.harmed is not None and not gold.harm.abuse):
        yield "harm: who is harmed and by whom stand where there is abuse, and only there"
    if faults & _OF_HARM and not gold.harm.abuse:
        yield "a fault of responsibility where no abuse is stated"
    if {FaultCode.RESPONSIBILITY_ON_VICTIM, FaultCode.RESPONSIBILITY_UNASSIGNED} <= faults:
        yield "responsibility cannot be both on the person harmed and unassigned"
    if gold.verdicts is None:
        if not gold.not_an_objective or gold.kind is None:
            yield "without verdicts it must say that it is no objective, and what it is"
        if gold.why is not None or gold.min_objectives is not None or gold.also_ok or gold.faults or gold.good:
            yield "what is no objective is not judged"
        return
    if gold.not_an_objective or gold.kind is not None:
        yield "it has verdicts, so it is an objective"
    if gold.why is None or gold.min_objectives is None:
        yield "an objective needs its reasons and its number of objectives"
    verdicts = gold.verdicts.by_criterion()
    if len(faults & TIME_CODES) != (verdicts[Criterion.TIME_BOUND] is not Verdict.MET):
        yield "exactly one fault of time goes with T not met, none with T met"
    if any(verdicts[criterion] in allowed for criterion, allowed in gold.also_ok.items()):
        yield "also_ok repeats the given verdict"
    if gold.good and not is_good(verdicts, faults):
        yield "called good, but a verdict or a fault says otherwise"


def responsibility_problems(case: "ResponsibilityCase") -> Iterator[str]:
    """Say what in the labels of a text contradicts the responsibility standard; nothing where all is well."""
    true = case.gold.true()
    if true and Label.ABUSE not in true:
        yield "without abuse every other label is false"
    if Label.MUTUALISES in true and Label.ON_VICTIM not in true:
        yield "mutualises implies on_victim"
    if {Label.UNASSIGNED, Label.ON_VICTIM} <= true:
        yield "unassigned never stands with on_victim"
    if case.span is not None and case.span not in case.text:
        yield "the span is not in the text"
    if (case.span is None) != (not true - {Label.ABUSE}):
        yield "a span stands where there is a fault, and only there"
