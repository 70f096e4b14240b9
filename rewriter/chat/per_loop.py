"""One of something for each event loop: a connection made in one loop cannot be used in the next."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Generic, TypeVar

__all__ = ["PerLoop"]

T = TypeVar("T")


class PerLoop(Generic[T]):
    """Gives the same thing throughout one event loop and another in the next, as two `asyncio.run` in one program.

    It is made by an async generator that yields it once, without awaiting anything before, and cleans up after the
    yield. An event loop closes its unfinished generators when it ends, so nobody has to remember to close anything.
    """

    def __init__(self, lasting: Callable[[], AsyncGenerator[T, None]]) -> None:
        self._lasting = lasting
        self._held: dict[asyncio.AbstractEventLoop, tuple[T, AsyncGenerator[T, None]]] = {}

    async def get(self) -> T:
        """Give the thing of the running loop, made now if there is none yet."""
        loop = asyncio.get_running_loop()
        held = self._held.get(loop)
        if held is None:
            self._held = {known: kept for known, kept in self._held.items() if not known.is_closed()}
            generator = self._lasting()
            held = self._held[loop] = (await anext(generator), generator)
        return held[0]
