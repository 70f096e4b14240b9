"""Finds the people whose names were given, in every form: capitals or none, surname alone, with or without accents."""

from collections.abc import Iterable, Sequence

from rewriter.masking.acting import goes_on
from rewriter.masking.lists import are_roles, common, listed, much_used_names, never
from rewriter.masking.small import stands_as_somebody
from rewriter.masking.two_faced import is_somebody
from rewriter.masking.words import Piece, pieces_of

__all__ = ["Known"]


class Known:
    """The names told of, each as the keys of its words. What is only a role ("Mum", "the health visitor") is none."""

    __slots__ = ("parts", "people")

    def __init__(self, names: Iterable[str]) -> None:
        self.people: dict[tuple[str, ...], None] = {}  # in the order told
        for name in names:
            self.add(tuple(piece.key for piece in pieces_of(name) if not piece.is_number))
        self.parts = _parts(self.people)

    def add(self, keys: tuple[str, ...]) -> None:
        """Take one more name, by the keys of its words; titles and roles before it are left out."""
        while len(keys) > 1 and _is_lead(keys[0]):
            keys = keys[1:]
        if (
            keys
            and not are_roles(frozenset(keys))
            and keys not in self.people
            and any(key not in never() for key in keys)
        ):
            self.people[keys] = None

    def with_names(self, names: Iterable[tuple[str, ...]]) -> "Known":
        """Give these people and more, by the keys of the words of their names."""
        new = [keys for keys in names if keys not in self.people]
        if not new:
            return self
        known = Known(())
        known.people = {**self.people}
        for keys in new:
            known.add(keys)
        known.parts = _parts(known.people)
        return known

    def stands_at(self, pieces: Sequence[Piece], at: int) -> int:
        """Give how many letters of the word at a place are a known name: 0 where it is none."""
        piece = pieces[at]
        if piece.key not in self.parts:
            key = piece.key
            if key[-1] == "s" and key[:-1] in self.parts and key not in common() and not piece.owns:
                return len(piece.text) - 1  # "sarahs mum"
            return 0
        word = piece.key in common() or piece.key in never()
        if not word:
            return len(piece.text)
        if any(self._is_part(pieces, at + step, piece) for step in (-1, 1)):
            return len(piece.text)
        if piece.key in never() and not self._acts(pieces, at):
            titled = at and pieces[at - 1].key in listed("people", "titles") and not piece.opens
            return len(piece.text) if titled and piece.is_capital else 0  # "follows Islam"
        if piece.is_capital and not (piece.opens and piece.key not in much_used_names() and not self._acts(pieces, at)):
            two_faced = piece.key in much_used_names() or piece.key in listed("people", "times")
            return len(piece.text) if not two_faced or is_somebody(pieces, at) else 0
        small = (piece.opens and self._acts(pieces, at)) or stands_as_somebody(pieces, at)
        return len(piece.text) if small else 0

    def _acts(self, pieces: Sequence[Piece], at: int) -> bool:
        return pieces[at].owns or goes_on(pieces, at)

    def _is_part(self, pieces: Sequence[Piece], at: int, beside: Piece) -> bool:
        """Whether the word at a place belongs to the same person, and stands next to it."""
        if not 0 <= at < len(pieces):
            return False
        piece = pieces[at]
        gap = piece.gap if piece.start > beside.start else beside.gap
        return gap in (" ", "-", "\u2011", "  ") and any(
            piece.key in person and beside.key in person and piece.key != beside.key for person in self.people
        )


def _is_lead(key: str) -> bool:
    return key in ("the", "and") or key in listed("people", "titles") or key in listed("people", "kin_titles")


def _parts(people: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The words that name somebody by themselves."""
    parts = [part for person in people for part in person if not _is_small(part, len(person))]
    return frozenset((*parts, *(part.replace("'", "") for part in parts if "'" in part)))


def _is_small(part: str, size: int) -> bool:
    return size > 1 and (part in listed("people", "particles") or part in listed("people", "between") or len(part) == 1)
