"""Measures everything there is to measure: the rules on every set, and the product with every model."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evals import second_reader
from evals.cases import CASES, CaseError, CaseSets, Origin, echo_pairs, load
from evals.fairness_report import fairness_of_rules
from evals.guard_cases import load_guard
from evals.html_page import CHARTED
from evals.kept import FOLDER
from evals.last import Kept, Result, kept, result_of
from evals.masking_cases import load_masking
from evals.measured import Measured, measure_models, models_to_measure, parts_of_model
from evals.progress import Progress
from evals.rewrite_report import rewrites_by_rules, rule_drafts, scores_by_rules
from evals.run import BASELINES, ObjectiveResult, ResponsibilityResult, Results, parts_of_run, run
from evals.scores import Score
from evals.systems import RulesOnly
from evals.tables import Table
from evals.timed import Timed, rule_times

__all__ = ["Everything", "everything"]


class Everything(NamedTuple):
    """All that was measured; `further` are tables of the rules alone, `by_system` the baselines too.

    `drafts` are the scores of the drafts by rules, by set; `seconds` are those of each answer by rules, by what it was.
    """

    results: Results
    seconds: Mapping[str, Sequence[float]]
    drafts: Mapping[str, tuple[Score, ...]]
    models: Sequence[Measured]
    by_system: Mapping[str, Result]
    further: Sequence[Table]


def everything(
    folder: Path,
    origins: frozenset[Origin],
    progress: Progress,
    *,
    models: bool = True,
    label: str | None = None,
    judge: str | None = None,
    replies: Path | None = None,
) -> Everything:
    """Measure the rules on every set of a folder and, with `models`, the product with each of them.

    `origins` are the sets that a model is asked about; a `label` and a `judge` are those of `measure_models`. `replies`
    is the folder in which those of a model are kept; without it there are some for our own cases alone. Raises
    CaseError where there are no cases or one does not fit, ConfigurationError where a model is to be asked and none is
    configured.
    """
    sets = load(folder)
    if not sets.all():
        raise CaseError(f"no cases in {folder}")
    ours = folder == CASES
    rewrites, marked = load_guard(folder), load_masking(folder)
    for_model = CaseSets(
        objectives=tuple(group for group in sets.objectives if group.origin in origins),
        responsibility=tuple(group for group in sets.responsibility if group.origin in origins),
    )
    with_model = models and (ours or replies is not None)
    kept_in = replies or FOLDER
    names = models_to_measure(kept_in, ask=label is not None) if with_model else ()
    progress.expect(parts_of_run(sets, rewrites, marked) + 4 + len(names) * parts_of_model(for_model))
    rules = Timed(RulesOnly())
    results = run(sets, echo_pairs(folder), rules, progress, rewrites, marked)
    drafts = scores_by_rules(results, progress)
    further = (
        rewrites_by_rules(results, drafts),
        rule_times(rules.seconds),
        fairness_of_rules(sets, progress, results),
        *((second_reader.table(sets),) if ours else ()),
    )
    measured = measure_models(for_model, label, judge, rule_drafts(results), progress, kept_in) if with_model else ()
    return Everything(
        results, rules.seconds, drafts, measured, _by_system(results, drafts, measured, progress), further
    )


def _by_system(
    results: Results, drafts: Mapping[str, tuple[Score, ...]], models: Sequence[Measured], progress: Progress
) -> dict[str, Result]:
    """Every system's figures and cases, by its name: the rules, those with a model, and the baselines."""
    found: dict[str, Result] = {}
    with progress.part("intervals", 1 + len(models) + len(BASELINES)) as step:
        found[RulesOnly.name] = result_of(results, drafts)
        step()
        for measured in models:
            found[measured.name] = result_of(measured.results, measured.rewrites)
            step()
        for name in BASELINES:
            found[name] = Result({r.set.name: dict(_charted(r, name)) for r in results.all()}, {})
            step()
    return found


def _charted(result: ObjectiveResult | ResponsibilityResult, baseline: str) -> Iterator[tuple[str, Kept]]:
    return kept(result.set.name, tuple(score for score in result.baselines[baseline] if score.id in CHARTED))
