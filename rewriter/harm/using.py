"""Reads harm told by what somebody is used for: carrying for others, working for nothing, being waited for.

Modern slavery and criminal exploitation as the Care and Support Statutory Guidance and the county lines guidance of
the Home Office have them; which words stand for them is practice judgement.
"""

from collections.abc import Iterator

from rewriter.harm.relations import Relation, Surroundings
from rewriter.harm.words import hurting_words

__all__ = ["used_harm"]

_PUTTING = frozenset(
    "get gets got getting have has had having give gives gave giving pay pays paid paying send sends sent sending use "
    "uses used using make makes made making".split()
)
_RUNNING = frozenset(
    "carry carrying run running hold holding drop dropping sell selling deliver delivering deal dealing stash stashing "
    "move moving pass passing bag bagging shift shifting".split()
)
_DRUGS = frozenset("drugs weed wraps crack heroin spice coke ket pills gear deals knife knives gun guns stash".split())
_LOADS = frozenset("packages package parcels parcel packets packet bags bag stuff money phones cash things".split())
_PREYING = frozenset("men lads dealers youths elders olders women strangers".split())
_STOPPED = frozenset("can't don't cannot won't stop doesn't not".split())
_TAKING = frozenset("take steal nick pinch pocket spend sell find rob".split())
_GETTING = frozenset("have get take nick having getting taking nicking".split())
_UNPAID = frozenset("nothing unpaid free wageless".split())
_PAY = frozenset("pay wages wage money".split())
_WORKING = frozenset("work working works clean cleaning wash washing cook cooking pick picking".split())
_ASKED = frozenset("to will should must".split())
_NOTHING = frozenset("nothing nobody none one".split())
_SIGNS = _PUTTING | _PREYING | _NOTHING | {"off", "wait"}
_REACH = 12


def used_harm(around: Surroundings) -> Iterator[Relation]:
    """Give every harm told by what somebody is used for, in the order of the words."""
    for index, key in enumerate(around.keys):
        if key not in _SIGNS:
            continue
        if key in _PUTTING:
            yield from _put_to_work(around, index)
        elif key in _PREYING:
            yield from _preyed_on(around, index)
        elif key in _NOTHING:
            yield from _nothing_for(around, index)
        elif key == "off":
            yield from _had_off(around, index)
        elif key == "wait" and index > 1 and around.keys[index - 1] == "in":
            yield from _waylaid(around, index)


def _put_to_work(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "get him dropping drugs", "give him packages to carry", "made him work at the car wash for nothing"."""
    words, end = around.words, around.ends[index]
    if index > around.begins[index] and words[index - 1].key in _ASKED:
        return  # a task of the plan's
    used = around.person_at(index + 1) if index + 1 < end else None
    if used is None or used.owning:
        return
    doer = around.subject_of(index, who=True, but=used.figure)
    if doer is not None and not around.is_person(doer):
        return
    source = doer.figure if doer is not None else -1
    several = doer is not None and around.figures.figures[doer.figure].plural
    keys = [word.key for word in words[used.last : min(used.last + _REACH, end)]]
    runs = any(key in _RUNNING for key in keys[:6])
    carried = runs and (any(key in _DRUGS for key in keys[:7]) or (several and any(key in _LOADS for key in keys[:7])))
    worked = keys[:1] and keys[0] in _WORKING and any(_is_unpaid(keys, n) for n in range(1, len(keys)))
    if carried or worked:
        yield Relation(source, used.figure, index, used.last + 1, stated=True)


def _preyed_on(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "so the men at the car wash don't pick her up": several unnamed adults and what they do to a child."""
    words, end = around.words, around.ends[index]
    several = around.starting.get(index)
    stop = next((n for n in range(index + 1, min(index + 8, end)) if words[n].key in _STOPPED), -1)
    if stop < 0 or not any(words[n].key == "so" for n in range(max(around.begins[index], index - 4), index)):
        return
    near = around.figures.between(stop + 2, min(stop + 5, end))
    prey = next((m for m in near if not m.owning and around.is_person(m)), None)
    child = next((n for n, figure in enumerate(around.figures.figures) if figure.is_child), -1)
    if prey is not None and child >= 0:
        source = several.figure if several is not None else -1
        yield Relation(source, child, index, prey.last, stated=True, described=True)


def _had_off(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "so Ricky can't have it off him": what is somebody's is got from them."""
    words, begin = around.words, around.begins[index]
    got = next((n for n in range(max(begin, index - 4), index) if words[n].key in _GETTING), -1)
    loser = around.person_at(index + 1) if index + 1 < around.ends[index] else None
    if got < 0 or loser is None or loser.owning or around.figures.figures[loser.figure].is_child:
        return
    so = any(words[n].key == "so" for n in range(max(begin, got - 6), got))
    stopped = any(words[n].key in _STOPPED for n in range(max(begin, got - 3), got))
    doer = around.subject_of(got, who=True, but=loser.figure)
    if so and stopped and doer is not None and around.is_person(doer):
        yield Relation(doer.figure, loser.figure, got, loser.last, stated=True)


def _nothing_for(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "so there's nothing for Kelly to take", "no one left for him to hit"."""
    words, end = around.words, around.ends[index]
    link = next((n for n in range(index + 1, min(index + 4, end - 3)) if words[n].key == "for"), -1)
    doer = around.person_at(link + 1) if link > 0 else None
    if doer is None or doer.owning or doer.last + 1 >= end or words[doer.last].key != "to":
        return
    verb = words[doer.last + 1].key
    if verb in _TAKING or verb in hurting_words():
        yield Relation(doer.figure, -1, index, doer.last + 2, stated=True)


def _is_unpaid(keys: list[str], n: int) -> bool:
    return (keys[n] in _UNPAID and (keys[n] == "unpaid" or keys[n - 1] == "for")) or (
        keys[n] in _PAY and keys[n - 1] in ("no", "without")
    )


def _waylaid(around: Surroundings, index: int) -> Iterator[Relation]:
    """ "stops lying in wait for him"."""
    doer = around.subject_of(index - 2, who=True)
    harmed = around.object_after(index + 1, ("for",), index)
    if doer is not None and around.is_person(doer) and harmed >= 0 and harmed != doer.figure:
        yield Relation(doer.figure, harmed, index - 2, index + 1, stated=True)
