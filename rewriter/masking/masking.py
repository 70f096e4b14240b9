"""Masks texts with one table, and puts back what a reply has tokens for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from rewriter.errors import LooksUnmasked
from rewriter.masking.finding import find
from rewriter.masking.found import Kind, Named
from rewriter.masking.known import Known
from rewriter.masking.replies import newcomers, unknown_tokens, vanished
from rewriter.masking.table import Table
from rewriter.masking.tokens import parts_of, pattern
from rewriter.masking.unmasked import Suspect, said_of, suspects
from rewriter.masking.words import pieces_of

__all__ = ["Masked", "Masking", "Token", "refuse_unmasked", "restored"]


class Token(NamedTuple):
    """One token of a masked text, and where in the text as received its words stand (code points, end exclusive)."""

    token: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text: exactly what would leave. `restore` puts the words back into a text that holds its tokens.

    What the tokens stand for is in memory alone and is not shown when this is printed.
    """

    @property
    def suspects(self) -> tuple[Suspect, ...]:
        """The places of the masked text that still look unmasked."""
        return tuple(suspects(self.masked, self.known))

    masked: str
    tokens: tuple[Token, ...]
    id: str | int | None = None
    table: Table = field(default_factory=Table, repr=False, compare=False)
    known: Known = field(default_factory=lambda: Known(()), repr=False, compare=False)

    def restore(self, text: str) -> str:
        """Put the words back in the place of tokens, however a model wrote them; an unknown token is left."""
        return restored(text, self.table)

    def faults(self, reply: str) -> tuple[str, ...]:
        """Say why a reply to this text may not be used, if it may not: an unknown token, somebody gone or new."""
        return (
            *(f"it has a token that stands for nobody: {name}" for name in unknown_tokens(reply, self.table)),
            *(f"{name} is not in it" for name in vanished(self.masked, reply)),
            *(f"it has a name that is new: {name}" for name in newcomers(reply, (self.masked,))),
        )


class Masking:
    """One request's masking: every text of it is masked with the same table."""

    __slots__ = ("_known", "table")

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._known = Known(names)
        self.table = Table()
        self.table.meet(list(self._known.people))

    def mask(self, text: str, id: str | int | None = None, *, only_met: bool = False) -> Masked:
        """Mask one text. Every name found in it is known in the texts that follow.

        With `only_met`, what no text before had is left: it is not of this request.
        """
        met = self.table.stretches(text)
        named = find(text, self._known, [(start, end) for start, end, _ in met])
        if only_met:
            named = [one for one in named if self.table.has(one, text[one.found.start : one.found.end])]
        else:
            self._meet(named)
        return self._replaced(text, met, named, id)

    def learn(self, *texts: str) -> None:
        """Find the names of texts without masking them, so that they are known in any form in all that follows."""
        for text in texts:
            self._meet(find(text, self._known))

    def _meet(self, named: list[Named]) -> None:
        people = [one.keys for one in named if one.found.kind is Kind.PERSON]
        self.table.meet(people)
        self._known = self._known.with_names(people)

    def mask_name(self, name: str) -> str:
        """Mask what was told as somebody's name: the person's first token where they were met, and a role as it is."""
        keys = tuple(piece.key for piece in pieces_of(name))
        if keys and keys in self._known.people:
            met = self.table.plain_token_for(keys)
            if met is not None:
                return met
        return self.mask(name).masked

    def restore(self, text: str, written: Callable[[str], str] = str) -> str:
        """Put the words back in the place of tokens; `written` says how they are to be written, as in JSON."""
        return restored(text, self.table, written)

    def _replaced(self, text: str, met: list[tuple[int, int, str]], named: list[Named], id: str | int | None) -> Masked:
        made = [(start, end, token, _kind_of(token), "") for start, end, token in met]
        for one in named:
            start, end, kind = one.found
            made.append((start, end, self.table.token_for(one, text[start:end]), kind, one.tail))
        written: list[str] = []
        tokens: list[Token] = []
        done = 0
        for start, end, token, kind, tail in sorted(made):
            tokens.append(Token(token, kind, start, end))
            written += [text[done:start], token]
            done = end
            if len(tail) == 1:  # "James' mother": a token takes its possessive as every other does
                written.append(f"{tail}s")
                done += 1
        return Masked("".join((*written, text[done:])), tuple(tokens), id, self.table, self._known)


def _kind_of(token: str) -> Kind:
    return Kind(token.strip("<>").rpartition("_")[0].lower())


def restored(text: str, table: Table, written: Callable[[str], str] = str) -> str:
    """Put the words back in one pass: what they hold is not read again."""

    def words(match: re.Match[str]) -> str:
        value = table.value_of(parts_of(match))
        return match[0] if value is None else written(value)

    return pattern().sub(words, text)


def refuse_unmasked(*texts: Masked) -> None:
    """Raise LooksUnmasked where something in masked texts still looks as if it identified somebody."""
    found = tuple(one for text in texts for one in text.suspects)
    if found:
        raise LooksUnmasked(
            f"something looks unmasked: {said_of(found)}; nothing was sent. Change the text, or tell the names in it"
        )
