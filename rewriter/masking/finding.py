"""Finds all that identifies in one text: numbers and contacts first, then people, organisations and places."""

import re
from collections.abc import Iterable, Iterator

from rewriter.masking.births import find_births
from rewriter.masking.contacts import find_contacts
from rewriter.masking.found import Found, Kind, Named, apart
from rewriter.masking.hints import words_in
from rewriter.masking.homes import find_homes
from rewriter.masking.known import Known
from rewriter.masking.naming import NameReading
from rewriter.masking.numbers import find_long_numbers, find_numbers
from rewriter.masking.tokens import look_alikes
from rewriter.masking.words import pieces_of

__all__ = ["find"]

_DIGIT = re.compile(r"\d")


def find(text: str, known: Known, besides: Iterable[tuple[int, int]] = (), *, unknown: bool = True) -> list[Named]:
    """Give all that identifies, in the order of the text and apart. Linear in the text's length.

    The stretches of `besides` are found already, and not looked at. With `unknown`, a word in small letters that no
    list has is taken for a name, whatever stands beside it.
    """
    text = _without(text, besides)
    claimed = apart(_identifiers(text))
    pieces = pieces_of(_without(text, (one[:2] for one in claimed)))
    reading = NameReading(pieces, known, unknown=unknown)
    named = [Named(one, (), "") for one in claimed]
    named += reading.named()
    return sorted(named, key=lambda one: one.found.start)


def _identifiers(text: str) -> Iterator[Found]:
    """E-mail and web addresses before all else; a telephone number never takes an NHS number's digits."""
    words = words_in(text)
    if _DIGIT.search(text) is None:
        yield from find_contacts(text, words)
        return
    yield from look_alikes(text, words)
    contacts = list(find_contacts(text, words))
    numbers = list(find_numbers(text, words))
    yield from (one for one in contacts if one.kind is not Kind.PHONE)
    yield from (one for one in numbers if one.kind is Kind.NHS)
    yield from (one for one in contacts if one.kind is Kind.PHONE)
    yield from find_births(text, words)
    yield from numbers
    yield from find_homes(text, words)
    yield from find_long_numbers(text)


def _without(text: str, claimed: Iterable[tuple[int, int]]) -> str:
    """The text with what was found already put out of sight, every offset as it was."""
    written, done = [], 0
    for start, end in claimed:
        written += [text[done:start], "\0" * (end - start)]
        done = end
    return "".join((*written, text[done:]))
