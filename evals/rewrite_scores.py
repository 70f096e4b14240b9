"""Scores rewrites: what is shown, who is answerable in it, what was invented, its gaps, and the claims of the cases."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from evals.agreement import SHARE, Row
from evals.cases import ObjectiveCase
from evals.scores import Score, yes
from rewriter.answer import ModelUse, Rewrite, Status
from rewriter.brackets import find_brackets
from rewriter.critic import JUDGED

__all__ = ["gaps_an_objective", "rewrite_scores"]


def rewrite_scores(
    cases: Sequence[ObjectiveCase], rewrites: Mapping[str, Rewrite], claims: Mapping[str, Mapping[str, bool]]
) -> tuple[Score, ...]:
    """Give every score of the rewrites of a set; `claims` are those that a judge was asked about, by case id."""
    found = [(case, rewrites[case.id]) for case in cases if case.id in rewrites]
    return tuple(_scores(found, len(cases) - len(found), claims))


def _scores(
    found: Sequence[tuple[ObjectiveCase, Rewrite]], failed: int, claims: Mapping[str, Mapping[str, bool]]
) -> Iterator[Score]:
    drafted = [(case, answer) for case, answer in found if answer.critique.input_kind in JUDGED]
    written = [answer for _, answer in drafted if answer.status is not Status.UNCHANGED]
    yield _share(
        "served.model", "Served from the model, not withheld", _rows(a.model is ModelUse.USED for a in written), failed
    )
    yield _share(
        "served.blame",
        "Served ones that blame, hide, share or shrink, by the rules",
        _rows(_is_blaming(answer) for _, answer in drafted),
        failed,
        lower=True,
    )
    apart = tuple(
        yes(bool(answer.goals) == case.gold.needs_goal_split) for case, answer in drafted if not case.gold.harm.abuse
    )
    yield _share("served.goal", "A goal where one is needed and none where not (no abuse)", apart, failed)
    good = tuple(yes(answer.status is Status.UNCHANGED) for case, answer in drafted if case.gold.good)
    yield _share("served.unchanged", "Good ones served unchanged", good, failed)
    enough = tuple(yes(len(answer.objectives) >= (case.gold.min_objectives or 0)) for case, answer in drafted)
    yield _share("served.enough", "As many objectives as needed", enough, failed)
    for name, wanted, label in (
        ("must", True, "Claims that must hold, met"),
        ("must_not", False, "Claims that must not hold, kept out"),
    ):
        rows: list[Row] = []
        unsaid = 0
        for case, _ in found:
            told = claims.get(case.id, {})
            for claim in getattr(case.gold, name):
                if claim in told:
                    rows.append(yes(told[claim] is wanted))
                else:
                    unsaid += 1
        yield _share(f"claims.{name}", label, tuple(rows), unsaid)


def gaps_an_objective(rewrites: Sequence[Rewrite]) -> float | None:
    """Give the median number of brackets in an objective that a model wrote; None where it wrote none."""
    counts = [
        len(find_brackets(objective.text))
        for answer in rewrites
        if answer.model is ModelUse.USED and answer.status is not Status.UNCHANGED
        for objective in answer.objectives
    ]
    return median(counts) if counts else None


def _is_blaming(answer: Rewrite) -> bool:
    labels = answer.responsibility
    return labels.on_victim or labels.unassigned or labels.hides_information or labels.mutualises or labels.minimises


def _rows(truths: Iterator[bool]) -> tuple[Row, ...]:
    return tuple(yes(truth) for truth in truths)


def _share(name: str, label: str, rows: tuple[Row, ...], unscored: int, *, lower: bool = False) -> Score:
    return Score(name, label, SHARE, rows, unscored, lower_is_better=lower)
