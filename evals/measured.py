"""The product measured with every model whose replies are kept, or that is to be asked now."""

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from evals.bounds import TARGETS_WITH_MODEL, load_bounds
from evals.cases import CaseSets, Origin, echo_pairs
from evals.fairness_report import fairness_of_model
from evals.judge_check import agreement_table, judged_drafts
from evals.judged_claims import load_judged
from evals.kept import CLAIMS, FOLDER, KeptChat, kept_names, stale
from evals.model_report import model_tables, plain_table
from evals.plain import Plain, plain_asks, texts_back
from evals.plain_language import plain_language_table
from evals.rewrite_scores import rewrite_scores
from evals.run import Results, run
from evals.scores import Score
from evals.tables import Table
from evals.untaught import Untaught
from evals.with_model import WithModel, asked
from rewriter.answer import Rewrite
from rewriter.chat.configuring import configured
from rewriter.chat.connect import connect
from rewriter.chat.model_settings import ModelSettings
from rewriter.chat.port import Chat
from rewriter.errors import ConfigurationError
from rewriter.pipeline import rewrite

__all__ = ["Measured", "measure_models"]

Tell = Callable[[str], None]


class Measured(NamedTuple):
    """The product with one model: its results, the scores of its rewrites by set, and the tables of them."""

    name: str
    results: Results
    rewrites: Mapping[str, tuple[Score, ...]]
    tables: Sequence[Table]


def measure_models(
    sets: CaseSets, label: str | None, judge: str | None, origins: frozenset[Origin], tell: Tell
) -> tuple[Measured, ...]:
    """Measure on the sets of these origins, from kept replies alone unless there is a label.

    With a label, which says how answers come about, the configured model is asked for what is not kept, and the
    model at the address `judge` about the claims. Raises ConfigurationError where none is configured.
    """
    for version in stale():
        tell(f"the kept replies to prompts {version} are stale: the prompts have changed since; --ask asks again")
    some = CaseSets(
        objectives=tuple(group for group in sets.objectives if group.origin in origins),
        responsibility=tuple(group for group in sets.responsibility if group.origin in origins),
    )
    model = None if label is None else _configured()
    names = kept_names() if model is None else (model.model,)
    return tuple(_measure(some, name, label or "", model, judge, tell) for name in names)


def _configured() -> ModelSettings:
    model = configured(environment=os.environ).model
    if model is None:
        raise ConfigurationError("--ask needs a model: set REWRITER_MODEL and REWRITER_BASE_URL")
    return model


def _measure(
    sets: CaseSets, name: str, label: str, model: ModelSettings | None, judge: str | None, tell: Tell
) -> Measured:
    tell(f"with {name}: {sum(len(group.cases) for group in sets.all())} cases")

    labelled = load_judged()

    async def ask() -> tuple[WithModel, WithModel, Sequence[Plain], Mapping[str, Mapping[str, bool]]]:
        writer: Chat | None = None if model is None else connect(model, os.environ)
        judging: Chat | None = (
            None if model is None or judge is None else connect(replace(model, base_url=judge), os.environ)
        )
        kept = KeptChat(name, label, writer, FOLDER, tell=tell)
        judged = KeptChat(name, label, judging, FOLDER / CLAIMS, tell=tell)
        groups = tuple(group for group in sets.objectives if group.origin is Origin.GIVEN)
        given = [case for group in groups for case in group.cases]
        plain = (await plain_asks(given, kept, judged), await texts_back(given, judged))
        untaught = await asked(CaseSets(groups, ()), Untaught(kept), judged)
        return await asked(sets, kept, judged), untaught, plain, await judged_drafts(labelled, judged)

    system, untaught, plain, agreed = asyncio.run(ask())
    results = run(sets, echo_pairs(), system)
    rewrites = {group.name: rewrite_scores(group.cases, system.rewrites, system.claims) for group in sets.objectives}
    tables = model_tables(results, system, load_bounds(TARGETS_WITH_MODEL))
    beside = plain_table(
        [group for group in sets.objectives if group.origin is Origin.GIVEN], rewrites, untaught, plain
    )
    plainly = plain_language_table(_texts(sets, system, plain[0]))
    chat = None if model is None else connect(model, os.environ)
    fair = fairness_of_model(sets, name, label, chat)
    return Measured(
        system.name,
        results,
        rewrites,
        (*tables, *beside, plainly, agreement_table(labelled, agreed), *([fair] if fair else [])),
    )


def _texts(sets: CaseSets, system: WithModel, asked_plainly: Plain) -> dict[str, Mapping[str, str]]:
    """The texts to compare for plain language, by system and case: originals, drafts and the plain ask."""
    judged = [
        case
        for group in sets.objectives
        if group.origin is Origin.GIVEN
        for case in group.cases
        if case.gold.verdicts is not None
    ]
    drafted = {case.id: rewrite(case.objective, case.context.as_told()) for case in judged}
    return {
        "The originals": {case.id: case.objective for case in judged},
        "Drafts by rules": {name: _text_of(answer) for name, answer in drafted.items()},
        "Drafts with the model, as served": {name: _text_of(answer) for name, answer in system.rewrites.items()},
        **({"A plain “make this SMART”": asked_plainly.texts} if asked_plainly.texts else {}),
    }


def _text_of(answer: Rewrite) -> str:
    return "\n".join([goal.text for goal in answer.goals] + [objective.text for objective in answer.objectives])
