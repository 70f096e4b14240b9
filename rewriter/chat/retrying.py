"""Asks again where that may help, after a pause that grows, and never past the time for the whole answer."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable

from rewriter.chat.port import Ask, Chat, FailureKind, Heard, ModelFailure, Reply

__all__ = ["Retrying"]

_AGAIN = frozenset({FailureKind.UNREACHABLE, FailureKind.BUSY, FailureKind.BROKEN, FailureKind.TIMEOUT})
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0


class Retrying:
    """A chat that is asked up to `retries` times more where it was unreachable, busy, broken or too slow.

    Each pause is about twice the one before, by chance between half and all of it, so that many who failed together
    do not come back together; a provider's Retry-After is kept to. Where the pause would end after `within` seconds
    (counted from the first attempt) the failure is raised at once. Once a piece of a reply was heard there is no
    further attempt, as the listener would hear it twice. `clock`, `sleep` and `chance` are given by tests.
    """

    def __init__(
        self,
        chat: Chat,
        retries: int,
        within: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._chat = chat
        self._retries = retries
        self._within = within
        self._clock = clock
        self._sleep = sleep
        self._chance = chance

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.name

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer, at the second or a later attempt if need be. Raises the last attempt's ModelFailure."""
        until = self._clock() + self._within
        any_heard = False

        def listen(piece: str) -> None:
            nonlocal any_heard
            any_heard = True
            if heard is not None:
                heard(piece)

        for attempt in range(self._retries):
            began = self._clock()
            try:
                return await self._chat.reply(ask, listen if heard is not None else None)
            except ModelFailure as failure:
                pause = self._pause(attempt, failure)
                # What was too slow once needs as long again to be worth another attempt.
                slow = self._clock() - began if failure.kind is FailureKind.TIMEOUT else 0.0
                if failure.kind not in _AGAIN or any_heard or self._clock() + pause + slow >= until:
                    raise
            await self._sleep(pause)
        return await self._chat.reply(ask, heard)

    def _pause(self, attempt: int, failure: ModelFailure) -> float:
        most = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0**attempt)
        pause = most * (0.5 + self._chance() / 2)
        return pause if failure.retry_after is None else max(pause, failure.retry_after + pause / 4)
