"""Who stands in the two texts: people, roles and agencies, and which of them are the same.

Nobody is linked by guessing: a name and a role are the same person where the context or a text says so
("Danuta (mum)", "Lena's mother, Danuta"), a mother is one of the parents, and a named child is a child.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rewriter.guarding.alike import may_shorten, meanings_at, stem
from rewriter.guarding.calendar import weekday_at
from rewriter.guarding.given import Given
from rewriter.guarding.sides import Side
from rewriter.once import once
from rewriter.people import Party, PartyKind
from rewriter.plan import Context
from rewriter.sentences.naming import role_of
from rewriter.text import Word, words_of
from rewriter.vocabulary import titles

__all__ = ["ANYBODY", "KIN", "Cast", "Mention", "cast_of", "roles_in", "shortens"]

_CHILD = frozenset(("child", "baby", "son", "daughter", "young person"))
_SIBLING = frozenset(("brother", "sister"))
_WITHIN = {  # who is among whom
    "parents": frozenset({"mother", "father", "stepmother", "stepfather"}),
    "grandparents": frozenset({"grandmother", "grandfather"}),
    "family": frozenset(
        "mother father parents grandmother grandfather grandparents child son daughter brother sister relative partner "
        "carer stepmother stepfather family".split()
    ),
    "couple": frozenset({"mother", "father", "partner", "parents"}),
    "sibling": frozenset({"brother", "sister"}),
    "relative": frozenset({"grandmother", "grandfather", "brother", "sister", "son", "daughter"}),
}
_TURNED = {  # whose son somebody is, is that son's mother or father
    "mother": frozenset({"son", "daughter", "adult son"}),
    "father": frozenset({"son", "daughter", "adult son"}),
    "parents": frozenset({"son", "daughter", "adult son"}),
    "son": frozenset({"mother", "father", "parents"}),
    "daughter": frozenset({"mother", "father", "parents"}),
    "partner": frozenset({"partner"}),
    "sister": frozenset({"brother"}),
    "brother": frozenset({"sister"}),
}
_OF_A_CHILD = frozenset(  # where one of these is, there is a child
    "mother father parents stepmother stepfather grandmother grandfather grandparents carer sibling brother sister "
    "baby son daughter".split()
) | {"young person", "maternal grandmother", "paternal grandmother", "maternal aunt"}
KIN = _OF_A_CHILD | _WITHIN["family"] | _WITHIN["relative"] | {"relative", "partner", "aunt", "uncle", "cousin"}
_CONTRACTED = frozenset("he'd she'd they'd he'll she'll they'll he's she's they've they're we'd you'd i'd".split())
ANYBODY = frozenset({"adult", "family", "child"})
"""Words for whoever the plan is about."""


class Mention(NamedTuple):
    """Somebody at one place: names, roles (with every other way to say them), and where (offsets as received)."""

    names: frozenset[str]
    roles: frozenset[str]
    start: int
    end: int
    party: Party
    in_gap: bool
    words: tuple[Word, ...]

    @property
    def owning(self) -> bool:
        """Whether it only says whose: "Sarah's" in "Sarah's mother"."""
        return self.party.owning


@dataclass(frozen=True)
class Cast:
    """Everybody in the two texts, and the roles that each name is known to hold."""

    original: tuple[Mention, ...]
    rewrite: tuple[Mention, ...]
    roles_of: Mapping[str, frozenset[str]]
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @once
    def roles_given(self) -> frozenset[str]:
        """Every role that the original or the context gives to somebody."""
        held = {role for roles in self.roles_of.values() for role in roles}
        held |= {role for mention in self.original for role in mention.roles}
        return frozenset(held | ({"child"} if held & _OF_A_CHILD else set()))

    def roles(self, mention: Mention) -> frozenset[str]:
        """The roles of a mention, by its words or by what is known of its names."""
        return mention.roles.union(*(self.roles_of.get(name, frozenset()) for name in mention.names))

    def may_be(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions can be the same person, or one be among the other."""
        if one.names and other.names:
            return bool(one.names & other.names)
        mine, others = self.roles(one), self.roles(other)
        if not mine or not others:
            loose = mine or others
            return bool(loose & ANYBODY) or not loose
        return _overlap(mine, others)


def shortens(mention: Mention, roles: frozenset[str]) -> bool:
    """Whether somebody is called in short what one of the roles is in full: "the nurse" for the district nurse."""
    keys = [word.key for word in mention.words]
    return any(may_shorten(keys, role) for role in roles)


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    if one & other or any(one & group and other & group for group in (_CHILD, _SIBLING)):
        return True
    if any(_TURNED.get(role, frozenset()) & other for role in one):
        return True
    return any(
        _WITHIN.get(whole, frozenset()) & parts
        for whole, parts in [(r, other) for r in one] + [(r, one) for r in other]
    )


def cast_of(given: Given, rewrite: Side) -> Cast:
    """Give everybody in the original and the rewrite, linked by what both texts and the context say."""
    original, written = tuple(_mentions(given.original)), tuple(_mentions(rewrite))
    roles: dict[str, set[str]] = {}
    for mention in original:
        for name in mention.names:
            roles.setdefault(name, set()).update(mention.roles)
    for name, role in _told(given.context):
        roles.setdefault(name, set()).update(role)
    return Cast(original, written, {name: frozenset(held) for name, held in roles.items()})


def _told(context: Context) -> Iterator[tuple[str, frozenset[str]]]:
    for person in context.people:
        held = roles_in(words_of(person.role)) | ({role_of(person.role)} - {"", "professional", "agency"})
        for word in words_of(person.name):
            if word.key[0].isalpha():
                yield word.key, held


def _mentions(side: Side) -> Iterator[Mention]:
    words = side.reading.words
    for party in side.reading.parties:
        if party.kind in (PartyKind.PRONOUN, PartyKind.OURSELVES) or words[party.first].key in _CONTRACTED:
            continue
        if words[party.first].key == "ex" and party.last < len(words) and weekday_at(words, party.last) is not None:
            continue  # "daily ex Sun"
        if words[party.first].text in ("DA", "MA"):
            continue  # domestic abuse, not dad
        if words[party.first].key == "couple" and party.last < len(words) and words[party.last].key == "of":
            continue  # "a couple of times"
        start, end = side.place(party.first, party.last)
        named = frozenset(party.names)
        # "gran Sun 2-4" names a day, and nobody
        days = {word.key for word in words[party.first : party.last] if side.in_value(side.filled.back(word.start))}
        if named & days:
            named -= days
            if not named and not party.role:
                continue
        told = words[party.first : party.last]
        while len(told) > 1 and side.in_value(side.filled.back(told[-1].start)):
            told = told[:-1]  # "nurse Fri 2pm"
        spoken = tuple(word for word in told if word.key not in named and not (named and word.key in titles()))
        roles = roles_in(spoken)
        if party.role and party.role not in ("professional", "agency"):
            roles |= {party.role}
        yield Mention(named, roles, start, end, party, side.in_gap(start), spoken)


def roles_in(words: Sequence[Word]) -> frozenset[str]:
    """Give the roles that a phrase names, under every line of meanings that its last word belongs to.

    "SW" and "allocated social worker" both give "social worker"; a role without other names gives its own words.
    """
    if not words:
        return frozenset()
    tags = [(last - first, tag) for first, last, tag in meanings_at(words) if last == len(words)]
    longest = max((size for size, _ in tags), default=0)
    found = {tag for size, tag in tags if size == longest}
    if longest < len(words):
        found.add(" ".join(stem(word.key) for word in words))
    return frozenset(found)
