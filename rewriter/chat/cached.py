"""Gives a reply again to the very same ask for a while, where somebody has switched that on. In memory alone.

What was asked is never kept: a reply is found by a keyed hash of it, and the key is made anew in each process, so that
nobody who reads a hash can try which text it belongs to.
"""

import asyncio
import hashlib
import hmac
import json
import secrets

from rewriter.chat.port import Ask, Chat, Ending, Heard, Reply

__all__ = ["Cached"]

_MOST = 256  # replies; the oldest goes first


class Cached:
    """A chat whose complete replies are given again for `seconds`, and are gone after them whether asked for or not."""

    def __init__(self, chat: Chat, seconds: float, most: int = _MOST) -> None:
        self._chat = chat
        self._seconds = seconds
        self._most = most
        self._key = secrets.token_bytes(32)
        self._replies: dict[bytes, Reply] = {}

    def __repr__(self) -> str:
        return f"<Cached {self._chat.name}: {len(self._replies)} replies>"

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.name

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer from memory, or ask. A failure or a reply that is not complete is not kept. Raises ModelFailure."""
        mark = self._mark(ask)
        kept = self._replies.get(mark)
        if kept is not None:
            if heard is not None:
                heard(kept.text)
            return kept
        reply = await self._chat.reply(ask, heard)
        if reply.ending is Ending.COMPLETE:
            if len(self._replies) >= self._most:
                del self._replies[next(iter(self._replies))]
            self._replies[mark] = reply
            asyncio.get_running_loop().call_later(self._seconds, self._forget, mark, reply)
        return reply

    def _mark(self, ask: Ask) -> bytes:
        told = [[message.role.value, message.text] for message in ask.messages]
        whole = json.dumps([told, ask.schema.name, ask.schema.body], sort_keys=True)
        return hmac.new(self._key, whole.encode(), hashlib.sha256).digest()

    def _forget(self, mark: bytes, reply: Reply) -> None:
        if self._replies.get(mark) is reply:
            del self._replies[mark]
