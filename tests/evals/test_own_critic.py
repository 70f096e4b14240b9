"""SMART of what is served is counted by objective, in the tables and in the marks alike."""

from collections.abc import Mapping
from dataclasses import replace

from evals.marks import rewrite_marks
from evals.own_critic import met_once_agreed, smart_scores
from rewriter.answer import Rewrite, SelfCheck
from rewriter.pipeline import rewrite
from rewriter.smart import CRITERIA, Criterion, Verdict
from tests.evals.models import CASE

DRAFT = rewrite(CASE.objective)


def judged(*objectives: Mapping[Criterion, Verdict]) -> Rewrite:
    """Give a draft whose objectives meet every letter but those told."""
    judgements = DRAFT.self_check[0].judgements
    return replace(
        DRAFT,
        self_check=tuple(
            SelfCheck(n, tuple(replace(j, verdict=told.get(j.criterion, Verdict.MET)) for j in judgements), ())
            for n, told in enumerate(objectives)
        ),
    )


def said(*answers: Rewrite) -> dict[str, str]:
    """Give what each score rests on."""
    return {score.id: score.measure.said(score.counts()) for score in smart_scores(answers, 0)}


def test_each_letter_is_counted_over_objectives_and_all_five_together() -> None:
    found = said(judged({}, {Criterion.MEASURABLE: Verdict.PARTLY}))
    assert found["served.smart.specific"] == "2/2"
    assert found["served.smart.measurable"] == found["served.smart"] == "1/2"


def test_unclear_counts_as_met_for_the_need_alone() -> None:
    (met,) = met_once_agreed(judged(dict.fromkeys(CRITERIA, Verdict.UNCLEAR)))
    assert [criterion for criterion, is_met in met.items() if is_met] == [Criterion.RELEVANT]


def test_the_mark_of_a_single_answer_is_made_of_the_same_letters() -> None:
    answer = judged({}, {Criterion.MEASURABLE: Verdict.PARTLY, Criterion.RELEVANT: Verdict.UNCLEAR})
    assert rewrite_marks(CASE, answer).values["smart"] == 9 / 10


def test_a_gap_counts_as_what_it_will_hold() -> None:
    assert "[" in DRAFT.objectives[0].text
    assert met_once_agreed(DRAFT)[0][Criterion.TIME_BOUND]


def test_what_was_not_answered_is_unscored() -> None:
    assert {(score.rows, score.unscored) for score in smart_scores((), 2)} == {((), 2)}
