"""One time limit for a whole answer, whatever it is spent on."""

import asyncio

from rewriter.chat.port import Ask, Chat, FailureKind, Heard, ModelFailure, Reply

__all__ = ["Deadline"]


class Deadline:
    """A chat whose replies come within some seconds or not at all: waits, attempts and listening are counted in."""

    def __init__(self, chat: Chat, seconds: float) -> None:
        self._chat = chat
        self._seconds = seconds

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.name

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer in time. Raises ModelFailure, TIMEOUT where the time is up."""
        limit = asyncio.timeout(self._seconds)
        try:
            async with limit:
                return await self._chat.reply(ask, heard)
        except TimeoutError:
            if not limit.expired():
                raise
        raise ModelFailure(FailureKind.TIMEOUT, f"the model gave no whole answer within {self._seconds:g} seconds")
