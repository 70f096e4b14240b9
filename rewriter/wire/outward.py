"""Answers as plain data for JSON: frozen dataclasses in, dictionaries out, field names as the contract has them.

Pure and without pydantic, so that one critique from cold stays quick; `wire.answers` holds the schema that every
dictionary made here fits, and the tests prove that it does. Every field is always present; a text that does not
apply is "", and `id` is null where none was given.
"""

import json
from typing import TYPE_CHECKING, TypeAlias

from rewriter.answer import Change, Concern, Critique, Gap, Goal, Guarded, Objective, Provenance, Rewrite, SelfCheck
from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.smart import Finding, Judgement, Responsibility

if TYPE_CHECKING:
    from rewriter.masking.masking import Masked  # by which all that masks would be loaded

__all__ = [
    "Json",
    "check_json",
    "critique_json",
    "finding_json",
    "guard_json",
    "judgement_json",
    "line",
    "mask_json",
    "rewrite_json",
]

Json: TypeAlias = dict[str, object]


def critique_json(answer: Critique) -> Json:
    """Give a critique as the contract has it."""
    return {
        "id": answer.id,
        "objective": answer.objective,
        "input_kind": answer.input_kind.value,
        "judgements": [judgement_json(judgement) for judgement in answer.judgements],
        "findings": [finding_json(finding) for finding in answer.findings],
        "needs_goal_split": answer.needs_goal_split,
        "responsibility": _responsibility(answer.responsibility),
        "advice_to_reader": answer.advice_to_reader,
        "safety_notice": answer.safety_notice,
        "ignored": [{"finding": finding_json(finding), "reason": reason} for finding, reason in answer.ignored],
        "provenance": _provenance(answer.provenance),
    }


def check_json(answer: Responsibility, provenance: Provenance, safety_notice: str = "", id: str | None = None) -> Json:
    """Give the six labels for one text as the contract has them, with where they come from."""
    return {
        "id": id,
        **_responsibility(answer),
        "safety_notice": safety_notice,
        "provenance": _provenance(provenance),
    }


def rewrite_json(answer: Rewrite) -> Json:
    """Give a rewrite as the contract has it."""
    return {
        "id": answer.id,
        "status": answer.status.value,
        "critique": critique_json(answer.critique),
        "context": _context(answer.context),
        "goals": [_goal(goal) for goal in answer.goals],
        "objectives": [_objective(objective) for objective in answer.objectives],
        "gaps": [_gap(gap) for gap in answer.gaps],
        "changes": [_change(change) for change in answer.changes],
        "responsibility": _responsibility(answer.responsibility),
        "self_check": [_self_check(check) for check in answer.self_check],
        "model": answer.model.value,
        "withheld_because": list(answer.withheld_because),
        "safety_notice": answer.safety_notice,
        "note": answer.note,
        "provenance": _provenance(answer.provenance),
    }


def guard_json(answer: Guarded) -> Json:
    """Give what the guard says of a rewrite as the contract has it."""
    return {
        "id": answer.id,
        "passes": answer.passes,
        "concerns": [_concern(concern) for concern in answer.concerns],
        "responsibility": _responsibility(answer.responsibility),
        "provenance": _provenance(answer.provenance),
    }


def mask_json(answer: "Masked") -> Json:
    """Give a masked text as the contract has it; what the tokens stand for is not in it."""
    return {
        "id": answer.id,
        "masked": answer.masked,
        "tokens": [
            {"token": token.token, "kind": token.kind.value, "start": token.start, "end": token.end}
            for token in answer.tokens
        ],
    }


def line(data: Json) -> bytes:
    """Write one answer as one line of JSON in UTF-8, without the line break: the same bytes for the same answer."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def finding_json(finding: Finding) -> Json:
    """Give one finding as the contract has it."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "criterion": finding.criterion.value if finding.criterion is not None else None,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "question": finding.question,
        "source": finding.source,
    }


def _concern(concern: Concern) -> Json:
    return {
        "kind": concern.kind.value,
        "severity": concern.severity.value,
        "start": concern.start,
        "end": concern.end,
        "text": concern.text,
        "message": concern.message,
    }


def judgement_json(judgement: Judgement) -> Json:
    """Give the verdict on one criterion as the contract has it."""
    return {
        "criterion": judgement.criterion.value,
        "verdict": judgement.verdict.value,
        "reason": judgement.reason,
        "question": judgement.question,
        "findings": [finding_json(finding) for finding in judgement.findings],
    }


def _responsibility(answer: Responsibility) -> Json:
    return {
        "abuse": answer.abuse,
        "on_victim": answer.on_victim,
        "unassigned": answer.unassigned,
        "hides_information": answer.hides_information,
        "mutualises": answer.mutualises,
        "minimises": answer.minimises,
        "harms": [_harm(harm) for harm in answer.harms],
        "findings": [finding_json(finding) for finding in answer.findings],
    }


def _harm(harm: Harm) -> Json:
    return {"to": harm.to, "by": harm.by, "what": harm.what, "basis": harm.basis.value}


def _provenance(answer: Provenance) -> Json:
    return {
        "engine": answer.engine,
        "rules_version": answer.rules_version,
        "contract_version": answer.contract_version,
        "prompt_version": answer.prompt_version,
        "model": answer.model,
        "calls": answer.calls,
        "characters_sent": answer.characters_sent,
        "characters_received": answer.characters_received,
        "tokens_sent": answer.tokens_sent,
        "tokens_received": answer.tokens_received,
        "fallback": answer.fallback,
        "rules_off": list(answer.rules_off),
        "masked": answer.masked,
    }


def _context(told: Context) -> Json:
    return {
        "need": told.need,
        "baseline": told.baseline,
        "people": [{"name": person.name, "role": person.role} for person in told.people],
        "harms": [{"to": harm.to, "by": harm.by, "what": harm.what} for harm in told.harms],
        "today": told.today.isoformat() if told.today is not None else None,
        "review_date": told.review_date.isoformat() if told.review_date is not None else None,
        "names": list(told.names),
    }


def _goal(goal: Goal) -> Json:
    return {"id": goal.id, "text": goal.text, "need": goal.need}


def _objective(objective: Objective) -> Json:
    measure, timescale = objective.measure, objective.timescale
    return {
        "goal": objective.goal,
        "text": objective.text,
        "responsible": list(objective.responsible),
        "action": objective.action,
        "measure": {
            "what": measure.what,
            "baseline": measure.baseline,
            "target": measure.target,
            "method": measure.method,
            "recorded_by": measure.recorded_by,
            "kind": measure.kind,
        },
        "timescale": {
            "start": timescale.start,
            "by": timescale.by,
            "frequency": timescale.frequency,
            "duration": timescale.duration,
            "review": timescale.review,
        },
        "tolerance": objective.tolerance,
        "contingency": objective.contingency,
        "definitions": list(objective.definitions),
    }


def _gap(gap: Gap) -> Json:
    return {
        "id": gap.id,
        "where": gap.where,
        "start": gap.start,
        "end": gap.end,
        "question": gap.question,
        "suggestion": gap.suggestion,
    }


def _change(change: Change) -> Json:
    return {"from": change.from_, "to": change.to, "reason": change.reason, "rule": change.rule}


def _self_check(check: SelfCheck) -> Json:
    return {
        "objective": check.objective,
        "judgements": [judgement_json(judgement) for judgement in check.judgements],
        "depends_on": list(check.depends_on),
    }
