"""Measure the rules, and the product with a model, against the judged cases: `python -m evals`, or `make eval`."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from evals.bounds import TARGETS, TARGETS_WITH_MODEL, load_bounds
from evals.cases import CASES, CaseError
from evals.command_line import told
from evals.commit import commit_of
from evals.everything import Everything, everything
from evals.html_page import Report, html_page
from evals.last import LAST, read_last, written
from evals.page import page
from evals.progress import progress_on
from evals.report import BASELINES_TITLE, detail_tables, main_tables
from evals.run import BASELINES, Results
from evals.scores import Score
from evals.short import System, in_short
from evals.systems import RulesOnly
from evals.tables import as_text
from evals.timed import time_by_rules
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
            found = everything(
                asked.cases,
                asked.sets,
                progress,
                models=not asked.rules_only,
                label=asked.ask,
                judge=asked.judge,
                replies=asked.replies,
            )
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
    if asked.html:
        _write_html(asked, found)
        progress.say(f"wrote {asked.html}")
    if asked.write:
        RESULTS.write_text(page(results, asked.today, with_models, found.further), encoding="utf-8")
        systems = {name: result for name, result in found.by_system.items() if name not in BASELINES}
        LAST.write_text(written(asked.today, systems), "utf-8")
        progress.say(f"wrote {RESULTS.name} and {LAST.name}")
    shown = "\n\n".join(map(as_text, (*tables, *with_models)))
    if not _printed(f"{shown}\n\n{_worst(results, asked.worst)}" if asked.worst else shown):
        return 1
    for name, why in results.errors().items():
        progress.say(f"no answer on {name}: {why}")
    return 1 if results.errors() else 0


def _printed(text: str) -> bool:
    """Print on standard output; False where whoever read it has gone (`... | head`), which is no fault to report."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that nothing is tried again at the end
        return False
    return True


def _write_html(asked: argparse.Namespace, found: Everything) -> None:
    results = found.results
    objectives, texts = worst_cases(results, _WORST)
    names = {RulesOnly.name: "By rules alone"}
    systems = [System(names[RulesOnly.name], _scores(results, found.drafts), load_bounds(TARGETS))]
    for model in found.models:
        names[model.name] = "With a language model" + (f", {model.name}" if len(found.models) > 1 else "")
        scores = _scores(model.results, model.rewrites)
        systems.append(System(names[model.name], scores, load_bounds(TARGETS_WITH_MODEL)))
    heads, short = in_short(systems)
    report = Report(
        day=asked.today or datetime.now().astimezone().date(),
        commit=commit_of(CASES),
        names=names,
        heads=heads,
        short=short,
        times=[said for said in (time_by_rules(found.seconds), *(model.time for model in found.models)) if said],
        results=found.by_system,
        last=read_last() if asked.cases == CASES else None,
        worst={"Objectives": objectives, "Texts judged for responsibility": texts},
        tables=(
            *(
                table
                if table.title == BASELINES_TITLE
                else table._replace(title=f"By rules alone: {table.title.lower()}")
                for table in main_tables(results)
            ),
            *found.further,
            *(table for model in found.models for table in model.tables),
            *detail_tables(results),
        ),
    )
    asked.html.write_text(html_page(report), encoding="utf-8")


def _scores(results: Results, rewrites: Mapping[str, tuple[Score, ...]]) -> dict[str, tuple[Score, ...]]:
    return {result.set.name: (*result.scores, *rewrites.get(result.set.name, ())) for result in results.all()} | {
        result.set.name: result.scores for result in results.guard
    }


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
