"""The part of a report that is about the product with a model: its figures, what it served, and what that took."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from evals.agreement import RESAMPLES
from evals.bounds import Bound
from evals.cases import CaseSet, ObjectiveCase
from evals.kept import Took
from evals.plain import Plain, plain_scores
from evals.report import BASELINES_TITLE, cell, main_tables
from evals.rewrite_report import left_out, rewrites_table
from evals.rewrite_scores import gaps_an_objective, rewrite_scores
from evals.run import Results
from evals.scores import Score, figure_of
from evals.tables import Table
from evals.timed import reply_times
from evals.together import TOGETHER, together
from evals.with_model import WithModel
from rewriter.answer import Provenance

__all__ = ["model_tables", "plain_table"]

_REWRITES = (
    "What was served, after the guard. Claims are those of the cases, judged one by one by a model that saw the "
    "original, the draft and the claims, and not which were wanted; whoever wrote a draft did not judge it. Whether a "
    "draft blames is what the product says of it, rules and model together. SMART is what our own critic, by rules, "
    "says of each objective once its gaps are agreed."
)
_PLAIN = (
    "Every column is its text alone, held to the same rules and by the same judge: what the product served with the "
    "model, the same without its worked examples, drafts by rules, what the same model gave when asked as one would "
    "ask any assistant, and the text given back as it came, which keeps and invents by itself. Inventions are what the "
    "guard finds outside brackets; a fact is a number, date, time, name or service of the original. Drafts by rules "
    "have passed that guard, and the judge was not asked about them. A change that is declared excuses nothing here. "
    "Where the table of rewrites counts fewer that blame, the model read the draft too, and saw nobody blamed in it."
)
_TAKEN = "Medians over the answers of all sets; sizes are characters, as not every provider counts tokens."


def model_tables(
    results: Results,
    system: WithModel,
    targets: dict[str, dict[str, Bound]],
    took: Mapping[str, Took],
    resamples: int = RESAMPLES,
) -> tuple[Table, ...]:
    """Give the tables of a system with a model, with their targets; `took` is how long its replies took."""
    judged = [
        table for table in main_tables(results, resamples, targets) if table.title not in (BASELINES_TITLE, TOGETHER)
    ]
    scored = {
        result.set.name: rewrite_scores(result.set.cases, system.rewrites, system.claims)
        for result in results.objectives
    }
    last = together(results, targets, scored, resamples)
    return (
        *(_of_model(table) for table in judged),
        _rewrites([result.set for result in results.objectives], system, scored, targets["rewrites"], resamples),
        _of_model(last),
        _taken(system),
        reply_times(took),
    )


def _of_model(table: Table) -> Table:
    return table._replace(title=f"With a model: {table.title[0].lower()}{table.title[1:]}")


def _rewrites(
    sets: Sequence[CaseSet[ObjectiveCase]],
    system: WithModel,
    scored: Mapping[str, Sequence[Score]],
    targets: dict[str, Bound],
    resamples: int,
) -> Table:
    table = rewrites_table("With a model: rewrites", _REWRITES, sets, scored, targets, resamples)
    gaps = [
        gaps_an_objective([system.rewrites[case.id] for case in group.cases if case.id in system.rewrites])
        for group in sets
    ]
    counted = (f"{found:g}" if found is not None else "–" for found in gaps)
    return table._replace(rows=(*table.rows, ("Brackets an objective, median", "≤ 3", *counted)))


def plain_table(sets: Sequence[CaseSet[ObjectiveCase]], systems: Sequence[Plain]) -> Iterator[Table]:
    """Give the table of the product beside others, each as texts; a system without any is left out."""
    for group in sets:
        scored = [{score.id: score for score in plain_scores(group, one)} for one in systems if one.texts]
        rows = tuple(
            (
                score.label,
                *(
                    cell(figure_of(found[score.id], group.name, RESAMPLES), None) + left_out(found[score.id].unscored)
                    for found in scored
                ),
            )
            for score in (scored[0].values() if scored else ())
        )
        heads = (one.name[:1].upper() + one.name[1:] for one in systems if one.texts)
        yield Table("With a model: beside a plain ask", _PLAIN, ("Score", *heads), rows)


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
