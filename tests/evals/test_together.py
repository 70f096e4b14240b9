"""All sets together: each case counts once, and a target missed says whether the interval holds it."""

from evals.agreement import SHARE
from evals.bounds import Bound
from evals.cases import CaseSet, Kind, Origin, ResponsibilityCase
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


def _empty(origin: Origin) -> CaseSet[ResponsibilityCase]:
    return CaseSet(origin, Kind.RESPONSIBILITY, ())


def held(target: float, *by_set: tuple[Score, ...]) -> tuple[str, ...]:
    """Give the row of a target for our own set, and for the untouched one where it has scores too."""
    none: ResponsibilityAnswers = {}
    sets = [_empty(origin) for origin in (Origin.OWN, Origin.UNTOUCHED)]
    results = Results(
        (), tuple(ResponsibilityResult(one, none, scores, {}) for one, scores in zip(sets, by_set, strict=False))
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
    assert held(0.7, found(8, 10), found(80, 100))[3] == "met"
    assert held(0.85, found(8, 10), found(80, 100))[3] == "missed, within the interval"
    assert held(0.95, found(8, 10), found(80, 100))[3] == "missed"


def test_what_was_not_scored_is_told_beside_what_was() -> None:
    """It is in no figure."""
    assert held(0.7, found(8, 10, unscored=3))[2].endswith("8/10, 3 unscored")


def test_what_was_never_met_stands_beside_all_sets() -> None:
    """What is met by all together may be missed by the texts that nobody wrote rules for."""
    row = held(0.85, found(90, 90), found(3, 10))
    assert row[2].endswith("93/100")
    assert row[3] == "met"
    assert row[4].endswith("3/10")
    assert row[5] == "missed"
