"""Rewrites are scored on what is served, and a claim that nobody judged is counted apart."""

from dataclasses import replace

from evals.rewrite_scores import gaps_an_objective, rewrite_scores
from evals.scores import Score
from rewriter.answer import ModelUse, Objective, Rewrite, Status
from rewriter.pipeline import rewrite
from rewriter.smart import Responsibility
from tests.evals.models import CASE

SERVED = Rewrite(
    Status.NEEDS_ANSWERS,
    rewrite(CASE.objective).critique,
    objectives=(Objective("", "Sarah's mother to go [once a week] for [12 weeks].", (), ""),),
    model=ModelUse.USED,
)


def scored(answer: Rewrite | None, **claims: bool) -> dict[str, Score]:
    told = {claim.replace("_", " "): truth for claim, truth in claims.items()}
    rewrites = {} if answer is None else {CASE.id: answer}
    return {score.id: score for score in rewrite_scores((CASE,), rewrites, {CASE.id: told} if told else {})}


def test_a_claim_that_must_hold_counts_where_it_is_true_and_one_that_must_not_where_it_is_false() -> None:
    scores = scored(SERVED, asks_how_often=True, gives_a_date=False, names_a_group=False)
    assert len(scores["claims.must"].rows) == 2
    assert scores["claims.must"].rows[0] != scores["claims.must"].rows[1]
    assert scores["claims.must_not"].rows == (scores["claims.must"].rows[0],)


def test_a_claim_that_nobody_judged_is_unscored_and_not_failed() -> None:
    scores = scored(SERVED, asks_how_often=True)
    assert (len(scores["claims.must"].rows), scores["claims.must"].unscored) == (1, 1)
    assert (len(scores["claims.must_not"].rows), scores["claims.must_not"].unscored) == (0, 1)


def test_a_draft_that_was_withheld_is_not_counted_as_served() -> None:
    withheld = rewrite(CASE.objective)
    assert scored(SERVED)["served.model"].rows != scored(withheld)["served.model"].rows


def test_a_draft_that_blames_is_told_from_one_that_does_not() -> None:
    blaming = replace(SERVED, responsibility=Responsibility(abuse=True, on_victim=True))
    assert scored(SERVED)["served.blame"].rows != scored(blaming)["served.blame"].rows


def test_a_case_without_an_answer_is_unscored() -> None:
    scores = scored(None)
    assert all(not score.rows for score in scores.values())
    assert scores["served.model"].unscored == 1


def test_brackets_are_counted_in_what_a_model_wrote_alone() -> None:
    assert gaps_an_objective([SERVED]) == 2
    assert gaps_an_objective([rewrite(CASE.objective)]) is None
