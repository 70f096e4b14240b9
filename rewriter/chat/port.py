"""The port to a language model: an ask in, a reply or a failure out. Knows no provider and no library.

Whatever stands behind it (a client, a script, a wrapper that waits and tries again) is a `Chat`. What the product
may not trust is its reply: that is text, checked by `replies` and by the guard.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from rewriter.errors import ModelError

__all__ = ["Ask", "Chat", "Ending", "FailureKind", "Heard", "Message", "ModelFailure", "Reply", "Role", "Schema"]


class Role(StrEnum):
    """Who says a message."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The shape that the reply must have: a name (letters, digits, `_` and `-`) and a JSON schema."""

    name: str
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: the messages in order, the static part first, and the shape of the reply.

    `masked` says that names in the messages were masked; what goes elsewhere has to say so.
    """

    messages: tuple[Message, ...]
    schema: Schema
    masked: bool = False

    @property
    def size(self) -> int:
        """How many characters of messages are sent; the schema is not counted."""
        return sum(len(message.text) for message in self.messages)


class Ending(StrEnum):
    """How a reply ended."""

    COMPLETE = "complete"
    TRUNCATED = "truncated"  # the provider's limit of tokens was reached
    REFUSED = "refused"  # the model declined to answer
    FILTERED = "filtered"  # the provider's content filter stopped it


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. `text` is as received; token counts are None where the provider gave none."""

    text: str
    ending: Ending = Ending.COMPLETE
    tokens_in: int | None = None
    tokens_out: int | None = None
    tokens_cached: int | None = None


Heard: TypeAlias = Callable[[str], None]
"""Called with each new piece of a reply's text as it arrives."""


class FailureKind(StrEnum):
    """Why no reply came."""

    UNREACHABLE = "unreachable"  # refused connection, no such host
    TIMEOUT = "timeout"  # the time for the whole answer was up
    UNAUTHORISED = "unauthorised"  # 401, 403
    BUSY = "busy"  # 429: too many requests
    QUOTA = "quota"  # 429: nothing left to spend; waiting does not help
    REJECTED = "rejected"  # another 4xx: the provider does not accept the request
    FILTERED = "filtered"  # the provider refused the request's content
    BROKEN = "broken"  # 5xx, or an answer that is no chat completion
    PAUSED = "paused"  # too many failures lately: not asked at all for a while
    OVERLOADED = "overloaded"  # our own limit of requests is reached


class ModelFailure(ModelError):
    """No reply came. The message is for the reader and never repeats what was sent or received.

    `retry_after` is in seconds, where the provider said how long to wait.
    """

    def __init__(self, kind: FailureKind, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.retry_after = retry_after


class Chat(Protocol):
    """A language model that can be asked."""

    @property
    def name(self) -> str:
        """The model's name, for provenance."""
        ...

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer one ask. With `heard`, the text is passed on as it arrives. Raises ModelFailure."""
        ...
