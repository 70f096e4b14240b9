"""What can be told on the command line of `python -m evals`, and what of it does not go together."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from evals.cases import CASES, Origin

__all__ = ["told"]

_WHAT = """\
Measure the product against the judged cases. Without a flag: the rules alone on every case, and the product with each
model whose replies are kept in evals/replies/. No model is asked and nothing is sent anywhere, and the same cases and
version give the same figures. It takes well under a minute."""

_EXAMPLES = """\
examples:
  python -m evals --html build/evals.html        one page for everybody: open it in a browser, or print it
  python -m evals --rules-only                   the rules alone, the quickest
  python -m evals --worst 10                     the cases that went worst, in full, with what each got wrong
  python -m evals --cases my/cases --rules-only  your own cases (evals/cases/schema/ says what a line holds)

  with a model of your own (docs/providers.md says how to configure one):
  export REWRITER_MODEL=... REWRITER_BASE_URL=http://127.0.0.1:11434/v1
  python -m evals --ask "asked of our own server, May 2026" --judge http://127.0.0.1:11435/v1 --html build/evals.html
      Every reply is kept as it comes. Stop it when you like: the same command goes on from there.
  python -m evals --cases my/cases --replies my/replies --ask "our server" --html build/ours.html
      The same on your own cases. What is kept there speaks of them: invented ones only, never a real family's.

Tables go to standard output, what is being done to standard error: a bar on a terminal, else a line for each part.
It ends with 0; with 1 where a case was not answered, 2 where a case or a setting is wrong, 130 where it was stopped.
evals/README.md says what each figure means and how to add cases."""


def told(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line. Ends the program with 2, saying why, where it makes no sense."""
    parser = _parser()
    found = parser.parse_args(arguments)
    if found.write and found.today is None:
        parser.error("--write needs --today YYYY-MM-DD, the date that the page is to bear")
    if found.write and found.cases != CASES:
        parser.error("--write is for our own cases: RESULTS.md speaks of no others")
    if found.write and found.rules_only:
        parser.error("--write writes all figures, so it does not go with --rules-only")
    if found.ask is not None and found.rules_only:
        parser.error("--ask asks a model, so it does not go with --rules-only")
    if found.ask is not None and found.cases != CASES and found.replies is None:
        parser.error("--ask with --cases needs --replies FOLDER: replies to other cases are not kept among ours")
    if found.replies is not None and found.rules_only:
        parser.error("--replies are those of a model, so they do not go with --rules-only")
    if found.html is not None and (why := _unwritable(found.html)):
        parser.error(f"--html: {why}")
    if found.sets is None:
        found.sets = frozenset(Origin) if found.cases != CASES else frozenset((Origin.GIVEN, Origin.UNTOUCHED))
    if found.judge is not None and found.ask is None:
        parser.error("--judge needs --ask")
    return found


def _unwritable(path: Path) -> str:
    """Why no file can be written there, in plain words; "" where one can. Told before the work, not after it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a"):
            return ""
    except OSError as error:
        return f"{path} cannot be written: {error.strerror}"


def _origins(names: str) -> frozenset[Origin]:
    try:
        return frozenset(Origin(name) for name in names.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; there are {', '.join(Origin)}") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description=_WHAT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    shown = parser.add_argument_group("what is shown")
    shown.add_argument("--html", type=Path, metavar="FILE", help="write all of it as one HTML page as well")
    shown.add_argument("--worst", type=int, default=0, metavar="N", help="the N worst cases of each kind in full")
    shown.add_argument("--details", action="store_true", help="the tables that only the page holds as well")
    what = parser.add_argument_group("what is measured")
    what.add_argument("--rules-only", action="store_true", help="the rules alone, and no kept reply of any model")
    what.add_argument("--cases", type=Path, default=CASES, metavar="FOLDER", help="a folder of cases instead of ours")
    model = parser.add_argument_group("with a model")
    model.add_argument(
        "--ask",
        metavar="LABEL",
        help="ask the configured model for what is not kept; LABEL says how its answers came about, and is kept beside "
        "each",
    )
    model.add_argument(
        "--judge",
        metavar="URL",
        help="with --ask: the address of a second model, of the same name, that judges the claims (must, must_not); "
        "without it they are not scored",
    )
    model.add_argument(
        "--sets",
        type=_origins,
        metavar="ORIGINS",
        help="the sets that a model is asked about, of given, own and untouched (default: given,untouched; all of them "
        "with --cases)",
    )
    model.add_argument(
        "--replies",
        type=Path,
        metavar="FOLDER",
        help="where replies are kept, and looked for; with --cases it has to be said, as they speak of those cases",
    )
    ours = parser.add_argument_group("for whoever changes the product")
    ours.add_argument("--write", action="store_true", help="write evals/RESULTS.md and last.json; needs --today")
    ours.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the date that they are to bear, and the HTML page (default for the page: today)",
    )
    return parser
