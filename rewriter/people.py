"""Who can be named in a plan, and who harms whom: the words of the field as frozen data.

Nothing is inferred from gender: every list that stands behind these types treats women and men alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

__all__ = ["SINGLE_HOLDERS", "Harm", "HarmBasis", "Party", "PartyKind", "Person"]


class PartyKind(StrEnum):
    """What kind of doer a party is."""

    PERSON = "person"  # a named person or a family role: "Danuta", "Sarah's mother", "parents"
    PROFESSIONAL = "professional"  # a role that one named person holds: "health visitor", "SENCO"
    AGENCY = "agency"  # a service, a team, "professionals": somebody, but nobody in particular
    PRONOUN = "pronoun"  # "she", "they"
    OURSELVES = "ourselves"  # "we", "us": the writer's own agency


SINGLE_HOLDERS = frozenset({PartyKind.PERSON, PartyKind.PROFESSIONAL})


class Party(NamedTuple):
    """A person, role or agency named at one place of the text.

    `role` is the canonical role ("mother", "child", "professional") or "" for a bare name; `names` are the
    names' keys; `owner` is the key of the possessor ("sarah" in "Sarah's mother"). `first` and `last` are word
    indices (end exclusive), `after` the index of the first word after any "(mum)" or ", Bukola," that belongs
    to it; `start` and `end` are character offsets. `owning` marks a possessor ("Sarah's" in "Sarah's mother").
    """

    kind: PartyKind
    role: str
    names: tuple[str, ...]
    owner: str
    first: int
    last: int
    after: int
    start: int
    end: int
    owning: bool


class Person(NamedTuple):
    """Someone the user told us about: a name and the role they hold."""

    name: str
    role: str


class HarmBasis(StrEnum):
    """Where the knowledge of a harm comes from."""

    STATED = "stated"  # the text itself says who harms whom
    GIVEN = "given"  # the user gave it beside the text
    ASSUMED = "assumed"  # the form of the words implies it; the answer says so


@dataclass(frozen=True, slots=True)
class Harm:
    """One person harmed by another. Either side may be unknown ("").

    Harm is a relation, so both parents, unknown adults, or harm each way can be said as several.
    """

    to: str
    by: str
    what: str = ""
    basis: HarmBasis = HarmBasis.GIVEN


def people_named(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Keep the parties that are people (named, family or professional), not agencies or pronouns."""
    return tuple(party for party in parties if party.kind in SINGLE_HOLDERS)
