"""Consults a model: an ask, its reply read into a shape, one more turn where it does not fit, and all of it counted."""

from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pydantic import BaseModel

from rewriter.chat.port import Ask, Chat, Ending, Heard, Message, Role
from rewriter.errors import ModelError
from rewriter.outgoing import Outgoing
from rewriter.plan import Context
from rewriter.prompts import misfit_message
from rewriter.replies.echoes import repeats
from rewriter.replies.reading import Misfit, read_reply
from rewriter.replies.schema import schema_of

__all__ = ["Consulted", "Tally", "UnusableReply", "consult"]

_Shape = TypeVar("_Shape", bound=BaseModel)
_ENDINGS = {
    Ending.TRUNCATED: "the model's answer was cut short; a larger limit of tokens may help",
    Ending.REFUSED: "the model declined to answer",
    Ending.FILTERED: "the provider's content filter stopped the answer",
}


class UnusableReply(ModelError):
    """A reply came, and cannot be used: refused, filtered, cut short, empty, or twice not of the shape asked for."""


@dataclass(slots=True)
class Tally:
    """What one answer has taken so far: calls, characters, and tokens where the provider counts them."""

    calls: int = 0
    characters_sent: int = 0
    characters_received: int = 0
    tokens_sent: int = 0
    tokens_received: int = 0
    tokens_cached: int = 0
    parts: list[str] = field(default_factory=list)  # what each call was for


@dataclass(frozen=True, slots=True)
class Consulted(Generic[_Shape]):
    """A reply that fits, its words restored; as it was written; and the conversation that led to it."""

    reply: _Shape
    written: _Shape
    conversation: tuple[Message, ...]


async def consult(
    chat: Chat,
    conversation: tuple[Message, ...],
    shape: type[_Shape],
    name: str,
    tally: Tally,
    *,
    outgoing: Outgoing | None = None,
    heard: Heard | None = None,
) -> Consulted[_Shape]:
    """Ask a model and read its reply.

    `name` says what the call is for; `tally` is added to, also where the call fails; `outgoing` made the conversation
    and restores the reply, None where nothing was masked. Raises ModelFailure where no reply came and UnusableReply
    where it cannot be used.
    """
    outgoing = outgoing or Outgoing("", Context())
    ask = Ask(conversation, schema_of(shape, name), outgoing.masked)
    text = await _answer(chat, ask, name, tally, outgoing.hears(heard))
    try:
        return _consulted(read_reply(text, shape), conversation, text, outgoing)
    except Misfit as misfit:
        again = (*conversation, Message(Role.ASSISTANT, text), misfit_message(misfit.reasons))
    text = await _answer(chat, replace(ask, messages=again), name, tally, None)
    try:
        return _consulted(read_reply(text, shape), conversation, text, outgoing)
    except Misfit as misfit:
        raise UnusableReply(f"the model's answer did not have the shape asked for ({misfit.reasons[0]})") from None


def _consulted(written: _Shape, conversation: tuple[Message, ...], text: str, outgoing: Outgoing) -> Consulted[_Shape]:
    instructions = "\n".join(message.text for message in conversation if message.role is Role.SYSTEM)
    if repeats(written, instructions):
        raise UnusableReply("the model's answer repeats its instructions")
    return Consulted(outgoing.back(written), written, (*conversation, Message(Role.ASSISTANT, text)))


async def _answer(chat: Chat, ask: Ask, name: str, tally: Tally, heard: Heard | None) -> str:
    tally.calls += 1
    tally.parts.append(name)
    tally.characters_sent += ask.size
    reply = await chat.reply(ask, heard)
    tally.characters_received += len(reply.text)
    tally.tokens_sent += reply.tokens_in or 0
    tally.tokens_received += reply.tokens_out or 0
    tally.tokens_cached += reply.tokens_cached or 0
    if reply.ending is not Ending.COMPLETE:
        raise UnusableReply(_ENDINGS[reply.ending])
    if not reply.text.strip():
        raise UnusableReply("the model's answer was empty")
    return reply.text
