"""Whole rewrites that a real model wrote, from the replies that the evals keep: what was asked, and what it said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.slow_model import key_of
from evals.cases import ObjectiveCase, load
from evals.kept import KeptChat, kept_names
from rewriter.answer import ModelUse
from rewriter.chat.port import Ask, Chat, Heard, Reply
from rewriter.plan import Context
from rewriter.service import Service

__all__ = ["Kept", "NoReplies", "kept_rewrites", "words_of"]


class NoReplies(Exception):
    """No replies are kept to the prompts in use."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A case whose rewrite was served from the model: its asks in order, each with the real reply."""

    text: str
    context: Context
    asks: tuple[Ask, ...]
    replies: tuple[Reply, ...]


@dataclass(slots=True)
class _Listening:
    """A chat that notes what is asked and said."""

    chat: Chat
    asks: list[Ask] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.chat.name

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        reply = await self.chat.reply(ask, heard)
        self.asks.append(ask)
        self.replies.append(reply)
        return reply


async def kept_rewrites() -> Mapping[int, tuple[Kept, ...]]:
    """Give the rewrites that can be made again from kept replies, by how many calls each takes. Raises NoReplies."""
    names = kept_names()
    if not names:
        raise NoReplies("no replies are kept to the prompts in use; see `--ask` in evals/README.md")
    chat = KeptChat(names[0], "")
    by_calls: dict[int, list[Kept]] = {}
    for group in load().objectives:
        for case in group.cases:
            if (kept := await _kept(case, chat)) is not None:
                by_calls.setdefault(len(kept.asks), []).append(kept)
    return {calls: tuple(by_calls[calls]) for calls in sorted(by_calls)}


async def _kept(case: ObjectiveCase, chat: Chat) -> Kept | None:
    """The rewrite of a case, if a model's was served: one that was SMART already is cheaper, and left out."""
    listening = _Listening(chat)
    context = case.context.as_told()
    rewrite = await Service(listening).rewrite(case.objective, context)
    if rewrite.model is not ModelUse.USED:
        return None
    return Kept(case.objective, context, tuple(listening.asks), tuple(listening.replies))


def words_of(rewrites: tuple[Kept, ...]) -> Mapping[str, str]:
    """Give what the server is to say, by the key of what is asked."""
    return {
        key_of(ask.schema.name, ask.messages[-1].text): reply.text
        for kept in rewrites
        for ask, reply in zip(kept.asks, kept.replies, strict=True)
    }
