"""The product with a model behind it, as a system that can be measured: every case asked once, many at a time."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from evals.answers import DraftAnswer, ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import CaseSets, ObjectiveCase, ResponsibilityCase
from evals.judging import true_claims
from evals.labels import Label
from evals.progress import Progress, Step
from evals.systems import answer_of
from rewriter.answer import Rewrite
from rewriter.chat.model_settings import ModelSettings
from rewriter.chat.port import Chat
from rewriter.errors import ModelError
from rewriter.service import Checked, Service
from rewriter.wiring import service_over

__all__ = ["Serve", "WithModel", "asked", "served"]

_SECONDS = 24 * 60 * 60  # people may sit behind the model; an eval waits for them
Serve = Callable[[Chat], Service]
"""How a chat becomes the product with it: whether names are masked before anything is sent."""
CaseT = TypeVar("CaseT", ObjectiveCase, ResponsibilityCase)
AnswerT = TypeVar("AnswerT")


@dataclass(slots=True)
class WithModel:
    """What the product said with a model, by case id; a case that could not be answered is missing, and unscored.

    `claims` are the claims of a case that a judge was asked about, and whether each is true of the rewrite.
    """

    name: str
    rewrites: dict[str, Rewrite]
    checks: dict[str, Checked]
    claims: dict[str, dict[str, bool]] = field(default_factory=dict)

    def judge(self, case: ObjectiveCase) -> ObjectiveAnswer:
        """Give the critique that came with the rewrite."""
        return answer_of(self.rewrites[case.id].critique)

    def draft(self, case: ObjectiveCase) -> DraftAnswer:
        """Give the rewrite."""
        written = self.rewrites[case.id]
        return DraftAnswer(len(written.objectives), written)

    def check(self, case: ResponsibilityCase) -> ResponsibilityAnswer:
        """Give the labels."""
        found = self.checks[case.id].responsibility
        return ResponsibilityAnswer(frozenset(label for label in Label if getattr(found, label.value)))


def served(model: ModelSettings | None) -> Serve:
    """Give how a model is served: names are masked where its address asks for it, as nothing else would be sent.

    With no model, kept replies are given to what was asked unmasked.
    """
    if model is None:
        return partial(Service, seconds=_SECONDS)
    return partial(service_over, model=model, seconds=_SECONDS)


async def asked(
    sets: CaseSets,
    chat: Chat,
    judge: Chat | None = None,
    progress: Progress | None = None,
    what: str = "answers",
    serve: Serve | None = None,
) -> WithModel:
    """Put every case to the product with a model, and every rewrite to a judge if there is one.

    `what` names the one part of which `progress` is told; `serve` is for a model to which names are not sent.
    """
    progress = progress or Progress()
    service = (serve or served(None))(chat)
    objectives = [case for group in sets.objectives for case in group.cases]
    texts = [case for group in sets.responsibility for case in group.cases]

    claims: dict[str, dict[str, bool]] = {}

    async def rewrite(case: ObjectiveCase) -> Rewrite:
        answer = await service.rewrite(case.objective, case.context.as_told())
        if answer.provenance.fallback:
            raise ModelError(answer.provenance.fallback)
        if judge is not None:
            with contextlib.suppress(ModelError):  # unscored, like a case that could not be answered
                claims[case.id] = await true_claims(judge, case, answer)
        return answer

    async def check(case: ResponsibilityCase) -> Checked:
        answer = await service.check(case.text, case.context.as_told(), case.kind)
        if answer.provenance.fallback:
            raise ModelError(answer.provenance.fallback)
        return answer

    with progress.part(what, len(objectives) + len(texts)) as step:
        rewrites, checks = await asyncio.gather(_all(objectives, rewrite, step), _all(texts, check, step))
    return WithModel(f"with the model {chat.name}", rewrites, checks, claims)


async def _all(cases: Sequence[CaseT], ask: Callable[[CaseT], Awaitable[AnswerT]], step: Step) -> dict[str, AnswerT]:
    """Ask of every case at once; what fails is left out, to be counted as unscored."""

    async def one(case: CaseT) -> tuple[str, AnswerT | None]:
        try:
            return case.id, await ask(case)
        except ModelError:
            return case.id, None
        finally:
            step()

    answers = await asyncio.gather(*(one(case) for case in cases))
    return {name: answer for name, answer in answers if answer is not None}
