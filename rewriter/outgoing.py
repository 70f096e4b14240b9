"""What goes out to a model, masked where it must be, and what comes back with its words restored.

Everything of one request goes through one `Outgoing`, so that one table serves all of it: the text, what is told
beside it, the draft for its second reader, and what the guard found. The table ends with the request.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rewriter.chat.port import Heard, Message
from rewriter.errors import ModelError
from rewriter.masking.masking import Masked, Masking
from rewriter.masking.names_told import names_told
from rewriter.masking.replies import newcomers, unknown_tokens, vanished
from rewriter.masking.tokens import pattern
from rewriter.masking.unmasked import said_of
from rewriter.plan import Context
from rewriter.replies.texts import texts_in

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = ["Leaving", "NotSent", "Outgoing", "UnknownNames", "leaving"]

_Reply = TypeVar("_Reply", bound="BaseModel")
_LONGEST_TOKEN = 40  # characters, with its brackets written as escapes


class NotSent(ModelError):
    """Nothing was sent, as something looks unmasked and masking was to be strict."""


class UnknownNames(ModelError):
    """A reply names somebody of whom nobody told the model, or has a token that stands for nobody."""


class Leaving(NamedTuple):
    """All of a case that leaves for a model elsewhere: the text and what is told beside it, as they are sent.

    `tokens` are (token, what it stands for); `doubtful` are words that are sent and may identify somebody.
    """

    text: str
    context: Context
    tokens: tuple[tuple[str, str], ...]
    doubtful: tuple[str, ...]


def leaving(text: str, context: Context, *, told: Context | None = None, beside: str = "") -> Leaving:
    """Give what would leave of a text and of what is `told` with it: the context, where it is not said.

    Names of the context and of a text `beside` it are known, and leave only where they are told.
    """
    outgoing = Outgoing(f"{beside}\n{text}" if beside else text, context, masked=True)
    return outgoing.leaving(text, told or context)


class Outgoing:
    """One request's messages. Where it is not `masked`, all goes out and comes back as it is.

    With `strict`, a text in which something still looks unmasked is not sent: NotSent is raised.
    """

    def __init__(self, text: str, context: Context, *, masked: bool = False, strict: bool = False) -> None:
        self.masked = masked
        self._strict = strict
        self._masking = Masking(names_told(context)) if masked else None
        self._sent: list[str] = []
        self._masked: list[Masked] = []
        if self._masking is not None:
            # names are told by capitals in one place and typed without in another
            self._masking.learn(text, context.need, context.baseline, *(harm.what for harm in context.harms))

    def case(self, text: str, context: Context, kind: str = "objective", rules: Sequence[str] = ()) -> Message:
        """Give the message with one case. Raises NotSent."""
        from rewriter import prompts  # noqa: PLC0415 - `mask` shows what would leave, and writes no message

        if self._masking is None:
            return prompts.case_message(text, context, kind, rules)
        sent, told = self._out(text), self._context(context)
        return prompts.case_message(sent, told, kind, rules, masked=len(self._masking.table) > 0)

    def leaving(self, text: str, context: Context) -> Leaving:
        """Give what `case` sends, for people to see. Raises NotSent."""
        sent, told = self._out(text), self._context(context)
        found = dict.fromkeys(match[0] for words in self._sent for match in pattern().finditer(words))
        tokens = tuple((token, self._masking.restore(token)) for token in found) if self._masking else ()
        known = tuple(pair for pair in tokens if pair[0] != pair[1])
        doubtful = dict.fromkeys(one.masked[at.start : at.end] for one in self._masked for at in one.suspects)
        return Leaving(sent, told, known, tuple(doubtful))

    def concerns(self, concerns: Sequence[str]) -> Message:
        """Give the message with what the guard found: names of the request are masked, the model's own stay."""
        from rewriter import prompts  # noqa: PLC0415 - likewise

        if self._masking is None:
            return prompts.repair_message(concerns)
        return prompts.repair_message([self._masking.mask(one, only_met=True).masked for one in concerns])

    def back(self, reply: _Reply) -> _Reply:
        """Give a reply with its words restored."""
        masking = self._masking
        if masking is None:
            return reply
        return type(reply).model_validate(_mapped(reply.model_dump(by_alias=True), masking.restore))

    def strangers(self, reply: "BaseModel") -> tuple[str, ...]:
        """Give the tokens of a reply that stand for nobody, and the names in it that stand in nothing sent."""
        if self._masking is None:
            return ()
        found: list[str] = []
        for words in texts_in(reply.model_dump()):
            found += unknown_tokens(words, self._masking.table)
            found += newcomers(words, self._sent)
        return tuple(dict.fromkeys(found))

    def refuse_strangers(self, reply: "BaseModel") -> None:
        """Raise UnknownNames where a reply has any; what it says is not repeated."""
        if self.strangers(reply):
            raise UnknownNames("the model's answer names somebody or something that is not in what was sent")

    def missing(self, text: str, written: Iterable[str]) -> tuple[str, ...]:
        """Give the people of a text of the request, as they are first named, whose tokens stand in nothing written."""
        masking = self._masking
        if masking is None:
            return ()
        gone = vanished(masking.mask(text).masked, "\n".join(written))
        return tuple(masking.restore(token) for token in gone)

    def hears(self, heard: Heard | None) -> Heard | None:
        """Give a listener that is told the words restored, as JSON, a little behind what the model writes."""
        if heard is None or self._masking is None:
            return heard
        return _Restoring(self._masking, self._sent, heard).hear

    def _out(self, text: str) -> str:
        if self._masking is None:
            return text
        masked = self._masking.mask(text)
        self._look_at(masked)
        self._sent.append(masked.masked)
        self._masked.append(masked)
        return masked.masked

    def _look_at(self, masked: Masked) -> None:
        suspects = masked.suspects if self._strict else ()
        if suspects:
            raise NotSent(f"nothing was sent, as something looks unmasked: {said_of(suspects)}")

    def _context(self, context: Context) -> Context:
        return replace(
            context,
            need=self._out(context.need),
            baseline=self._out(context.baseline),
            people=tuple(
                person._replace(name=self._name(person.name), role=self._out(person.role)) for person in context.people
            ),
            harms=tuple(
                replace(harm, to=self._name(harm.to), by=self._name(harm.by), what=self._out(harm.what))
                for harm in context.harms
            ),
            names=tuple(dict.fromkeys(self._name(name) for name in context.names)),
        )

    def _name(self, name: str) -> str:
        if self._masking is None:
            return name
        masked = self._masking.mask_name(name)
        self._sent.append(masked)
        return masked


class _Restoring:
    """Restores a reply while it is written. Some letters are held back, so that no token is cut in two."""

    def __init__(self, masking: Masking, sent: Sequence[str], heard: Heard) -> None:
        self._masking = masking
        self._sent = sent
        self._heard = heard
        self._waiting = ""
        self._silent = False

    def hear(self, piece: str) -> None:
        """Take the next piece; after a token that stands for nobody, or a name that is new, nothing is passed on."""
        self._waiting += piece
        cut = len(self._waiting) - _LONGEST_TOKEN
        if cut <= 0 or self._silent:
            return
        # cut where a value of JSON ends, and with it every token
        at = max(self._waiting.rfind(sign, 0, cut) for sign in ('",', '":', "},"))
        if at < 0:
            return
        said, self._waiting = self._waiting[: at + 1], self._waiting[at + 1 :]
        if unknown_tokens(said, self._masking.table) or any(newcomers(said, self._sent)):
            self._silent = True
            return
        self._heard(self._masking.restore(said, written=_in_json))


def _in_json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _mapped(data: object, change: Callable[[str], str]) -> object:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _mapped(value, change) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_mapped(value, change) for value in data]
    return data
