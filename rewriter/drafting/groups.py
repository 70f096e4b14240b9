"""Cuts a text into the stretches that each become an objective of their own."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple, TypeVar

from rewriter.evidence.history import history_words
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Mood, Reading, Setting
from rewriter.sentences.grammar import PREPOSITIONS, verb_at
from rewriter.text import Word
from rewriter.timing.reader import Time

__all__ = ["Group", "groups_of", "held", "is_one_breath"]

Placed = TypeVar("Placed", Party, Time)

_LEADING = frozenset(
    {
        "-",
        "*",
        "\u2022",
        "\u2013",
        "\u2014",
        ">",
        "#",
        ".",
        ")",
        ":",
        "|",
        ",",
        "&",
        "+",
        "and",
        "/",
        "\u2192",
        ";",
        "\n",
        "(",
    }
)
_TRAILING = frozenset({"(", ".", ",", ";", "-", "\u2013", "and", "&", "+", "|", ":", "/", "\n", "so", "but"})


_JOINED = (("and",), ("&",), ("+",), ("n",))
_NAMED = 2  # words between: a verb that names something, and what joins it
_PLACES = frozenset(("school", "nursery", "college", "bed"))  # "get kids up & to school"


class Group(NamedTuple):
    """A stretch of the text (offsets, end exclusive) and the asks in it; none where it is a bare theme or fragment."""

    start: int
    end: int
    acts: tuple[Act, ...]


def held(items: Sequence[Placed], group: Group) -> Sequence[Placed]:
    """Give those of some parties, times or the like, in order, that begin within a group."""
    first = bisect_left(items, group.start, key=_start_of)
    return items[first : bisect_left(items, group.end, key=_start_of)]


def _start_of(item: Party | Time) -> int:
    return item.start


def groups_of(reading: Reading, faults: Collection[str]) -> tuple[Group, ...]:
    """Cut a reading into groups: one for all where the text is one objective, else one for each ask or line.

    An act that only records, checks or tells stays with the ask before it. Nothing of the text is lost but labels,
    bullets and joining words between groups.
    """
    story = reading.once(history_words)
    asks = [act for act in reading.asks if act.mood is Mood.ASKED and act.verb not in story]
    asks = [act for act in asks if not (act.inherited and act.lemma in _PLACES)] or asks
    asks = [act for act in asks if not (_is_a_way_to_know(act) or _is_a_level(reading, act))] or asks
    asks = asks or [act for act in reading.asks if act.verb not in story]
    if not asks:
        if "two_objectives_in_one" in faults and len(reading.sentences) > 1:
            return tuple(group for first, last in reading.sentences if (group := _group(reading, first, last, ())))
        return _whole(reading, ())
    if "two_objectives_in_one" not in faults and "responsibility_on_victim" not in faults:
        return _whole(reading, tuple(asks))
    cuts: list[list[Act]] = []
    for act in asks:
        apart = act.actors and not act.inherited
        separate = _is_separate(act, faults) and not (cuts and _is_ruled_out_too(reading, cuts[-1][-1], act))
        separate = separate and not (cuts and is_one_breath(reading, cuts[-1][-1], act))
        if cuts and not apart and act.sentence == cuts[-1][-1].sentence and not separate:
            cuts[-1].append(act)
        else:
            cuts.append([act])
    groups: list[Group] = []
    for number, acts in enumerate(cuts):
        first = reading.sentences[acts[0].sentence][0] if _opens_sentence(cuts, number) else acts[0].subject_first
        last = (
            _without_its_not(reading, cuts[number + 1][0].subject_first)
            if number + 1 < len(cuts) and _same_sentence(cuts, number)
            else reading.sentences[acts[-1].sentence][1]
        )
        group = _group(reading, first, last, tuple(acts))
        if group is not None:
            groups.append(group)
    return tuple(groups) or _whole(reading, tuple(asks))


def _without_its_not(reading: Reading, first: int) -> int:
    """Where a stretch ends before one that is denied: "text sis first, *not* to go to A&E"."""
    return first - 1 if first and reading.keys[first - 1] == "not" else first


def _is_a_way_to_know(act: Act) -> bool:
    """Whether an act says how it will be known: "How will we know", "we'll see where we are"."""
    ours = bool(act.actors) and all(party.kind is PartyKind.OURSELVES for party in act.actors)
    return ours and ("mental" in act.classes or act.lemma in ("see", "meet", "know"))


def _is_a_level(reading: Reading, act: Act) -> bool:
    """Whether an act only says how much of what is asked before it is wanted: ", aim 3 in 5"."""
    follows = reading.keys[act.verb + 1 : act.verb + 2]
    return act.inherited and act.lemma == "aim" and bool(follows) and follows[0][0].isdigit()


def _is_separate(act: Act, faults: Collection[str]) -> bool:
    return act.setting is Setting.MAIN and "two_objectives_in_one" in faults and not act.passive


def is_one_breath(reading: Reading, before: Act, act: Act) -> bool:
    """Whether two verbs are joined with nothing between: "to eat and drink more", "to attend stay & play"."""
    between = reading.keys[before.verb + 1 : act.verb]
    first = verb_at(reading.words, before.verb + 1, act.verb) if len(between) == _NAMED else None
    leads = act.verb + 1 == len(reading.keys) or reading.keys[act.verb + 1] in PREPOSITIONS
    named = first is not None and first.form == "base" and leads  # "attend work and pay rent" is two
    return act.inherited and between[-1:] in _JOINED and (len(between) == 1 or named)


def _is_ruled_out_too(reading: Reading, before: Act, act: Act) -> bool:
    """Whether an act is denied in one breath with that before it: "not to enter the court or go near her work"."""
    return before.negated and act.inherited and reading.keys[act.verb - 1] in ("or", "nor")


def _opens_sentence(cuts: list[list[Act]], number: int) -> bool:
    return number == 0 or cuts[number - 1][-1].sentence != cuts[number][0].sentence


def _same_sentence(cuts: list[list[Act]], number: int) -> bool:
    return cuts[number + 1][0].sentence == cuts[number][-1].sentence


def _whole(reading: Reading, acts: tuple[Act, ...]) -> tuple[Group, ...]:
    group = _group(reading, 0, len(reading.words), acts)
    return (group,) if group is not None else ()


def _group(reading: Reading, first: int, last: int, acts: tuple[Act, ...]) -> Group | None:
    words = reading.words
    limit = acts[0].subject_first if acts else last
    while first < last and (_leads(words[first]) or _is_number(words, first, last)) and first < max(limit, first + 1):
        first += 1
    while last > first and (words[last - 1].key in _TRAILING or _only_closes(reading, first, last)):
        last -= 1
    if first >= last:
        return None
    return Group(words[first].start, words[last - 1].end, acts)


def _only_closes(reading: Reading, first: int, last: int) -> bool:
    """Whether a bracket that was opened before a stretch of words ends it: "(HV to refer)"."""
    keys = reading.keys[first:last]
    return keys[-1] == ")" and keys.count(")") > keys.count("(")


def _leads(word: Word) -> bool:
    return word.key in _LEADING


def _is_number(words: tuple[Word, ...], index: int, last: int) -> bool:
    return words[index].key.isdigit() and index + 1 < last and words[index + 1].key in (".", ")")
