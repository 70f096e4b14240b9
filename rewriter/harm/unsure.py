"""Which sides of a harm that is told rest on a pronoun that may mean more than one person, so that they are asked for.

Nothing is read from gender but the agreement of a pronoun with a role; a name agrees with either. Source: practice
judgement; whom "him" means is for the user to say where two are named.
"""

from rewriter.harm.cast import Cast, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.pronouns import PRONOUNS
from rewriter.harm.words import gender_of
from rewriter.people import HarmBasis, PartyKind

__all__ = ["unsure_sides"]

_NEAR = 6  # words
_SO = frozenset(("so", "that"))
_TELLING = frozenset("tell ring text phone call inform contact".split())


def unsure_sides(cast: Cast) -> frozenset[Side]:
    """Give the sides (`HARMED`, `SOURCE`) that are told by a pronoun which two people in its sentence could be."""
    if any(harm.basis is HarmBasis.GIVEN for harm in cast.harms):
        return frozenset()
    found: set[Side] = set()
    sure: set[Side] = set()
    for told in cast.told_at:
        first, last = cast.sentence_at(told)
        near = cast.figures.between(first, min(last, told + _NEAR))
        doer = next((m for m in reversed(near) if m.first < told and not m.owning), None)
        done_to = next((m for m in near if m.first > told), None)
        for mention, other in ((doer, done_to), (done_to, doer)):
            side = cast.side_at(mention) if mention is not None else Side.UNKNOWN
            side = Side.HARMED if side is Side.CHILD else side
            if mention is not None and side in (Side.HARMED, Side.SOURCE):
                (found if _may_be_two(cast, mention, other) else sure).add(side)
    return frozenset(found - sure)


def _may_be_two(cast: Cast, mention: Mention, other: Mention | None) -> bool:
    gender = PRONOUNS.get(cast.reading.keys[mention.first], "") if mention.pronoun else ""
    so = mention.first > 0 and cast.reading.keys[mention.first - 1] in _SO  # "firmer with Callum so he stops"
    if gender not in ("f", "m") or so:
        return False
    first, _ = cast.sentence_at(mention.first)
    before = [m for m in cast.figures.between(first, mention.first) if not m.pronoun and _could_be(cast, m, gender)]
    of_another = {m.figure for m in before if m.owning and m.last in cast.figures.at}  # "dads new gf"
    named = {other.figure} if other is not None and not other.pronoun else set()
    return len({m.figure for m in before} - of_another - named) > 1


def _could_be(cast: Cast, mention: Mention, gender: str) -> bool:
    figure = cast.figures.figures[mention.figure]
    if mention.first and cast.reading.keys[mention.first - 1] in _TELLING:
        return False  # "Isla to tell Mrs Begum if he hurts her"
    agrees = gender_of(sorted(figure.keys)) in ("", gender)
    return figure.kind is PartyKind.PERSON and not figure.plural and agrees
