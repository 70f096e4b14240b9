"""Reads harm told in passing: the reason for a duty, a charge, what a crowd is up to, a noun with its owner.

Section 1 of the responsibility standard; which words stand for it is practice judgement.
"""

from collections.abc import Iterator, Sequence

from rewriter.harm.mentions import Mention
from rewriter.harm.relations import Relation, Surroundings

__all__ = ["harm_in_passing"]

_CROWDS = frozenset("males men lads boys girls olders elders youths strangers pupils".split())
_APPROACHING = frozenset("messaging contacting texting grooming dming following approaching".split())
_PICTURES = frozenset("pic pics picture pictures photo photos nude nudes image images video videos vid".split())
_SPREADING = frozenset("sharing shared posting posted sending forwarding spreading".split())
_CANNOT = frozenset("can't cant cannot doesn't doesnt won't wont".split())
_TAKING = frozenset("take spend use nick steal empty".split())
_ASKED = frozenset("to will must should shall".split())
_ACCUSED = frozenset("charged arrested convicted remanded cautioned bailed".split())
_OF_WHAT = frozenset("with w w/ for of over re after".split())
_UPON = frozenset("on of against to".split())
_FAR = 8  # words between a crowd and what it is up to
_BLOWS = frozenset(
    "punches punching slaps slapping kicks kicking hitting smacks smacking beating beatings pinching shoving "
    "strangling choking stalking bullying grooming threats threatening raping".split()
)
_AFTER_BLOWS = frozenset(
    "has have had is was are were and of to on at by makes made with when while or that which".split()
) | {"", ".", ",", ";", "\n", ")"}
_RECORDS = frozenset("log diary record records list note notes journal".split())
_HARRYING = frozenset(
    {("turning", "up"), ("driving", "past"), ("driving", "by"), ("hanging", "about"), ("hanging", "around")}
    | {("waiting", "outside"), ("sitting", "outside"), ("showing", "up"), ("walking", "past"), ("watching", "the")}
)
_TOO = frozenset("does did has do have had is".split())


def joined_harm(around: Surroundings, found: Sequence[Relation]) -> list[Relation]:
    """ "Dad has hit Aisha and so has Mum", "Mum smacks Josh and Dad does too": the same harm by another."""
    keys, joined = around.keys, []
    for harm in found:
        if not harm.stated or harm.source < 0 or harm.harmed < 0:
            continue
        for n in range(harm.last, around.ends[harm.first] - 1):
            also = None
            if keys[n] == "so" and keys[n - 1] in ("and", ",") and keys[n + 1] in _TOO:
                also = around.person_at(n + 2)
            elif keys[n] in _TOO and keys[n + 1] == "too":
                also = around.ending.get(n)
            if also is not None and around.is_person(also) and also.figure not in (harm.source, harm.harmed):
                joined.append(harm._replace(source=also.figure))
                break
    return joined


def harm_in_passing(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told in passing, in the order of the words."""
    for index, key in enumerate(around.keys):
        if key == "so":
            yield from _kept_from(around, index)
        elif key in _CROWDS:
            yield from _of_a_crowd(around, index)
        elif key == "touching":
            yield from _touching(around, index)
        elif key in _ACCUSED:
            yield from _accused(around, index)
        elif key in _BLOWS:
            yield from _blows(around, index)
        elif key in _RECORDS:
            yield from _logged(around, index)


def _logged(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "Jude: log of Petra's calls and turning up": what somebody is to write down of another's."""
    keys, end = around.keys, min(index + _FAR + 2, around.ends[index])
    owner = next((m for m in around.figures.between(index + 1, min(index + 4, end)) if m.owning), None)
    if owner is None or owner.pronoun or not around.is_person(owner) or keys[index + 1] not in ("of", "when", "re"):
        return
    at = next((n for n in range(owner.last, end) if (keys[n], keys[min(n + 1, end - 1)]) in _HARRYING), -1)
    at = at if at >= 0 else next((n for n in range(owner.last, end) if keys[n] in ("following", "threats")), -1)
    if at < 0:
        return
    before = around.figures.between(max(0, index - _FAR), index)
    kept = next((m for m in reversed(before) if not m.owning and m.figure != owner.figure), None)
    harmed = kept.figure if kept is not None and around.is_person(kept) else -1
    yield Relation(owner.figure, harmed, at, at + 1, stated=True)


def _blows(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "how Kyle's punches have affected her", "her statement about his slapping": told by whose it is."""
    owner, end = around.ending.get(index), around.ends[index]
    following = around.keys[index + 1] if index + 1 < end else ""
    if owner is None or not owner.owning or not around.is_person(owner) or following not in _AFTER_BLOWS:
        return
    near = [m for m in around.figures.between(index + 1, min(index + _FAR, end)) if around.is_person(m)]
    harmed = next((m.figure for m in near if not m.owning and m.figure != owner.figure), -1)
    if harmed >= 0 or not around.figures.figures[owner.figure].is_child:
        yield Relation(owner.figure, harmed, index, index + 1, stated=True)


def _kept_from(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "Mrs Obi to keep her bank card safe so grandson cant take it": what another would take is hers."""
    keys, begin, end = around.keys, around.begins[index], around.ends[index]
    at = index + 1 + (index + 1 < end and keys[index + 1] == "that")
    doer = around.person_at(at)
    things = around.marks.first("property", begin, index)
    if doer is None or doer.owning or things is None or doer.last + 1 >= end:
        return
    owner = next(
        (m for m in around.figures.between(begin, things.first) if around.is_person(m) and not m.pronoun), None
    )
    takes = keys[doer.last] in _CANNOT and keys[doer.last + 1] in _TAKING
    if takes and owner is not None and owner.figure != doer.figure and not around.figures.figures[doer.figure].is_child:
        yield Relation(doer.figure, owner.figure, doer.last, doer.last + 2, stated=True)


def _of_a_crowd(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "the males who are messaging her", "lads in yr 10 sharing pic of Ellie-Mae", "olders who are having him run"."""
    keys, end = around.keys, around.ends[index]
    crowd = around.starting.get(index)
    verb = next((n for n in range(index + 1, min(index + _FAR, end)) if keys[n].endswith("ing")), -1)
    if verb < 0 or any(keys[n] in _ASKED for n in range(index + 1, verb)):
        return
    harmed = _harmed_by(around, verb, told="who" in keys[index + 1 : verb])
    if harmed is not None and (crowd is None or crowd.figure != harmed.figure):
        source = crowd.figure if crowd is not None else -1
        yield Relation(source, harmed.figure, verb, harmed.last, stated=True, unknown=source < 0)


def _harmed_by(around: Surroundings, verb: int, *, told: bool) -> Mention | None:
    keys, end = around.keys, around.ends[verb]
    if keys[verb] in _SPREADING:
        link = next((n for n in range(verb + 1, min(verb + 5, end - 1)) if keys[n] == "of"), -1)
        pictured = link > 0 and not _PICTURES.isdisjoint(keys[verb + 1 : link])
        return around.person_at(link + 1) if pictured else None
    near = around.person_at(verb + 1) if verb + 1 < end and told else None
    if near is None or near.owning:
        return None
    runs = keys[verb] == "having" and keys[near.last : near.last + 1] in (["run"], ["running"])
    return near if keys[verb] in _APPROACHING or runs else None


def _touching(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "Uncle Bashir's touching (Noor 11, Sana 8)"."""
    owner = around.ending.get(index)
    keys, end = around.keys, around.ends[index]
    follows = keys[index + 1] if index + 1 < end else ""
    if owner is None or not owner.owning or owner.pronoun or not around.is_person(owner) or follows not in ("(", "of"):
        return
    near = [m for m in around.figures.between(index + 1, min(index + _FAR, end)) if around.is_person(m)]
    for each in near:
        if each.figure != owner.figure:
            yield Relation(owner.figure, each.figure, index, each.last, stated=True)


def _accused(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "Dad remaining in home, charged w/ assault on her": whoever is charged with harm is its source."""
    keys, end = around.keys, around.ends[index]
    if index + 2 >= end or keys[index + 1] not in _OF_WHAT:
        return
    deed = next((n for n in range(index + 2, min(index + 5, end)) if keys[n] == "assault"), -1)
    near = around.figures.between(around.begins[index], index) if deed > 0 else ()
    accused = next((m for m in reversed(near) if around.is_person(m) and not m.owning), None)
    if accused is None:
        return
    harmed = around.object_after(deed + 1, _UPON, index)
    if harmed != accused.figure:
        yield Relation(accused.figure, harmed, index, deed + 1, stated=True)
