"""An ask to send, settings to send it by, and chats to put wrappers around."""

from collections.abc import Awaitable, Callable
from typing import Any

from rewriter.chat.model_settings import ModelSettings, Provider
from rewriter.chat.port import Ask, FailureKind, Heard, Message, ModelFailure, Reply, Role, Schema
from tests.chat.model_server import CANARY_IN, ModelServer

SCHEMA = Schema("critique", {"type": "object", "properties": {"verdict": {"type": "string"}}, "required": ["verdict"]})
ASK = Ask((Message(Role.SYSTEM, "Judge the objective."), Message(Role.USER, f"{CANARY_IN} to engage")), SCHEMA)


def settings(server: ModelServer, model: str = "ok", **more: Any) -> ModelSettings:  # noqa: ANN401 - any setting
    return ModelSettings(**{"provider": Provider.CUSTOM, "model": model, "base_url": server.address, **more})


def failure(kind: FailureKind, retry_after: float | None = None) -> ModelFailure:
    return ModelFailure(kind, "it did not work", retry_after)


class Clock:
    """A clock that stands still but for those who sleep by it; `slept` holds how long each did."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        """Tell the time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.slept.append(seconds)
        self.now += seconds


class Doing:
    """A chat that does something with each ask."""

    name = "doing"

    def __init__(self, do: Callable[[Ask, Heard | None], Awaitable[Reply]]) -> None:
        self._do = do

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Do it."""
        return await self._do(ask, heard)
