"""The product with a model that is shown no worked example: what the examples are worth."""

import re
from dataclasses import replace

from rewriter.chat.port import Ask, Chat, Heard, Message, Reply, Role

__all__ = ["UNTAUGHT", "Untaught"]

UNTAUGHT = "the product without its worked examples"
_EXAMPLES = re.compile(r"# Worked examples.*</example>\s*", re.DOTALL)


class Untaught:
    """Asks a model as the product does, with the worked examples cut out of its instructions."""

    def __init__(self, chat: Chat) -> None:
        self.name = chat.name
        self._chat = chat

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Give the model's reply."""
        return await self._chat.reply(replace(ask, messages=tuple(map(_cut, ask.messages))), heard)


def _cut(message: Message) -> Message:
    return Message(message.role, _EXAMPLES.sub("", message.text)) if message.role is Role.SYSTEM else message
