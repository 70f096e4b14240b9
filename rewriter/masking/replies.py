"""Checks a reply before its words are put back: tokens nobody gave out, people who vanished, names that are new."""

from collections.abc import Iterable, Iterator

from rewriter.masking.finding import find
from rewriter.masking.found import Kind
from rewriter.masking.known import Known
from rewriter.masking.table import Table
from rewriter.masking.tokens import parts_of, pattern, token

__all__ = ["newcomers", "unknown_tokens", "vanished"]

_NAMES = frozenset({Kind.PERSON, Kind.ORG, Kind.PLACE})


def unknown_tokens(reply: str, table: Table) -> tuple[str, ...]:
    """Give what is written as a token and stands for nothing."""
    found = (match for match in pattern().finditer(reply) if table.value_of(parts_of(match)) is None)
    return tuple(dict.fromkeys(match[0] for match in found))


def vanished(sent: str, reply: str) -> tuple[str, ...]:
    """Give the tokens of the people of a masked text who are nowhere in the reply, in no form."""
    left = _people(sent)
    for number in _people(reply):
        left.pop(number, None)
    return tuple(token(Kind.PERSON, number) for number in left)


def newcomers(reply: str, sent: Iterable[str]) -> Iterator[str]:
    """Give the names of people, organisations and places in a masked reply that stand in nothing that was sent."""
    before = " ".join(sent).casefold()
    for one in find(reply, Known(()), unknown=False):
        words = reply[one.found.start : one.found.end]
        if one.found.kind in _NAMES and words.casefold() not in before:
            yield words


def _people(text: str) -> dict[int, None]:
    parts = (parts_of(match) for match in pattern().finditer(text))
    return {number: None for kind, number, _ in parts if kind == "PERSON"}
