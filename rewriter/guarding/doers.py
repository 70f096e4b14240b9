"""Acts that the original gives to one person and the rewrite to another.

Two acts are the same if their verbs mean the same and most of what follows them is the same. Support that a
professional is newly to give is no act of the original and is not compared.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import content_of, is_small, meanings_at, stem
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.jotted import jotted_acts
from rewriter.guarding.people import Cast, Mention
from rewriter.guarding.sides import Side
from rewriter.people import PartyKind
from rewriter.plan import Act, Reading, Setting
from rewriter.text import Word

__all__ = ["swapped_doers"]

_ENOUGH = 0.6  # how much of the smaller act must be in the other
_RECALLED = 6  # the most people whom a pronoun may mean
_MUTUAL = frozenset(
    stem(word) for word in "meet speak talk see agree work play live discuss chat contact share".split()
)
_OPENS = frozenset("if unless when then once until".split())
_SHORT_ACT = 6  # words
_ANY_ACT = frozenset(
    "be have do go come get make take need want meet see attend agree start stop help let keep use give put live stay "
    "continue begin end finish".split()
)
_MARKS = frozenset((",", ";", "."))
_MOST = 20  # acts about one thing that are compared


class _Done(NamedTuple):
    """An act with its doers and what it is done to, in forms that can be compared."""

    lemma: str
    verb: frozenset[str]
    things: frozenset[str]
    matter: frozenset[str]  # the things that are nobody, if there are any
    doers: tuple[Mention, ...]
    others: tuple[Mention, ...]
    negated: bool
    start: int
    end: int


def swapped_doers(given: Given, rewrite: Side, cast: Cast, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each act that has passed from one person of the original to another."""
    if excused.turned:
        return
    there = list(_acts(given.original, cast.original))
    by_thing: dict[str, list[_Done]] = {}
    by_verb: dict[str, list[_Done]] = {}
    for act in there:
        for verb in act.verb if act.others else ():
            by_verb.setdefault(verb, []).append(act)
        for thing in act.things:
            by_thing.setdefault(thing, []).append(act)
    for act in _acts(rewrite, cast.rewrite):
        if not act.doers or rewrite.in_gap(act.start) or excused.covers_to(act.start):
            continue
        turned = None if act.lemma in _MUTUAL else _turned_round(act, by_verb)
        if turned is not None:
            was = given.original.text[turned.start : turned.end]
            message = f"In the original this goes the other way: \u201c{was}\u201d."
            yield fault(ConcernKind.CHANGED, rewrite.text, act.start, act.end, message)
            continue
        nearest = _alike(act, by_thing)
        same = [other for other in nearest if _same(act.doers, other.doers, cast)]
        if same and not any(_same_others(act, other, cast) for other in same):
            was = ", ".join(given.original.text[m.start : m.end] for m in same[0].others)
            message = f"The original does this to or for somebody else: \u201c{was}\u201d."
            yield fault(ConcernKind.CHANGED, rewrite.text, act.start, act.end, message)
        if same or not nearest:
            continue
        if any(_are(act.doers, other.others[:1]) for other in nearest):
            continue  # they have a part in it there too
        if not any(_is_known(doer, cast) for doer in act.doers):
            continue  # somebody new: that is told of as a name
        was = ", ".join(given.original.text[m.start : m.end] for m in nearest[0].doers)
        message = f"The original gives this to somebody else: \u201c{was}\u201d."
        yield fault(ConcernKind.CHANGED, rewrite.text, act.start, act.end, message)


def _alike(act: _Done, by_thing: dict[str, list[_Done]]) -> list[_Done]:
    """The acts of the original with doers that this one may be, the best fit first."""
    candidates = {id(other): other for thing in act.things for other in by_thing.get(thing, ())[:_MOST]}
    scored: list[tuple[float, int, _Done]] = []
    for other in candidates.values():
        if not act.verb & other.verb or act.negated is not other.negated:
            continue
        mine, others = act.matter, other.matter
        shared = len(mine & others) / max(1, min(len(mine), len(others)))
        if shared >= _ENOUGH:
            scored.append((-shared, other.start, other))
    exact = [each for each in scored if act.lemma == each[2].lemma]
    return [other for _, _, other in sorted(exact or scored, key=lambda each: each[:2])]


def _turned_round(act: _Done, by_verb: Mapping[str, Sequence[_Done]]) -> _Done | None:
    """The act of the original by which the second does to the first what here the first does to the second, or None."""
    if not act.others:
        return None
    alike = [each for verb in sorted(act.verb) for each in by_verb.get(verb, ())[:_MOST] if act.negated is each.negated]
    if any(_are(act.doers, other.doers) and _are(act.others, other.others) for other in alike):
        return None
    return next((each for each in alike if _are(act.doers, each.others) and _are(act.others, each.doers)), None)


def _are(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Whether the two name somebody by the same name, or by the same role and no name."""
    return any(
        bool(mine.names & theirs.names)
        if mine.names or theirs.names
        else bool(mine.roles & theirs.roles) or {word.key for word in mine.words} == {word.key for word in theirs.words}
        for mine in one
        for theirs in other
    )


def _same(one: Sequence[Mention], other: Sequence[Mention], cast: Cast) -> bool:
    return any(cast.may_be(mine, theirs) for mine in one for theirs in other)


def _same_others(one: _Done, other: _Done, cast: Cast) -> bool:
    """Whether an act is done to the same people, as far as both texts name somebody known."""
    mine = [mention for mention in one.others if mention.names or mention.roles]
    if not mine or not other.others or not all(_is_known(mention, cast) for mention in mine):
        return True
    return _same(mine, other.others, cast)


def _is_known(mention: Mention, cast: Cast) -> bool:
    return any(cast.may_be(mention, other) for other in cast.original[:50])


def _acts(side: Side, mentions: Sequence[Mention]) -> Iterator[_Done]:
    reading = side.reading
    by_place = {mention.party.first: mention for mention in mentions}
    places = sorted(by_place)
    last_doers: tuple[Mention, ...] = ()
    recent: deque[Mention] = deque(maxlen=_RECALLED)  # whom a pronoun may mean
    ahead = deque(m for m in mentions if m.party.kind in (PartyKind.PERSON, PartyKind.PROFESSIONAL))
    starts = {party.first for party in reading.parties if not party.owning}
    leading = {party.first for act in reading.acts for party in act.actors}
    for act in sorted([*reading.acts, *jotted_acts(reading)], key=lambda act: act.verb):
        while ahead and ahead[0].party.first < act.verb:
            recent.append(ahead.popleft())
        doers = tuple(by_place[party.first] for party in act.actors if party.first in by_place)
        if not doers and any(party.kind is PartyKind.PRONOUN for party in act.actors):
            doers = tuple(recent) if len(last_doers) == 1 else ()
        elif doers:
            last_doers = tuple(doer for doer in doers if doer.party.kind is not PartyKind.AGENCY)
        line = side.line_at(side.filled.back(reading.words[act.verb].start))
        if line is None or line.is_goal or act.lemma.split()[0] == "be":
            continue  # a goal says what is wanted, not who does what
        if act.setting not in (Setting.MAIN, Setting.CONTENT) or (
            act.inherited and _is_interrupted(act, doers, places)
        ):
            continue
        if act.passive:
            doers = _agent(reading, act, by_place)
        own = _own_end(reading, act, starts)
        words = reading.words[act.verb + 1 : own]
        before = reading.words[act.subject_first : act.verb] if act.passive else ()
        doer_words = {word.key for doer in doers for word in doer.words} | {n for doer in doers for n in doer.names}
        things = _things(_untimed(side, (*before, *words))) - {stem(key) for key in doer_words}
        if not things and own - act.verb < _SHORT_ACT:
            things = frozenset({f"to {act.lemma}"}) if act.lemma not in _ANY_ACT else things  # "Col check Sundays"
        if not doers or not things:
            continue
        nobody = {doer.party.first for doer in doers} | leading  # who does this, or leads the next act
        end = next((n for n in range(act.verb, own) if reading.words[n].key in _MARKS), own)
        others = tuple(by_place[n] for n in range(act.verb, end) if n in by_place and n not in nobody)
        start = side.filled.back(min(reading.words[act.subject_first].start, reading.words[act.verb].start))
        stop = side.filled.back(reading.words[act.last - 1].end, is_end=True)
        people = {stem(key) for other in others for key in (*other.names, *(word.key for word in other.words))}
        matter = things - people or things
        verb = _verb(reading, act)
        yield _Done(stem(act.lemma.split()[0]), verb, things, matter, doers, others, act.negated, start, stop)


def _own_end(reading: Reading, act: Act, starts: AbstractSet[int]) -> int:
    """Where an act ends that is followed by somebody else's: "gives Dev his tablets, carer Mr Hale takes ..."."""
    marks = (n for n in range(act.verb + 2, act.last - 1) if reading.words[n].key in _MARKS)
    words = reading.words
    return next((n for n in marks if n + 1 in starts or words[n].key != "," or words[n + 1].key in _OPENS), act.last)


def _untimed(side: Side, words: Sequence[Word]) -> Iterator[Word]:
    """The words that are no part of a time or an amount."""
    return (word for word in words if not side.in_value(side.filled.back(word.start)))


def _is_interrupted(act: Act, doers: Sequence[Mention], places: Sequence[int]) -> bool:
    """Whether somebody else is named between the doer and the verb: "Elsie goes out, her neighbour, Pat, rings"."""
    after = max((doer.party.last for doer in doers), default=act.verb)
    at = bisect_left(places, after)
    return at < len(places) and places[at] < act.verb


def _agent(reading: Reading, act: Act, by_place: dict[int, Mention]) -> tuple[Mention, ...]:
    """Who does what is done: "to be weighed by the health visitor"."""
    for index in range(act.verb + 1, act.last - 1):
        if reading.words[index].key == "by":
            for at in (index + 1, index + 2, index + 3):
                if at in by_place:
                    return (by_place[at],)
    return ()


def _verb(reading: Reading, act: Act) -> frozenset[str]:
    words = reading.words[act.verb : min(act.last, act.verb + 2)]
    tags = {tag for first, _, tag in meanings_at(words) if first == 0}
    return frozenset({stem(reading.words[act.verb].key), act.lemma.split()[0]} | tags)


def _things(words: Iterable[Word]) -> frozenset[str]:
    """What an act is about: base forms, with times and numbers left out."""
    kept = [word for word in words if not is_small(word.key) and not word.key[0].isdigit() and word.key not in _TIMES]
    tags = {f"={tag}" for _, _, tag in meanings_at(kept)}
    return content_of(kept) | frozenset(tags if len(tags) < 3 else ())


_TIMES = frozenset(
    "till until day days week weeks month months night nights morning evening daily weekly nightly fortnightly "
    "monthly fortnight "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun mondays tuesdays "
    "wednesdays thursdays fridays once twice two three four five six seven eight nine ten twelve january february "
    "march april may june july august september october november december term next first".split()
)
