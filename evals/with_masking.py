"""What masking costs: the product with a model, names masked, against the same without, and against itself asked twice.

A flip is a verdict or a label of responsibility that differs. A model may also differ from itself, so the same cases
asked twice without masking stand beside it.
"""

import asyncio
import random
from collections.abc import Sequence
from typing import NamedTuple

from evals.cases import CaseSets, ObjectiveCase, Origin
from evals.kept import KeptChat
from evals.labels import Label
from evals.progress import Progress
from evals.tables import Table
from rewriter.answer import ModelUse
from rewriter.masking.masking import Masking
from rewriter.masking.names_told import names_told
from rewriter.service import Service

__all__ = ["SAMPLE", "sample", "what_masking_costs"]

SAMPLE = 40
_SEED = 20261123
_DAY = 24 * 60 * 60
_NOTE = (
    f"{SAMPLE} objectives with something to mask, drawn by a fixed seed from given and untouched ones. Verdicts: five "
    "of each critique. Labels: six of each critique. Served: the model answered and its draft, if one was needed, "
    "was shown with its names restored."
)


class _Judged(NamedTuple):
    """What one answer says that may flip, by name, and whether its draft was the model's."""

    verdicts: dict[str, str]
    labels: dict[str, str]
    served: bool


def sample(sets: CaseSets) -> tuple[ObjectiveCase, ...]:
    """Draw the cases: objectives in which, or beside which, masking finds something."""
    wanted = (Origin.GIVEN, Origin.UNTOUCHED)
    cases = [case for group in sets.objectives if group.origin in wanted for case in group.cases]
    maskable = [case for case in cases if case.gold.verdicts is not None and _is_masked(case)]
    random.Random(_SEED).shuffle(maskable)  # noqa: S311 - a fixed seed is the point
    return tuple(maskable[:SAMPLE])


async def what_masking_costs(
    sets: CaseSets, first: KeptChat, again: KeptChat, progress: Progress | None = None
) -> Table | None:
    """Put the sample to the product with a model: masked, and twice as it is. None where replies are missing.

    `again` is the model asked a second time, so that its first reply is not simply given back. Tells of one part.
    """
    cases = sample(sets)
    plain, masked = Service(first, seconds=_DAY), Service(first, seconds=_DAY, masked=True)
    twice = Service(again, seconds=_DAY)
    with (progress or Progress()).part("masking: the same objectives with and without", len(cases)) as step:

        async def one(case: ObjectiveCase) -> tuple[_Judged, _Judged, _Judged]:
            judged = await asyncio.gather(*(_judged(service, case) for service in (plain, masked, twice)))
            step()
            return judged[0], judged[1], judged[2]

        missing = first.missing + again.missing
        found = await asyncio.gather(*map(one, cases))
    if first.missing + again.missing > missing:
        return None
    rows = (
        _row("names masked", cases, [(plain, masked) for plain, masked, _ in found]),
        _row("the same twice, nothing masked", cases, [(plain, again) for plain, _, again in found]),
    )
    return Table(
        f"Masking: with the model {first.name}",
        _NOTE,
        ("Against the first answers without masking", "Verdicts flipped", "Labels flipped", "Served", "Which"),
        rows,
    )


async def _judged(service: Service, case: ObjectiveCase) -> _Judged:
    answer = await service.rewrite(case.objective, case.context.as_told())
    return _Judged(
        {judgement.criterion.value: judgement.verdict.value for judgement in answer.critique.judgements},
        {label.value: str(getattr(answer.critique.responsibility, label.value)) for label in Label},
        not answer.provenance.fallback and answer.model is not ModelUse.WITHHELD,
    )


def _row(name: str, cases: Sequence[ObjectiveCase], pairs: Sequence[tuple[_Judged, _Judged]]) -> tuple[str, ...]:
    verdicts = [_flips(one.verdicts, other.verdicts) for one, other in pairs]
    labels = [_flips(one.labels, other.labels) for one, other in pairs]
    which = ", ".join(
        f"{case.id}: {' '.join((*of_verdicts, *of_labels))}"
        for case, of_verdicts, of_labels in zip(cases, verdicts, labels, strict=True)
        if of_verdicts or of_labels
    )
    served = sum(other.served for _, other in pairs)
    return (
        name,
        f"{sum(map(len, verdicts))}/{5 * len(pairs)}",
        f"{sum(map(len, labels))}/{len(Label) * len(pairs)}",
        f"{served}/{len(pairs)}",
        which,
    )


def _flips(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]


def _is_masked(case: ObjectiveCase) -> bool:
    masking = Masking(names_told(case.context.as_told()))
    return bool(masking.mask(case.objective).tokens)
