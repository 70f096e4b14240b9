"""How many may ask a model at once and in a minute, and how many may wait for their turn."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field

from rewriter.chat.per_loop import PerLoop
from rewriter.chat.port import Ask, Chat, FailureKind, Heard, ModelFailure, Reply

__all__ = ["Limits"]

_MINUTE = 60.0


@dataclass(slots=True)
class _Gate:
    """The way in, for one event loop."""

    places: asyncio.Semaphore
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # one at a time waits for the minute to pass
    waiting: int = 0


class Limits:
    """A chat that `concurrency` may ask at once, and `per_minute` in any minute; `waiting` more may queue.

    Whoever comes when the queue is full is turned away at once. Places are counted for each event loop, requests a
    minute for all together. `clock` and `sleep` are given by tests.
    """

    def __init__(
        self,
        chat: Chat,
        concurrency: int,
        waiting: int,
        per_minute: int | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._chat = chat
        self._concurrency = concurrency
        self._waiting = waiting
        self._starts: deque[float] | None = None if per_minute is None else deque(maxlen=per_minute)
        self._clock = clock
        self._sleep = sleep
        self._gates = PerLoop(self._gate)

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.name

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer when it is this ask's turn. Raises ModelFailure, OVERLOADED where the queue is full."""
        gate = await self._gates.get()
        if gate.places.locked() and gate.waiting >= self._waiting:
            raise ModelFailure(FailureKind.OVERLOADED, "too many are waiting for the model already")
        gate.waiting += 1
        try:
            await gate.places.acquire()
        finally:
            gate.waiting -= 1
        try:
            if self._starts is not None:
                async with gate.turn:
                    await self._minute(self._starts)
            return await self._chat.reply(ask, heard)
        finally:
            gate.places.release()

    async def _minute(self, starts: deque[float]) -> None:
        """Wait until another request fits into the minute, and note it."""
        while len(starts) == starts.maxlen and (left := starts[0] + _MINUTE - self._clock()) > 0:
            await self._sleep(left)
        starts.append(self._clock())

    async def _gate(self) -> AsyncGenerator[_Gate, None]:
        yield _Gate(asyncio.Semaphore(self._concurrency))
