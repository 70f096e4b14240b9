"""Measure the rules, and the product with a model, against the judged cases: `python -m evals`, or `make eval`."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from evals.bounds import TARGETS_WITH_MODEL, load_bounds
from evals.cases import CASES, CaseError, CaseSets, Origin, echo_pairs, load
from evals.guard_cases import load_guard
from evals.kept import CLAIMS, FOLDER, KeptChat, kept_names, stale
from evals.model_report import model_tables
from evals.page import page
from evals.report import detail_tables, main_tables
from evals.run import Results, run
from evals.tables import Table, as_text
from evals.with_model import WithModel, asked
from evals.worst import WorstCase, worst_cases
from rewriter.chat.configuring import configured
from rewriter.chat.connect import connect
from rewriter.chat.port import Chat
from rewriter.errors import ConfigurationError

RESULTS = Path(__file__).parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print and, if asked, write the page. Gives 0; 1 where a case could not be answered; 2 for bad cases."""
    told = _parser().parse_args(arguments)
    if told.write and told.today is None:
        _parser().error("--write needs --today YYYY-MM-DD, the date that the page is to bear")
    if told.write and told.cases != CASES:
        _parser().error("--write is for our own cases: RESULTS.md speaks of no others")
    try:
        sets = load(told.cases)
        results = run(sets, echo_pairs(told.cases), progress=_say, rewrites=load_guard(told.cases))
        with_models = tuple(_with_models(sets, told))
    except (CaseError, ConfigurationError) as error:
        _say(str(error))
        return 2
    if not results.objectives and not results.responsibility:
        _say(f"no cases in {told.cases}")
        return 2
    _say("intervals")
    tables = (*main_tables(results), *(detail_tables(results) if told.details else ()))
    print("\n\n".join(map(as_text, (*tables, *with_models))))
    if told.worst:
        print("\n" + _worst(results, told.worst))
    if told.write:
        RESULTS.write_text(page(results, told.today, with_models), encoding="utf-8")
        _say(f"wrote {RESULTS.name}")
    for name, why in results.errors().items():
        _say(f"no answer on {name}: {why}")
    return 1 if results.errors() else 0


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
        "--sets", default="given", metavar="ORIGINS", help="the sets that a model is asked about: given,own,untouched"
    )
    parser.add_argument("--cases", type=Path, default=CASES, metavar="FOLDER", help="a folder of cases instead of ours")
    return parser


def _with_models(sets: CaseSets, told: argparse.Namespace) -> Sequence[Table]:
    """Measure with every model whose replies are kept, or that is to be asked now."""
    if told.cases != CASES:
        return ()
    for version in stale():
        _say(f"the kept replies to prompts {version} are stale: the prompts have changed since; --ask asks again")
    origins = {Origin(name) for name in told.sets.split(",")}
    some = CaseSets(
        objectives=tuple(group for group in sets.objectives if group.origin in origins),
        responsibility=tuple(group for group in sets.responsibility if group.origin in origins),
    )
    return [table for name in _names(told) for table in _measured(some, name, told)]


def _names(told: argparse.Namespace) -> Sequence[str]:
    if told.ask is None:
        return kept_names()
    model = configured(environment=os.environ).model
    if model is None:
        raise ConfigurationError("--ask needs a model: set REWRITER_MODEL and REWRITER_BASE_URL")
    return (model.model,)


def _measured(sets: CaseSets, name: str, told: argparse.Namespace) -> Sequence[Table]:
    _say(f"with {name}: {sum(len(group.cases) for group in sets.all())} cases")

    async def ask() -> WithModel:
        writer: Chat | None = None
        judge: Chat | None = None
        if told.ask is not None and (model := configured(environment=os.environ).model) is not None:
            writer = connect(model, os.environ)
            judge = connect(replace(model, base_url=told.judge), os.environ) if told.judge else None
        return await asked(
            sets,
            KeptChat(name, told.ask or "", writer, FOLDER, tell=_say),
            KeptChat(name, told.ask or "", judge, FOLDER / CLAIMS, tell=_say),
        )

    system = asyncio.run(ask())
    return model_tables(run(sets, echo_pairs(), system), system, load_bounds(TARGETS_WITH_MODEL))


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
