"""Measure the rules, and the product with a model, against the judged cases: `python -m evals`, or `make eval`."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from evals import second_reader
from evals.bounds import TARGETS, TARGETS_WITH_MODEL, load_bounds
from evals.cases import CASES, CaseError, Origin, echo_pairs, load
from evals.fairness_report import fairness_of_rules
from evals.guard_cases import load_guard
from evals.html_page import Report, html_page
from evals.last import LAST, Result, kept, read_last, result_of, written
from evals.masking_cases import load_masking
from evals.measured import Measured, measure_models
from evals.page import page
from evals.report import detail_tables, main_tables
from evals.run import BASELINES, Results, run
from evals.scores import Score
from evals.short import System, in_short
from evals.systems import RulesOnly
from evals.tables import Table, as_text
from evals.worst import WorstCase, worst_cases
from rewriter.errors import ConfigurationError

_WORST = 10
RESULTS = Path(__file__).parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print and write what is asked. Gives 0; 1 where a case could not be answered; 2 for bad cases."""
    told = _parser().parse_args(arguments)
    if told.write and told.today is None:
        _parser().error("--write needs --today YYYY-MM-DD, the date that the page is to bear")
    if told.write and told.cases != CASES:
        _parser().error("--write is for our own cases: RESULTS.md speaks of no others")
    try:
        sets = load(told.cases)
        rewrites, marked = load_guard(told.cases), load_masking(told.cases)
        results = run(sets, echo_pairs(told.cases), progress=_say, rewrites=rewrites, marked=marked)
        models = () if told.cases != CASES else measure_models(sets, told.ask, told.judge, _origins(told.sets), _say)
    except (CaseError, ConfigurationError) as error:
        _say(str(error))
        return 2
    if not results.objectives and not results.responsibility:
        _say(f"no cases in {told.cases}")
        return 2
    _say("intervals")
    further = (fairness_of_rules(sets), *((second_reader.table(sets),) if told.cases == CASES else ()))
    tables = (*main_tables(results), *further, *(detail_tables(results) if told.details else ()))
    with_models = tuple(table for measured in models for table in measured.tables)
    print("\n\n".join(map(as_text, (*tables, *with_models))))
    if told.worst:
        print("\n" + _worst(results, told.worst))
    measured = _by_system(results, models)
    if told.html:
        _write_html(told, results, models, measured, further)
    if told.write:
        RESULTS.write_text(page(results, told.today, with_models, further), encoding="utf-8")
        LAST.write_text(
            written(told.today, {name: measured[name] for name in measured if name not in BASELINES}), "utf-8"
        )
        _say(f"wrote {RESULTS.name} and {LAST.name}")
    for name, why in results.errors().items():
        _say(f"no answer on {name}: {why}")
    return 1 if results.errors() else 0


def _by_system(results: Results, models: Sequence[Measured]) -> dict[str, Result]:
    """Every system's figures and cases, by its name: the rules, those with a model, and the baselines."""
    weak = {
        name: Result({r.set.name: dict(kept(r.set.name, r.baselines[name])) for r in results.all()}, {})
        for name in BASELINES
    }
    return {
        RulesOnly.name: result_of(results),
        **{measured.name: result_of(measured.results, measured.rewrites) for measured in models},
        **weak,
    }


def _write_html(
    told: argparse.Namespace,
    results: Results,
    models: Sequence[Measured],
    measured: Mapping[str, Result],
    further: Sequence[Table],
) -> None:
    objectives, texts = worst_cases(results, _WORST)
    systems = [System("By rules alone", _scores(results), load_bounds(TARGETS))]
    for model in models:
        scores = _scores(model.results)
        for name, more in model.rewrites.items():
            scores[name] = (*scores[name], *more)
        systems.append(System(f"{model.name[:1].upper()}{model.name[1:]}", scores, load_bounds(TARGETS_WITH_MODEL)))
    heads, short = in_short(systems)
    report = Report(
        day=told.today,
        heads=heads,
        short=short,
        results=measured,
        last=read_last() if told.cases == CASES else None,
        worst={"Objectives": objectives, "Texts judged for responsibility": texts},
        tables=(
            *main_tables(results),
            *further,
            *(table for model in models for table in model.tables),
            *detail_tables(results),
        ),
    )
    told.html.parent.mkdir(parents=True, exist_ok=True)
    told.html.write_text(html_page(report), encoding="utf-8")
    _say(f"wrote {told.html}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure the rules against the judged cases.")
    parser.add_argument("--write", action="store_true", help="write evals/RESULTS.md; needs --today")
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the date the page is to bear")
    parser.add_argument(
        "--worst", type=int, default=0, metavar="N", help="print the N worst cases of each kind in full"
    )
    parser.add_argument("--details", action="store_true", help="print the tables that only the page holds as well")
    parser.add_argument(
        "--ask",
        metavar="LABEL",
        help="ask the configured model for what is not kept; LABEL says how its answers came about",
    )
    parser.add_argument(
        "--judge",
        metavar="URL",
        help="with --ask: the address of a second model, of the same kind, that judges the claims (must, must_not)",
    )
    parser.add_argument(
        "--sets",
        default="given,untouched",
        metavar="ORIGINS",
        help="the sets that a model is asked about: given,own,untouched",
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write all of it as one HTML page")
    parser.add_argument("--cases", type=Path, default=CASES, metavar="FOLDER", help="a folder of cases instead of ours")
    return parser


def _scores(results: Results) -> dict[str, tuple[Score, ...]]:
    return {result.set.name: result.scores for result in results.all()}


def _origins(told: str) -> frozenset[Origin]:
    try:
        return frozenset(Origin(name) for name in told.split(","))
    except ValueError as error:
        raise ConfigurationError(f"--sets: {error}; there are {', '.join(Origin)}") from None


def _worst(results: Results, number: int) -> str:
    kinds = zip(("objectives", "texts judged for responsibility"), worst_cases(results, number), strict=True)
    note = "The untouched sets are left out, so that they stay untouched."
    return "\n\n".join(["\n\n".join([f"The worst {kind}. {note}", *map(_in_full, cases)]) for kind, cases in kinds])


def _in_full(case: WorstCase) -> str:
    told = case.context.model_dump_json(exclude_defaults=True)
    slips = "\n".join(f"  - {slip.said}" for slip in case.slips)
    return f"{case.id} ({case.set_name}, {case.weight:g})\n  {case.text}\n  told: {told}\n{slips}"


def _say(line: str) -> None:
    print(f"evals: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
