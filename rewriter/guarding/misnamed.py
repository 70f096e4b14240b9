"""A name put to a role that the context gives to somebody else: "her grandmother, Ruxandra", who is the aunt."""

from collections.abc import Iterator

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.people import ANYBODY, Cast
from rewriter.guarding.sides import Side

__all__ = ["misnamed"]

# Roles that many hold, and kinship that depends on whose it is: a child's grandmother is a mother's mother.
_LOOSE = ANYBODY | frozenset(
    "relative carer partner worker practitioner manager professional mother father parents son daughter baby sibling "
    "brother sister adult".split()
)
_FARTHEST = 4  # words from a role to the name beside it


def misnamed(rewrite: Side, cast: Cast, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each name that stands beside the role of another, where both have a role of their own."""
    holders: dict[str, set[str]] = {}
    for name, roles in cast.roles_of.items():
        for role in roles:
            holders.setdefault(role, set()).add(name)
    for mention in cast.rewrite:
        said = mention.roles - _LOOSE
        held = frozenset[str]().union(*(cast.roles_of.get(name, frozenset()) for name in mention.names)) - _LOOSE
        if not said or not held or said & held or excused.covers_to(mention.start):
            continue
        if any(holders.get(role, set()) - mention.names for role in said):
            message = "The context gives this role to somebody else, and to this name another role."
            at = rewrite.index_at(mention.start)
            ends = [word.end for word in rewrite.words[at : at + _FARTHEST] if word.key in mention.names]
            end = max(mention.end, *ends) if ends else mention.end
            yield fault(ConcernKind.CHANGED, rewrite.text, mention.start, end, message)
