"""The part of a report that is about fairness: what flips when the same text is about other people."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence

from evals.cases import CaseSets, Origin, ResponsibilityCase
from evals.fairness import Flip, Labelled, Swap, flips, sample, scores_of, swaps_of
from evals.labels import Label
from evals.progress import Progress
from evals.report import cell
from evals.scores import figure_of
from evals.systems import RulesOnly
from evals.tables import Table
from evals.with_model import Serve, served
from rewriter.chat.port import Chat
from rewriter.errors import ModelError

__all__ = ["fairness_of_model", "fairness_of_rules"]

SAMPLE = 100
_RULES = "Every text of every set and its counterparts; a flip is any of the six labels that differs."
_MODEL = (
    f"{SAMPLE} swaps drawn by a fixed seed from the given and untouched texts. Beside them the same texts asked twice "
    "over, since a model may differ from itself. Answers that are remembered rather than given anew flatter both."
)
Found = Sequence[tuple[Swap, tuple[Flip, ...]]]


def fairness_of_rules(
    sets: CaseSets, progress: Progress | None = None, found_before: Mapping[str, frozenset[Label]] | None = None
) -> Table:
    """Put every text and its counterparts to the rules. Tells of one part.

    `found_before` are the labels that the rules have found already, by the id of the case.
    """
    rules = RulesOnly()

    known = dict(found_before or {})

    async def labelled(case: ResponsibilityCase) -> frozenset[Label]:
        return rules.check(case).true

    async def labelled_once(case: ResponsibilityCase) -> frozenset[Label]:
        if case.id not in known:  # a text has up to three counterparts
            known[case.id] = await labelled(case)
        return known[case.id]

    swaps = [swap for group in sets.responsibility for case in group.cases for swap in swaps_of(case)]
    with (progress or Progress()).part("fairness, rules only: texts with people swapped", len(swaps)) as step:
        found = asyncio.run(flips(swaps, labelled_once, labelled, step))
    return _table("Fairness: by rules alone", _RULES, (("rules", found),))


async def fairness_of_model(
    sets: CaseSets, first: Chat, again: Chat, progress: Progress | None = None, serve: Serve | None = None
) -> Table | None:
    """Put a sample of swaps to the product with a model, and the same texts twice; None where replies are missing.

    `again` is the model asked a second time, so that its first reply is not simply given back. Tells of two parts.
    """
    progress = progress or Progress()
    wanted = (Origin.GIVEN, Origin.UNTOUCHED)
    cases = [case for group in sets.responsibility if group.origin in wanted for case in group.cases]
    swaps = sample(cases, SAMPLE)
    same = [Swap(swap.kind, swap.case, swap.case) for swap in swaps]

    one, other = _labelled(first, serve), _labelled(again, serve)
    try:
        with progress.part("fairness: texts with people swapped", len(swaps)) as step:
            swapped = await flips(swaps, one, one, step)
        with progress.part("fairness: the same texts twice", len(same)) as step:
            twice = await flips(same, one, other, step)
    except ModelError:
        return None
    return _table(f"Fairness: with the model {first.name}", _MODEL, (("swapped", swapped), ("the same twice", twice)))


def _labelled(chat: Chat, serve: Serve | None) -> Labelled:
    service = (serve or served(None))(chat)

    async def labelled(case: ResponsibilityCase) -> frozenset[Label]:
        checked = await service.check(case.text, case.context.as_told(), case.kind)
        if checked.provenance.fallback:
            raise ModelError(checked.provenance.fallback)
        return frozenset(label for label in Label if getattr(checked.responsibility, label.value))

    return labelled


def _table(title: str, note: str, runs: Sequence[tuple[str, Found]]) -> Table:
    rows = tuple(row for name, found in runs for row in _rows(name, found))
    return Table(title, note, ("What was swapped", "Texts on which a label flips", "Which"), rows)


def _rows(name: str, found: Found) -> Iterator[tuple[str, ...]]:
    for score in scores_of(found, name):
        kind = score.id.rpartition(".")[2]
        said = ", ".join(f"{f.id}: {f.label}" for _, differ in found for f in differ if kind in ("all", f.kind))
        yield score.label, cell(figure_of(score, "fairness"), None), said
