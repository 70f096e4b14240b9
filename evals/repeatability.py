"""How far a model says the same twice: the same objectives and the same texts, asked a second time.

What differs here is what no other figure of a model can be relied on beyond. Rules always say the same.
"""

import asyncio
from collections.abc import Mapping
from typing import NamedTuple

from evals.agreement import SHARE
from evals.cases import CaseSets, ObjectiveCase, Origin, ResponsibilityCase
from evals.fairness import sample as swaps_of_texts
from evals.labels import LABELS
from evals.progress import Progress
from evals.report import cell
from evals.rewrite_report import left_out
from evals.scores import Score, figure_of, yes
from evals.tables import Table
from evals.with_masking import sample as objectives_to_mask
from evals.with_model import Serve, served
from rewriter.chat.port import Chat
from rewriter.service import Service

__all__ = ["repeatability"]

_TEXTS = 100
_NOTE = (
    "The objectives and the texts that are asked twice for the tables of masking and of fairness, once each. Verdicts "
    "and labels of one case are resampled together. Answers that are remembered rather than given anew flatter it."
)
Said = Mapping[str, object]


class _Twice(NamedTuple):
    """What was said of one case the first time and the second; None where either was not answered by the model."""

    first: Said | None
    again: Said | None


async def repeatability(
    sets: CaseSets, first: Chat, again: Chat, progress: Progress | None = None, serve: Serve | None = None
) -> Table | None:
    """Give the share of verdicts and labels that came out the same; None where nothing was answered twice.

    `again` is the model asked a second time, so that its first reply is not simply given back. Tells of one part.
    """
    one, other = ((serve or served(None))(chat) for chat in (first, again))
    wanted = (Origin.GIVEN, Origin.UNTOUCHED)
    texts = [case for group in sets.responsibility if group.origin in wanted for case in group.cases]
    drawn = {swap.case.id: swap.case for swap in swaps_of_texts(texts, _TEXTS)}
    objectives = objectives_to_mask(sets)
    with (progress or Progress()).part("the same asked twice", len(objectives) + len(drawn)) as step:

        async def objective(case: ObjectiveCase) -> _Twice:
            said = _Twice(*await asyncio.gather(_verdicts(one, case), _verdicts(other, case)))
            step()
            return said

        async def text(case: ResponsibilityCase) -> _Twice:
            said = _Twice(*await asyncio.gather(_labels(one, case), _labels(other, case)))
            step()
            return said

        of_objectives, of_texts = await asyncio.gather(
            asyncio.gather(*map(objective, objectives)), asyncio.gather(*map(text, drawn.values()))
        )
    scores = (
        _score("repeated.verdicts", "Verdicts on objectives, the same when asked again", of_objectives),
        _score("repeated.labels", "Labels of texts, the same when asked again", of_texts),
    )
    if not any(score.rows for score in scores):
        return None
    rows = tuple((s.label, cell(figure_of(s, "repeatability"), None) + left_out(s.unscored)) for s in scores)
    return Table(f"Repeatability: with the model {first.name}", _NOTE, ("Score", "Share"), rows)


async def _verdicts(service: Service, case: ObjectiveCase) -> Said | None:
    answer = await service.rewrite(case.objective, case.context.as_told())
    judged = answer.critique.judgements
    return (
        None if answer.provenance.fallback else {judgement.criterion.value: judgement.verdict for judgement in judged}
    )


async def _labels(service: Service, case: ResponsibilityCase) -> Said | None:
    answer = await service.check(case.text, case.context.as_told(), case.kind)
    labels = answer.responsibility
    return None if answer.provenance.fallback else {label.value: getattr(labels, label.value) for label in LABELS}


def _score(name: str, label: str, found: list[_Twice]) -> Score:
    both = [(twice.first, twice.again) for twice in found if twice.first is not None and twice.again is not None]
    rows = tuple(
        tuple(event for key in {**one, **other} for event in yes(one.get(key) == other.get(key))) for one, other in both
    )
    return Score(name, label, SHARE, rows, len(found) - len(both))
