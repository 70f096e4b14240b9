"""The rules compiled to C beside the same rules as Python, in turns within one run. `make compiled` comes first.

Run by `python -m benchmarks.compiled`; `--write` also writes RESULTS.md. Processor time; the two have to give the same
answers, or nothing is told. Every other benchmark measures the compiled rules, and says so, where a wheel is laid out:

    python -m zipfile -e dist/smart_objective_rewriter-*-cp*.whl build/compiled
    PYTHONSAFEPATH=1 PYTHONPATH=$PWD/build/compiled:$PWD python -m benchmarks.service
"""

import argparse
import gc
import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import process_time
from typing import Self

from benchmarks.programs import run
from benchmarks.results import how_measured, write_part
from benchmarks.texts import texts

__all__ = ["CHECKOUT", "python_of", "unpacked", "wheels"]

CHECKOUT = Path(__file__).resolve().parent.parent
_VERBS = {"critique": 3, "check": 3, "rewrite": 10}  # of all texts, each so many-th
_ROUNDS = 7
_COLD = "from rewriter.faces.cli import main; main()"


def wheels() -> tuple[Path, ...]:
    """Give the compiled wheels for this Python, which `make compiled` makes."""
    return tuple((CHECKOUT / "dist").glob(f"*-{sys.implementation.cache_tag.replace('cpython-', 'cp')}-*.whl"))


@contextmanager
def unpacked(wheel: Path) -> Iterator[Path]:
    """Lay a wheel out as it is installed; it is gone at the end."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(folder)
        yield Path(folder)


def python_of(folder: Path, *words: str) -> list[str]:
    """Give the command that runs this Python with the product of a folder, and all else of the checkout."""
    first = f"import sys; sys.path[:0] = {[str(folder), str(CHECKOUT)]!r}; sys.argv[0] = 'rewriter'; "
    return [sys.executable, "-P", "-c", first + words[0], *words[1:]]


class _Side:
    """One of the two: a process that works when it is told to and says how long it took."""

    def __init__(self, folder: Path, verb: str) -> None:
        self.seconds: list[float] = []
        command = python_of(folder, f"from benchmarks.compiled import work; work({verb!r})")
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.answers = self._line()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def work(self) -> None:
        """Do the work once more."""
        if self._process.stdin is not None:
            self._process.stdin.write("go\n")
            self._process.stdin.flush()
        self.seconds.append(float(self._line()))

    def _line(self) -> str:
        return "" if self._process.stdout is None else self._process.stdout.readline().strip()


def work(verb: str) -> None:
    """Say what the answers are, as a hash, then the seconds an answer takes whenever a line comes in."""
    from rewriter import pipeline  # noqa: PLC0415 - that of the folder

    known = texts()[:: _VERBS[verb]]
    job: Callable[[str], object] = getattr(pipeline, verb)
    print(hashlib.sha256("\n".join([repr(job(text)) for text in known]).encode()).hexdigest(), flush=True)
    gc.freeze()
    for _ in sys.stdin:
        began = process_time()
        for text in known:
            job(text)
        print((process_time() - began) / len(known), flush=True)


def in_turns(compiled: Path, rounds: int) -> Iterator[tuple[str, str]]:
    """Measure each verb, warm, and a command from cold. Raises RuntimeError where answers differ."""
    for verb in _VERBS:
        with ExitStack() as both:
            python, in_c = (both.enter_context(_Side(folder, verb)) for folder in (CHECKOUT, compiled))
            if python.answers != in_c.answers:
                raise RuntimeError(f"{verb}: the compiled rules give other answers")
            for number in range(rounds):
                for side in (python, in_c) if number % 2 else (in_c, python):
                    side.work()
        yield verb, _said(python.seconds, in_c.seconds)
    cold = {folder: list[float]() for folder in (CHECKOUT, compiled)}
    for _ in range(rounds):
        for folder, seconds in cold.items():
            seconds.append(run(python_of(folder, _COLD, "critique", texts()[0])).cpu)
    yield "rewriter critique, from cold", _said(*cold.values())


def _said(python: Sequence[float], in_c: Sequence[float]) -> str:
    ratio = median(after / before for before, after in zip(python, in_c, strict=True))
    return f"{min(python) * 1e6:,.0f} µs as Python, {min(in_c) * 1e6:,.0f} µs compiled: {ratio:.2f} of the time"


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print, and write down where asked to."""
    parser = argparse.ArgumentParser(prog="compiled", description=__doc__)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--write", action="store_true", help="write RESULTS.md as well")
    asked = parser.parse_args(words)
    if not wheels():
        parser.exit(1, f"there is no compiled wheel in dist{os.sep}: `make compiled` makes one\n")
    written = [how_measured(), "", "| what | measured |", "|---|---|"]
    with unpacked(wheels()[0]) as compiled:
        for what, measured in in_turns(compiled, asked.rounds):
            print(f"  {what:<40}{measured}", flush=True)
            written.append(f"| {what} | {measured} |")
    if asked.write:
        write_part("Compiled", written)


if __name__ == "__main__":
    main()
