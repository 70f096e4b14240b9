"""Measure the rules against the judged cases: `python -m evals`, or `make eval`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from evals.cases import CASES, CaseError, echo_pairs, load
from evals.guard_cases import load_guard
from evals.page import page
from evals.report import detail_tables, main_tables
from evals.run import Results, run
from evals.tables import as_text
from evals.worst import WorstCase, worst_cases

RESULTS = Path(__file__).parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print and, if asked, write the page. Gives 0; 1 where a case could not be answered; 2 for bad cases."""
    told = _parser().parse_args(arguments)
    if told.write and told.today is None:
        _parser().error("--write needs --today YYYY-MM-DD, the date that the page is to bear")
    if told.write and told.cases != CASES:
        _parser().error("--write is for our own cases: RESULTS.md speaks of no others")
    try:
        results = run(load(told.cases), echo_pairs(told.cases), progress=_say, rewrites=load_guard(told.cases))
    except CaseError as error:
        _say(str(error))
        return 2
    if not results.objectives and not results.responsibility:
        _say(f"no cases in {told.cases}")
        return 2
    _say("intervals")
    tables = (*main_tables(results), *(detail_tables(results) if told.details else ()))
    print("\n\n".join(map(as_text, tables)))
    if told.worst:
        print("\n" + _worst(results, told.worst))
    if told.write:
        RESULTS.write_text(page(results, told.today), encoding="utf-8")
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
    parser.add_argument("--cases", type=Path, default=CASES, metavar="FOLDER", help="a folder of cases instead of ours")
    return parser


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
