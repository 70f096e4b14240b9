"""What somebody is told to leave off that they do themselves to another: "Tomasz not to go near Ania".

Section 1 of the responsibility standard: someone told to stop their own behaviour or to keep away is the source. What
guards against another ("not to let him in") is no doing of one's own.
"""

from rewriter.harm.eligible import called, is_young, may_be_done_to, may_harm
from rewriter.harm.harms import cast_of
from rewriter.harm.mentions import Mention
from rewriter.plan import Act, Reading
from rewriter.text import joined

__all__ = ["doing_to_another", "end_of", "is_told", "with_own_doing"]

_GUARDING = frozenset(
    "let allow have invite permit reply respond answer hand give lend open meet tell show talk speak say send text "
    "contact message see believe wind provoke upset antagonise argue react retaliate associate hang put get go "
    "sneak run leave".split()
)
_ALONE = frozenset(("alone", "unsupervised", "unaccompanied"))
_BESIDE = frozenset(("with", "w", "w/", "at", "from"))
_MAKING_GOOD = frozenset(("give back", "pay back", "return", "repay"))
_COURSES = ("source_programme", "anger_work")
_NEAR = 4  # words


def doing_to_another(reading: Reading) -> tuple[str, str] | None:
    """Give who is done to and who is told to leave it off, as the text calls them; None where nobody is."""
    figures = cast_of(reading).figures
    for act in reading.asks:
        doers = [figures.at[p.first] for p in act.actors if p.first in figures.at]
        if not doers and act.passive and act.subject_first in figures.at:
            doers = [figures.at[act.subject_first]]
        grown = doers and all(may_harm(figures.figures[m.figure]) for m in doers)
        if not (grown and _is_own_doing(reading, act)) or any(is_young(figures.figures[m.figure]) for m in doers):
            continue
        doers = [*_joined_before(reading, doers[0]), *doers]
        own = {m.figure for m in doers}
        near = figures.between(act.verb, end_of(reading, act))
        alone = not _ALONE.isdisjoint(reading.keys[act.verb : act.last])  # "not to be left alone w Poppy"
        others = [m for m in near if m.figure not in own and (alone or reading.keys[m.first - 1] not in _BESIDE)]
        other = next((m for m in others if may_be_done_to(figures.figures[m.figure])), None)
        sources = [called(reading, m.figure) for m in doers]
        harmed = called(reading, other.figure) if other is not None else ""
        if harmed and all(sources):
            source = joined(sources)
            return harmed, source
    return None


def with_own_doing(reading: Reading) -> frozenset[int]:
    """Give those who are told to leave off what they do themselves, by number."""
    cast = cast_of(reading)
    at = cast.figures.at
    doing = {
        at[party.first].figure
        for act in reading.asks
        for party in act.actors
        if party.first in at and (act.verb in cast.told_at or is_told(reading, act) or _is_own_doing(reading, act))
    }
    headed = (m for m in cast.figures.mentions if cast.marks.any(_COURSES, m.last, m.last + _NEAR) is not None)
    return frozenset(doing | {m.figure for m in headed if not m.owning and not m.pronoun})


def is_told(reading: Reading, act: Act) -> bool:
    """Whether what reads as asked tells what somebody does: "ex keeps texting Maria"."""
    key = reading.keys[act.verb]
    return key == f"{act.lemma.split(' ')[0]}s"


def end_of(reading: Reading, act: Act) -> int:
    """Give the word index up to which words go with what is asked: where its sentence ends, or another is asked."""
    later = [other.subject_first for other in reading.asks if other.subject_first > act.verb]
    return min([cast_of(reading).sentence_at(act.verb)[1], *later])


def _is_own_doing(reading: Reading, act: Act) -> bool:
    head, keys = act.lemma.split(" ")[0], reading.keys
    if head in ("stop", "quit", "cease"):
        follows = keys[act.verb + 1 : act.verb + 2]
        return bool(follows) and follows[0].endswith("ing") and _stem(follows[0]) not in {_stem(g) for g in _GUARDING}
    back = act.lemma in _MAKING_GOOD or keys[act.verb + 1 : act.verb + 2] == ("back",)
    back = back or (head in ("hand", "give", "bring") and not {"back", "in"}.isdisjoint(keys[act.verb : act.verb + 6]))
    undone = head == "take" and "down" in keys[act.verb + 1 : act.last]  # "to take photos of Gemma down"
    course = cast_of(reading).marks.any(_COURSES, act.verb, act.last) is not None
    return (act.negated and (act.passive or head not in _GUARDING)) or back or undone or course


def _stem(key: str) -> str:
    stem = key.removesuffix("ing").rstrip("e")
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem  # "putting"


def _joined_before(reading: Reading, mention: Mention) -> list[Mention]:
    """Whoever is asked with somebody in the same breath: "dad & uncle not to take her"."""
    linked = mention.first > 1 and reading.keys[mention.first - 1] in ("&", "and", "+")
    near = cast_of(reading).figures.between(mention.first - 4, mention.first) if linked else []
    return [m for m in near if m.last == mention.first - 1 and not m.owning]
