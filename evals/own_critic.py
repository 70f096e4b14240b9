"""SMART of what is served: which letters each objective meets by the product's own critic once its gaps are agreed.

The one place where that is counted, for the tables of rewrites and for the marks of a single answer.
"""

from collections.abc import Iterator, Mapping, Sequence

from evals.agreement import SHARE
from evals.scores import Score, yes
from rewriter.answer import Rewrite
from rewriter.smart import CRITERIA, Criterion, Verdict

__all__ = ["met_once_agreed", "smart_scores"]


def met_once_agreed(answer: Rewrite) -> tuple[Mapping[Criterion, bool], ...]:
    """Say of each objective which letters it meets, each gap counted as what it will hold.

    R is met where it is "unclear" too: no need is told, or the act is still a gap, and neither is the draft's fault.
    """
    return tuple(
        {
            judgement.criterion: judgement.verdict is Verdict.MET
            or (judgement.criterion is Criterion.RELEVANT and judgement.verdict is Verdict.UNCLEAR)
            for judgement in check.judgements
        }
        for check in answer.self_check
    )


def smart_scores(answers: Sequence[Rewrite], unscored: int) -> Iterator[Score]:
    """Give the share of objectives served that meet each letter, and all five; those of one answer count together."""
    checked = [found for answer in answers if (found := met_once_agreed(answer))]
    for criterion in CRITERIA:
        letter = criterion.value[0].upper()
        if criterion is Criterion.RELEVANT:
            letter += " (or have no need to be judged by)"
        label = f"Objectives served that meet {letter}, gaps agreed, by our own critic"
        rows = tuple(tuple(event for met in found for event in yes(met[criterion])) for found in checked)
        yield Score(f"served.smart.{criterion.value}", label, SHARE, rows, unscored)
    rows = tuple(tuple(event for met in found for event in yes(all(met.values()))) for found in checked)
    yield Score("served.smart", "Objectives served that meet all five", SHARE, rows, unscored)
