"""The table of one request: which token stands for what. It lives in memory alone, and shows nothing of itself."""

import re

from rewriter.masking.cast import Cast
from rewriter.masking.found import Kind, Named
from rewriter.masking.tokens import token

__all__ = ["Table"]


class Table:
    """Tokens by what they stand for, and back. Never written anywhere: its `repr` has no words in it."""

    __slots__ = ("_cast", "_counts", "_exact", "_forms", "_numbers", "_pattern", "_values")

    def __init__(self) -> None:
        self._cast = Cast()
        self._numbers: dict[tuple[Kind, object], int] = {}  # who or what -> the token's number
        self._counts: dict[Kind, int] = {}
        self._forms: dict[tuple[Kind, int], list[str]] = {}  # number -> ways in which it is written
        self._values: dict[tuple[str, int, str], str] = {}
        self._exact: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    def __repr__(self) -> str:
        return f"<Table of {len(self._values)} tokens>"

    def __len__(self) -> int:
        return len(self._values)

    def meet(self, names: list[tuple[str, ...]]) -> None:
        """Take the names of one text before its tokens are made."""
        self._cast.meet(names)

    def token_for(self, one: Named, words: str) -> str:
        """Give the token for something found; the same words of the same person always have the same."""
        kind = one.found.kind
        who: object = self._cast.number_of(one.keys) if kind is Kind.PERSON else words
        number = self._numbers.get((kind, who))
        if number is None:
            number = self._counts[kind] = self._counts.get(kind, 0) + 1
            self._numbers[kind, who] = number
        forms = self._forms.setdefault((kind, number), [])
        if words not in forms:
            forms.append(words)
        made = token(kind, number, forms.index(words))
        name = _name(made)
        if name not in self._values:
            self._values[name] = words
            if not words.islower():  # in small letters it may be an ordinary word elsewhere
                self._exact.setdefault(words, made)
                self._pattern = None
        return made

    def has(self, one: Named, words: str) -> bool:
        """Whether something found was given a token already."""
        who: object = self._cast.number_of(one.keys) if one.found.kind is Kind.PERSON else words
        return (one.found.kind, who) in self._numbers

    def stretches(self, text: str) -> list[tuple[int, int, str]]:
        """Give where words that have a token already stand exactly so: start, end, the token."""
        if not self._exact:
            return []
        if self._pattern is None:
            words = sorted(self._exact, key=len, reverse=True)
            self._pattern = re.compile(rf"(?<![\w@])(?<!\w[._])(?:{'|'.join(map(re.escape, words))})(?!\w|@|[._]\w)")
        return [(*match.span(), self._exact[match[0]]) for match in self._pattern.finditer(text)]

    def plain_token_for(self, keys: tuple[str, ...]) -> str | None:
        """Give the first token of a person met already, or None."""
        number = self._numbers.get((Kind.PERSON, self._cast.number_of(keys)))
        return None if number is None else token(Kind.PERSON, number)

    def value_of(self, name: tuple[str, int, str]) -> str | None:
        """Give what a token stands for: of a form that was never given out, the person's first; None if unknown."""
        return self._values.get(name) or self._values.get((name[0], name[1], ""))


def _name(made: str) -> tuple[str, int, str]:
    kind, _, rest = made.strip("<>").rpartition("_")
    digits = rest.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return kind, int(digits), rest[len(digits) :]
