"""What the service bears, each figure beside another of the same run, as times depend on the machine.

Run by `python -m benchmarks.service`. A critique beside a POST to the same service that needs a key and does nothing;
rewrites at once with a model that takes a second a call, beside the ideal; one worker beside two; memory over many
requests; and malformed requests, of which none may be a fault or leave a word in the log.
"""

import argparse
import asyncio
import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from benchmarks.hostile_requests import NAME, malformed
from benchmarks.results import how_measured, write_part
from benchmarks.rewrites import Kept, NoReplies, kept_rewrites, words_of
from benchmarks.served import KEY, serving
from benchmarks.slow_model import serving as model_serving
from rewriter.wire.outward import line

CONNECTIONS = 32
AT_ONCE = 64
OBJECTIVE = line({"objective": "Sarah's mother to attend alcohol support groups"})
Row = tuple[str, str]


def request(path: str, body: bytes) -> bytes:
    """Give a request as it goes over the wire."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: {KEY}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


class Line:
    """One connection that is kept, and as little else as can be: what asks must not be what is measured."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, port: int) -> "Line":
        """Connect."""
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=1 << 22))

    async def ask(self, sent: bytes) -> bytes:
        """Send a request and give the body of the answer. Raises RuntimeError where it is not 200."""
        self._writer.write(sent)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        body = await self._reader.readexactly(int(length))
        if b" 200 " not in head[:16]:
            raise RuntimeError(head.decode())
        return body

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


async def pressed(port: int, sent: bytes, seconds: float, connections: int = CONNECTIONS) -> list[float]:
    """Ask over some connections for a while, each again as soon as it is answered. Gives how long each answer took."""
    took: list[float] = []
    lines = [await Line.to(port) for _ in range(connections)]
    until = time.perf_counter() + seconds

    async def work(one: Line) -> None:
        while (began := time.perf_counter()) < until:
            await one.ask(sent)
            took.append(time.perf_counter() - began)

    await asyncio.gather(*map(work, lines))
    for one in lines:
        one.close()
    return took


def cpu(pid: int) -> float:
    """Give the processor time that a process has had, in seconds."""
    told = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


class Pressed(NamedTuple):
    """What came of one round: answers for a second on the wall and of processor time, and the slowest of a hundred."""

    wall: float
    core: float
    p99: float

    @classmethod
    def by(cls, sent: bytes, port: int, pid: int, seconds: float) -> "Pressed":
        """Ask for so long."""
        before = cpu(pid)
        took = asyncio.run(pressed(port, sent, seconds))
        return cls(len(took) / seconds, len(took) / (cpu(pid) - before), sorted(took)[int(len(took) * 0.99)])


def critique_rows(seconds: float, rounds: int) -> Iterator[Row]:
    """A critique beside nothing, in turns."""
    nothing, critique = request("/v1/nothing", b"{}"), request("/v1/critique", OBJECTIVE)
    found: list[tuple[Pressed, Pressed]] = []
    with serving() as (port, pid, _):
        for sent in (nothing, critique):
            Pressed.by(sent, port, pid, seconds / 2)
        found += [
            (Pressed.by(nothing, port, pid, seconds), Pressed.by(critique, port, pid, seconds)) for _ in range(rounds)
        ]
    for name, which in (("a second of processor time", 1), ("a second on the wall", 0)):
        parts = sorted(full[which] / empty[which] for empty, full in found)
        ours, empties = median(full[which] for _, full in found), median(empty[which] for empty, _ in found)
        part = f"{median(parts):.0%} ({parts[0]:.0%} to {parts[-1]:.0%})"
        yield f"critiques {name}", f"{ours:,.0f} beside {empties:,.0f} empty posts: {part}"
    tails = sorted(full.p99 / empty.p99 for empty, full in found)
    times = f"{median(tails):.1f} times the empty posts' ({tails[0]:.1f} to {tails[-1]:.1f})"
    yield "slowest of a hundred", f"{median(full.p99 for _, full in found) * 1e3:.1f} ms, {times}"


async def kept_busy(port: int, rewrites: Sequence[Kept], waves: int) -> float:
    """Give which part of the ideal many rewrites at once reach; the first of each is left out of the measure."""
    reached: list[float] = []

    async def work(number: int) -> None:
        turn = cycle([*rewrites[number % len(rewrites) :], *rewrites[: number % len(rewrites)]])
        one = await Line.to(port)
        await asyncio.sleep(number / AT_ONCE)
        await one.ask(_rewrite(next(turn)))
        given = [next(turn) for _ in range(waves)]
        began = time.perf_counter()
        for kept in given:
            made = json.loads(await one.ask(_rewrite(kept)))
            if made["model"] != "used":
                raise RuntimeError(made["provenance"]["fallback"])
        reached.append(sum(len(kept.asks) for kept in given) / (time.perf_counter() - began))
        one.close()

    await asyncio.gather(*map(work, range(AT_ONCE)))
    return mean(reached)


def _rewrite(kept: Kept) -> bytes:
    told = kept.context
    context = {
        "need": told.need,
        "baseline": told.baseline,
        "people": [{"name": person.name, "role": person.role} for person in told.people],
        "harms": [{"to": harm.to, "by": harm.by, "what": harm.what} for harm in told.harms],
        "today": told.today.isoformat() if told.today else None,
        "review_date": told.review_date.isoformat() if told.review_date else None,
        "names": list(told.names),
    }
    return request("/v1/rewrite", line({"objective": kept.text, "context": context}))


def rewrite_rows(waves: int) -> Iterator[Row]:
    """Many rewrites at once, of one call each, with a model that takes a second."""
    try:
        rewrites = asyncio.run(kept_rewrites()).get(1, ())
    except NoReplies as error:
        yield "rewrites at once", str(error)
        return
    with model_serving(1.0, words_of(rewrites)) as address:
        at_once = str(AT_ONCE)
        with serving(
            REWRITER_MODEL="slow", REWRITER_BASE_URL=address, REWRITER_CONCURRENCY=at_once, REWRITER_TIMEOUT="600"
        ) as (port, pid, _):
            before, began = cpu(pid), time.perf_counter()
            part = asyncio.run(kept_busy(port, rewrites, waves))
            spent, took = cpu(pid) - before, time.perf_counter() - began
    each = spent / (AT_ONCE * (waves + 1))
    cost = f"{each * 1e3:.1f} ms of processor time each, {spent / took:.0%} of a core"
    yield "rewrites at once", f"{AT_ONCE}, {waves} each after a first: {part:.1%} of the ideal; {cost}"


def worker_rows(seconds: float) -> Iterator[Row]:
    """Two workers beside one."""
    sent = request("/v1/rewrite", OBJECTIVE)
    found, asking = [], 0.0
    for workers in (1, 2):
        with serving(workers) as (port, _, _):
            asyncio.run(pressed(port, sent, seconds / 2))
            before = time.process_time()
            found.append(len(asyncio.run(pressed(port, sent, seconds))) / seconds)
            asking = (time.process_time() - before) / seconds
    cores = len(os.sched_getaffinity(0))
    times = f"{found[1] / found[0]:.2f} times the {found[0]:,.0f} rewrites by rules a second of one"
    yield "two workers", f"{times}; {cores} cores, of which asking took {asking:.0%} of one"


def memory_rows(count: int) -> Iterator[Row]:
    """The memory of the process before and after many requests."""

    def held(pid: int) -> float:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    async def ask(port: int, many: int) -> None:
        lines = [await Line.to(port) for _ in range(8)]
        paths = ("/v1/critique", "/v1/rewrite")
        sent = [
            request(path, line({"objective": f"Mum to ring the GP {n} times"})) for n in range(50) for path in paths
        ]

        async def work(one: Line) -> None:
            for number in range(many // len(lines)):
                await one.ask(sent[number % len(sent)])
            one.close()

        await asyncio.gather(*map(work, lines))

    with serving() as (port, pid, _):
        asyncio.run(ask(port, 1_000))
        before = held(pid)
        asyncio.run(ask(port, count))
        after = held(pid)
    yield "memory", f"{before:.1f} MiB after 1,000 requests, {after:.1f} MiB after {count:,} more"


def hostile_rows(count: int) -> Iterator[Row]:
    """Malformed requests: what each was answered, and whether a name is anywhere."""

    async def send(port: int) -> Counter[str]:
        found: Counter[str] = Counter()
        places = asyncio.Semaphore(CONNECTIONS)

        async def one(sent: bytes) -> None:
            async with places:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                try:
                    writer.write(sent)
                    answer = await asyncio.wait_for(reader.read(), 60)
                except ConnectionError:
                    answer = b""
                writer.close()
                answer = answer.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n").removeprefix(b"HTTP/1.1 100 \r\n\r\n")
                status = answer[9:12].decode() if answer.startswith(b"HTTP/1.1 ") else "hung up"
                found[status] += 1
                if status != "200" and NAME.lower().encode() in answer.lower():
                    found["REPEATED"] += 1

        await asyncio.gather(*map(one, malformed(count)))
        return found

    with serving(REWRITER_SERVE_BODY_SECONDS="0.5") as (port, _, log):
        found = asyncio.run(send(port))
        said = Path(log).read_text("utf-8").lower()
    told = ", ".join(f"{status}: {many:,}" for status, many in sorted(found.items()))
    faults = sum(many for status, many in found.items() if status.startswith("5") and status != "503")
    yield "malformed requests", f"{count:,}; {told}"
    yield "of them faults, and names in the log", f"{faults}, {said.count(NAME.lower())}; target none"


def main(words: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="service", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="seconds of each round of load")
    parser.add_argument("--rounds", type=int, default=5, help="rounds in turns")
    parser.add_argument("--waves", type=int, default=6, help="rewrites of each of the many at once")
    parser.add_argument("--requests", type=int, default=10_000, help="requests for memory, and malformed ones")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md as well")
    given = parser.parse_args(words)
    written = [how_measured(), "", "| what | measured |", "|---|---|"]
    for rows in (
        critique_rows(given.seconds, given.rounds),
        rewrite_rows(given.waves),
        worker_rows(given.seconds),
        memory_rows(given.requests),
        hostile_rows(given.requests),
    ):
        for what, measured in rows:
            print(f"{what:<40}{measured}", flush=True)
            written.append(f"| {what} | {measured} |")
    if given.write:
        write_part("The service", written)


if __name__ == "__main__":
    main()
