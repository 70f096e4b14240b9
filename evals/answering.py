"""Who answers a single case: the product in one of its ways, or a baseline that any score must beat.

Each gives a text and its marks, for tools that put case after case themselves, as Inspect does (`evals.inspected`).
"""

import os
from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple, NoReturn

from evals.answers import ResponsibilityAnswer
from evals.baselines import MostFrequent, OneRegex
from evals.cases import CaseSets, ObjectiveCase, ResponsibilityCase
from evals.guard_cases import GuardCase
from evals.kept import FOLDER, KeptChat
from evals.labels import LABELS
from evals.marks import Marks, critique_marks, guard_marks, responsibility_marks, rewrite_marks, text_marks
from evals.plain import asked_plainly
from evals.systems import System, answer_of
from evals.untaught import Untaught
from rewriter.chat.configuring import configured
from rewriter.chat.connect import connect
from rewriter.chat.model_settings import ModelSettings
from rewriter.chat.port import Chat
from rewriter.errors import ConfigurationError, ModelError
from rewriter.service import Service
from rewriter.wiring import service_over

__all__ = ["Answer", "Wanted", "checking", "critiquing", "guarding", "rewriting"]

_DAY = 24 * 60 * 60
_PRODUCT = ("rules", "model", "kept", "untaught")


class Answer(NamedTuple):
    """The answer to one case as a text, and its marks."""

    text: str
    marks: Marks


class Wanted(NamedTuple):
    """Which system is to answer; `name` is the model whose kept replies are given, "" for the configured model."""

    system: str
    name: str = ""


def critiquing(wanted: Wanted, sets: CaseSets) -> Callable[[ObjectiveCase], Awaitable[Answer]]:
    """Give what judges objectives; the most frequent answer is that of `sets`. Raises ConfigurationError."""
    if (baseline := _baseline(wanted, sets)) is not None:
        return partial(_judged, baseline)
    return partial(_critique, _service(wanted, "most_frequent", "one_regex"))


def checking(wanted: Wanted, sets: CaseSets) -> Callable[[ResponsibilityCase], Awaitable[Answer]]:
    """Give what says who is made responsible. Raises ConfigurationError."""
    if (baseline := _baseline(wanted, sets)) is not None:
        return partial(_labelled, baseline)
    return partial(_check, _service(wanted, "most_frequent", "one_regex"))


def rewriting(wanted: Wanted) -> Callable[[ObjectiveCase], Awaitable[Answer]]:
    """Give what rewrites objectives: the product, a plain ask of the same model, or the text back."""
    if wanted.system == "back":
        return _back
    if wanted.system == "plain":
        return partial(_plain, _chat(wanted.name))
    return partial(_rewrite, _service(wanted, "plain", "back"))


def guarding(wanted: Wanted) -> Callable[[GuardCase], Awaitable[Answer]]:
    """Give what holds rewrites against their originals; with a model, it reads the rewrite for responsibility."""
    return partial(_guard, _service(wanted))


def _baseline(wanted: Wanted, sets: CaseSets) -> System | None:
    if wanted.system == "one_regex":
        return OneRegex()
    if wanted.system == "most_frequent":
        objectives = [case for group in sets.objectives for case in group.cases]
        return MostFrequent(objectives, [case for group in sets.responsibility for case in group.cases])
    return None


def _service(wanted: Wanted, *others: str) -> Service:
    """The product, as wanted. `others` are the baselines that answer the same task, for the error."""
    if wanted.system == "rules":
        return Service()
    if wanted.system == "kept" or (wanted.system == "untaught" and wanted.name):
        kept = KeptChat(wanted.name, "", None, FOLDER)
        return Service(kept if wanted.system == "kept" else Untaught(kept), seconds=_DAY)
    if wanted.system not in _PRODUCT:
        _refuse(f"{wanted.system!r} does not answer this task; there are {', '.join((*_PRODUCT, *others))}")
    model = _model()
    chat = connect(model, os.environ)
    return service_over(chat if wanted.system == "model" else Untaught(chat), model, seconds=_DAY)


def _chat(name: str) -> Chat:
    return KeptChat(name, "", None, FOLDER) if name else connect(_model(), os.environ)


def _model() -> ModelSettings:
    model = configured(environment=os.environ).model
    return model if model is not None else _refuse("no model is configured: set REWRITER_MODEL and REWRITER_BASE_URL")


def _refuse(why: str) -> NoReturn:
    raise ConfigurationError(why)


async def _critique(service: Service, case: ObjectiveCase) -> Answer:
    found = await service.critique(case.objective, case.context.as_told())
    _not_down(found.provenance.fallback)
    said = "\n".join(f"{j.criterion}: {j.verdict}. {j.reason}" for j in found.judgements)
    return Answer(said, critique_marks(case, answer_of(found)))


async def _check(service: Service, case: ResponsibilityCase) -> Answer:
    found = await service.check(case.text, case.context.as_told(), case.kind)
    _not_down(found.provenance.fallback)
    labels = frozenset(label for label in LABELS if getattr(found.responsibility, label.value))
    return _of_labels(case, ResponsibilityAnswer(labels))


async def _rewrite(service: Service, case: ObjectiveCase) -> Answer:
    found = await service.rewrite(case.objective, case.context.as_told())
    _not_down(found.provenance.fallback)
    texts = [f"Goal: {goal.text}" for goal in found.goals] + [objective.text for objective in found.objectives]
    return Answer("\n".join(texts), rewrite_marks(case, found))


async def _guard(service: Service, case: GuardCase) -> Answer:
    changes = [change.as_change() for change in case.changes]
    found = await service.guard(case.objective, case.rewrite, case.context.as_told(), changes)
    _not_down(found.provenance.fallback)
    return Answer("passes" if found.passes else "does not pass", guard_marks(case, found))


async def _judged(baseline: System, case: ObjectiveCase) -> Answer:
    answer = baseline.judge(case)
    said = "\n".join(f"{criterion}: {verdict}" for criterion, verdict in answer.verdicts.items())
    return Answer(said, critique_marks(case, answer))


async def _labelled(baseline: System, case: ResponsibilityCase) -> Answer:
    return _of_labels(case, baseline.check(case))


def _of_labels(case: ResponsibilityCase, answer: ResponsibilityAnswer) -> Answer:
    return Answer(", ".join(sorted(answer.true)) or "nothing found", responsibility_marks(case, answer))


async def _plain(chat: Chat, case: ObjectiveCase) -> Answer:
    text = await asked_plainly(case, chat)
    return Answer(text, text_marks(case, text))


async def _back(case: ObjectiveCase) -> Answer:
    return Answer(case.objective, text_marks(case, case.objective))


def _not_down(fallback: str) -> None:
    """A model that was down is an error of the sample, not an answer of the rules."""
    if fallback:
        raise ModelError(fallback)
