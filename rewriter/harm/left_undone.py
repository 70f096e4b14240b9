"""Reads harm told by care that is left undone: nobody fed, washed or taken to the doctor, medicine kept back.

Neglect and acts of omission as Working Together and the Care and Support Statutory Guidance have them; which everyday
words stand for them is practice judgement.
"""

from collections.abc import Iterator

from rewriter.harm.mentions import Mention
from rewriter.harm.relations import Relation, Surroundings

__all__ = ["left_undone"]

_NOT = frozenset(
    "isn't isnt doesn't doesnt don't dont won't wont never not hasn't hasnt haven't didn't didnt wouldn't aren't "
    "wasn't seldom rarely hardly".split()
)
_ADVERBS = frozenset("been being always really properly ever often bothering regularly even".split())
_CARING = frozenset(
    "feed feeds feeding fed bath baths bathing bathed bathe bathes wash washes washing washed change changes changing "
    "changed dress dresses dressing dressed clean cleans cleaning cleaned".split()
)
_TAKING = frozenset("take takes taking taken bring brings bringing brought".split())
_DOCTORS = frozenset("dentist dentist's dental doctor doctors gp hospital clinic optician".split())
_WORN = frozenset("uniform clothes bedding sheets nappy nappies pad pads hair teeth wound dressing bed".split())
_LEAVING = frozenset("leave leaves leaving left give gives giving gave get gets getting got buy buys buying".split())
_NOTHING = frozenset("nothing no".split())
_FOOD = frozenset("food water breakfast lunch dinner tea meal meals eat drink".split())
_IN = frozenset("in eat drink fridge cupboards cupboard".split())
_BACK = frozenset("holds held holding keeps kept keeping withholds withheld withholding hides hid hiding".split())
_NEEDED = frozenset(
    "insulin inhaler inhalers medication meds medicine medicines tablets pills epipen pens painkillers food meals "
    "glasses pads catheter drops nebuliser".split()
)
_PAST_CARING = frozenset("drunk hungover stoned asleep bed out passed".split())
_HABIT = frozenset("most every mornings days always still noon midday often again".split())
_WANT = frozenset("hungry unfed dirty smelly unwashed filthy soiled starving thirsty".split())
_TASK = frozenset("to will must should shall".split())
_NEAR = 7


def left_undone(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told by care that is left undone, in the order of the words."""
    for index, key in enumerate(around.keys):
        if key in _CARING or key in _TAKING:
            yield from _not_cared_for(around, index)
        if key in _LEAVING:
            yield from _nothing_in(around, index)
        elif key in _BACK:
            yield from _kept_back(around, index)
        elif key in _PAST_CARING and index and around.keys[index - 1] in ("in", "is", "drunk", "'s", "passed"):
            yield from _past_caring(around, index)


def _not_cared_for(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "mum isn't feeding her", "hasn't taken him to the dentist", "never washes Ruby's uniform"."""
    keys, end, at = around.keys, around.ends[index], index - 1
    while at > around.begins[index] and keys[at] in _ADVERBS:
        at -= 1
    if keys[at] not in _NOT or index + 1 >= end:
        return
    found = around.person_at(index + 1)
    if found is None or (
        found.owning and not any(keys[n] in _WORN for n in range(found.last, min(found.last + 2, end)))
    ):
        return
    several = keys[found.first] == "them"  # "Dad doesn't take them": the children just spoken of
    harmed = _child_near(around, index) if several else found.figure
    if keys[index] in _TAKING:
        child = harmed >= 0 and around.figures.figures[harmed].is_child
        if found.owning or not child or _DOCTORS.isdisjoint(keys[around.begins[index] : end]):
            return
    yield from _by_whom(around, at, harmed, index, found.last)


def _nothing_in(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "leaves nothing in to eat", "never gets any food in", "gives Mr Bello no water after four"."""
    keys, end = around.keys, around.ends[index]
    near = keys[index + 1 : min(index + _NEAR, end)]
    denied = next((n for n, key in enumerate(near) if key in _NOTHING), -1)
    if denied < 0 and index and keys[index - 1] in _NOT and any(key in ("anything", "any") for key in near[:2]):
        denied = 0
    if denied < 0:
        return
    rest = near[denied + 1 : denied + 4]
    if not (rest[:1] and (rest[0] in _FOOD | _IN or (keys[index + 1 + denied] != "no" and not _IN.isdisjoint(rest)))):
        return
    given = around.person_at(index + 1)
    if given is not None and not given.owning:
        yield from _by_whom(around, index, given.figure, index, index + 2 + denied)
    elif keys[index].startswith(("leav", "left", "get", "got", "buy")):
        yield from _by_whom(around, index, _child_near(around, index), index, index + 2 + denied)


def _kept_back(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "goes without insulin because Stepmum holds it back", "keeps his inhaler from him"."""
    keys, begin, end = around.keys, around.begins[index], around.ends[index]
    if keys[index - 1] in _TASK or not index:
        return
    needed = next((n for n in range(begin, end) if keys[n] in _NEEDED), -1)
    near = keys[index + 1 : min(index + _NEAR, end)]
    loser = around.object_after(index + 1, ("from",), index)
    if needed < 0 or not (loser >= 0 or "back" in near[:3] or keys[index].startswith(("withh", "hid"))):
        return
    owner = around.owner_of(needed)
    if loser < 0 and owner is not None:
        loser = owner.figure
    if loser < 0:
        first = next((m for m in around.figures.between(begin, needed) if around.is_person(m)), None)
        loser = first.figure if first is not None else -1
    yield from _by_whom(around, index, loser, index, index + 2)


def _past_caring(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "Mum is in bed till noon most days ... so he's not coming to school hungry": nobody up to see to a child."""
    keys, begin, end = around.keys, around.begins[index], around.ends[index]
    if _WANT.isdisjoint(keys) or _HABIT.isdisjoint(keys[begin:end]):
        return
    yield from _by_whom(around, index, _child_near(around, index), index, index + 1)


def _child_near(around: Surroundings, index: int) -> int:
    """The child of a sentence, or of the whole text where it has but one; -1 for none."""
    figures = around.figures.figures
    here = [m.figure for m in around.figures.between(around.begins[index], around.ends[index])]
    named = next((n for n in here if figures[n].is_child), -1)
    children = [n for n, figure in enumerate(figures) if figure.is_child]
    return named if named >= 0 or len(children) != 1 else children[0]


def _by_whom(around: Surroundings, verb: int, harmed: int, first: int, last: int) -> Iterator[Relation]:
    """The harm, where a grown person of the family or community is told to leave the care undone."""
    doer: Mention | None = around.ending.get(verb)
    if doer is None or not around.is_person(doer):
        doer = around.subject_of(verb, who=True, but=harmed)
    if doer is None or harmed < 0 or doer.figure == harmed or not around.is_person(doer):
        return
    asked = any(around.keys[n] in _TASK for n in range(doer.last, first))
    if not asked and not around.figures.figures[doer.figure].is_child:
        yield Relation(doer.figure, harmed, first, last, stated=True)
