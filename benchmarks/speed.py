"""How fast the critic is: beside other tools, by stage, by length, from cold, over many objectives, and in an eval.

Run by `make bench`; `make bench BENCH="--only stages length"` runs a part, `--write` also writes RESULTS.md. All
ratios are taken within one run, as the times themselves depend on the machine. Where one process works alone it is
processor time, so that what else the machine does is not counted. No test asserts a time.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks import peers
from benchmarks.programs import python, run
from benchmarks.results import how_measured, write_part
from benchmarks.texts import SHAPES, lines, of_length, single_sentences, texts
from rewriter import critic, pipeline, responsibility, rules, split
from rewriter.pasted import kinds
from rewriter.reading import read

STAGES = ("reading", "kind of input", "responsibility", "rules", "verdicts", "goal apart or not")
ROUNDS = 5  # the shortest of these is taken: what else the machine does only ever adds
PARTS = ("beside", "stages", "length", "cold", "many", "evals")
Row = tuple[str, str]


def shortest(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the processor seconds of the shortest of several runs, after one to warm up."""
    job()
    times = []
    for _ in range(rounds):
        began = process_time()
        job()
        times.append(process_time() - began)
    return min(times)


def each(job: Callable[[str], object], known: Sequence[str]) -> None:
    """Do a job on every text."""
    for text in known:
        job(text)


def beside_others(alex: Path | None, classic: Path | None) -> Iterator[Row]:
    """One sentence, warm, beside proselint and alex: the median, and how many times ours on the same sentences."""
    known = single_sentences()
    yield "sentences, average length", f"{len(known)}, {sum(map(len, known)) / len(known):.0f} characters"
    given = (peers.ours(), peers.proselint(), peers.classic_proselint(classic), peers.alex(alex))
    ours, *others = peers.turn_about(given, known)
    yield f"{ours.name}, whole critique", f"{median(ours.seconds.values()) * 1e3:.2f} ms a sentence"
    for other in others:
        took, beside = median(other.seconds.values()), median([ours.seconds[n] for n in other.seconds])
        some = "" if len(other.seconds) == len(ours.seconds) else f" ({len(other.seconds)} of the sentences)"
        yield f"{other.name}{some}", f"{took * 1e3:.2f} ms a sentence: {took / beside:.1f} times ours"
    for peer in given:
        if peer.command is None:
            yield peer.name, "not at hand"


def stages() -> Iterator[Row]:
    """The processor time of each stage, per objective."""
    known = texts()
    yield "objectives, average length", f"{len(known)}, {sum(map(len, known)) / len(known):.0f} characters"
    rounds = [[sum(spent) for spent in zip(*map(_stage_by_stage, known), strict=True)] for _ in range(ROUNDS)]
    for name, seconds in zip(STAGES, zip(*rounds, strict=True), strict=True):
        yield name, f"{min(seconds) / len(known) * 1e6:,.0f} µs"
    whole: dict[str, Callable[[str], object]] = {
        "whole critique": pipeline.critique,
        "whole check, as a plan": lambda text: pipeline.check(text, kind="plan"),
        "whole rewrite": pipeline.rewrite,
    }
    for name, job in whole.items():
        yield name, f"{shortest(partial(each, job, known)) / len(known) * 1e6:,.0f} µs"


def _stage_by_stage(text: str) -> list[float]:
    """The seconds of each stage, in their order in a critique: each finds what those before it have worked out."""
    times = [process_time()]
    reading = read(text)
    times.append(process_time())
    kinds.input_kind(reading)
    times.append(process_time())
    reading.once(responsibility.check)
    times.append(process_time())
    found = rules.find(reading, rules.SMART_RULES)
    times.append(process_time())
    critic.judge(reading, found)
    times.append(process_time())
    split.needs_goal_split(reading)
    times.append(process_time())
    return [after - before for before, after in pairwise(times)]


def length() -> Iterator[Row]:
    """The time of one critique at 2,500, 5,000 and 10,000 characters of each shape; linear is about 2.0 a step."""
    sizes = (2_500, 5_000, 10_000)
    for shape in SHAPES:
        took = [shortest(partial(pipeline.critique, of_length(shape, size))) for size in sizes]
        steps = ", ".join(f"x{after / before:.1f}" for before, after in pairwise(took))
        yield shape, f"{', '.join(f'{seconds * 1e3:.1f}' for seconds in took)} ms ({steps})"


def cold() -> Iterator[Row]:
    """The processor time of a command from cold, beside bare Python's."""
    objective = "Sarah to improve her school attendance this year"

    def cpu(*words: str) -> float:
        return min(run(python(*words)).cpu for _ in range(10))

    bare = cpu("-c", "pass")
    yield "python -c pass", f"{bare * 1e3:.0f} ms"
    for name, words in {
        "rewriter --help": ("--help",),
        "rewriter critique": ("critique", objective),
        "rewriter critique --json": ("critique", "--json", objective),
    }.items():
        used = cpu("-m", "rewriter", *words)
        yield name, f"{used * 1e3:.0f} ms: {used / bare:.1f} times bare Python"


def many(count: int) -> Iterator[Row]:
    """Many objectives through `rewriter critique --jsonl`: time, memory as the number grows, and cores in use."""
    yield "cores", str(os.cpu_count())
    with tempfile.TemporaryDirectory() as place:
        for part in (count // 10, count // 2, count):
            given = Path(place) / "objectives.jsonl"
            with given.open("w", encoding="utf-8") as file:
                file.writelines(lines(part))
            used = run(python("-m", "rewriter", "critique", "--jsonl", str(given)))
            memory = "unknown" if used.memory is None else f"{used.memory:.0f} MiB at most"
            busy = f"{used.cpu / used.wall:.1f} cores busy, {used.cpu / part * 1e6:,.0f} µs of processor time each"
            yield f"{part:,} objectives", f"{used.wall:.1f} s, {part / used.wall:,.0f} a second, {memory}, {busy}"


def whole_eval() -> Iterator[Row]:
    """Every case of every set by rules, scored with its intervals; and with the kept replies of models as well."""
    for what, words in (("python -m evals --rules-only", ["--rules-only"]), ("python -m evals, kept replies too", [])):
        used = [run(python("-m", "evals", *words)) for _ in range(2)]
        yield what, f"{min(one.cpu for one in used):.1f} s"


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="speed", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, help="these parts")
    parser.add_argument(
        "--alex", type=Path, help="folder in which `npm install alex` was run, if it is not on the PATH"
    )
    parser.add_argument("--proselint-classic", type=Path, help="a Python that has proselint 0.14 installed")
    parser.add_argument("--count", type=int, default=100_000, help="objectives in the largest run (default 100,000)")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md as well")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> None:
    """Measure what is asked for and print it as it comes; write it down where asked to."""
    asked = arguments(words)
    parts: dict[str, tuple[str, Callable[[], Iterator[Row]]]] = {
        "beside": ("Beside other tools", partial(beside_others, asked.alex, asked.proselint_classic)),
        "stages": ("By stage, per objective", stages),
        "length": ("By length", length),
        "cold": ("From cold, processor time", cold),
        "many": ("Many at once", partial(many, asked.count)),
        "evals": ("A whole eval, processor time", whole_eval),
    }
    written = [how_measured()]
    for name, (title, measure) in parts.items():
        if asked.only and name not in asked.only:
            continue
        print(f"\n{title}")
        written += ["", f"## {title}", "", "| what | measured |", "|---|---|"]
        for what, measured in measure():
            print(f"  {what:<40}{measured}", flush=True)
            written.append(f"| {what} | {measured} |")
    if asked.write:
        write_part("Speed", written)


if __name__ == "__main__":
    main()
