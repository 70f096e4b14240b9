"""How often each may ask: in this process, or in a Redis for all; and no Redis that is gone stops anybody."""

import asyncio
from pathlib import Path

from rewriter.faces.http.rates import Rates
from tests.faces.http.running import free_port
from tests.faces.http.running_redis import needs_redis, redis


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


def test_of_many_who_wait_for_a_redis_one_says_that_it_is_gone(tmp_path: Path) -> None:
    """A line for each of a hundred would hide what else the log has; and later one tries it, for all."""

    async def ask() -> None:
        failures: list[float] = []
        now = [0.0]
        rates = Rates(
            "99/hour", f"redis://127.0.0.1:{free_port()}", failed=lambda: failures.append(now[0]), clock=lambda: now[0]
        )
        for now[0] in (0.0, 60.0):
            assert await asyncio.gather(*(rates.admit("a") for _ in range(20))) == [0] * 20
        assert failures == [0.0, 60.0]
        await rates.close()

    asyncio.run(ask())


@needs_redis
def test_processes_count_together_in_a_redis_and_it_may_go_and_come_back(tmp_path: Path) -> None:
    """Two as if they were one; while it is gone each for itself; and then together again."""
    port = free_port()

    async def ask() -> None:
        now = [0.0]
        healed: list[float] = []
        one, two = (
            Rates("3/hour", f"redis://127.0.0.1:{port}", healed=lambda: healed.append(now[0]), clock=lambda: now[0])
            for _ in range(2)
        )
        with redis(tmp_path, port):
            together = [bool(await rates.admit("a")) for rates in (one, two, one, two)]
            assert together == [False, False, False, True]
        assert not await one.admit("a")
        assert not await two.admit("a")
        with redis(tmp_path, port):
            now[0] = 60.0
            again = [bool(await rates.admit("b")) for rates in (one, two, one, two)]
            assert again == [False, False, False, True]
            assert healed == [60.0, 60.0]
            for rates in (one, two):
                await rates.close()

    asyncio.run(ask())
