"""The table of one request: which token stands for what. It lives in memory alone, and shows nothing of itself."""

from rewriter.masking.cast import Cast
from rewriter.masking.finding import Named
from rewriter.masking.found import Kind
from rewriter.masking.tokens import token

__all__ = ["Table"]


class Table:
    """Tokens by what they stand for, and back. Never written anywhere: its `repr` has no words in it."""

    __slots__ = ("_cast", "_counts", "_forms", "_numbers", "_values", "cast_words")

    def __init__(self) -> None:
        self._cast = Cast()
        self._numbers: dict[tuple[Kind, object], int] = {}  # who or what -> the token's number
        self._counts: dict[Kind, int] = {}
        self._forms: dict[tuple[Kind, int], list[str]] = {}  # number -> ways in which it is written
        self._values: dict[tuple[str, int, str], str] = {}
        self.cast_words: set[str] = set()  # the keys of all names met

    def __repr__(self) -> str:
        return f"<Table of {len(self._values)} tokens>"

    def __len__(self) -> int:
        return len(self._values)

    def meet(self, names: list[tuple[str, ...]]) -> None:
        """Take the names of one text before its tokens are made."""
        self._cast.meet(names)
        self.cast_words.update(part for keys in names for part in keys)

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
        self._values[_name(made)] = words
        return made

    def plain_token_for(self, keys: tuple[str, ...]) -> str | None:
        """Give the first token of a person met already, or None."""
        number = self._numbers.get((Kind.PERSON, self._cast.number_of(keys)))
        return None if number is None else token(Kind.PERSON, number)

    def value_of(self, name: tuple[str, int, str]) -> str | None:
        """Give what a token stands for: of a form that was never given out, the person's first; None if unknown."""
        return self._values.get(name) or self._values.get((name[0], name[1], ""))

    def people(self) -> dict[int, tuple[str, ...]]:
        """Give the forms of every person, by the token's number."""
        return {number: tuple(forms) for (kind, number), forms in self._forms.items() if kind is Kind.PERSON}

    def values(self) -> tuple[str, ...]:
        """Give all words that tokens stand for."""
        return tuple(self._values.values())


def _name(made: str) -> tuple[str, int, str]:
    kind, _, rest = made.strip("<>").rpartition("_")
    digits = rest.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return kind, int(digits), rest[len(digits) :]
