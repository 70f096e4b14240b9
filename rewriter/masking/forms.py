"""Other forms of names that were told: initials, words run together, and a letter typed wrong."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rewriter.masking.acting import acts, does, is_asked, next_of, previous_of
from rewriter.masking.lists import listed, ordinary, role_words
from rewriter.masking.words import Piece

__all__ = ["Forms", "initials_of", "run_together"]

_LEAST = 4  # letters of a name of which one may be typed wrong
_HYPHENS = ("-", "\u2010", "\u2011")
_SMALL_LETTERS = frozenset("aious")
_BETWEEN = (*_HYPHENS, ".", ". ", "", " ", "/")


class Forms:
    """What the names of people may be written as besides; `people` are the keys of the words of each."""

    __slots__ = ("_initials", "_joined", "_near", "_parts")

    def __init__(self, people: Iterable[tuple[str, ...]], parts: frozenset[str]) -> None:
        people = tuple(people)
        self._initials = frozenset(one for keys in people for one in initials_of(keys))
        self._joined = {one for keys in people for one in run_together(keys)}
        self._parts = parts
        self._near: frozenset[str] | None = None  # made where a word is met that no list has

    def stands_at(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether the word at a place, which is no part of a name as it was told, is one in another form."""
        piece = pieces[at]
        if piece.is_number:
            return False
        key = piece.key
        if len(key) == 1:
            if (
                at
                and not piece.is_capital
                and pieces[at - 1].key in self._parts
                and self.has_initial_after(pieces, at - 1)
            ):
                return True  # "ray t"
            return self._is_letter_of_initials(pieces, at)
        if key in self._initials:
            return _are_initials(pieces, at)
        if key in ordinary():
            return self._is_half(pieces, at)
        return key in self._joined or (len(key) >= _LEAST and self._is_near(key))

    def _is_near(self, key: str) -> bool:
        """Whether a word is at most a letter off a part of a name."""
        if self._near is None:
            parts = (part for part in self._parts if len(part) >= _LEAST)
            self._near = frozenset(one for part in parts for one in _less_one(part))
        return not self._near.isdisjoint(_less_one(key))

    def has_initial_after(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether the initial of somebody's other name stands right after a part of the name: "Pat W"."""
        after = next_of(pieces, at)
        if after is None or after.gap != " " or len(after.text) != 1 or after.is_number:
            return False
        meant = after.text.isupper() or after.key not in _SMALL_LETTERS
        return meant and pieces[at].key[0] + after.key in self._initials

    def _is_letter_of_initials(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether one capital stands beside another as in somebody's initials: "A-M", "N B"."""
        for left in (at - 1, at):
            pair = pieces[left : left + 2] if left >= 0 else []
            if len(pair) == 2 and pair[1].gap in _BETWEEN and pair[0].key + pair[1].key in self._initials:
                return all(len(one.text) == 1 and one.text.isupper() and not one.is_number for one in pair)
        return False

    def _is_half(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether a word is the half of a name that was told as one word: "Rose-mary" of "Rosemary"."""
        hyphened = pieces[at].gap in _HYPHENS or (at + 1 < len(pieces) and pieces[at + 1].gap in _HYPHENS)
        for left in (at - 1, at) if hyphened else ():
            pair = pieces[left : left + 2] if left >= 0 else []
            if len(pair) == 2 and pair[1].gap in _HYPHENS and pair[0].key + pair[1].key in self._parts:
                return True
        return False


def initials_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the initials of a name of several words: of all of them, of the first and the last, of neighbours."""
    if len(keys) < 2:
        return ()
    neighbours = [left[0] + right[0] for left, right in pairwise(keys)]
    return ("".join([key[0] for key in keys]), keys[0][0] + keys[-1][0], *neighbours)


def run_together(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a name as one word, and each two that are neighbours."""
    if len(keys) < 2:
        return ()
    return ("".join(keys), *[left + right for left, right in pairwise(keys) if len(left + right) >= _LEAST])


def _are_initials(pieces: Sequence[Piece], at: int) -> bool:
    """Whether letters that are somebody's initials, as may be chance, are meant so; a role's ("SW") never are."""
    piece = pieces[at]
    if piece.key in role_words():
        return False
    before = previous_of(pieces, at)
    placed = piece.owns or acts(pieces, at) or is_asked(pieces, at) or does(pieces, at)
    placed = placed or (
        before is not None and before.key in ("with", "and", "from", "between") and next_of(pieces, at) is None
    )
    if piece.key in listed("never", "acronyms") or piece.key in ordinary():
        return piece.is_upper and placed
    return piece.is_upper or placed


def _less_one(word: str) -> Iterator[str]:
    """Give a word, and the word without each letter in turn: what two have in common is at most a letter off."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
