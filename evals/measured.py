"""The product measured with every model whose replies are kept, or that is to be asked now."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from evals.bounds import TARGETS_WITH_MODEL, load_bounds
from evals.cases import CaseSet, CaseSets, ObjectiveCase, Origin, echo_pairs
from evals.fairness_report import fairness_of_model
from evals.hostile import Placed, obeyed, placed
from evals.judge_check import agreement_table, judged_drafts
from evals.judged_claims import JudgedDraft, load_judged
from evals.kept import AGAIN, CLAIMS, FOLDER, KeptChat, Took, kept_names, stale
from evals.model_report import model_tables, plain_table
from evals.plain import Plain, plain_asks, texts_back
from evals.plain_language import plain_language_table
from evals.progress import Progress
from evals.repeatability import repeatability
from evals.rewrite_scores import rewrite_scores
from evals.run import Results, run
from evals.scores import Score
from evals.tables import Table
from evals.timed import time_of_replies
from evals.untaught import UNTAUGHT, Untaught
from evals.with_masking import what_masking_costs
from evals.with_model import Serve, WithModel, asked, served
from rewriter.answer import Rewrite
from rewriter.chat.configuring import configured
from rewriter.chat.connect import connect
from rewriter.chat.model_settings import ModelSettings
from rewriter.chat.port import Chat
from rewriter.errors import ConfigurationError

__all__ = ["Asked", "Desk", "Measured", "ask_everything", "measure_models", "models_to_measure", "parts_of_model"]

_PARTS = 11  # of `ask_everything`


class Desk(NamedTuple):
    """A model as an eval asks it: for answers, once more for answers to the same, and as a judge of claims.

    `serve` makes the product with it.
    """

    first: KeptChat
    again: KeptChat
    judge: KeptChat
    serve: Serve | None = None


class Asked(NamedTuple):
    """All that a model was asked for: the product with it, what is set beside it, and the tries of the judge.

    `further` are the tables of fairness, repeatability, masking and hidden orders, those of which every reply is there.
    """

    system: WithModel
    took: Mapping[str, Took]
    untaught: WithModel
    plain: Sequence[Plain]
    agreed: Mapping[str, Mapping[str, bool]]
    further: Sequence[Table]


class Measured(NamedTuple):
    """The product with one model: its results, how long it took, the scores of its rewrites by set, and the tables."""

    name: str
    time: str
    results: Results
    rewrites: Mapping[str, tuple[Score, ...]]
    tables: Sequence[Table]


def models_to_measure(replies: Path, *, ask: bool) -> tuple[str, ...]:
    """Give the names of the models: the configured one where it is to be asked, else those of which `replies` are kept.

    Raises ConfigurationError where none is configured and one is to be asked.
    """
    return (_configured().model,) if ask else kept_names(replies)


def parts_of_model(sets: CaseSets) -> int:
    """Give of how many parts `measure_models` tells for one model."""
    return _PARTS + len(sets.all())


def measure_models(
    sets: CaseSets,
    label: str | None,
    judge: str | None,
    by_rules: Mapping[str, Rewrite],
    progress: Progress | None = None,
    replies: Path = FOLDER,
) -> tuple[Measured, ...]:
    """Measure on these sets, from the kept `replies` alone unless there is a label; `by_rules` are the rules' drafts.

    With a label, which says how answers come about, the configured model is asked for what is not kept, and the
    model at the address `judge` about the claims. Raises ConfigurationError where none is configured.
    """
    progress = progress or Progress()
    for version in stale(replies):
        progress.say(
            f"the kept replies to prompts {version} are stale: the prompts have changed since; --ask asks again"
        )
    model = None if label is None else _configured()
    return tuple(
        _measured(sets, _desk(name, label or "", model, judge, progress, replies), by_rules, progress)
        for name in models_to_measure(replies, ask=label is not None)
    )


async def ask_everything(
    sets: CaseSets,
    drafts: Sequence[JudgedDraft],
    orders: Sequence[Placed],
    desk: Desk,
    progress: Progress | None = None,
) -> Asked:
    """Ask a model and its judge for all that is measured. What fails is missing, and unscored."""
    progress = progress or Progress()
    groups = _given(sets)
    cases = [case for group in groups for case in group.cases]
    first, judge = desk.first, desk.judge
    system = await asked(sets, first, judge, progress, f"answers with the model {first.name}", desk.serve)
    took = {**first.took(), **judge.took()}
    untaught = await asked(CaseSets(groups, ()), Untaught(first), judge, progress, UNTAUGHT, desk.serve)
    plain = (await plain_asks(cases, first, judge, progress), await texts_back(cases, judge, progress))
    agreed = await judged_drafts(drafts, judge, progress)
    further = (
        await fairness_of_model(sets, first, desk.again, progress, desk.serve),
        await repeatability(sets, first, desk.again, progress, desk.serve),
        await what_masking_costs(sets, first, desk.again, progress),
        await obeyed(orders, first, progress, desk.serve),
    )
    return Asked(system, took, untaught, plain, agreed, [table for table in further if table is not None])


def _configured() -> ModelSettings:
    model = configured(environment=os.environ).model
    if model is None:
        raise ConfigurationError("--ask needs a model: set REWRITER_MODEL and REWRITER_BASE_URL")
    return model


def _desk(
    name: str, label: str, model: ModelSettings | None, judge: str | None, progress: Progress, folder: Path
) -> Desk:
    writer: Chat | None = None if model is None else connect(model, os.environ)
    judging = None if model is None or judge is None else connect(replace(model, base_url=judge), os.environ)
    at_once = 1 if model is None else model.concurrency
    return Desk(
        KeptChat(name, label, writer, folder, progress.say, at_once=at_once),
        KeptChat(name, label, writer, folder / AGAIN, progress.say, at_once=at_once),
        KeptChat(name, label, judging, folder / CLAIMS, progress.say, at_once=at_once),
        served(model),
    )


def _measured(sets: CaseSets, desk: Desk, by_rules: Mapping[str, Rewrite], progress: Progress) -> Measured:
    drafts = load_judged()
    said = asyncio.run(ask_everything(sets, drafts, placed(), desk, progress))
    system = said.system
    results = run(sets, echo_pairs(), system, progress)
    rewrites = {group.name: rewrite_scores(group.cases, system.rewrites, system.claims) for group in sets.objectives}
    tables = (
        *model_tables(results, system, load_bounds(TARGETS_WITH_MODEL), said.took),
        *plain_table(_given(sets), _side_by_side(said, by_rules)),
        plain_language_table(_texts(sets, system, by_rules, said.plain[0])),
        agreement_table(drafts, said.agreed),
        *said.further,
    )
    return Measured(system.name, time_of_replies(desk.first.name, said.took), results, rewrites, tables)


def _given(sets: CaseSets) -> tuple[CaseSet[ObjectiveCase], ...]:
    return tuple(group for group in sets.objectives if group.origin is Origin.GIVEN)


def _side_by_side(said: Asked, by_rules: Mapping[str, Rewrite]) -> tuple[Plain, ...]:
    """The product and all that is set beside it, each as its texts."""
    return (
        Plain("the product", _texts_of(said.system.rewrites), said.system.claims),
        Plain(UNTAUGHT, _texts_of(said.untaught.rewrites), said.untaught.claims),
        Plain("drafts by rules", _texts_of(by_rules), {}),
        *said.plain,
    )


def _texts(
    sets: CaseSets, system: WithModel, by_rules: Mapping[str, Rewrite], asked_plainly: Plain
) -> dict[str, Mapping[str, str]]:
    """The texts to compare for plain language, by system and case: originals, drafts and the plain ask."""
    judged = [case for group in _given(sets) for case in group.cases if case.gold.verdicts is not None]
    return {
        "The originals": {case.id: case.objective for case in judged},
        "Drafts by rules": _texts_of(by_rules),
        "Drafts with the model, as served": _texts_of(system.rewrites),
        **({"A plain “make this SMART”": asked_plainly.texts} if asked_plainly.texts else {}),
    }


def _texts_of(rewrites: Mapping[str, Rewrite]) -> dict[str, str]:
    return {
        name: "\n".join([goal.text for goal in answer.goals] + [objective.text for objective in answer.objectives])
        for name, answer in rewrites.items()
    }
