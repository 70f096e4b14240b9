"""Measure the rules, and the product with a model, against the judged cases: `python -m evals`, or `make eval`."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evals import second_reader
from evals.bounds import TARGETS, TARGETS_WITH_MODEL, load_bounds
from evals.cases import CASES, CaseError, CaseSets, echo_pairs, load
from evals.command_line import told
from evals.fairness_report import fairness_of_rules
from evals.guard_cases import load_guard
from evals.html_page import CHARTED, Report, html_page
from evals.last import LAST, Kept, Result, kept, read_last, result_of, written
from evals.masking_cases import load_masking
from evals.measured import Measured, measure_models, models_to_measure, parts_of_model
from evals.page import page
from evals.progress import Progress, progress_on
from evals.report import detail_tables, main_tables
from evals.rewrite_report import rewrites_by_rules, rule_drafts, scores_by_rules
from evals.run import BASELINES, ObjectiveResult, ResponsibilityResult, Results, parts_of_run, run
from evals.scores import Score
from evals.short import System, in_short
from evals.systems import RulesOnly
from evals.tables import Table, as_text
from evals.timed import Timed, rule_times
from evals.worst import WorstCase, worst_cases
from rewriter.errors import ConfigurationError

_WORST = 10
RESULTS = Path(__file__).parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print and write what is asked. Gives 0; 1 where a case is unanswered; 2 for bad cases; 130 when stopped."""
    asked = told(arguments)
    progress = progress_on(sys.stderr)
    try:
        with progress:
            found = _measured(asked, progress)
    except (CaseError, ConfigurationError) as error:
        progress.say(str(error))
        return 2
    except KeyboardInterrupt:
        kept = "; every reply that came is kept, and the same command goes on from there" if asked.ask else ""
        progress.say(f"stopped{kept}")
        return 130
    results = found.results
    tables = (*main_tables(results), *found.further, *(detail_tables(results) if asked.details else ()))
    with_models = tuple(table for measured in found.models for table in measured.tables)
    print("\n\n".join(map(as_text, (*tables, *with_models))))
    if asked.worst:
        print("\n" + _worst(results, asked.worst))
    if asked.html:
        _write_html(asked, found)
        progress.say(f"wrote {asked.html}")
    if asked.write:
        RESULTS.write_text(page(results, asked.today, with_models, found.further), encoding="utf-8")
        systems = {name: result for name, result in found.by_system.items() if name not in BASELINES}
        LAST.write_text(written(asked.today, systems), "utf-8")
        progress.say(f"wrote {RESULTS.name} and {LAST.name}")
    for name, why in results.errors().items():
        progress.say(f"no answer on {name}: {why}")
    return 1 if results.errors() else 0


class _Found(NamedTuple):
    """All that was measured; `further` are tables of the rules alone, `by_system` the baselines too."""

    results: Results
    models: Sequence[Measured]
    by_system: Mapping[str, Result]
    further: Sequence[Table]


def _measured(asked: argparse.Namespace, progress: Progress) -> _Found:
    sets = load(asked.cases)
    if not sets.all():
        raise CaseError(f"no cases in {asked.cases}")
    ours = asked.cases == CASES
    rewrites, marked = load_guard(asked.cases), load_masking(asked.cases)
    for_model = CaseSets(
        objectives=tuple(group for group in sets.objectives if group.origin in asked.sets),
        responsibility=tuple(group for group in sets.responsibility if group.origin in asked.sets),
    )
    with_model = ours and not asked.rules_only
    names = models_to_measure(ask=asked.ask is not None) if with_model else ()
    progress.expect(parts_of_run(sets, rewrites, marked) + 3 + len(names) * parts_of_model(for_model))
    rules = Timed(RulesOnly())
    results = run(sets, echo_pairs(asked.cases), rules, progress, rewrites, marked)
    drafts = scores_by_rules(results, progress)
    further = (
        rewrites_by_rules(results, drafts),
        rule_times(rules.seconds),
        fairness_of_rules(sets, progress),
        *((second_reader.table(sets),) if ours else ()),
    )
    models = measure_models(for_model, asked.ask, asked.judge, rule_drafts(results), progress) if with_model else ()
    return _Found(results, models, _by_system(results, drafts, models, progress), further)


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


def _write_html(asked: argparse.Namespace, found: _Found) -> None:
    results = found.results
    objectives, texts = worst_cases(results, _WORST)
    systems = [System("By rules alone", _scores(results), load_bounds(TARGETS))]
    for model in found.models:
        scores = _scores(model.results)
        for name, more in model.rewrites.items():
            scores[name] = (*scores[name], *more)
        systems.append(System(f"{model.name[:1].upper()}{model.name[1:]}", scores, load_bounds(TARGETS_WITH_MODEL)))
    heads, short = in_short(systems)
    report = Report(
        day=asked.today,
        heads=heads,
        short=short,
        results=found.by_system,
        last=read_last() if asked.cases == CASES else None,
        worst={"Objectives": objectives, "Texts judged for responsibility": texts},
        tables=(
            *main_tables(results),
            *found.further,
            *(table for model in found.models for table in model.tables),
            *detail_tables(results),
        ),
    )
    asked.html.parent.mkdir(parents=True, exist_ok=True)
    asked.html.write_text(html_page(report), encoding="utf-8")


def _scores(results: Results) -> dict[str, tuple[Score, ...]]:
    return {result.set.name: result.scores for result in results.all()}


def _worst(results: Results, number: int) -> str:
    kinds = zip(("objectives", "texts judged for responsibility"), worst_cases(results, number), strict=True)
    note = "The untouched sets are left out, so that they stay untouched."
    return "\n\n".join(["\n\n".join([f"The worst {kind}. {note}", *map(_in_full, cases)]) for kind, cases in kinds])


def _in_full(case: WorstCase) -> str:
    told = case.context.model_dump_json(exclude_defaults=True)
    slips = "\n".join(f"  - {slip.said}" for slip in case.slips)
    return f"{case.id} ({case.set_name}, {case.weight:g})\n  {case.text}\n  told: {told}\n{slips}"


if __name__ == "__main__":
    sys.exit(main())
