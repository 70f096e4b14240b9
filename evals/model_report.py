"""The part of a report that is about the product with a model: its figures, what it served, and what that took."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from evals.agreement import RESAMPLES
from evals.bounds import Bound
from evals.cases import CaseSet, ObjectiveCase
from evals.plain import Plain, plain_scores
from evals.report import BASELINES_TITLE, cell, main_tables
from evals.rewrite_scores import gaps_an_objective, rewrite_scores
from evals.run import Results
from evals.scores import Score, figure_of
from evals.tables import Table
from evals.untaught import UNTAUGHT
from evals.with_model import WithModel
from rewriter.answer import Provenance

__all__ = ["model_tables", "plain_table"]

_REWRITES = (
    "What was served, after the guard. Claims are those of the cases, judged one by one by a model that saw the "
    "original, the draft and the claims, and not which were wanted; whoever wrote a draft did not judge it."
)
_PLAIN = (
    "The same model asked as one would ask any assistant, and the text given back as it came, held to the same claims "
    "by the same judge. Inventions are what the guard by rules finds outside brackets."
)
_TAKEN = "Medians over the answers of all sets; sizes are characters, as not every provider counts tokens."


def model_tables(
    results: Results, system: WithModel, targets: dict[str, dict[str, Bound]], resamples: int = RESAMPLES
) -> tuple[Table, ...]:
    """Give the tables of a system with a model, with their targets."""
    judged = [table for table in main_tables(results, resamples, targets) if table.title != BASELINES_TITLE]
    return (
        *(table._replace(title=f"With a model: {table.title.lower()}") for table in judged),
        _rewrites([result.set for result in results.objectives], system, targets["rewrites"], resamples),
        _taken(system),
    )


def _rewrites(
    sets: Sequence[CaseSet[ObjectiveCase]], system: WithModel, targets: dict[str, Bound], resamples: int
) -> Table:
    scored = [rewrite_scores(group.cases, system.rewrites, system.claims) for group in sets]
    rows: list[tuple[str, ...]] = []
    for number, score in enumerate(scored[0] if scored else ()):
        bound = targets.get(score.id)
        cells = (
            cell(figure_of(scores[number], group.name, resamples), bound) + _left_out(scores[number].unscored)
            for group, scores in zip(sets, scored, strict=True)
        )
        rows.append((score.label, str(bound) if bound else "", *cells))
    gaps = [
        gaps_an_objective([system.rewrites[case.id] for case in group.cases if case.id in system.rewrites])
        for group in sets
    ]
    rows.append(
        ("Brackets an objective, median", "≤ 3", *(f"{found:g}" if found is not None else "–" for found in gaps))
    )
    heads = (f"{group.origin.capitalize()} ({len(group.cases)})" for group in sets)
    return Table("With a model: rewrites", _REWRITES, ("Score", "Target", *heads), tuple(rows))


def plain_table(
    sets: Sequence[CaseSet[ObjectiveCase]],
    ours: Mapping[str, Sequence[Score]],
    untaught: WithModel,
    plain: Sequence[Plain],
) -> Iterator[Table]:
    """Give the table of the product beside what needs none: a plain ask, and the text given back."""
    for group in sets:
        baselines = [(one.name, plain_scores(group, one)) for one in plain if one.texts]
        if untaught.rewrites:
            baselines.insert(0, (UNTAUGHT, rewrite_scores(group.cases, untaught.rewrites, untaught.claims)))
        product = {score.id: score for score in ours[group.name]}
        rows = tuple(
            (
                product[name].label,
                *(
                    cell(figure_of(scores[name], group.name, RESAMPLES), None) + _left_out(scores[name].unscored)
                    for scores in (product, *({score.id: score for score in found} for _, found in baselines))
                ),
            )
            for name in ("claims.must", "claims.must_not", "served.blame", "served.invents")
        )
        heads = ("The product", *(name[:1].upper() + name[1:] for name, _ in baselines))
        yield Table("With a model: beside a plain ask", _PLAIN, ("Score", *heads), rows)


def _left_out(unscored: int) -> str:
    return f", {unscored} unscored" if unscored else ""


def _taken(system: WithModel) -> Table:
    return Table(
        "With a model: what it took",
        _TAKEN,
        ("Answers", "Number", "Calls", "Sent", "Received"),
        tuple(_costs(system)),
    )


def _costs(system: WithModel) -> Iterator[tuple[str, ...]]:
    rewrites = [answer for answer in system.rewrites.values() if answer.provenance.calls]
    abuse = [answer.provenance for answer in rewrites if answer.critique.responsibility.abuse]
    rest = [answer.provenance for answer in rewrites if not answer.critique.responsibility.abuse]
    checks = [checked.provenance for checked in system.checks.values()]
    for name, found in (("Rewrite, no abuse", rest), ("Rewrite, abuse in play", abuse), ("Check", checks)):
        if found:
            yield (name, str(len(found)), *_medians(found))


def _medians(found: Sequence[Provenance]) -> tuple[str, str, str]:
    calls = [one.calls for one in found]
    sent, received = (
        median(getattr(one, name) for one in found) for name in ("characters_sent", "characters_received")
    )
    return f"{median(calls):g} (most {max(calls)})", f"{sent:,.0f}", f"{received:,.0f}"
