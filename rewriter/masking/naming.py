"""Finds the people, organisations and places of one text, and joins the words of each name."""

from collections.abc import Iterator, Sequence
from functools import cache

from rewriter.masking.capitals import is_family_name, is_name, is_title, joins, particles_before
from rewriter.masking.found import Found, Kind, Named
from rewriter.masking.known import Known
from rewriter.masking.lists import common, listed, much_used_names, national, never, ordinary, towns_of_words
from rewriter.masking.local import find_organisations, is_place, is_street, is_town_word
from rewriter.masking.sites import find_sites
from rewriter.masking.small import is_before_name, is_listed_with, owner_in
from rewriter.masking.unknown import is_unknown, unknown_words
from rewriter.masking.words import Piece

__all__ = ["NameReading"]


@cache
def _also_words() -> frozenset[str]:
    """Names that are words as well: where they stand in small letters, that place decides."""
    return listed("people", "times") | listed("people", "two_faced") | listed("people", "small_words")


class NameReading:
    """One text while its people, organisations and places are found; `known` are the names that were told.

    With `unknown`, words in small letters that no list has are taken for names (`unknown_words`).
    """

    def __init__(self, pieces: list[Piece], known: Known, *, unknown: bool = True) -> None:
        self.pieces = pieces
        self.known = known
        self.unknown = unknown
        self.taken = [False] * len(pieces)  # not to be looked at again
        self.size = [0] * len(pieces)  # how many letters of each word are a name

    def named(self) -> Iterator[Named]:
        """Give the organisations, then the people and places."""
        pieces = self.pieces
        parts = self.known.parts
        given = [self.known.stands_at(pieces, n) if parts else 0 for n in range(len(pieces))]
        self._leave_national(given)
        for first, last in self._towns(given):
            yield self._named(first, last, Kind.PLACE)
            self.taken[first:last] = [True] * (last - first)
        for first, last, kind in find_organisations(pieces, self.taken, self.known.parts):
            yield self._named(first, last, kind)
            self.taken[first:last] = [True] * (last - first)
        for first, last, owned in find_sites(pieces, self.taken, self.known.parts):
            found = self._named(first, last, Kind.ORG)
            own = len(pieces[last - 1].tail) if owned else 0
            yield found._replace(found=found.found._replace(end=found.found.end + own))
            self.taken[first:last] = [True] * (last - first)
        for at, piece in enumerate(pieces):
            if not self.taken[at]:
                self.size[at] = given[at] or (len(piece.text) if is_name(pieces, at) else 0)
                if not self.size[at] and piece.key[-1] == "s":
                    self.size[at] = owner_in(pieces, at)
        self._find_again()
        if self.unknown:
            self._find_unknown()
        for at in range(len(pieces) - 1):
            if self.size[at + 1] and not self.size[at] and not self.taken[at] and is_before_name(pieces, at):
                self.size[at] = len(pieces[at].text)
        if self._find_listed():
            self._find_again()
        yield from self._runs()

    def _leave_national(self, given: Sequence[int]) -> None:
        """Take national names out of the reading, but for the words of people that were told of."""
        for term in national().among([piece.key for piece in self.pieces]):
            stretch = self.pieces[term.first : term.last]
            named = any(given[term.first : term.last]) or self._is_rather_local(term.first, term.last)
            if any(piece.is_capital for piece in stretch) and not named:
                self.taken[term.first : term.last] = [True] * len(stretch)

    def _is_rather_local(self, first: int, last: int) -> bool:
        """Whether a national name that is one plain word is a part of a longer name: "Rowan Contact Centre"."""
        if last - first > 1 or last == len(self.pieces) or self.pieces[first].key not in common():
            return False
        after = self.pieces[last]
        return after.gap == " " and after.is_capital and after.key in listed("organisations", "heads")

    def _towns(self, given: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Give the words of places that are called by several ordinary words."""
        done = 0
        for term in towns_of_words().among([piece.key for piece in self.pieces]):
            stretch = slice(term.first, term.last)
            free = term.first >= done and not any(self.taken[stretch]) and not any(given[stretch])
            if free and self.pieces[term.first].is_capital and self.pieces[term.last - 1].is_capital:
                done = term.last
                yield term.first, term.last

    def _find_unknown(self) -> None:
        """Take words that no list has for names, wherever they stand."""
        for at in unknown_words(self.pieces):
            if not self.taken[at] and not self.size[at]:
                self.size[at] = len(self.pieces[at].text)

    def _find_listed(self) -> bool:
        """Find those that are named in a list with others, from left to right and back: "bronwen n tomos"."""
        size, last, found = self.size, len(self.pieces), False
        for step, places in ((1, range(last)), (-1, range(last - 1, -1, -1))):
            for beside in places:
                if size[beside]:
                    for at in (beside + step, beside + 2 * step):
                        free = 0 <= at < last and not size[at] and not self.taken[at]
                        if free and is_listed_with(self.pieces, at, beside):
                            size[at] = len(self.pieces[at].text)
                            found = True
        return found

    def _find_again(self) -> None:
        """Find the names seen once with a capital where they stand without one."""
        seen = {
            piece.key
            for piece, size in zip(self.pieces, self.size, strict=True)
            if size and len(piece.key) > 2 and piece.key not in ordinary()
        } - _also_words()
        if not seen:
            return
        for at, piece in enumerate(self.pieces):
            if not self.size[at] and not self.taken[at] and piece.key in seen:
                self.size[at] = len(piece.text)
            elif not self.size[at] and not self.taken[at] and piece.key[:-1] in seen and piece.key not in ordinary():
                self.size[at] = len(piece.text) - (piece.key[-1] == "s")

    def _runs(self) -> Iterator[Named]:
        at, pieces = 0, self.pieces
        while at < len(pieces):
            if not self.size[at] and not pieces[at].is_capital:
                at += 1
                continue
            if self.taken[at] or not (self.size[at] or self._is_initial_of_next(at) or self._is_family_first(at)):
                if not self.taken[at] and is_town_word(pieces, at):
                    yield self._named(at, at + 1, Kind.PLACE)
                at += 1
                continue
            first = particles_before(pieces, at, self.taken)
            last = at + 1
            while (step := self._extends(last)) > 0:
                last += step
            kind = self._kind(first, last)
            if kind is Kind.PERSON and last < len(pieces) and not self.taken[last] and is_street(pieces, last):
                kind, last = Kind.PLACE, last + 1
            yield self._named(first, last, kind)
            at = last

    def _is_initial_of_next(self, at: int) -> bool:
        """Whether one capital belongs to the name after it: "J. Smith"."""
        piece = self.pieces[at]
        if len(piece.text) != 1 or not piece.text.isupper() or at + 1 >= len(self.pieces):
            return False
        after = self.pieces[at + 1]
        if len(after.text) == 1 and after.text.isupper() and joins(piece, after):
            return self._is_initial_of_next(at + 1)
        return bool(self.size[at + 1]) and joins(piece, after) and (after.gap != " " or piece.key not in ("a", "i"))

    def _is_family_first(self, at: int) -> bool:
        """Whether a family name that is a word stands before the given name: "Park Ji-woo"."""
        piece, after = self.pieces[at], self.pieces[at + 1 : at + 3]
        if (
            piece.key not in listed("people", "family")
            or not piece.is_capital
            or len(after) < 2
            or not self.size[at + 1]
        ):
            return False
        return joins(piece, after[0]) and after[1].gap in ("-", "\u2011") and not self.taken[at + 2]

    def _extends(self, at: int) -> int:
        """Give how many of the words from here on belong to the name before them."""
        pieces = self.pieces
        if at >= len(pieces) or self.taken[at] or not joins(pieces[at - 1], pieces[at]) or pieces[at].is_number:
            return 0
        if self.size[at - 1] and self.size[at - 1] < len(pieces[at - 1].text):
            return 0
        piece = pieces[at]
        if self.size[at]:
            return 1
        if piece.is_capital:
            return self._is_last_part(at)
        if piece.gap == " " and not pieces[at - 1].is_capital and is_unknown(piece) and not piece.key.endswith("s"):
            return 1  # "danuta kowalska"
        if piece.gap in ("-", "\u2011") and (piece.key not in common() or _is_syllable(pieces[at - 1], piece)):
            return 1
        parts = listed("people", "particles") | listed("people", "between")
        step = 0
        while at + step < len(pieces) and step < 3 and pieces[at + step].key in parts and piece.key != "and":
            step += 1
            after = at + step
            if after < len(pieces) and not self.taken[after] and joins(pieces[after - 1], pieces[after]):
                named = self.size[after] or (pieces[after].is_capital and pieces[after].key not in never())
                if named and not pieces[after].is_upper:
                    return step + 1
        return 0

    def _is_last_part(self, at: int) -> bool:
        piece = self.pieces[at]
        if len(piece.text) == 1:
            joined = at + 1 < len(self.pieces) and self.pieces[at + 1].gap.strip() == "&"  # "Royal Infirmary A&E"
            return piece.key != "i" and piece.text.isupper() and not joined
        if piece.key in listed("people", "family") and not piece.is_upper:
            return True
        if piece.key in never() or piece.is_upper:
            return False
        if piece.key in much_used_names():
            return piece.key not in listed("people", "asking")
        return piece.key in common() and is_family_name(self.pieces, at)

    def _kind(self, first: int, last: int) -> Kind:
        pieces = self.pieces
        if any(piece.key in self.known.parts for piece in pieces[first:last]):
            return Kind.PERSON
        if first and is_title(pieces[first - 1]):
            return Kind.PERSON
        return Kind.PLACE if is_place(pieces, first, last) else Kind.PERSON

    def _named(self, first: int, last: int, kind: Kind) -> Named:
        begin, end = self.pieces[first], self.pieces[last - 1]
        cut = self.size[last - 1] if kind is Kind.PERSON and self.size[last - 1] else len(end.text)
        keys = tuple(piece.key for piece in self.pieces[first:last])
        if cut < len(end.text):
            keys = (*keys[:-1], keys[-1][:-1])
        tail = end.tail if kind is Kind.PERSON and cut == len(end.text) else ""
        return Named(Found(begin.start, end.start + cut, kind), keys, tail)


def _is_syllable(left: Piece, right: Piece) -> bool:
    """Whether a word after a hyphen is the second half of a name such as "Ji-woo", and not of "Amy-led"."""
    return len(left.text) <= 4 and len(right.text) <= 5 and left.key not in much_used_names()
