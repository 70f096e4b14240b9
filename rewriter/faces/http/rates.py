"""How often each key may ask: counted in this process, or in a Redis for all processes together.

Where the Redis cannot be reached this process counts for itself for a while, so that its loss stops nobody: a text that
is judged once too often does no harm, and one that is not judged might. Then one request tries it again, while the
others do not wait for it.
"""

import time
from collections.abc import Callable

from limits import parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError

__all__ = ["Rates"]

_PAUSE = 5.0  # seconds for which a Redis that failed is left alone
_PATIENCE = 1.0  # seconds for Redis to answer: whoever asks is waiting


class Rates:
    """Counts what each caller asks.

    `failed` is called each time the Redis turns out not to answer, and `healed` when it does again.
    """

    def __init__(
        self,
        rate: str,
        redis: str = "",
        *,
        failed: Callable[[], object] = lambda: None,
        healed: Callable[[], object] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate = parse(rate)
        self._here = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._redis = _redis(redis) if redis else None
        self._shared = SlidingWindowCounterRateLimiter(self._redis) if self._redis else None
        self._failed = failed
        self._healed = healed
        self._clock = clock
        self._alone_until: float | None = None  # None: it answered when it was last asked

    @property
    def most(self) -> int:
        """How many asks of one caller may ever be admitted at once: a whole time's."""
        return self._rate.amount

    async def admit(self, caller: str, asks: int = 1) -> float:
        """Count some asks of a caller. Gives 0, or the seconds to wait where they are more than it may."""
        if self._shared is not None and (self._alone_until is None or self._clock() >= self._alone_until):
            wait = await self._counted_together(self._shared, caller, asks)
            if wait is not None:
                return wait
        return await self._counted(self._here, caller, asks)

    async def close(self) -> None:
        """Let go of the Redis."""
        if self._redis is not None:
            await self._redis.bridge.storage.aclose()  # type: ignore[attr-defined]

    async def _counted_together(self, limiter: SlidingWindowCounterRateLimiter, caller: str, asks: int) -> float | None:
        """The same in the Redis; None where it does not answer."""
        before = self._alone_until
        if before is not None:
            self._alone_until = self._clock() + _PAUSE  # whoever comes meanwhile does not try it as well
        try:
            wait = await self._counted(limiter, caller, asks)
        except StorageError:
            if self._alone_until is None or before is not None:  # of many who were waiting one says so
                self._failed()
            self._alone_until = self._clock() + _PAUSE
            return None
        if before is not None:
            self._alone_until = None
            self._healed()
        return wait

    async def _counted(self, limiter: SlidingWindowCounterRateLimiter, caller: str, asks: int) -> float:
        if await limiter.hit(self._rate, caller, cost=asks):
            return 0.0
        stats = await limiter.get_window_stats(self._rate, caller)
        return max(1.0, stats.reset_time - time.time())


def _redis(address: str) -> RedisStorage:
    return RedisStorage(
        f"async+{address}",
        wrap_exceptions=True,
        implementation="redispy",
        key_prefix="rewriter",
        socket_timeout=_PATIENCE,
        socket_connect_timeout=_PATIENCE,
    )
