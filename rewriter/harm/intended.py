"""Reads harm told by what somebody is after: what they say they will do, a marriage planned, lying in wait.

Threats, forced marriage, stalking and grooming as the CPS guidance on each describes them; which everyday words stand
for them is practice judgement.
"""

from collections.abc import Iterator

from rewriter.harm.mentions import Mention
from rewriter.harm.relations import Relation, Surroundings

__all__ = ["intended_harm"]

_DOING = frozenset("do done does did doing".split())
_WHAT = frozenset("what things anything whatever something".split())
_HELPED = frozenset("can could should might help for would".split())
_MARRYING = frozenset("marry marries marrying married wed".split())
_HAVING = frozenset("have has had having get gets getting".split())
_PICTURES = frozenset(
    "pic pics picture pictures photo photos nude nudes image images video videos selfie selfies".split()
)
_STRANGERS = frozenset(
    "man woman men women bloke lad lads person people adult adults guy guys stranger strangers boy someone somebody "
    "account user male males".split()
)
_AFTER = frozenset("after wants wanting wanted want asks asking asked demands demanding keeps pressing begging".split())
_STOPPED = frozenset("can't cant cannot won't wont doesn't doesnt don't couldn't".split())
_REACHING = frozenset("reach find contact message follow trace track".split())
_GETTING = (("at",), ("to",), ("hold", "of"), ("near",), ("through", "to"), ("back", "at"))
_WAITING = frozenset("waits waited waiting hanging hangs".split())
_STALKING = frozenset(
    "because split since separated ex keeps keep kept still again every avoid bump warn police order bail breach "
    "spo breakup left finished ended run".split()
)
_PLACES = frozenset("outside at after by near round in".split())
_TASK = frozenset("to will must should shall let".split())
_FAR = 12
_NEAR = 6


def intended_harm(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told by what somebody is after, in the order of the words."""
    for index, key in enumerate(around.keys):
        if key in _DOING:
            yield from _done_to(around, index)
        elif key in _MARRYING:
            yield from _married_off(around, index)
        elif key in _STRANGERS:
            yield from _after_pictures(around, index)
        elif key in _STOPPED:
            yield from _out_of_reach(around, index)
        elif key in _WAITING:
            yield from _waited_for(around, index)


def _done_to(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "what her uncles say they'll do to her", "what Col has done to her"."""
    keys, end = around.keys, around.ends[index]
    if index + 2 >= end or keys[index + 1] != "to":
        return
    begin = max(around.begins[index], index - _FAR)
    what = next((n for n in range(index - 1, begin - 1, -1) if keys[n] in _WHAT), -1)
    harmed = around.person_at(index + 2)
    if what < 0 or harmed is None or harmed.owning or not _HELPED.isdisjoint(keys[what:index]):
        return
    near = [m for m in around.figures.between(what, index) if around.is_person(m) and not m.owning]
    doer = next((m for m in near if m.figure != harmed.figure), None)
    if doer is not None:
        yield Relation(doer.figure, harmed.figure, index, harmed.last, stated=True)


def _married_off(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "her uncle's plan to marry her off", "to have her married by June"."""
    keys, begin, end = around.keys, around.begins[index], around.ends[index]
    if keys[index] == "married":
        wed = around.ending.get(index)
        made = wed is not None and wed.first > begin and keys[wed.first - 1] in _HAVING
        off = index + 1 < end and keys[index + 1] == "off"
        wed = wed if made else around.subject_of(index, who=False) if off else None
    else:
        wed = around.person_at(index + 1) if index + 1 < end else None
        if wed is None or wed.last >= end or keys[wed.last] not in ("off", "to"):
            return
    if wed is None or wed.owning or not around.is_person(wed):
        return
    near = [m for m in around.figures.between(max(begin, index - _FAR), index) if around.is_person(m)]
    by = next((m for m in reversed(near) if m.figure != wed.figure and not m.pronoun), None)
    yield Relation(by.figure if by is not None else -1, wed.figure, index, index + 2, stated=True)


def _after_pictures(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "the man who's after pictures of him", "the woman asking her for photos"."""
    keys, end = around.keys, around.ends[index]
    near = range(index + 1, min(index + _NEAR, end))
    wants = next((n for n in near if keys[n] in _AFTER), -1)
    if wants < 0 or any(keys[n] in _TASK for n in range(index + 1, wants)):
        return
    if not any(keys[n] in ("who", "who's", "that", "asking", "wanting", "keeps") for n in range(index + 1, wants + 1)):
        return
    pictured = next((n for n in range(wants + 1, min(wants + _NEAR + 2, end)) if keys[n] in _PICTURES), -1)
    if pictured < 0:
        return
    who = around.starting.get(index) or around.starting.get(index - 1)
    source = who.figure if who is not None and around.is_person(who) else -1
    named = around.object_after(pictured + 1, ("of",), index)
    if named < 0 or named == source:
        others = [m for m in around.figures.between(around.begins[index], end) if around.is_person(m)]
        named = next((m.figure for m in others if m.figure != source), -1)
    if named >= 0:
        yield Relation(source, named, wants, pictured + 1, stated=True, unknown=source < 0)


def _out_of_reach(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "... so that Dom can't get to her": whoever is to be kept from reaching somebody means them harm."""
    keys, begin, end = around.keys, around.begins[index], around.ends[index]
    if index + 2 >= end or not any(keys[n] == "so" for n in range(max(begin, index - _FAR), index)):
        return
    verb, at = keys[index + 1], index + 2
    if verb == "get":
        link = next((each for each in _GETTING if tuple(keys[at : at + len(each)]) == each), ())
        at += len(link)
        if not link:
            return
    elif verb not in _REACHING:
        return
    harmed = around.person_at(at) if at < end else None
    if harmed is None or harmed.owning:
        return
    doer = around.subject_of(index, who=True, but=harmed.figure)
    if doer is not None and around.is_person(doer) and not _is_childs_kin(around, doer, harmed):
        yield Relation(doer.figure, harmed.figure, index, harmed.last, stated=True)


def _is_childs_kin(around: Surroundings, doer: Mention, harmed: Mention) -> bool:
    """ "so baby brother can't reach him": a small child means no harm."""
    return around.figures.figures[doer.figure].is_child and doer.figure != harmed.figure


def _waited_for(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "Carla, who has waited for him outside work since the split": lying in wait for a grown person."""
    keys, begin, end = around.keys, around.begins[index], around.ends[index]
    if index + 2 >= end or keys[index + 1] not in ("for", "around", "about") or _STALKING.isdisjoint(keys[begin:end]):
        return
    at = index + 2 + (keys[index + 1] != "for" and keys[index + 2] == "for")
    harmed = around.person_at(at) if at < end else None
    if harmed is None:
        # "Omar, whom she has been waiting for outside"
        whom = next((n for n in range(max(begin, index - _NEAR), index) if keys[n] == "whom"), -1)
        harmed = next((m for m in reversed(around.figures.between(begin, max(whom, begin))) if not m.owning), None)
        at = index + 2
    if harmed is None or harmed.owning or around.figures.figures[harmed.figure].is_child:
        return
    placed = any(keys[n] in _PLACES for n in range(at, min(at + 3, end)))
    doer = around.subject_of(index, who=True, but=harmed.figure)
    if not placed or doer is None or not around.is_person(doer):
        return
    if not any(keys[n] in _TASK for n in range(doer.last, index)):
        yield Relation(doer.figure, harmed.figure, index, at + 1, stated=True)
