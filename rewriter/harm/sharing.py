"""One-sided abuse given to both, and words that shrink or excuse it.

Sections 6 and 7 of the responsibility standard.
"""

from collections.abc import Iterator
from itertools import pairwise

from rewriter.harm.asked import REPORTING, is_state, names_abuse
from rewriter.harm.blame import risky_ways
from rewriter.harm.cast import HARMED_SIDES, WORKING_SIDES, Cast, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.settling import is_refused, settling_faults
from rewriter.lexicon import Term
from rewriter.plan import Mood

__all__ = ["minimising_faults", "mutual_faults"]

_JOINT = frozenset(
    "resolve repair rebuild agree settle mend improve discuss compromise communicate forgive apologise "
    "reconcile".split()
) | {"work on", "sort out", "work out", "work through", "sort", "work together", "get on", "get along", "talk through"}
_ROMANTIC = frozenset("boyfriend girlfriend boyfriends girlfriends".split())
_SEXUAL = frozenset(
    "sex promiscuous promiscuity prostitution prostituting sexually sexual underage inappropriate older risky "
    "risk lifestyle".split()
)
_PARTNERED = frozenset("partner boyfriend girlfriend".split())
_RULING = frozenset("agree sign stick keep follow make draw set write use have".split()) | {
    "draw up",
    "stick to",
    "keep to",
    "sign up",
}
_RULES = frozenset("rules rule contract agreement pact charter terms boundaries promise promises".split())
_GOING = frozenset("go goes going gone went".split())
_GONE = frozenset("missing astray walkabout walkies".split())
_EACH = frozenset("each both mutual equally own".split())
_SPOKEN = frozenset("talk speak say tell apply use seek".split())
_NOT_EQUAL = frozenset("equal mutual violence treated the".split())
_BETWEEN_THEM = frozenset(
    "relationship differences issues problems behaviour communication things together conduct part".split()
)
_COUPLES = tuple("couple marriage mediat relationship reconcil relate".split())
_AFTER_GROUP = frozenset("from by about to will have".split())
_EXCUSES = frozenset(
    "stressful frustration frustrations frustrated mood moods moody grumpy irritable under temper upsets "
    "differences jealous jealousy".split()
)
_CALLED = frozenset("a an just called as".split())
_NOT_A = frozenset("not isn't wasn't never than in".split())


def mutual_faults(cast: Cast) -> Iterator[Fault]:
    """Give every place where one person's abuse is made something both must own."""
    marks, words = cast.marks, cast.reading.words
    if not cast.in_play:
        return
    resisted = marks.all("resistance")
    if resisted and any(word.key in _EACH for word in words):
        first, last = cast.sentence_at(resisted[0].first)
        if not any(
            word.key in ("not", "isn't") and words[min(n + 1, len(words) - 1)].key in _NOT_EQUAL
            for n, word in enumerate(words)
        ):
            yield Fault("mutual", first, last)
            return
    if marks.all("separate") or not cast.one_sided:
        return
    yield from _same_course(cast)
    yield from settling_faults(cast)
    for duty in cast.duties:
        if duty.side is not Side.BOTH or duty.act.mood is Mood.ALLOWED:
            continue
        if (duty.act.lemma in REPORTING - _SPOKEN and not duty.act.negated) or any(
            words[n].key in ("separate", "separately") for n in range(duty.verb, duty.end)
        ):
            continue
        if is_state(cast, duty) and not marks.first("mutual", duty.verb, duty.end):
            continue
        if duty.act.negated and cast.marks.begins("hurting", duty.verb):
            yield Fault("mutual", duty.first, duty.own_end)  # "Dele and Ruth agree not to hit out"
            continue
        ruled = duty.act.lemma in _RULING and any(words[n].key in _RULES for n in range(duty.verb, duty.end))
        joint = ruled or marks.any(("couples_work", "mutual", "compromise"), duty.verb, duty.end)
        if (
            names_abuse(cast, duty.verb, duty.end)
            or (len(duty.act.actors) > 1 and any(duty.verb <= at < duty.end for at in cast.told_at))
            or joint
            or (
                duty.act.lemma in _JOINT
                and (_about_them(cast, duty.verb, duty.end) or names_abuse(cast, max(0, duty.first - 8), duty.verb))
            )
        ):
            yield Fault("mutual", duty.first, duty.own_end)
    yield from _phrases(cast)


def _same_course(cast: Cast) -> Iterator[Fault]:
    """The same kind of course for the one who harms and the one who is harmed."""
    taken = [
        duty
        for duty in cast.duties
        if duty.side in (Side.SOURCE, Side.HARMED)
        and cast.marks.first("source_programme", duty.verb, duty.own_end) is not None
    ]
    if {duty.side for duty in taken} == {Side.SOURCE, Side.HARMED}:
        hers = next(duty for duty in taken if duty.side is Side.HARMED)
        yield Fault("mutual", hers.first, hers.own_end)


def _about_them(cast: Cast, first: int, last: int) -> bool:
    words = cast.reading.words
    return any(words[n].key in _BETWEEN_THEM for n in range(first, last))


def _phrases(cast: Cast) -> Iterator[Fault]:
    marks, words = cast.marks, cast.reading.words
    for first, last in cast.reading.sentences:
        both = [m for m in cast.figures.between(first, last) if cast.side_at(m) is Side.BOTH]
        both += _paired(cast, first, last)
        sides = {cast.side_at(m) for m in cast.figures.between(first, last)}
        term = marks.any(("couples_work", "compromise"), first, last)
        for_both = both or (sides & HARMED_SIDES and (Side.SOURCE in sides or _is_couples_work(cast, term)))
        if term is not None and (for_both or _meets(cast, first, last)) and not is_refused(cast, first, term.first):
            yield Fault("mutual", first, last)
            continue
        if not cast.within_couple:
            continue
        term = marks.first("mutual", first, last)
        if term is not None and not is_refused(cast, first, term.first) and names_abuse(cast, first, last):
            yield Fault("mutual", term.first, min(last, term.last + 2))
            continue
        for mention in both:
            if (
                mention.first >= 2
                and "between" in (words[mention.first - 1].key, words[mention.first - 2].key)
                and names_abuse(cast, first, mention.first)
            ):
                yield Fault("mutual", first, mention.last)
                break
            after = min(last, mention.last + 4)
            if words[mention.first].key in ("family", "household", "families"):
                after = mention.last + 2 if mention.owning else mention.last
            named = names_abuse(cast, mention.last, after)
            if named and not any(words[n].key in _AFTER_GROUP for n in range(mention.last, after)):
                yield Fault("mutual", max(first, mention.first - 1), after)
                break


def _meets(cast: Cast, first: int, last: int) -> bool:
    """Whether the harmed and the source (or their group) are both spoken of in a sentence."""
    sides = {cast.side_at(mention) for mention in cast.figures.between(first, last)}
    return bool(sides & HARMED_SIDES) and bool(sides & {Side.SOURCE, Side.BOTH})


def _is_couples_work(cast: Cast, term: Term | None) -> bool:
    """Whether the work named is done by a couple together, whoever is mentioned."""
    return term is not None and cast.reading.words[term.first].key.startswith(_COUPLES)


def _paired(cast: Cast, first: int, last: int) -> list[Mention]:
    """ "Conor and Niall's relationship": the source and the person harmed named together as owners."""
    words = cast.reading.words
    found: list[Mention] = []
    near = cast.figures.between(first, last)
    for one, other in pairwise(near):
        joined = other.first - one.last == 1 and words[one.last].key in ("and", "&", "with")
        sides = {cast.side_at(one), cast.side_at(other)}
        if joined and other.owning and sides in ({Side.SOURCE, Side.HARMED}, {Side.SOURCE, Side.CHILD}):
            found.append(other)
    return found


def minimising_faults(cast: Cast) -> Iterator[Fault]:
    """Give every word that makes known abuse smaller than it is, or gives it an excuse."""
    if not cast.in_play:
        return
    taken = -1
    for term in cast.marks.all("minimising"):
        if term.first < taken or not _shrinks(cast, term.first, term.last):
            continue
        taken = term.last
        owner = next((m for m in cast.figures.between(max(0, term.first - 1), term.first) if m.owning), None)
        yield Fault("minimises", owner.first if owner is not None else term.first, term.last)
    if _uses_a_child(cast):
        yield from (Fault("minimises", fault.first, fault.last) for fault in risky_ways(cast))
    for term in (*cast.marks.all("anger_work"), *_vanishing(cast)):
        if term.first >= taken:
            yield Fault("minimises", term.first, term.last)


def _vanishing(cast: Cast) -> Iterator[Term]:
    """ "money has been going missing": somebody takes it."""
    words = cast.reading.words
    for term in cast.marks.all("property"):
        for n in range(term.last, min(term.last + 5, len(words) - 1)):
            if words[n].key in _GOING and words[n + 1].key in _GONE:
                yield Term("minimising", term.first, n + 2)
                break


def _uses_a_child(cast: Cast) -> bool:
    """Whether a child is among those harmed and the text speaks of sex, or of exploitation."""
    if not any(side is Side.CHILD for side in cast.sides):
        return False
    sexual = any(cast.reading.words[term.first].key == "sexual" for term in cast.marks.all("abuse"))
    partners = any(
        side is Side.SOURCE and figure.roles & _PARTNERED and not figure.names
        for figure, side in zip(cast.figures.figures, cast.sides, strict=True)
    )
    return cast.exploited or sexual or partners or any(word.key in ("older", "sex") for word in cast.reading.words)


def _shrinks(cast: Cast, first: int, last: int) -> bool:
    words = cast.reading.words
    key = words[first].key
    if words[first].text[:1].isupper() and first != cast.sentence_at(first)[0]:
        return False  # "Discord" is an app
    if (
        key == "carry"
        and last < len(words)
        and (words[last].key in ("with", "on", "in", "at", "as", "to") or words[last].key.endswith("ing"))
    ):
        return False  # "carry on seeing Ben"
    if (key == "bother" and (words[first - 1].key if first else "") in ("to", "not", "don't")) or (
        key == "spat" and last < len(words) and words[last].key in ("at", "on", "in")
    ):
        return False
    if last < len(words) and words[last].key in ("abuse", "violence"):
        return False  # "a domestic abuse service" is no mere "domestic"
    keys = [words[n].key for n in range(first, last)]
    before = words[first - 1].key if first else ""
    if before in _CALLED and first > 1 and words[first - 2].key in _NOT_A:
        return False
    if any(k in _ROMANTIC or k in _SEXUAL for k in keys):
        return _uses_a_child(cast) or (cast.exploited and not any(k in _ROMANTIC for k in keys))
    if key in ("boundaries", "tradition") and not cast.source_known:
        return False
    owner = next((m for m in cast.figures.between(max(0, first - 1), first) if m.owning), None)
    if owner is not None and cast.side_at(owner) in (Side.HARMED, Side.CHILD):
        return False
    if key.startswith("borrow") or key in ("helping", "helps", "help"):
        return cast.named((Side.SOURCE,), max(0, first - 6), last) is not None or any(
            words[n].key in ("money", "card", "cash", "pension") for n in range(last, min(last + 5, len(words)))
        )
    if key in _EXCUSES:
        return not (owner is None and cast.named((Side.CHILD,), max(0, first - 4), first) is not None)
    return not (WORKING_SIDES and key == "discipline" and before in ("positive", "non", "alternative", "alternatives"))
