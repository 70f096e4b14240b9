"""Who acts in a draft, in the user's own words, and the bracket that asks for a name where nobody is named."""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.drafting.groups import Group, held
from rewriter.drafting.phrases import ask_about, inside_a_sentence
from rewriter.drafting.pieces import Ask
from rewriter.evidence.doers import fragment_doers
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Reading
from rewriter.text import joined

__all__ = [
    "ANYBODY",
    "Named",
    "actor_words",
    "asks_who",
    "called_from",
    "doer_in_group",
    "name_there",
    "said_by",
    "thing_of",
]

_UNNAMED = (PartyKind.PRONOUN, PartyKind.OURSELVES)
# Many people or nobody in particular: there is no place at which somebody could be named.
ANYBODY = frozenset(
    "staff professionals professional everyone everybody all agencies services partners teams workers network".split()
)
_LISTING = frozenset((",", "and", "&", "+", "/"))
_LINKING = frozenset("to be will must should is are being needs need supported helped enabled".split())
_MOST_LISTED = 6  # words that may stand before the last of several doers


class Named(NamedTuple):
    """Who is to act: the words to write, a short way to call them in a bracket ("" is "they"), and the questions."""

    words: str
    short: str
    asks: tuple[Ask, ...]


def actor_words(reading: Reading, act: Act) -> str:
    """The doers of an act as typed ("Both parents", "Meera (mum) and Sanjay (dad)"), or ""."""
    first, last = _actor_places(reading, act)
    return _unowned(reading, first, last)


def _actor_places(reading: Reading, act: Act) -> tuple[int, int]:
    if all(party.kind in _UNNAMED for party in act.actors):
        return 0, 0
    words = reading.words
    last = act.actors[-1].last
    first = act.actors[0].first if act.inherited else min(act.subject_first, act.actors[0].first)
    owner = next((p for p in reading.parties if p.owning and p.last == first), None)
    first = owner.first if owner is not None else first
    while first < act.actors[0].first and words[first].key in ("for", "and", ",", "to", "then", "also"):
        first += 1
    if first > 0 and words[first - 1].key == "both":
        first -= 1
    return first, last


def _unowned(reading: Reading, first: int, last: int) -> str:
    """The words of a doer; "Dad's to make sure" is Dad."""
    words = reading.written(first, last)
    return (
        words.removesuffix("'s").removesuffix("\u2019s")
        if first < last and reading.words[last - 1].possessive
        else words
    )


def said_by(parties: Sequence[Party], reading: Reading) -> tuple[str, ...]:
    """The parties' names as typed, each once."""
    return tuple(dict.fromkeys(reading.text[party.start : party.end] for party in parties))


def name_there(party: Party, reading: Reading) -> str:
    """A bracket that asks for a name, and where that person works: "[named person] at school"."""
    last = reading.words[party.last - 1].key
    called = reading.text[called_from(party, reading) : party.end]
    if last == "staff":
        return f"[named person] from {inside_a_sentence(called)}"
    if party.kind is PartyKind.OURSELVES or (last in ANYBODY and party.last - party.first == 1):
        return "[named person]"
    if last in ANYBODY:
        return f"[named person] from {inside_a_sentence(reading.text[party.start : party.end])}"
    return f"[named person] at {inside_a_sentence(called)}"


def called_from(party: Party, reading: Reading) -> int:
    """Where what an agency is called begins, with initials that no list knows: "DP team"."""
    before = reading.words[party.first - 1] if party.first else None
    named = before is not None and before.text.isupper() and before.text.isalpha() and len(before.text) > 1
    if before is not None and ((named and reading.keys[party.first] == "team") or before.key == "env"):
        return before.start  # "DP team", "env health"
    return party.start


def doer_in_group(reading: Reading, group: Group) -> Named:
    """Give who acts in a group: those named before the verb, with what is said of them, or for the line."""
    act = next(iter(group.acts), None)
    if act is None or act.passive or not act.actors:
        listed = reading.lasting(fragment_doers)
        inside = list(held(listed, group))
        if act is not None and "|" not in reading.keys:
            first, last = reading.sentences[act.sentence]
            inside = [party for party in inside if first <= party.first < last] or inside
        elif act is not None:
            inside = inside or list(listed)
        return _of_parties(reading, inside[:3])
    first, last = _actor_places(reading, act)
    if first >= last:
        return Named("", "", ())
    if all(party.kind is PartyKind.AGENCY for party in act.actors):
        before = _listed_before(reading, group, first)
        if not before and len(act.actors) == 1:
            named = name_there(act.actors[0], reading)
            return Named(named, "", (_there(),))
        words = f"{before} {reading.written(first, last)}".strip()
        return Named(f"[named person] at {inside_a_sentence(words)}", "", (_there(),))
    if act.inherited:
        return Named(_unowned(reading, first, last), _short(_unowned(reading, first, last)), ())
    aside = min(act.actors[-1].after, act.verb)
    words = _unowned(reading, first, last)
    if aside > last:
        words = reading.written(first, aside).strip()
    before = _listed_before(reading, group, first)
    if before:
        return Named(f"{before} {words}", "", ())
    return Named(words, _short(_unowned(reading, first, last)), ())


def _there() -> Ask:
    return Ask("[named person]", "Who there, by name, will do this?")


def _of_parties(reading: Reading, parties: Sequence[Party]) -> Named:
    if not parties:
        return Named("", "", ())
    names = said_by(parties, reading)
    if len(parties) == 1 and parties[0].kind is PartyKind.AGENCY:
        return Named(name_there(parties[0], reading), "", (_there(),))
    if all(party.kind is PartyKind.AGENCY for party in parties):
        return Named(f"[named person] at {joined(inside_a_sentence(name) for name in names)}", "", (_there(),))
    return Named(joined(names), names[0] if len(names) == 1 else "", ())


def _listed_before(reading: Reading, group: Group, first: int) -> str:
    """The doers named before those that were read, in the same breath: "Housing, env health and" the landlord."""
    begin = first
    while begin > 0 and reading.words[begin - 1].start >= group.start:
        begin -= 1
    words = reading.words[begin:first]
    if not any(word.key in _LISTING for word in words) or sum(word.key[0].isalnum() for word in words) > _MOST_LISTED:
        return ""
    plain = all(word.key[0].isalnum() or word.key in _LISTING for word in words)
    return reading.written(begin, first) if plain and words[0].key[0].isalnum() else ""


def _short(words: str) -> str:
    """What to call somebody in a bracket; several are "they"."""
    key = f" {words.lower()} "
    several = any(mark in key for mark in (" and ", " & ", " + ", ", ", " both ", " all ", " parents "))
    return "" if several else words


def asks_who(named: Named) -> tuple[Ask, ...]:
    """The question where nobody is named."""
    return named.asks if named.words else (ask_about("Who"),)


def thing_of(reading: Reading, act: Act) -> str:
    """What an act is done to or happens to, without a label and without "to be": "weight", "incidents"."""
    words = reading.words
    first, last = act.subject_first, act.verb
    while last > first and words[last - 1].key in _LINKING:
        last -= 1
    for n in range(first, last):
        if words[n].key in (":", "|"):
            first = n + 1
    while first < last and words[first].key in ("and", ",", "&", "+", "for", "-"):
        first += 1
    return reading.written(first, last)
