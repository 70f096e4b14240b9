"""All sets together: each case counts once, and a target missed says whether the interval holds it."""

from evals.agreement import SHARE
from evals.bounds import Bound
from evals.cases import CaseSet, Kind, Origin
from evals.responsibility_scores import ResponsibilityAnswers
from evals.run import ResponsibilityResult, Results
from evals.scores import Score, yes
from evals.together import pooled, together

FEW = 200  # resamples
NAME = "on_victim.recall"


def found(right: int, of: int, unscored: int = 0) -> tuple[Score, ...]:
    """Give the one score of a set in which so many of so many were found."""
    rows = tuple(yes(number < right) for number in range(of))
    return (Score(NAME, "found", SHARE, rows, unscored),)


def held(target: float, *by_set: tuple[Score, ...]) -> tuple[str, ...]:
    """Give the row of a target for sets that have these scores."""
    none: ResponsibilityAnswers = {}
    results = Results(
        (),
        tuple(
            ResponsibilityResult(CaseSet(Origin.OWN, Kind.RESPONSIBILITY, ()), none, scores, {}) for scores in by_set
        ),
    )
    (row,) = together(results, {"responsibility": {NAME: Bound(target, at_least=True)}}, resamples=FEW).rows
    return row


def test_each_case_of_every_set_counts_once() -> None:
    """Two of ten and twenty of twenty are twenty-two of thirty, not the mean of two shares."""
    score = pooled(NAME, (found(2, 10, unscored=1), found(20, 20)))
    assert score is not None
    assert (score.measure.said(score.counts()), score.unscored) == ("22/30", 1)


def test_a_score_that_no_set_has_is_left_out() -> None:
    """A set without it is no set with none of it."""
    assert pooled("no.such", (found(2, 10),)) is None
    assert pooled(NAME, ((), found(2, 10))) == found(2, 10)[0]


def test_a_target_is_met_or_missed_or_lies_within_the_interval() -> None:
    """Whoever reads the table need not hold two numbers against each other."""
    assert held(0.7, found(8, 10), found(80, 100))[-1] == "met"
    assert held(0.85, found(8, 10), found(80, 100))[-1] == "missed, within the interval"
    assert held(0.95, found(8, 10), found(80, 100))[-1] == "missed"


def test_what_was_not_scored_is_told_beside_what_was() -> None:
    """It is in no figure."""
    assert held(0.7, found(8, 10, unscored=3))[3] == "8/10, 3 unscored"
