"""What asking a model costs beside the bare client: processor time a call, and how well many at once keep it busy.

Run by `python -m benchmarks.model_calls`. A server on this machine, in a process of its own, stands in for the model;
the ask is the product's own for a rewrite. Both sides are measured in one run, in turns, as times depend on the
machine. No test asserts a time.
"""

import argparse
import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from statistics import mean, median
from time import perf_counter, process_time
from typing import Any, NamedTuple

import httpx2
import openai

from benchmarks.slow_model import serving
from rewriter.chat.connect import connect
from rewriter.chat.dialects import response_format
from rewriter.chat.model_settings import Dialect, ModelSettings, Provider
from rewriter.chat.port import Ask
from rewriter.plan import Context
from rewriter.prompts import case_message, instructions
from rewriter.replies.schema import schema_of
from rewriter.replies.shapes import SHAPES

AT_ONCE = 64
WAVES = 8
CALLS = 200
ROUNDS = 7
Row = tuple[str, str]
Asking = Callable[[], Awaitable[object]]
Making = Callable[[str, int], AbstractAsyncContextManager[Asking]]


class Cost(NamedTuple):
    """What one call took, in seconds: of the processor, and on the wall."""

    cpu: float
    wall: float


def the_ask() -> Ask:
    """Give the ask of a rewrite, as the product sends it."""
    case = case_message("Sarah to improve her school attendance this year", Context())
    return Ask((instructions("rewrite"), case), schema_of(SHAPES["rewrite"], "rewrite"))


@asynccontextmanager
async def ours(address: str, at_once: int) -> AsyncIterator[Asking]:
    """Give the product's way: the adapter with all that stands around it."""
    chat = connect(ModelSettings(Provider.CUSTOM, "slow", address, concurrency=at_once), {})
    ask = the_ask()
    yield lambda: chat.reply(ask)


@asynccontextmanager
async def bare(address: str, at_once: int) -> AsyncIterator[Asking]:
    """Give the client alone, sending the same request over the same kind of connection."""
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=at_once)
    ask = the_ask()
    messages: Any = [{"role": message.role.value, "content": message.text} for message in ask.messages]
    shape: Any = response_format(ask.schema, Dialect.JSON_SCHEMA)
    async with httpx2.AsyncClient(timeout=120, limits=limits, trust_env=False) as http:
        client = openai.AsyncOpenAI(base_url=address, api_key="none", max_retries=0, http_client=http)
        yield lambda: client.chat.completions.create(
            model="slow", messages=messages, temperature=0, response_format=shape
        )


async def one_by_one(asking: Asking, calls: int) -> Cost:
    """Give what a call costs when one follows the other."""
    cpu, wall = process_time(), perf_counter()
    for _ in range(calls):
        await asking()
    return Cost((process_time() - cpu) / calls, (perf_counter() - wall) / calls)


async def a_call(calls: int, rounds: int) -> tuple[list[Cost], list[Cost]]:
    """Measure both sides in turns, after some calls each to warm up."""
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    with serving(0) as address:
        async with ours(address, 1) as our, bare(address, 1) as their:
            for asking in (our, their):
                await one_by_one(asking, 20)
            for _ in range(rounds):
                for asking, cost in zip((our, their), costs, strict=True):
                    cost.append(await one_by_one(asking, calls))
    return costs


async def kept_busy(make: Making, seconds: float, waves: int, spread: float) -> tuple[float, float]:
    """Give which part of the ideal many workers reach once all are under way, and the processor time a call.

    They start all together, or evenly over `spread` seconds. The first answer of each is left out of the measure: it
    pays for the connections.
    """
    with serving(seconds) as address:
        async with make(address, AT_ONCE) as asking:
            await asking()  # so that loading is not measured
            spans: list[float] = []

            async def worker(number: int) -> None:
                await asyncio.sleep(spread * number / AT_ONCE)
                await asking()
                began = perf_counter()
                for _ in range(waves):
                    await asking()
                spans.append(perf_counter() - began)

            cpu = process_time()
            await asyncio.gather(*map(worker, range(AT_ONCE)))
            cpu = process_time() - cpu
    return waves * seconds / mean(spans), cpu / (AT_ONCE * (waves + 1))


def call_rows(calls: int, rounds: int) -> Iterator[Row]:
    """The processor time of a call, ours beside the bare client's."""
    our, their = asyncio.run(a_call(calls, rounds))
    yield "the ask", f"{the_ask().size:,} characters; {rounds} rounds of {calls} calls each, in turns; medians"
    for name, costs in (("openai client alone", their), ("product", our)):
        cpu, wall = median(cost.cpu for cost in costs), median(cost.wall for cost in costs)
        yield name, f"{cpu * 1e3:.2f} ms of processor time a call, {wall * 1e3:.2f} ms on the wall"
    added = sorted(one.cpu - other.cpu for one, other in zip(our, their, strict=True))
    span = f"{added[0] * 1e3:.2f} to {added[-1] * 1e3:.2f}"
    yield "product on top of the client", f"{median(added) * 1e3:.2f} ms ({span}); target at most 6 ms"


def busy_rows(waves: int) -> Iterator[Row]:
    """How near to the ideal many asks at once come, ours beside a bare loop."""
    yield "asks at once", f"{AT_ONCE}, {waves} each after a first, of a model that takes 1 s"
    for start, spread in (("started together", 0.0), ("started over a second", 1.0)):
        for name, make in (("bare loop", bare), ("product", ours)):
            reached, cpu = asyncio.run(kept_busy(make, 1.0, waves, spread))
            told = f"{reached:.1%} of the ideal {AT_ONCE} a second, {cpu * 1e3:.1f} ms of processor time a call"
            yield f"{name}, {start}", told


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="model_calls", description=__doc__)
    parser.add_argument("--calls", type=int, default=CALLS, help="calls in a round")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds")
    parser.add_argument("--waves", type=int, default=WAVES, help="asks of each of the many at once")
    asked = parser.parse_args(words)
    for title, rows in (
        ("A call", call_rows(asked.calls, asked.rounds)),
        ("Many at once", busy_rows(asked.waves)),
    ):
        print(f"\n{title}")
        for what, measured in rows:
            print(f"  {what:<38}{measured}", flush=True)


if __name__ == "__main__":
    main()
