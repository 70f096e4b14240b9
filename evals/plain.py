"""What a plain ask to "make this SMART" comes to, and what giving the text back does: any score must beat both.

A plain ask is what a practitioner without this product would type into an assistant. Its text is held to the same
claims, by the same judge, and to the same rules as a rewrite of the product.
"""

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from evals.agreement import SHARE
from evals.cases import CaseSet, ObjectiveCase
from evals.judging import true_claims_of
from evals.kept_facts import kept_in
from evals.progress import Progress
from evals.rewrite_scores import claim_scores, unmarked
from evals.scores import Score, yes
from rewriter.chat.port import Chat, Message, Role
from rewriter.consult import Tally, consult
from rewriter.errors import ModelError
from rewriter.filled import stand_in
from rewriter.pipeline import check
from rewriter.plan import PlanKind

__all__ = ["INPUT_BACK", "PLAIN_ASK", "Plain", "asked_plainly", "blames", "plain_asks", "plain_scores", "texts_back"]

PLAIN_ASK = "a plain “make this SMART”"
INPUT_BACK = "the text given back"
_ASK = "Make this objective from a social care plan SMART:\n\n{objective}"
_BESIDE = "\n\nWhat is known: {told}"


class PlainReply(BaseModel):
    """The rewrite as one text."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    rewrite: str


class Plain(NamedTuple):
    """Rewrites as texts, by case id, and the claims that a judge found true of them."""

    name: str
    texts: Mapping[str, str]
    claims: Mapping[str, Mapping[str, bool]]


async def plain_asks(
    cases: Sequence[ObjectiveCase], chat: Chat, judge: Chat, progress: Progress | None = None
) -> Plain:
    """Ask a model plainly about every case; one that it could not answer is left out. Tells of two parts."""
    progress = progress or Progress()
    texts: dict[str, str] = {}

    async def one(case: ObjectiveCase) -> None:
        with contextlib.suppress(ModelError):
            texts[case.id] = await asked_plainly(case, chat)
        step()

    with progress.part(PLAIN_ASK, len(cases)) as step:
        await asyncio.gather(*map(one, cases))
    return await _judged(PLAIN_ASK, cases, texts, judge, progress)


async def asked_plainly(case: ObjectiveCase, chat: Chat) -> str:
    """Ask a model to make one case SMART, in the words of somebody without this product. Raises ModelError."""
    told = case.context.model_dump_json(exclude_defaults=True)
    said = _ASK.format(objective=case.objective) + (_BESIDE.format(told=told) if told != "{}" else "")
    return (await consult(chat, (Message(Role.USER, said),), PlainReply, "plain", Tally())).reply.rewrite


async def texts_back(cases: Sequence[ObjectiveCase], judge: Chat, progress: Progress | None = None) -> Plain:
    """Give every text back as it came. Tells of one part."""
    texts = {case.id: case.objective for case in cases}
    return await _judged(INPUT_BACK, cases, texts, judge, progress or Progress())


async def _judged(
    name: str, cases: Sequence[ObjectiveCase], texts: Mapping[str, str], judge: Chat, progress: Progress
) -> Plain:
    claims: dict[str, Mapping[str, bool]] = {}
    there = [case for case in cases if case.id in texts]

    async def one(case: ObjectiveCase) -> None:
        with contextlib.suppress(ModelError):
            claims[case.id] = await true_claims_of(judge, case, {"objectives": [texts[case.id]]})
        step()

    with progress.part(f"{name}, judged", len(there)) as step:
        await asyncio.gather(*map(one, there))
    return Plain(name, texts, claims)


def plain_scores(group: CaseSet[ObjectiveCase], plain: Plain) -> tuple[Score, ...]:
    """Give the scores of any rewrite as a text: claims, harm on the wrong person, inventions, and facts kept."""
    judged = [case for case in group.cases if case.gold.verdicts is not None and case.id in plain.texts]
    missing = sum(case.gold.verdicts is not None for case in group.cases) - len(judged)
    blame = tuple(yes(blames(case, plain.texts[case.id])) for case in judged)
    invents = tuple(yes(any(unmarked(case, plain.texts[case.id]))) for case in judged)
    facts = tuple(row for row in (kept_in(case, plain.texts[case.id]) for case in judged) if row)
    return (
        *claim_scores(group.cases, plain.claims),
        Score(
            "text.blames",
            "Rewrites that blame, hide, share or shrink, by the rules",
            SHARE,
            blame,
            missing,
            lower_is_better=True,
        ),
        Score(
            "text.invents",
            "Rewrites with an unmarked invention, by the guard",
            SHARE,
            invents,
            missing,
            lower_is_better=True,
        ),
        Score("text.kept", "Stated facts found again in the rewrite, by the guard", SHARE, facts, missing),
    )


def blames(case: ObjectiveCase, text: str) -> bool:
    """Whether a rewrite as a text blames, hides, shares or shrinks, by the rules."""
    labels = check(stand_in(text).text, case.context.as_told(), PlanKind.PLAN)
    return labels.on_victim or labels.unassigned or labels.hides_information or labels.mutualises or labels.minimises
