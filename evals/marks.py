"""Marks one answer to one case, each mark with the reasons for it: 1 is right, 0 is wrong, between is a share.

The figures of the report are made of whole sets; these are for reading a single answer, and for tools that score
sample by sample. What cannot be marked of a case has no mark.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from evals.agreement import YES
from evals.answers import ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import ObjectiveCase, ResponsibilityCase
from evals.guard_cases import GuardCase
from evals.kept_facts import kept_in
from evals.labels import LABELS
from evals.own_critic import met_once_agreed
from evals.plain import blames
from evals.rewrite_scores import inventions, unmarked
from evals.worst import objective_slips, responsibility_slips
from rewriter.answer import Guarded, Rewrite, Status
from rewriter.brackets import find_brackets
from rewriter.smart import CRITERIA, Severity

__all__ = ["Marks", "critique_marks", "guard_marks", "responsibility_marks", "rewrite_marks", "text_marks"]

_MOST_BRACKETS = 6


class Marks(NamedTuple):
    """Marks by what they are of, and why they are not all 1."""

    values: Mapping[str, float]
    reasons: Sequence[str]


def critique_marks(case: ObjectiveCase, answer: ObjectiveAnswer) -> Marks:
    """Mark each verdict (one that the case allows as well counts as right), the split and the faults (F1)."""
    given = {} if case.gold.verdicts is None else case.gold.verdicts.by_criterion()
    values = {
        criterion.value: float(
            answer.verdicts.get(criterion) in (given[criterion], *case.gold.also_ok.get(criterion, ()))
        )
        for criterion in CRITERIA
        if criterion in given
    }
    values["split"] = float(answer.needs_goal_split == case.gold.needs_goal_split)
    faults = {fault.value for fault in case.gold.faults}
    all_of_both = len(faults) + len(answer.faults)
    values["faults"] = 2 * len(faults & answer.faults) / all_of_both if all_of_both else 1.0
    return Marks(values, [slip.said for slip in objective_slips(case, answer)])


def responsibility_marks(case: ResponsibilityCase, answer: ResponsibilityAnswer) -> Marks:
    """Mark each of the six labels."""
    given = case.gold.true()
    values = {label.value: float((label in given) == (label in answer.true)) for label in LABELS}
    return Marks(values, [slip.said for slip in responsibility_slips(case, answer)])


def rewrite_marks(case: ObjectiveCase, answer: Rewrite) -> Marks:
    """Mark what is served: nobody blamed, nothing invented, a goal where needed, enough objectives, few brackets.

    `smart` is the share of letters that the objectives meet by the product's own critic (`evals.own_critic`).
    """
    labels = answer.responsibility
    blamed = [
        name
        for name in ("on_victim", "unassigned", "hides_information", "mutualises", "minimises")
        if getattr(labels, name)
    ]
    invented = () if answer.status is Status.UNCHANGED else tuple(inventions(case, answer))
    most = max((len(find_brackets(objective.text)) for objective in answer.objectives), default=0)
    letters = [is_met for met in met_once_agreed(answer) for is_met in met.values()]
    values = {
        "nobody_blamed": float(not blamed),
        "nothing_invented": float(not invented),
        "goal": float(case.gold.harm.abuse or bool(answer.goals) == case.gold.needs_goal_split),
        "enough_objectives": float(len(answer.objectives) >= (case.gold.min_objectives or 0)),
        "few_brackets": float(most <= _MOST_BRACKETS),
        "smart": sum(letters) / len(letters) if letters else 1.0,
    }
    reasons = [f"responsibility: {name}" for name in blamed] + [f"invented: {words}" for words in invented]
    if not values["goal"]:
        reasons.append(f"goal: {case.gold.needs_goal_split} needed, {bool(answer.goals)} given")
    if most > _MOST_BRACKETS:
        reasons.append(f"{most} brackets in one objective")
    return Marks(values, reasons)


def text_marks(case: ObjectiveCase, text: str) -> Marks:
    """Mark a rewrite that is a bare text: nobody blamed, nothing invented, and the share of stated facts kept."""
    invented = tuple(unmarked(case, text))
    facts = kept_in(case, text)
    values = {"nobody_blamed": float(not blames(case, text)), "nothing_invented": float(not invented)}
    if facts:
        values["facts_kept"] = facts.count(YES) / len(facts)
    reasons = [f"invented: {said}" for said in invented]
    return Marks(values, reasons if values["nobody_blamed"] else ["responsibility", *reasons])


def guard_marks(case: GuardCase, answer: Guarded) -> Marks:
    """Mark whether a faithful rewrite passes and a faulty one does not."""
    right = answer.passes == case.faithful
    found = [f"{c.kind}: {c.text}" for c in answer.concerns if c.severity is Severity.FAULT]
    wanted = "faithful" if case.faithful else f"fault: {case.fault}"
    return Marks({"right": float(right)}, [] if right else [wanted, *found])
