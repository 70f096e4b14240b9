"""Leaves a model alone for a while that has failed too often, so that nobody waits for it in vain."""

import time
from collections.abc import Callable

from rewriter.chat.port import Ask, Chat, FailureKind, Heard, ModelFailure, Reply

__all__ = ["Breaker"]

_DOWN = frozenset({FailureKind.UNREACHABLE, FailureKind.TIMEOUT, FailureKind.BROKEN})


class Breaker:
    """A chat that is not asked for `pause` seconds once it has failed `failures` times in a row.

    Unreachable, too slow and broken are failures; a provider that answers "busy" or "no" is up. After the pause one
    ask is let through while all others still wait: its answer ends the pause, its failure begins another.
    `clock` is given by tests.
    """

    def __init__(self, chat: Chat, failures: int, pause: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._chat = chat
        self._most = failures
        self._pause = pause
        self._clock = clock
        self._failures = 0
        self._paused_at: float | None = None
        self._trying = False

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.name

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer, unless paused. Raises ModelFailure, PAUSED where the model was not asked."""
        trial = self._admit()
        try:
            reply = await self._chat.reply(ask, heard)
        except ModelFailure as failure:
            if failure.kind in _DOWN:
                self._failed(again=trial)
            elif failure.kind is not FailureKind.OVERLOADED:  # then it was not asked at all
                self._answered()
            raise
        finally:
            if trial:
                self._trying = False
        self._answered()
        return reply

    def _admit(self) -> bool:
        """Let an ask through or raise; say whether it is the one that tries the model out."""
        if self._paused_at is None:
            return False
        left = self._paused_at + self._pause - self._clock()
        if left > 0 or self._trying:
            message = f"the model failed {self._failures} times in a row and is left alone for a while"
            raise ModelFailure(FailureKind.PAUSED, message, max(0.0, left))
        self._trying = True
        return True

    def _answered(self) -> None:
        self._failures = 0
        self._paused_at = None

    def _failed(self, *, again: bool) -> None:
        self._failures += 1
        # Those who were under way when the pause began do not make it longer.
        if self._failures >= self._most and (again or self._paused_at is None):
            self._paused_at = self._clock()
