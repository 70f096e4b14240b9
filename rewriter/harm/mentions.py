"""Who is named where in a text: the people of a text as figures, and each place they are named, as data."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from rewriter.people import PartyKind

__all__ = ["Figure", "Figures", "Mention"]

_CHILD_ROLES = frozenset("child son daughter".split())
_GROUPS = frozenset("parents couple family".split())


@dataclass(slots=True)
class Figure:
    """One person (or group) of a text: all the names and roles the text gives them."""

    kind: PartyKind
    names: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    title: str = ""
    owner: str = ""
    gender: str = ""
    age: int = -1
    plural: bool = False

    @property
    def is_person(self) -> bool:
        """Whether this is someone of the family or community, not a professional or an agency."""
        return self.kind in (PartyKind.PERSON, PartyKind.PRONOUN)

    @property
    def is_child(self) -> bool:
        """Whether the text says this is a child: by an age under 18, or a child's role and no adult age."""
        if self.age >= 0:
            return self.age < 18
        return bool(self.roles & _CHILD_ROLES) and "adult" not in self.keys

    @property
    def is_group(self) -> bool:
        """Whether this is a whole couple or household ("parents", "the family")."""
        return self.plural and bool(self.roles & _GROUPS)


class Mention(NamedTuple):
    """One place where a figure is named: word indices (end exclusive), which figure, whether it owns what follows."""

    first: int
    last: int
    figure: int
    owning: bool
    pronoun: bool


class Figures(NamedTuple):
    """The figures of a text and where each is named, in order."""

    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    at: dict[int, Mention]  # by first word
    named: dict[int, Mention]  # by figure: where it is first named by more than a pronoun

    def between(self, begin: int, end: int) -> list[Mention]:
        """The mentions that begin between two word indices (end exclusive)."""
        mentions = self.mentions
        return list(mentions[bisect_left(mentions, (begin,)) : bisect_left(mentions, (end,))])
