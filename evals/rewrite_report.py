"""The table of rewrites: what was served, by rules or with a model, set beside set."""

from collections.abc import Mapping, Sequence

from evals.agreement import RESAMPLES
from evals.answers import DraftAnswer
from evals.bounds import Bound
from evals.cases import CaseSet, ObjectiveCase
from evals.progress import Progress
from evals.report import cell
from evals.rewrite_scores import draft_scores
from evals.run import Results
from evals.scores import Score, figure_of
from evals.tables import Table
from rewriter.answer import Rewrite

__all__ = ["left_out", "rewrites_by_rules", "rewrites_table", "rule_drafts", "scores_by_rules"]

_BY_RULES = (
    "Drafts by rules, and good ones given back. They have passed the guard by which their inventions are counted here, "
    "so that row shows that nothing slipped by, not that the guard sees all. A fact is a number, date, time, name or "
    "service of the original. What is served unchanged is in neither of the last two rows. SMART is what our own "
    "critic says of each objective once its gaps are agreed: it wrote them by the same rules."
)


def rule_drafts(results: Results) -> dict[str, Rewrite]:
    """Give the rewrites of a run by case id, where the system gave any."""
    return {
        name: draft.rewrite
        for result in results.objectives
        for name, draft in result.drafts.items()
        if isinstance(draft, DraftAnswer) and draft.rewrite is not None
    }


def scores_by_rules(results: Results, progress: Progress | None = None) -> dict[str, tuple[Score, ...]]:
    """Give the scores of the drafts of a run, by set. Tells of one part."""
    drafts = rule_drafts(results)
    found: dict[str, tuple[Score, ...]] = {}
    with (progress or Progress()).part(
        "drafts by rules, held against their originals", len(results.objectives)
    ) as step:
        for result in results.objectives:
            found[result.set.name] = draft_scores(result.set.cases, drafts)
            step()
    return found


def rewrites_by_rules(results: Results, scores: Mapping[str, Sequence[Score]]) -> Table:
    """Give the table of the drafts by rules, for which no target is set."""
    return rewrites_table("Rewrites by rules", _BY_RULES, [result.set for result in results.objectives], scores, {})


def rewrites_table(
    title: str,
    note: str,
    sets: Sequence[CaseSet[ObjectiveCase]],
    scores: Mapping[str, Sequence[Score]],
    targets: Mapping[str, Bound],
    resamples: int = RESAMPLES,
) -> Table:
    """Give a table of scores of rewrites, which are by set; every set has the same."""
    rows = tuple(
        (
            score.label,
            str(targets[score.id]) if score.id in targets else "",
            *(
                cell(figure_of(scores[group.name][number], group.name, resamples), targets.get(score.id))
                + left_out(scores[group.name][number].unscored)
                for group in sets
            ),
        )
        for number, score in enumerate(scores[sets[0].name] if sets else ())
    )
    heads = (f"{group.origin.capitalize()} ({len(group.cases)})" for group in sets)
    return Table(title, note, ("Score", "Target", *heads), rows)


def left_out(unscored: int) -> str:
    """Say how many are not in a figure; nothing where all are."""
    return f", {unscored} unscored" if unscored else ""
