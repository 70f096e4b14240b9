"""Reads harm told by debts that somebody runs up in another's name.

Economic abuse as the Domestic Abuse Act 2021, section 1(4), has it; which everyday words stand for it is practice
judgement.
"""

from collections.abc import Iterator

from rewriter.harm.relations import Relation, Surroundings

__all__ = ["indebted"]

_RUN_UP = frozenset(
    "put puts putting take takes taking took taken taking open opens opening opened run runs running ran get gets "
    "getting got set sets setting rack racks racking racked".split()
)
_DEBTS = frozenset(
    "debt debts loan loans credit borrowing finance catalogue catalogues arrears bill bills payday mortgage "
    "mortgages overdraft overdrafts fines".split()
)
# Opened for somebody as often as against them: a harm only where there is to be no more of it, or they did not know.
_EITHER = frozenset("account accounts card cards contract contracts phone phones policy policies".split())
_UNWANTED = frozenset("no more any without dispute close cancel against stop unknown secretly".split())
_BE = frozenset("be been being is are was were".split())
_REACH = 10


def indebted(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told by what is run up in another's name, in the order of the words."""
    for index, key in enumerate(around.keys):
        if key in ("name", "names"):
            yield from _in_their_name(around, index)


def _in_their_name(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "puts no more debt in her name", "the loans Tony took out in Gloria's name"."""
    keys, begin, end = around.keys, around.begins[index], around.ends[index]
    owner = around.ending.get(index)
    if owner is None or not owner.owning or not around.is_person(owner) or keys[owner.first - 1] not in ("in", "into"):
        return
    near = range(owner.first - 2, max(begin, owner.first - _REACH) - 1, -1)
    verb = next((n for n in near if keys[n] in _RUN_UP), -1)
    if verb < 0:
        return
    around_verb = keys[max(begin, verb - _REACH) : owner.first]
    unwanted = not _UNWANTED.isdisjoint(keys[max(begin, verb - _REACH) : end])
    if _DEBTS.isdisjoint(around_verb) and (_EITHER.isdisjoint(around_verb) or not unwanted):
        return
    doer = around.subject_of(verb, who=True, but=-1 if owner.pronoun else owner.figure)
    if doer is not None and doer.figure == owner.figure:
        # "Denise to see that Carl puts no debt in her name": of two, not the one who does it
        others = [m for m in around.figures.between(begin, doer.first) if m.figure != doer.figure]
        other = next((m for m in others if around.is_person(m) and not m.owning), None)
        if other is None:
            return
        owner = other
    if doer is not None and around.is_person(doer):
        yield Relation(doer.figure, owner.figure, verb, index + 1, stated=True)
    elif keys[verb - 1] in _BE and unwanted:
        yield Relation(-1, owner.figure, verb, index + 1, stated=True)
