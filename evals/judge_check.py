"""How far a judge agrees with a reader about claims that were labelled before it saw them."""

import asyncio
import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from evals.agreement import KAPPA, SHARE
from evals.judged_claims import JudgedClaim, JudgedDraft
from evals.judging import judged_claims
from evals.progress import Progress
from evals.report import cell
from evals.scores import Score, figure_of, yes
from evals.tables import Table
from rewriter.chat.port import Chat
from rewriter.errors import ModelError

__all__ = ["agreement_scores", "agreement_table", "judged_drafts"]

_TITLE = "With a model: how far the judge agrees with a reader"
_NOTE = (
    "Claims about made-up drafts, half of them true and a third of them hard, labelled by one reader, a language "
    "model, before the judge saw them. The judge is the one of the claims above. Claims of one draft are resampled "
    "together. It does not show how far a practitioner would agree with either, "
    "and rules so plainly written flatter the agreement of two language models."
)
_NOT_ASKED = "not asked"
Judged = Mapping[str, Mapping[str, bool]]


async def judged_drafts(
    drafts: Sequence[JudgedDraft], judge: Chat, progress: Progress | None = None
) -> dict[str, dict[str, bool]]:
    """Give what a judge found true, by draft and claim; a draft that it could not be asked about is left out."""
    progress = progress or Progress()
    found: dict[str, dict[str, bool]] = {}

    async def one(draft: JudgedDraft) -> None:
        with contextlib.suppress(ModelError):
            shown = draft.draft.model_dump(mode="json", by_alias=True)
            claims = [claim.claim for claim in draft.claims]
            found[draft.id] = await judged_claims(judge, draft.objective, draft.context, shown, claims)
        step()

    with progress.part("drafts labelled beforehand, to try the judge", len(drafts)) as step:
        await asyncio.gather(*map(one, drafts))
    return found


def agreement_scores(drafts: Sequence[JudgedDraft], found: Judged) -> tuple[Score, ...]:
    """Give the shares and the kappa of a judge's agreement; a claim that it did not answer is unscored."""
    answered = [
        [(claim, found[d.id][claim.claim]) for claim in d.claims if claim.claim in found[d.id]]
        for d in drafts
        if d.id in found
    ]
    unscored = sum(len(draft.claims) for draft in drafts) - sum(map(len, answered))
    return (
        _share("judge.agrees", "Claims on which the judge agrees", answered, unscored),
        Score(
            "judge.kappa",
            "Agreement beyond chance (Cohen's kappa)",
            KAPPA,
            tuple(tuple((str(claim.true), str(said)) for claim, said in row) for row in answered),
            unscored,
        ),
        _share("judge.hard", "of the hard ones", [[pair for pair in row if pair[0].hard] for row in answered]),
        _share("judge.true", "of those that are true", [[pair for pair in row if pair[0].true] for row in answered]),
        _share("judge.false", "of those that are false", [[p for p in row if not p[0].true] for row in answered]),
    )


def _share(name: str, label: str, answered: Sequence[Sequence[tuple[JudgedClaim, bool]]], unscored: int = 0) -> Score:
    rows = (tuple(event for claim, said in row for event in yes(claim.true is said)) for row in answered)
    return Score(name, label, SHARE, tuple(row for row in rows if row), unscored)


def agreement_table(drafts: Sequence[JudgedDraft], found: Judged) -> Table:
    """Give how far a judge agrees, and on which claims it does not; "not asked" where nothing is kept."""
    if not found:
        return Table(_TITLE, _NOTE, ("Score", "Judge"), (("Claims on which the judge agrees", _NOT_ASKED),))
    return Table(_TITLE, _NOTE, ("Score", "Judge"), (*_figures(drafts, found), *_differing(drafts, found)))


def _figures(drafts: Sequence[JudgedDraft], found: Judged) -> Iterator[tuple[str, str]]:
    for score in agreement_scores(drafts, found):
        left = f", {score.unscored} unscored" if score.unscored else ""
        figure = figure_of(score, "judged_claims")
        if score.measure is KAPPA and figure.value == 1:  # nothing to resample, and [1, 1] would claim certainty
            figure = replace(figure, interval=None)
        yield score.label, cell(figure, None) + left


def _differing(drafts: Sequence[JudgedDraft], found: Judged) -> Iterator[tuple[str, str]]:
    for draft in drafts:
        for claim in draft.claims:
            said = found.get(draft.id, {}).get(claim.claim)
            if said is not None and said is not claim.true:
                yield f"differs on {draft.id}: {claim.claim}", f"reader {claim.true}, judge {said}"
