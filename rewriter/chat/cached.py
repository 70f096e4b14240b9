"""Gives a reply again to the very same ask for a while, where somebody has switched that on. In memory alone.

What was asked is never kept: a reply is found by a keyed hash of it, and the key is made anew in each process, so that
nobody who reads a hash can try which text it belongs to.
"""

import asyncio
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable
from typing import NamedTuple

from rewriter.chat.port import Ask, Chat, Ending, Heard, Reply

__all__ = ["Cached"]

_MOST = 256  # replies; the oldest goes first


class _Kept(NamedTuple):
    """A reply, and the time of the clock at which it is gone."""

    reply: Reply
    until: float


class Cached:
    """A chat whose complete replies are given again for `seconds`, and are gone after them whether asked for or not.

    A timer of the event loop takes them away. Where that loop has ended meanwhile, the next ask does.
    """

    def __init__(
        self, chat: Chat, seconds: float, most: int = _MOST, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._chat = chat
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._replies: dict[bytes, _Kept] = {}

    def __repr__(self) -> str:
        return f"<Cached {self._chat.name}: {len(self._replies)} replies>"

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.name

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer from memory, or ask. A failure or a reply that is not complete is not kept. Raises ModelFailure."""
        mark = self._mark(ask)
        self._forget_old()
        kept = self._replies.get(mark)
        if kept is not None:
            if heard is not None:
                heard(kept.reply.text)
            return kept.reply
        reply = await self._chat.reply(ask, heard)
        if reply.ending is Ending.COMPLETE:
            if len(self._replies) >= self._most:
                del self._replies[next(iter(self._replies))]
            self._replies[mark] = _Kept(reply, self._clock() + self._seconds)
            asyncio.get_running_loop().call_later(self._seconds, self._forget_old)
        return reply

    def _mark(self, ask: Ask) -> bytes:
        told = [[message.role.value, message.text] for message in ask.messages]
        whole = json.dumps([told, ask.schema.name, ask.schema.body], sort_keys=True)
        return hmac.new(self._key, whole.encode(), hashlib.sha256).digest()

    def _forget_old(self) -> None:
        now = self._clock()
        for mark in [mark for mark, kept in self._replies.items() if kept.until <= now]:
            del self._replies[mark]
