"""Has a model say which of a case's claims are true of a rewrite: what it must hold, and what it must not.

The judge sees the original, its context, the draft and the claims in one list, never which of them are wanted, and not
which system wrote the draft. A claim it does not answer is unscored, never zero.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from evals.cases import CaseContext, ObjectiveCase
from rewriter.answer import Gap, Rewrite
from rewriter.chat.port import Chat, Message, Role
from rewriter.consult import Tally, consult
from rewriter.questions import left_to_ask

__all__ = ["ClaimsReply", "judged_claims", "true_claims", "true_claims_of"]

INSTRUCTIONS = Path(__file__).parent / "judge.md"


class ClaimReply(BaseModel):
    """One claim, judged."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    number: int
    reason: str
    true: bool


class ClaimsReply(BaseModel):
    """All claims about one draft, judged."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    claims: tuple[ClaimReply, ...]


async def true_claims(chat: Chat, case: ObjectiveCase, rewrite: Rewrite) -> dict[str, bool]:
    """Give which of a case's `must` and `must_not` are true of a rewrite, by claim. Raises ModelError."""
    return await true_claims_of(chat, case, _drafted(rewrite))


async def true_claims_of(chat: Chat, case: ObjectiveCase, draft: Mapping[str, object]) -> dict[str, bool]:
    """Give which of a case's `must` and `must_not` are true of a draft as it is shown to the judge."""
    claims = sorted({*case.gold.must, *case.gold.must_not})
    return await judged_claims(chat, case.objective, case.context, draft, claims) if claims else {}


async def judged_claims(
    chat: Chat, original: str, context: CaseContext, draft: Mapping[str, object], claims: Sequence[str]
) -> dict[str, bool]:
    """Give which claims are true of a draft as it is shown to the judge, by claim; one it passes over is left out."""
    told = {
        "original": original,
        "context": context.model_dump(mode="json", exclude_defaults=True),
        "draft": draft,
        "claims": dict(enumerate(claims, start=1)),
    }
    asked = (
        Message(Role.SYSTEM, INSTRUCTIONS.read_text("utf-8")),
        Message(Role.USER, json.dumps(told, ensure_ascii=False)),
    )
    reply = (await consult(chat, asked, ClaimsReply, "claims", Tally())).reply
    said = {claim.number: claim.true for claim in reply.claims}
    return {claim: said[number] for number, claim in enumerate(claims, start=1) if number in said}


def _drafted(rewrite: Rewrite) -> dict[str, object]:
    return {
        "note_to_the_reader": rewrite.note,
        "goals": [goal.text for goal in rewrite.goals],
        "objectives": [objective.text for objective in rewrite.objectives],
        "questions": {_bracket(rewrite, gap): gap.question for gap in rewrite.gaps},
        "also_asked": left_to_ask(rewrite),
        "changes": [{"from": c.from_, "to": c.to, "reason": c.reason} for c in rewrite.changes],
    }


def _bracket(rewrite: Rewrite, gap: Gap) -> str:
    texts = {f"goals.{n}": goal.text for n, goal in enumerate(rewrite.goals)}
    texts |= {f"objectives.{n}": objective.text for n, objective in enumerate(rewrite.objectives)}
    return texts[gap.where][gap.start : gap.end]
