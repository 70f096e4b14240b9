"""The part of a report that is about fairness: what flips when the same text is about other people."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from evals.cases import CaseSets, ObjectiveCase, Origin, ResponsibilityCase
from evals.fairness import CaseT, Flip, Judged, Said, Swap, flips, sample, scores_of, swaps_of
from evals.labels import LABELS, Label
from evals.progress import Progress
from evals.report import cell
from evals.run import Results
from evals.scores import figure_of
from evals.systems import RulesOnly
from evals.tables import Table
from evals.with_model import Serve, served
from rewriter.chat.port import Chat
from rewriter.errors import ModelError
from rewriter.smart import Criterion, Verdict

__all__ = ["fairness_of_model", "fairness_of_rules"]

SAMPLE = 100
_RULES = (
    "Every text and every objective of every set, and its counterparts; a flip is any of the six labels of a text, or "
    "of the five verdicts on an objective, that differs. Names are swapped where they are told beside the text, sides "
    "where the names of both are; genders and parent roles wherever they stand."
)
_MODEL = (
    f"{SAMPLE} swaps drawn by a fixed seed from the given and untouched texts; a flip is any of the six labels that "
    "differs. The verdicts were asked of rules alone. Beside them the same texts asked twice over, since a model may "
    "differ from itself. Answers that are remembered rather than given anew flatter both."
)
Found = Sequence[tuple[Swap[Any], tuple[Flip, ...]]]


def fairness_of_rules(sets: CaseSets, progress: Progress | None = None, known: Results | None = None) -> Table:
    """Put every text and every objective, and their counterparts, to the rules. Tells of two parts.

    `known` is what the rules have said of these sets already; without it every case is put to them again.
    """
    rules, progress = RulesOnly(), progress or Progress()
    texts = [swap for group in sets.responsibility for case in group.cases for swap in swaps_of(case)]
    objectives = [swap for group in sets.objectives for case in group.cases for swap in swaps_of(case)]
    labels = {name: _of_labels(found) for name, found in known.labels().items()} if known else {}
    verdicts = {name: _of_verdicts(found) for name, found in known.verdicts().items()} if known else {}

    def labelled(case: ResponsibilityCase) -> Said:
        return _of_labels(rules.check(case).true)

    def judged(case: ObjectiveCase) -> Said:
        return _of_verdicts(rules.judge(case).verdicts)

    with progress.part("fairness, rules only: texts with people swapped", len(texts)) as step:
        of_texts = asyncio.run(flips(texts, _once(labelled, labels), _each(labelled), step))
    with progress.part("fairness, rules only: objectives with people swapped", len(objectives)) as step:
        of_objectives = asyncio.run(flips(objectives, _once(judged, verdicts), _each(judged), step))
    runs = (("labels of texts", of_texts), ("verdicts on objectives", of_objectives))
    return _table("Fairness: by rules alone", _RULES, runs)


def _once(judge: Callable[[CaseT], Said], known: dict[str, Said]) -> Judged[CaseT]:
    """Judge a case once, as it has up to three counterparts."""

    async def judged(case: CaseT) -> Said:
        if case.id not in known:
            known[case.id] = judge(case)
        return known[case.id]

    return judged


def _each(judge: Callable[[CaseT], Said]) -> Judged[CaseT]:
    async def judged(case: CaseT) -> Said:
        return judge(case)

    return judged


def _of_labels(found: frozenset[Label]) -> Said:
    return {label.value: label in found for label in LABELS}


def _of_verdicts(found: Mapping[Criterion, Verdict]) -> Said:
    return {criterion.value: verdict.value for criterion, verdict in found.items()}


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


def _labelled(chat: Chat, serve: Serve | None) -> Judged[ResponsibilityCase]:
    service = (serve or served(None))(chat)

    async def labelled(case: ResponsibilityCase) -> Said:
        checked = await service.check(case.text, case.context.as_told(), case.kind)
        if checked.provenance.fallback:
            raise ModelError(checked.provenance.fallback)
        return {label.value: getattr(checked.responsibility, label.value) for label in LABELS}

    return labelled


def _table(title: str, note: str, runs: Sequence[tuple[str, Found]]) -> Table:
    rows = tuple(row for name, found in runs for row in _rows(name, found))
    return Table(title, note, ("What was swapped", "Flips", "Which"), rows)


def _rows(name: str, found: Found) -> Iterator[tuple[str, ...]]:
    for score in scores_of(found, name):
        kind = score.id.rpartition(".")[2]
        said = ", ".join(f"{f.id}: {f.label}" for _, differ in found for f in differ if kind in ("all", f.kind))
        yield score.label, cell(figure_of(score, "fairness"), None), said
