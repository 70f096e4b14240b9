"""The figures of a text by what they may be known again by, so that nobody named is held against everybody."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import merge

from rewriter.harm.mentions import Figure
from rewriter.harm.pronouns import PRONOUNS
from rewriter.people import Party, PartyKind

__all__ = ["ANYBODY", "HARMED", "Registry", "owner_of"]

ANYBODY = frozenset("adult neighbour relative".split())
"""Roles of so many that two who hold one are not the same person."""
HARMED = frozenset("victim survivor".split())
"""Words for the one person that a text calls by them, whatever the role."""
_HOLDING = frozenset((PartyKind.PERSON, PartyKind.PROFESSIONAL))


class Registry:
    """Figures by name, by role and owner, and by word, each by its number."""

    def __init__(self) -> None:
        self._by_sign: dict[tuple[object, ...], list[int]] = {}

    def enter(self, number: int, figure: Figure, party: Party, spoken: Sequence[str]) -> None:
        """Enter a figure, or what one more place says of it. `spoken` are the keys of the words there."""
        sort = figure.kind, figure.plural
        for name in party.names:
            self._enter((*sort, "name", name), number)
            self._enter((*sort, "initial", name[0]), number)
        named = bool(figure.names)
        if figure.kind not in _HOLDING:
            for key in spoken:
                self._enter((*sort, "word", key, named), number)
            return
        harmed = not HARMED.isdisjoint(figure.keys)
        for role in figure.roles if harmed else (party.role,):
            if harmed or role not in ANYBODY or figure.kind is not PartyKind.PERSON:
                for owner in (None, owner_of(figure)):
                    self._enter((*sort, "role", role, owner, named), number)

    def candidates(self, party: Party, spoken: Sequence[str], *, plural: bool) -> Iterable[int]:
        """Give the numbers of those who may be the one named, in order; a number may come twice."""
        sort = party.kind, plural
        signs: list[tuple[object, ...]] = []
        for name in party.names:
            signs.append((*sort, "initial" if len(name) == 1 else "name", name))
            if len(name) > 1:
                signs.append((*sort, "name", name[0]))
        # two who have names are known by them alone
        for named in ((False,) if party.names else (False, True)) if party.role else ():
            if party.kind not in _HOLDING:
                signs += [(*sort, "word", key, named) for key in set(spoken)]
            else:
                owner = owner_of(party) if party.kind is PartyKind.PERSON else ""
                signs += [(*sort, "role", party.role, each, named) for each in (("", owner) if owner else (None,))]
        return merge(*[self._by_sign[sign] for sign in signs if sign in self._by_sign])

    def _enter(self, sign: tuple[object, ...], number: int) -> None:
        numbers = self._by_sign.setdefault(sign, [])
        at = bisect_left(numbers, number)
        if at == len(numbers) or numbers[at] != number:
            numbers.insert(at, number)


def owner_of(one: Figure | Party) -> str:
    """Give whose mother, worker or neighbour somebody is, or "" where only a pronoun says so."""
    return one.owner if one.owner not in PRONOUNS else ""
