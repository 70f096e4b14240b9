"""What a rewrite with a model costs beside the bare client: processor time a call, and how busy many at once keep it.

Run by `python -m benchmarks.model_calls`; `--write` also writes RESULTS.md. A server on this machine, in a process of
its own, stands in for the model and says what a real one said (`benchmarks/rewrites.py`); the product makes whole
rewrites, from the text to the checked answer, and the bare client only sends the same requests. What was loaded is
kept from the garbage collector on both sides, as the command for many lines does. Both sides are measured in one run,
in turns, as times depend on the machine. No test asserts a time.
"""

import argparse
import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from itertools import cycle
from statistics import mean, median
from time import perf_counter, process_time
from typing import Any, NamedTuple

import httpx2
import openai

from benchmarks.results import how_measured, write_part
from benchmarks.rewrites import Kept, NoReplies, kept_rewrites, words_of
from benchmarks.slow_model import serving
from rewriter.answer import ModelUse
from rewriter.chat.connect import connect
from rewriter.chat.dialects import response_format
from rewriter.chat.model_settings import Dialect, ModelSettings, Provider
from rewriter.service import Service

AT_ONCE = 64
WAVES = 6
ROUNDS = 7
RUNS = 3
Row = tuple[str, str]
Asking = Callable[[Kept], Awaitable[object]]
Making = Callable[[str, int], AbstractAsyncContextManager[Asking]]


class Cost(NamedTuple):
    """What one call took, in seconds: of the processor, and on the wall."""

    cpu: float
    wall: float


@asynccontextmanager
async def ours(address: str, at_once: int) -> AsyncIterator[Asking]:
    """Give the product's way: a whole rewrite."""
    service = Service(connect(ModelSettings(Provider.CUSTOM, "slow", address, concurrency=at_once), {}))

    async def rewrite(kept: Kept) -> None:
        made = await service.rewrite(kept.text, kept.context)
        if made.model is not ModelUse.USED:
            raise RuntimeError(f"the model's rewrite was not served: {made.provenance.fallback}")

    yield rewrite


@asynccontextmanager
async def bare(address: str, at_once: int) -> AsyncIterator[Asking]:
    """Give the client alone, sending the same requests over the same kind of connection."""
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=at_once)
    async with httpx2.AsyncClient(timeout=120, limits=limits, trust_env=False) as http:
        client = openai.AsyncOpenAI(base_url=address, api_key="none", max_retries=0, http_client=http)

        async def send(kept: Kept) -> None:
            for ask in kept.asks:
                messages: Any = [{"role": message.role.value, "content": message.text} for message in ask.messages]
                shape: Any = response_format(ask.schema, Dialect.JSON_SCHEMA)
                await client.chat.completions.create(
                    model="slow", messages=messages, temperature=0, response_format=shape
                )

        yield send


async def one_by_one(asking: Asking, rewrites: Sequence[Kept], calls: int) -> Cost:
    """Give what a call costs when one rewrite follows the other."""
    cpu, wall = process_time(), perf_counter()
    for kept in rewrites:
        await asking(kept)
    return Cost((process_time() - cpu) / calls, (perf_counter() - wall) / calls)


async def a_call(rewrites: tuple[Kept, ...], rounds: int) -> tuple[list[Cost], list[Cost]]:
    """Measure both sides in turns, after one round each to warm up."""
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    calls = sum(len(kept.asks) for kept in rewrites)
    with serving(0, words_of(rewrites)) as address:
        async with ours(address, 1) as our, bare(address, 1) as their:
            for asking in (our, their):
                await one_by_one(asking, rewrites, calls)
            gc.freeze()
            for _ in range(rounds):
                for asking, cost in zip((our, their), costs, strict=True):
                    cost.append(await one_by_one(asking, rewrites, calls))
    return costs


async def kept_busy(
    make: Making, rewrites: tuple[Kept, ...], seconds: float, waves: int, spread: float
) -> tuple[float, float]:
    """Give which part of the ideal many workers reach once all are under way, and how much of a core that takes.

    They start all together, or evenly over `spread` seconds. The first rewrite of each is left out of the measure: it
    pays for the connections. The ideal is that a rewrite takes as long as its calls do.
    """
    with serving(seconds, words_of(rewrites)) as address:
        async with make(address, AT_ONCE) as asking:
            await asking(rewrites[0])  # so that loading is not measured
            gc.freeze()
            reached: list[float] = []

            async def worker(number: int) -> None:
                turn = cycle(rewrites[number % len(rewrites) :] + rewrites[: number % len(rewrites)])
                await asyncio.sleep(spread * number / AT_ONCE)
                await asking(next(turn))
                given = [next(turn) for _ in range(waves)]
                began = perf_counter()
                for kept in given:
                    await asking(kept)
                reached.append(seconds * sum(len(kept.asks) for kept in given) / (perf_counter() - began))

            cpu, wall = process_time(), perf_counter()
            await asyncio.gather(*map(worker, range(AT_ONCE)))
            core = (process_time() - cpu) / (perf_counter() - wall)
    return mean(reached), core


def call_rows(rewrites: tuple[Kept, ...], rounds: int) -> Iterator[Row]:
    """The processor time of a call, ours beside the bare client's."""
    asked, said = [ask for kept in rewrites for ask in kept.asks], [one for kept in rewrites for one in kept.replies]
    sizes = (
        f"{median(ask.size for ask in asked):,.0f} characters sent, {median(len(one.text) for one in said):,.0f} read"
    )
    yield "rewrites", f"{len(rewrites)}; {sizes} (medians); {rounds} rounds in turns"
    our, their = asyncio.run(a_call(rewrites, rounds))
    for name, costs in (("openai client alone", their), ("product", our)):
        cpu, wall = median(cost.cpu for cost in costs), median(cost.wall for cost in costs)
        yield name, f"{cpu * 1e3:.1f} ms of processor time a call, {wall * 1e3:.1f} ms on the wall"
    added = sorted(one.cpu - other.cpu for one, other in zip(our, their, strict=True))
    span = f"{added[0] * 1e3:.1f} to {added[-1] * 1e3:.1f}"
    yield "product on top of the client", f"{median(added) * 1e3:.1f} ms a call ({span}); target at most 6 ms"


def busy_rows(rewrites: tuple[Kept, ...], waves: int, runs: int) -> Iterator[Row]:
    """How near to the ideal many rewrites at once come, ours beside a bare loop."""
    yield (
        "rewrites at once",
        f"{AT_ONCE}, {waves} each after a first, of a model that takes 1 s a call; {runs} runs",
    )
    sides: tuple[tuple[str, Making], ...] = (("bare loop", bare), ("product", ours))
    for start, spread in (("started together", 0.0), ("started over a second", 1.0)):
        found: dict[str, list[tuple[float, float]]] = {name: [] for name, _ in sides}
        for _ in range(runs):
            for name, make in sides:
                found[name].append(asyncio.run(kept_busy(make, rewrites, 1.0, waves, spread)))
        for name, measured in found.items():
            parts = sorted(part for part, _ in measured)
            core = median(core for _, core in measured)
            told = f"{median(parts):.1%} ({parts[0]:.1%} to {parts[-1]:.1%}) of the ideal {AT_ONCE} calls a second"
            yield f"{name}, {start}", f"{told}, {core:.0%} of a core"


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="model_calls", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds of one rewrite after the other")
    parser.add_argument("--waves", type=int, default=WAVES, help="rewrites of each of the many at once")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of the many at once")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md as well")
    given = parser.parse_args(words)
    written = [how_measured()]
    try:
        by_calls = asyncio.run(kept_rewrites())
    except NoReplies as error:
        parser.exit(1, f"model_calls: {error}\n")
    for title, calls in (("Ordinary rewrites, one call", 1), ("Rewrites where abuse is in play, two calls", 2)):
        if not (rewrites := by_calls.get(calls)):
            print(f"\n{title}: none is kept")
            continue
        print(f"\n{title}")
        written += ["", f"## {title}", "", "| what | measured |", "|---|---|"]
        for rows in (call_rows(rewrites, given.rounds), busy_rows(rewrites, given.waves, given.runs)):
            for what, measured in rows:
                print(f"  {what:<38}{measured}", flush=True)
                written.append(f"| {what} | {measured} |")
    if given.write:
        write_part("Rewrites with a model", written)


if __name__ == "__main__":
    main()
