"""Reads harm told without a verb of hurting: strangers round a child, somebody lying in wait, rough or cruel ways.

Child sexual and criminal exploitation as Working Together has it, stalking as the CPS guidance describes it (loitering,
watching, turning up), and rough handling as the Care and Support Statutory Guidance has it; the words are practice
judgement.
"""

from collections.abc import Iterator

from rewriter.harm.relations import Relation, Surroundings

__all__ = ["preyed_upon"]

_STRANGERS = frozenset("men males women females dealers groomers".split())
_ADULTS = frozenset("older adult unknown grown".split())
_YOUNGER = frozenset("young".split())
_GROWN = 18
_LURKING = frozenset(
    "turning turns turned turn sitting sits sat waiting waits waited parking parks parked standing stands stood "
    "hanging hangs hung driving drives drove loitering loiters lurking lurks appearing appears walking showing "
    "shows showed pacing following watching circling".split()
)
_AT = frozenset("outside past round near opposite by at over".split())
_HAUNTS = frozenset(
    "work home house flat gym school college door gate street road shop office bus mosque church temple window "
    "bed bedroom room cot car nursery bungalow place workplace salon classes uni halls drive stop hostel refuge".split()
)
_STILL = frozenset("keeps keep kept been stop stops stopped no still is was again every night day".split())
_ASKED = frozenset("to will must should can may".split())
_DEFACING = frozenset(
    "smearing smears smeared spraying sprays sprayed daubing daubed throwing throws thrown threw chucking chucks "
    "kicking kicks banging bangs hammering hammers scratching scratched keying keyed dumping dumps tipping tips "
    "emptying painting painted pouring poured smashing smashed slashing slashed scrawling scrawled spitting egging "
    "posting posted shoving".split()
)
_ONTO = frozenset("on at through in over into up".split())
_THINGS = frozenset(
    "door doorstep step windows window letterbox letter car tyres wall walls fence garden gate house shed bins post "
    "porch van path locker bag desk bike".split()
)
_CRUEL = frozenset(
    "rough cruel nasty vile horrible violent abusive threatening menacing intimidating aggressive inappropriate brutal "
    "spiteful vicious mean unkind".split()
)
_COMING = frozenset("come comes came coming returns returned returning back home".split())
_HURTS = frozenset(
    "bruises bruised bruising marks marked burns burnt burned cuts scratches bites bitten hair black hungry soiled "
    "wet dirty drunk drugged terrified sore limping stitches swollen welts blood bleeding".split()
)
_PAST_IT = 8
_MONEY = frozenset("money cash card cards pension savings wages tablets medication benefits jewellery".split())
_TAKES = frozenset("takes took taken nicks nicked steals stole pockets pocketed keeps empties drains helps".split())
_BE = frozenset("is was been being be are were gets got getting so too very really".split())
_WITH = frozenset("with to towards when while if at".split())
# The words between a child and who is about them.
_FAR = 20


def preyed_upon(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told by who is about somebody, or by the manner of one towards another."""
    for index, key in enumerate(around.keys):
        if key in _STRANGERS or (key in ("lads", "boys", "girls", "people", "adults", "man", "woman", "lad")):
            yield from _round_a_child(around, index)
        elif key in _LURKING:
            yield from _lies_in_wait(around, index)
        elif key in _DEFACING:
            yield from _at_the_door(around, index)
        elif key in ("arms", "arm", "legs", "hands", "wrists", "head", "face", "shoulders"):
            yield from _held_down(around, index)
        elif key in _MONEY:
            yield from _takes_it(around, index)
        elif key == "from":
            yield from _comes_back(around, index)
        elif key in ("bath", "bed", "shower"):
            yield from _in_bed_with(around, index)
        elif key in _CRUEL:
            yield from _is_cruel(around, index)


def _round_a_child(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "her risky behaviour with the men in the Audi": grown strangers, and a child whose age is told."""
    words, begin, end = around.words, around.begins[index], around.ends[index]
    before = words[index - 1].key if index > begin else ""
    if words[index].possessive or before in _YOUNGER or not (words[index].key in _STRANGERS or before in _ADULTS):
        return
    if words[index].key in ("lads", "lad", "boys", "girls") and before == "older":
        return  # older pupils may be friends; what they do must be told
    child = next(
        (
            mention
            for mention in around.figures.between(begin, end)
            if 0 <= around.figures.figures[mention.figure].age < _GROWN and abs(mention.first - index) < _FAR
        ),
        None,
    )
    if child is None:
        return
    men = around.starting.get(index) or (around.starting.get(index - 1) if index else None)
    source = men.figure if men is not None and men.figure != child.figure else -1
    yield Relation(source, child.figure, index, index + 1, stated=True, unknown=source < 0)


def _at_the_door(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "has been smearing dog mess on his door", "eggs thrown at her windows"."""
    words, begin, end = around.words, around.begins[index], around.ends[index]
    if index > begin and words[index - 1].key in _ASKED:
        return
    link = next((n for n in range(index + 1, min(index + 6, end - 2)) if words[n].key in _ONTO), -1)
    owner = around.starting.get(link + 1) if link > 0 else None
    if owner is None or not owner.owning or not around.is_person(owner):
        return
    if not any(words[n].key in _THINGS for n in range(owner.last, min(owner.last + 2, end))):
        return
    doer = around.subject_of(index, who=True)
    if doer is not None and doer.figure == owner.figure:
        # "Mr Singh's neighbour ... on his door": his whose neighbour it is
        before = around.ending.get(doer.first)
        if before is None or not before.owning or before.figure == doer.figure:
            return
        owner = before._replace(first=owner.first, last=owner.last)
    if doer is not None and not around.is_person(doer):
        return
    source = doer.figure if doer is not None else -1
    yield Relation(source, owner.figure, index, owner.last + 1, stated=True, unknown=source < 0)


def _lies_in_wait(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "keeps turning up outside his work", "has been sitting outside her flat"."""
    words, begin, end = around.words, around.begins[index], around.ends[index]
    if index > begin and words[index - 1].key in _ASKED:
        return
    link = index + 1
    while link < end and words[link].key in ("up", "about", "around", "out", "in", "his", "her", "car", "the"):
        link += 1
    if link + 1 >= end or words[link].key not in _AT:
        return
    owner = around.starting.get(link + 1)
    if owner is None or not owner.owning or not around.is_person(owner):
        return
    haunt = any(words[n].key in _HAUNTS for n in range(owner.last, min(owner.last + 3, end)))
    still = any(words[n].key in _STILL for n in range(max(begin, index - 5), min(link + 8, end)))
    if not haunt or not (still or words[link].key == "outside") or around.figures.figures[owner.figure].is_child:
        return
    doer = around.subject_of(index, who=True)
    if doer is not None and doer.figure == owner.figure:
        # "as Dan has been standing over her bed": of two names, the other's
        others = [m for m in around.figures.between(begin, doer.first) if m.figure != doer.figure]
        other = next((m for m in reversed(others) if around.is_person(m)), None)
        if other is None or not owner.pronoun:
            return
        owner = other._replace(first=owner.first, last=owner.last)
    if doer is not None and not around.is_person(doer):
        return
    if doer is None:
        owned = [m for m in around.figures.between(begin, index) if m.figure != owner.figure and around.is_person(m)]
        doer = owned[-1] if owned else None
    source = doer.figure if doer is not None else -1
    yield Relation(source, owner.figure, index, owner.last, stated=True, unknown=source < 0)


def _comes_back(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "comes back from Dad's with her hair pulled out": what somebody brings home from the other's."""
    words, begin, end = around.words, around.begins[index], around.ends[index]
    near = words[max(begin, index - 2) : index]
    if index + 2 >= end or not any(word.key in _COMING for word in words[max(begin, index - 3) : index]):
        return
    host = around.person_at(index + 1) if around.starting.get(index + 1) is None else around.starting[index + 1]
    if host is None or not around.is_person(host):
        return
    hurt = any(words[n].key in _HURTS for n in range(host.last, min(host.last + 8, end)))
    guest = around.subject_of(index, who=False)
    if hurt and near and guest is not None and guest.figure != host.figure:
        yield Relation(host.figure, guest.figure, index, host.last + 1, stated=True)


def _in_bed_with(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "gets in the bath with Tilly (10)": a bed or a bath shared with a child who is past it."""
    words, end = around.words, around.ends[index]
    if index + 2 >= end or words[index + 1].key != "with":
        return
    child = around.person_at(index + 2)
    doer = around.subject_of(index, who=True, but=child.figure if child is not None else -1)
    if child is None or doer is None or not around.is_person(doer) or child.figure == doer.figure:
        return
    if around.figures.figures[child.figure].age >= _PAST_IT and not around.figures.figures[doer.figure].is_child:
        yield Relation(doer.figure, child.figure, index, child.last, stated=True)


def _held_down(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "not to hold Doreen's arms down", "pins his legs down": a body held, by whomever."""
    words, begin, end = around.words, around.begins[index], around.ends[index]
    owner = around.owner_of(index)
    if owner is None or index + 1 >= end or words[index + 1].key != "down" or owner.first - 1 < begin:
        return
    if words[owner.first - 1].key.startswith(("hold", "held", "pin", "push", "press", "tie", "tying", "strap")):
        doer = around.subject_of(owner.first - 1, who=True, but=owner.figure)
        source = doer.figure if doer is not None else -1
        yield Relation(source, owner.figure, owner.first - 1, index + 2, stated=True, unknown=source < 0)


def _takes_it(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "the money her son takes", "what Dean has out of her purse": what is another's, in the hands of the source."""
    words, end = around.words, around.ends[index]
    doer = around.person_at(index + 1) if index + 2 < end else None
    if doer is None or doer.owning or not around.is_person(doer) or doer.last >= end or doer.first > index + 3:
        return
    verb = next((n for n in range(doer.last, min(doer.last + 3, end)) if words[n].key in _TAKES), -1)
    if verb < 0 or any(words[n].key in _ASKED for n in range(doer.last, verb)):
        return
    owner = around.starting.get(index + 1)
    other = owner if owner is not None and owner.owning else None
    yield Relation(doer.figure, other.figure if other is not None else -1, index, verb + 1, stated=True)


def _is_cruel(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "has been rough when he gets Iris up", "is vile to her"."""
    words, begin, end = around.words, around.begins[index], around.ends[index]
    if index + 1 >= end or words[index + 1].key not in _WITH or words[index - 1].key not in _BE or index == begin:
        return
    if any(words[n].key in _ASKED or words[n].key in ("not", "never") for n in range(max(begin, index - 2), index)):
        return
    near = [m for m in around.figures.between(index + 1, min(index + 7, end)) if around.is_person(m) and not m.owning]
    doer = around.subject_of(index, who=True)
    harmed = next((m for m in near if not m.pronoun), near[0] if near else None)
    if harmed is None or (doer is not None and doer.figure == harmed.figure):
        return
    source = doer.figure if doer is not None else -1
    yield Relation(source, harmed.figure, index, harmed.last, stated=True, unknown=source < 0)
