"""How often each key may ask: counted in this process, or in a Redis for all processes together.

Where the Redis cannot be reached this process counts for itself for a while, so that its loss stops nobody.
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
    """Counts what each caller asks. `failed` is called each time the Redis turns out not to answer."""

    def __init__(
        self,
        rate: str,
        redis: str = "",
        *,
        failed: Callable[[], object] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rate = parse(rate)
        self._here = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._redis = _redis(redis) if redis else None
        self._shared = SlidingWindowCounterRateLimiter(self._redis) if self._redis else None
        self._failed = failed
        self._clock = clock
        self._alone_until = 0.0

    async def admit(self, caller: str, asks: int = 1) -> float:
        """Count some asks of a caller. Gives 0, or the seconds to wait where they are more than it may."""
        if self._shared is not None and self._clock() >= self._alone_until:
            try:
                return await self._counted(self._shared, caller, asks)
            except StorageError:
                self._alone_until = self._clock() + _PAUSE
                self._failed()
        return await self._counted(self._here, caller, asks)

    async def close(self) -> None:
        """Let go of the Redis."""
        if self._redis is not None:
            await self._redis.bridge.storage.aclose()  # type: ignore[attr-defined]

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
