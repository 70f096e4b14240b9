"""How often each may ask: in this process, or in a Redis for all; and no Redis that is gone stops anybody."""

import asyncio
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rewriter.faces.http.rates import Rates


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def redis(folder: Path, port: int) -> Iterator[None]:
    """Run a Redis that keeps nothing."""
    words = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as process:
        until = time.monotonic() + 30
        while not answers(port) and time.monotonic() < until:
            time.sleep(0.05)
        try:
            yield
        finally:
            process.kill()


def test_so_many_in_a_time_and_then_not() -> None:
    """Each caller for itself; a caller is told how long to wait."""

    async def ask() -> list[float]:
        rates = Rates("2/hour")
        return [await rates.admit("a"), await rates.admit("a"), await rates.admit("a"), await rates.admit("b")]

    first, second, third, other = asyncio.run(ask())
    assert (first, second, other) == (0, 0, 0)
    assert 1 <= third <= 3600


def test_many_asks_at_once_count_as_many() -> None:
    """More than may be are refused as a whole."""

    async def ask() -> list[bool]:
        rates = Rates("10/hour")
        return [bool(await rates.admit("a", asks)) for asks in (8, 8, 2, 1)]

    assert asyncio.run(ask()) == [False, True, False, True]


def test_a_redis_that_is_not_there_stops_nobody() -> None:
    """Each process counts for itself, says so once, and tries again after a while."""

    async def ask() -> None:
        failures: list[float] = []
        now = [0.0]
        rates = Rates(
            "2/hour", f"redis://127.0.0.1:{free_port()}", failed=lambda: failures.append(now[0]), clock=lambda: now[0]
        )
        assert [bool(await rates.admit("a")) for _ in range(3)] == [False, False, True]
        assert failures == [0.0]
        now[0] = 60.0
        assert await rates.admit("a")
        assert failures == [0.0, 60.0]
        await rates.close()

    asyncio.run(ask())


@pytest.mark.skipif(shutil.which("redis-server") is None, reason="there is no redis-server here to count in")
def test_processes_count_together_in_a_redis_and_it_may_go_and_come_back(tmp_path: Path) -> None:
    """Two as if they were one; while it is gone each for itself; and then together again."""
    port = free_port()

    async def ask() -> None:
        now = [0.0]
        one, two = (Rates("3/hour", f"redis://127.0.0.1:{port}", clock=lambda: now[0]) for _ in range(2))
        with redis(tmp_path, port):
            together = [bool(await rates.admit("a")) for rates in (one, two, one, two)]
            assert together == [False, False, False, True]
        assert not await one.admit("a")
        assert not await two.admit("a")
        with redis(tmp_path, port):
            now[0] = 60.0
            healed = [bool(await rates.admit("b")) for rates in (one, two, one, two)]
            assert healed == [False, False, False, True]
            for rates in (one, two):
                await rates.close()

    asyncio.run(ask())
