"""Told to stop, a process says that it is not ready, then takes nobody new, and ends once it has answered the rest.

The socket stays open until then, so that whoever still comes hears a clear answer and not silence: where several
processes listen on one address, nobody would refuse a connection that none of them takes.
"""

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

__all__ = ["TO_SAY_SO", "Hurried", "Stopping"]

TO_SAY_SO = 5.0
"""Seconds that a request has beyond its time, to say that it is up."""
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Hurried(Protocol):
    """A request under way, which can be given less time than it had."""

    def hurry(self, until: float) -> None:
        """Have it end by then, by the clock of the event loop."""


class Stopping:
    """Whether this process has been told to stop, and how far that is.

    `leaving` seconds it goes on answering, so that a balancer sees that it is not ready; a Ctrl-C skips them, as there
    is nobody to tell. Then it takes nobody new, and gives those under way `closing` seconds. A Ctrl-C after that is not
    patient.
    """

    def __init__(self, *, leaving: float = 0.0, closing: float = 30.0) -> None:
        self._leaving = leaving
        self._closing = closing
        self._task: asyncio.Task[None] | None = None
        self._under_way: set[Hurried] = set()
        self._empty = asyncio.Event()
        self.told = False
        self.closed = False

    def came(self, request: Hurried) -> None:
        """Know of a request that is under way."""
        self._under_way.add(request)

    def went(self, request: Hurried) -> None:
        """Know that it is answered."""
        self._under_way.discard(request)
        if not self._under_way:
            self._empty.set()

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Listen for signals while the server runs; what it does itself on one comes when nothing is left to do."""
        loop = asyncio.get_running_loop()
        before: dict[signal.Signals, Callable[..., object]] = {}
        for one in _SIGNALS:
            servers = signal.getsignal(one)
            if callable(servers):
                # Neither on Windows nor outside of the main thread: there the server alone sees to it.
                with suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(one, self._tell, one, servers)
                    before[one] = servers
        try:
            yield
        finally:
            for one, servers in before.items():
                loop.remove_signal_handler(one)
                signal.signal(one, servers)

    def _tell(self, one: signal.Signals, servers: Callable[..., object]) -> None:
        if self.told:
            if one is signal.SIGINT:  # no other, as whoever stops a group of processes tells each of them twice
                servers(one, None)
            return
        self.told = True
        self._task = asyncio.ensure_future(self._end(one, servers))

    async def _end(self, one: signal.Signals, servers: Callable[..., object]) -> None:
        clock = asyncio.get_running_loop().time
        if one is signal.SIGTERM:
            await asyncio.sleep(self._leaving)
        self.closed = True
        until = clock() + self._closing
        self._empty.clear()
        for request in self._under_way:
            request.hurry(until)
        if self._under_way:
            with suppress(TimeoutError):
                async with asyncio.timeout_at(until + TO_SAY_SO):
                    await self._empty.wait()
        servers(one, None)
