"""The small words that carry a sentence, and the table of verbs: what the reader of acts goes by."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rewriter.inflection import forms
from rewriter.text import Word
from rewriter.words import word_lists

__all__ = [
    "ADVERBS",
    "ALLOWING",
    "ASKING",
    "AUXILIARIES",
    "BOUNDARIES",
    "CONDITIONS",
    "CONTROL",
    "DETERMINERS",
    "DOABLE",
    "DOING",
    "JOINERS",
    "PLURALS",
    "PREPOSITIONS",
    "PROMISING",
    "REASONS",
    "TELLING",
    "Verb",
    "ambiguous",
    "states",
    "verb_at",
]

ASKING = frozenset("to will must should shall need needs ought shouldn't mustn't".split())
PROMISING = frozenset("agree agrees agreed promises commits".split())
ALLOWING = frozenset("can could may might".split())
TELLING = frozenset(
    "is are was were has have had does did do am been feels felt said isn't aren't wasn't weren't".split()
)
AUXILIARIES = frozenset("do does did don't doesn't didn't".split())
DOING = frozenset("do does has have".split())
ADVERBS = frozenset(
    "not also both then each all jointly together always never only continue still now therefore regularly "
    "actively consistently daily weekly immediately promptly either first next again fully just really "
    "safely appropriately independently openly honestly positively proactively directly currently initially "
    "no longer ever even more better successfully routinely urgently please further and/or".split()
)
DETERMINERS = frozenset(
    "a an the this that these those his her their its my your our any some all each every no one two three four "
    "five six at both him them me us it what how whether who which more less fewer further regular up out off "
    "on in to with "
    "into back down over from for about within".split()
)
JOINERS = frozenset({"and", "&", ",", "+", "then", "or", "but", "/", "plus"})
BOUNDARIES = JOINERS | frozenset(
    {":", "-", "\u2013", "\u2014", "for", "so", "that", "otherwise", ")", "(", "*", "=", ">"}
)
CONDITIONS = frozenset(
    "as if unless when whenever once where wherever should while after before until provided".split()
)
REASONS = frozenset("because as since due given".split())
CONTROL = frozenset(
    "able how want wants wanted asked need needs agree agrees agreed unable ready willing likely going used "
    "have has had "
    "try tries support help helped helps supported encouraged encourage enable allow allowed required expected "
    "chance opportunity time ability right way where what when due planned offer offered choose chooses ways "
    "continue continues begin begins start starts learn fail fails refuse refuses invite invited advise advised "
    "tell told remind ask permission efforts effort up".split()
)
# A party right after one of these is its object, so no clause begins there.
PLURALS = frozenset("they we i you who children police people family staff".split())
PREPOSITIONS = frozenset(
    "of with to for by from about between around at in on into onto w/ w against towards toward via per re near "
    "than like "
    "including regarding without within over under through".split()
)
# "to be able to" leaves the doing with the subject; "to be supported to" does not.
DOABLE = frozenset(("be able", "be expected", "be asked", "be required", "be prepared", "be willing"))


class Verb(NamedTuple):
    """A listed verb at one place: its base form, the lists it stands in, its form there, and its words."""

    lemma: str
    classes: frozenset[str]
    form: str  # base, third, ing, past
    length: int


class _Heads(NamedTuple):
    """The verbs that begin with one word: the word alone, and longer ones by their second word, longest first."""

    alone: Verb | None
    longer: dict[str, tuple[tuple[tuple[str, ...], Verb], ...]]  # second word -> (the words after it, verb)


@cache
def _verbs() -> dict[str, _Heads]:
    classes: dict[str, set[str]] = {}
    for name, entries in word_lists("verbs")["verbs"].items():
        for entry in entries:
            classes.setdefault(entry, set()).add(name)
    table: dict[str, dict[tuple[str, ...], Verb]] = {}
    for lemma, names in classes.items():
        for number, form in enumerate(forms(lemma)):
            head, *rest = form.split()
            kind = (
                "base"
                if number == 0
                else ("third" if head.endswith("s") and number == 1 else "ing" if head.endswith("ing") else "past")
            )
            table.setdefault(head, {}).setdefault(tuple(rest), Verb(lemma, frozenset(names), kind, 1 + len(rest)))
    return {head: _heads(entries) for head, entries in table.items()}


def _heads(entries: dict[tuple[str, ...], Verb]) -> _Heads:
    longer: dict[str, tuple[tuple[tuple[str, ...], Verb], ...]] = {}
    for rest, verb in sorted(entries.items(), key=lambda entry: -len(entry[0])):
        if rest:
            longer[rest[0]] = (*longer.get(rest[0], ()), (rest[1:], verb))
    return _Heads(entries.get(()), longer)


@cache
def ambiguous() -> frozenset[str]:
    """Words written alike as noun and verb ("support", "visits")."""
    entries = word_lists("verbs")["ambiguous"]["both"]
    return frozenset(entries) | frozenset(form for entry in entries for form in forms(entry)[1:2])


@cache
def states() -> frozenset[str]:
    """Words that describe a state after "to be" ("safe", "able")."""
    return frozenset(word_lists("verbs")["states"]["adjective"])


def _is_named_thing(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether a word that could be a verb begins the name of a thing: "smoke alarm", "transport to contact"."""
    things = _things().get(words[index].key)
    return things is not None and index + 1 < last and words[index + 1].key in things


@cache
def _things() -> dict[str, frozenset[str]]:
    return {head: frozenset(rest) for head, rest in word_lists("verbs")["things"].items()}


def verb_at(words: Sequence[Word], index: int, last: int) -> Verb | None:
    """Give the longest listed verb that begins at a word, or None."""
    heads = _verbs().get(words[index].key)
    if heads is None or _is_named_thing(words, index, last):
        return None
    if heads.longer and index + 1 < last:
        for rest, verb in heads.longer.get(words[index + 1].key, ()):
            stop = index + verb.length
            if stop <= last and (not rest or tuple([word.key for word in words[index + 2 : stop]]) == rest):
                return verb
    return heads.alone
