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
from rewriter.harm.harms import cast_of
from rewriter.harm.mentions import Figure, Mention
from rewriter.harm.sharing import minimising_faults
from rewriter.harm.told import name_of
from rewriter.people import Harm, HarmBasis, PartyKind
from rewriter.plan import Act, Reading
from rewriter.reading import read
from rewriter.text import joined

__all__ = ["Doubt", "doubt_in", "supposed"]

_LONGEST = 250  # words: a longer text is no note about one family
_MOST_PAIRS = 8
_YOUNG = 10
_SIGNS = frozenset(
    "police pc dc ds dci wpc po dv da 999 101 bail bailed licence ro nmo fmpo order conditions breach strat marac idva "
    "isva dash perp nrm cse cce scared frightened afraid bruise bruises bruising threat threats threatened threatening "
    "refuge charged arrested caution cautioned assault assaulted injury injuries marks hurt hurts hit hits protect "
    "protective stalking womens women's rough roughly pin wages pension card lend lending messages photos pics men "
    "lads safe risk alarm secret groomed allegation allegations violent abusive aggressive drunk opg solicitor "
    "non-mol nonmol short supervise supervised slag".split()
)
_WORKERS = frozenset("dc pc ds dci dsl om po hoy nurse teacher miss officer coach judge wpc sgt".split())
_CHILDREN = frozenset("kids children childrens children's boys girls twins baby child little ones siblings".split())
_SEVERAL = frozenset("parents couple family both".split())
_KIN = frozenset("grandmother grandfather aunt uncle sister brother relative neighbour carer".split())
# What somebody is told to leave off that is a guarding against another, and not their own doing.
_GUARDING = frozenset(
    "let allow have invite permit reply respond answer hand give lend open meet tell show talk speak say send text "
    "contact message see believe wind provoke upset antagonise argue react retaliate associate hang put get go "
    "sneak run leave".split()
)
_HANDING = frozenset(("hand", "give", "lend", "pay"))
_BESIDE = frozenset(("with", "w", "w/", "at", "from"))
_CROWDS = frozenset("lads men males girls boys people friends mates older elders youths".split())
_TO = frozenset(("to", "her", "his", "their"))
_MAKING_GOOD = frozenset(("give back", "pay back", "return", "repay"))
_TELLING = frozenset(("police", "guarantor", "watched", "proof", "or_else", "blame"))
_COURSES = ("source_programme", "anger_work")
_NEAR = 4  # words
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
        pair = (_called(reading, one), _called(reading, other))
        if all(pair) and pair not in found and (places := _places(reading, one, other)):
            found[pair] = places
    if not found:
        return _from_own_doing(reading)
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


def _from_own_doing(reading: Reading) -> Doubt | None:
    """Who is told to leave off what they do to another: "Tomasz not to go near Ania"."""
    figures = cast_of(reading).figures
    for act in reading.asks:
        doers = [figures.at[p.first] for p in act.actors if p.first in figures.at]
        grown = doers and all(_may_harm(figures.figures[m.figure]) for m in doers)
        if not (grown and _is_own_doing(reading, act)) or any(figures.figures[m.figure].is_child for m in doers):
            continue
        doers = [*_joined_before(reading, doers[0]), *doers]
        own = {m.figure for m in doers}
        later = [a.subject_first for a in reading.asks if a.subject_first > act.verb]
        end = min([cast_of(reading).sentence_at(act.verb)[1], *later])
        near = figures.between(act.verb, end)
        others = [m for m in near if m.figure not in own and reading.keys[m.first - 1] not in _BESIDE]
        other = next((m for m in others if _may_be_done_to(figures.figures[m.figure])), None)
        sources = [_called(reading, m.figure) for m in doers]
        harmed = _called(reading, other.figure) if other is not None else ""
        if harmed and all(sources):
            source = joined(sources)
            return Doubt(harmed, source, (harmed, source), ())
    return None


def _joined_before(reading: Reading, mention: Mention) -> list[Mention]:
    """Whoever is asked with somebody in the same breath: "dad & uncle not to take her"."""
    linked = mention.first > 1 and reading.keys[mention.first - 1] in ("&", "and", "+")
    near = cast_of(reading).figures.between(mention.first - 4, mention.first) if linked else []
    return [m for m in near if m.last == mention.first - 1 and not m.owning]


def supposed(reading: Reading, pair: tuple[str, str]) -> Reading:
    """Give the reading of a text as it would be if it were told that the first of two is harmed by the other."""
    told = replace(reading.context, harms=(Harm(*pair, basis=HarmBasis.ASSUMED),))
    return read(reading.text, told)


def _pairs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Everyone of the family with everyone else who is named in the same thing asked, by number."""
    figures = cast_of(reading).figures
    own = _with_own_doing(reading)
    for act in reading.asks:
        inside = figures.between(act.subject_first, act.last)
        for one, other in permutations(dict.fromkeys(m.figure for m in inside), 2):
            may = _may_be_harmed(figures.figures[one]) and _may_harm(figures.figures[other])
            if may and one not in own:
                yield one, other


def _with_own_doing(reading: Reading) -> frozenset[int]:
    """Those who are told to leave off what they do themselves: no guarding against another."""
    cast = cast_of(reading)
    at = cast.figures.at
    doing = {
        at[party.first].figure
        for act in reading.asks
        for party in act.actors
        if party.first in at and _is_own_doing(reading, act)
    }
    headed = (m for m in cast.figures.mentions if cast.marks.any(_COURSES, m.last, m.last + _NEAR) is not None)
    return frozenset(doing | {m.figure for m in headed if not m.owning and not m.pronoun})


def _is_own_doing(reading: Reading, act: Act) -> bool:
    head, keys = act.lemma.split(" ")[0], reading.keys
    if head in ("stop", "quit", "cease"):
        follows = keys[act.verb + 1 : act.verb + 2]
        return bool(follows) and follows[0].endswith("ing") and _stem(follows[0]) not in {_stem(g) for g in _GUARDING}
    back = act.lemma in _MAKING_GOOD or keys[act.verb + 1 : act.verb + 2] == ("back",)
    undone = head == "take" and "down" in keys[act.verb + 1 : act.last]  # "to take photos of Gemma down"
    course = cast_of(reading).marks.any(_COURSES, act.verb, act.last) is not None
    return (act.negated and head not in _GUARDING) or back or undone or course


def _stem(key: str) -> str:
    stem = key.removesuffix("ing").rstrip("e")
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem  # "putting"


def _may_be_harmed(figure: Figure) -> bool:
    return figure.kind is PartyKind.PERSON and figure.keys.isdisjoint(_WORKERS) and figure.roles.isdisjoint(_SEVERAL)


def _may_harm(figure: Figure) -> bool:
    if figure.kind is not PartyKind.PERSON or 0 <= figure.age < _YOUNG or not figure.roles.isdisjoint(_SEVERAL):
        return False
    return figure.keys.isdisjoint(_WORKERS | _CHILDREN)


def _may_be_done_to(figure: Figure) -> bool:
    return _may_be_harmed(figure) and (figure.keys.isdisjoint(_CROWDS) or figure.is_child)


def _called(reading: Reading, figure: int) -> str:
    return name_of(cast_of(reading).figures, figure, reading.words, reading.text)


def _places(reading: Reading, harmed: int, source: int) -> tuple[tuple[int, int], ...]:
    """Where what one is asked would put the harm on them if the other caused it."""
    pair = (_called(reading, harmed), _called(reading, source))
    put_on = burdens(cast_of(supposed(reading, pair)))
    hanging = [(f.first, f.last) for f in put_on if _hangs_on_it(reading, f, harmed, source)]
    return tuple(dict.fromkeys((*hanging, *_not_handed_over(reading, harmed, source))))


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
    for act in (a for a in reading.asks if a.subject_first < fault.last and fault.first < a.last):
        here = {m.figure for m in figures.between(act.subject_first, act.last) if not m.pronoun or m.figure == harmed}
        doers = {figures.at[p.first].figure for p in act.actors if p.first in figures.at}
        if source in doers or not {harmed, source} <= here:
            continue
        watched = fault.kind == "watched" and any(m.owning and m.figure == harmed for m in _mentions(reading, fault))
        third = any(figures.figures[n].kind is PartyKind.PERSON for n in here - {harmed, source})
        guards_another = third and not figures.figures[harmed].roles.isdisjoint(_KIN)
        if (harmed in doers or watched) and not guards_another:
            return True
    return False


def _mentions(reading: Reading, fault: Fault) -> list[Mention]:
    return cast_of(reading).figures.between(fault.first, fault.last)
