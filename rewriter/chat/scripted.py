"""A model that says what it was told to say: for tests, documents and demonstrations without a network."""

from collections.abc import Sequence

from rewriter.chat.port import Ask, Heard, ModelFailure, Reply

__all__ = ["ScriptedChat"]

_PIECE = 24  # characters in one piece of a reply that is listened to


class ScriptedChat:
    """Gives the scripted replies in order; a failure in the script is raised. `asked` keeps every ask, in order.

    Raises LookupError where it is asked more often than it has replies: a script that is too short is a mistake of
    whoever wrote it, not a model that is down.
    """

    name = "scripted"

    def __init__(self, *script: str | Reply | ModelFailure) -> None:
        self._script: Sequence[str | Reply | ModelFailure] = script
        self.asked: list[Ask] = []

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Give the next reply of the script, in pieces where somebody listens."""
        turn = len(self.asked)
        self.asked.append(ask)
        if turn >= len(self._script):
            raise LookupError(f"the script has {len(self._script)} replies, and was asked for one more")
        said = self._script[turn]
        if isinstance(said, ModelFailure):
            raise said
        reply = said if isinstance(said, Reply) else Reply(said)
        if heard is not None:
            for start in range(0, len(reply.text), _PIECE):
                heard(reply.text[start : start + _PIECE])
        return reply
