"""Who may be harmed, and by whom, in a text that does not say so: to be asked, and never taken as known.

The rules themselves are asked: if one of two people were harmed by the other, would what the text asks of them put the
harm on them? Where it would, and something in the text speaks of harm, whose task it is hangs on who harms whom.
Source: section 1 of the responsibility standard (the form of the words); nothing is read from gender.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from typing import NamedTuple

from rewriter.harm.burdens import burdens
from rewriter.harm.cast import Fault
from rewriter.harm.eligible import called, may_be_harmed, may_harm
from rewriter.harm.harms import cast_of
from rewriter.harm.mentions import Mention
from rewriter.harm.own_doing import doing_to_another, end_of, is_told, with_own_doing
from rewriter.harm.sharing import minimising_faults
from rewriter.people import Harm, HarmBasis, PartyKind
from rewriter.plan import Reading
from rewriter.reading import read

__all__ = ["Doubt", "doubt_in", "supposed"]

_LONGEST = 250  # words: a longer text is no note about one family
_MOST_PAIRS = 8
_SIGNS = frozenset(
    "police pc dc ds dci wpc po dv da 999 101 bail bailed licence ro nmo fmpo order conditions breach strat marac idva "
    "isva dash perp nrm cse cce scared frightened afraid bruise bruises bruising threat threats threatened threatening "
    "refuge charged arrested caution cautioned assault assaulted injury injuries marks hurt hurts hit hits protect "
    "protective stalking womens women's rough roughly pin wages pension card lend lending messages photos pics men "
    "lads safe risk alarm secret groomed allegation allegations violent abusive aggressive drunk opg solicitor "
    "non-mol nonmol short supervise supervised slag".split()
)
_KIN = frozenset("grandmother grandfather aunt uncle sister brother relative neighbour carer".split())
_HANDING = frozenset(("hand", "give", "lend", "pay"))
_LEAVES_OFF = frozenset((key,) for key in "don't doesn't can't won't stops stop does not".split())
_CARING = frozenset("take bring collect walk pick drop feed register drive fetch dress leave".split())
_TO = frozenset(("to", "her", "his", "their"))
_TELLING = frozenset(("police", "guarantor", "watched", "proof", "or_else", "blame"))
_SO = frozenset(("so", "till", "until"))


class Doubt(NamedTuple):
    """Who may be harmed and by whom, as the text calls them ("" where several may be meant), and where it shows.

    `places` are word indices (end exclusive) of what is asked that hangs on it.
    """

    harmed: str
    source: str
    pair: tuple[str, str]  # the likeliest of them
    places: tuple[tuple[int, int], ...]


def doubt_in(reading: Reading) -> Doubt | None:
    """Give who may be harmed by whom; None where nothing that is asked hangs on it, or it is told."""
    if reading.context.harms or len(reading.words) > _LONGEST:
        return None
    if _SIGNS.isdisjoint(reading.keys) and not cast_of(reading).in_play:
        return None
    found: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}
    for one, other in list(dict.fromkeys(_pairs(reading)))[:_MOST_PAIRS]:
        pair = (called(reading, one), called(reading, other))
        if all(pair) and pair not in found and (places := _places(reading, one, other)):
            found[pair] = places
    if not found:
        own = doing_to_another(reading)
        return Doubt(*own, own, ()) if own is not None else None
    most = max(len(places) for places in found.values())
    likely = [pair for pair, places in found.items() if len(places) == most]
    harmed, source = ({pair[n] for pair in likely} for n in (0, 1))
    cast = cast_of(supposed(reading, likely[0]))
    put_on = (*burdens(cast), *minimising_faults(cast))
    return Doubt(
        likely[0][0] if len(harmed) == 1 else "",
        likely[0][1] if len(source) == 1 else "",
        likely[0],
        tuple(dict.fromkeys((*((fault.first, fault.last) for fault in put_on), *found[likely[0]]))),
    )


def supposed(reading: Reading, pair: tuple[str, str]) -> Reading:
    """Give the reading of a text as it would be if it were told that the first of two is harmed by the other."""
    told = replace(reading.context, harms=(Harm(*pair, basis=HarmBasis.ASSUMED),))
    return read(reading.text, told)


def _pairs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Everyone of the family with everyone else who is named in the same thing asked, by number."""
    figures = cast_of(reading).figures
    own = with_own_doing(reading)
    for act in (each for each in reading.asks if not is_told(reading, each)):
        inside = figures.between(act.subject_first, end_of(reading, act))
        for one, other in permutations(dict.fromkeys(m.figure for m in inside), 2):
            may = may_be_harmed(figures.figures[one]) and may_harm(figures.figures[other])
            if may and one not in own:
                yield one, other


def _places(reading: Reading, harmed: int, source: int) -> tuple[tuple[int, int], ...]:
    """Where what one is asked would put the harm on them if the other caused it."""
    pair = (called(reading, harmed), called(reading, source))
    put_on = burdens(cast_of(supposed(reading, pair)))
    hanging = [(f.first, f.last) for f in put_on if _hangs_on_it(reading, f, harmed, source)]
    own = (*_not_handed_over(reading, harmed, source), *_so_that_another_stops(reading, harmed, source))
    return tuple(dict.fromkeys((*hanging, *own)))


def _so_that_another_stops(reading: Reading, harmed: int, source: int) -> Iterator[tuple[int, int]]:
    """Where one is asked something so that the other leaves off: "polite to the carers so they dont get rough"."""
    figures, keys = cast_of(reading).figures, reading.keys
    for act in reading.asks:
        if harmed not in {figures.at[p.first].figure for p in act.actors if p.first in figures.at}:
            continue
        for n in range(act.verb, min(act.last, len(keys) - 2)):
            other = figures.at.get(n + 1 + (keys[n + 1] == "that")) if keys[n] == "so" else None
            if other is not None and other.figure == source and keys[other.last : other.last + 1] in _LEAVES_OFF:
                yield act.subject_first, act.last


def _not_handed_over(reading: Reading, harmed: int, source: int) -> Iterator[tuple[int, int]]:
    """Where one is not to give another what is theirs: "Sunita not to hand wages over to husband"."""
    figures = cast_of(reading).figures
    keys = reading.keys
    for act in reading.asks:
        doers = {figures.at[p.first].figure for p in act.actors if p.first in figures.at}
        for m in figures.between(act.verb, act.last) if harmed in doers else ():
            to = m.figure == source and keys[m.first - 1] in _TO
            handed = next((n for n in range(m.first - 1, act.subject_first, -1) if keys[n] in _HANDING), 0)
            if to and handed and "not" in keys[max(0, handed - 2) : handed]:
                yield handed - 1, m.last


def _hangs_on_it(reading: Reading, fault: Fault, harmed: int, source: int) -> bool:
    """Whether a fault is of what one is asked, or watched for, about the other."""
    so_that = fault.kind == "change" and not _SO.isdisjoint(reading.keys[fault.first : fault.last])
    if fault.kind not in _TELLING and not so_that:
        return False
    figures = cast_of(reading).figures
    for act in (a for a in reading.asks if a.subject_first < fault.last and fault.first < end_of(reading, a)):
        within = figures.between(act.subject_first, end_of(reading, act))
        here = {m.figure for m in within if not m.pronoun or m.figure == harmed}
        doers = {figures.at[p.first].figure for p in act.actors if p.first in figures.at}
        if source in doers or not {harmed, source} <= here or act.lemma.split(" ")[0] in _CARING:
            continue
        watched = fault.kind == "watched" and any(m.owning and m.figure == harmed for m in _mentions(reading, fault))
        third = any(figures.figures[n].kind is PartyKind.PERSON for n in here - {harmed, source})
        guards_another = third and not figures.figures[harmed].roles.isdisjoint(_KIN)
        if (harmed in doers or watched) and not guards_another:
            return True
    return False


def _mentions(reading: Reading, fault: Fault) -> list[Mention]:
    return cast_of(reading).figures.between(fault.first, fault.last)
