"""Who stands at a word of hurried notes, alone or with others, and whether what follows is theirs or told of them.

Source: practice judgement.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.drafting.bidding import governs, is_bare_task, is_deed
from rewriter.drafting.commas import CLINICAL
from rewriter.people import Party, PartyKind
from rewriter.plan import Reading
from rewriter.sentences.grammar import ADVERBS, ALLOWING, ASKING, TELLING, ambiguous, verb_at
from rewriter.text import Word

__all__ = ["Somebody", "closing", "has_a_part", "is_only_people", "opening", "somebody_at"]

_DASHES = frozenset(("-", "\u2013", "\u2014"))
_BEFORE_THE_LAST = _DASHES | {"("}
_BEFORE_SOMEBODY = frozenset("the his her their both all our also then two three".split())
_CHAINING = frozenset(("and", "&", "+", "/", ",", "or"))
_NOT_THEIRS = frozenset("and or who with w w/ of in at on from to by for re as if so".split())
_TYPED_TO = frozenset(("2", "too"))
_BACK = frozenset(("back", "off", "home"))
_PACES = frozenset("wkly fortnightly monthly nightly termly every each twice once".split())
_ABOUT = frozenset(("for", "re"))
_WITH_DUTIES = (PartyKind.PROFESSIONAL, PartyKind.AGENCY)


def somebody_at(words: Sequence[Word], people: dict[int, Party], n: int, last: int) -> tuple[Party | None, int]:
    """Give who stands at a word (the last of all who are named in the same breath), and the word after them."""
    while n < last and words[n].key in _BEFORE_SOMEBODY:
        n += 1
    party = people.get(n)
    while party is not None and (party.owning or (party.after in people and not party.names)):
        party = people.get(party.last)  # "Ollie's mum", "YP drugs worker"
    if party is None:
        return None, n
    after = party.after
    while after + 1 < last and words[after].key in _CHAINING:
        at = after + 1
        while at < last and words[at].key in _BEFORE_SOMEBODY:
            at += 1
        further = people.get(at)
        if further is None or further.owning:
            break
        party, after = further, further.after
    return party, after


def is_only_people(words: Sequence[Word], people: dict[int, Party], begin: int, end: int) -> bool:
    """Whether words only name people, who then act with the one named next: "mum and dad", "Pam, Dilip"."""
    at = begin
    while at < end:
        party = people.get(at)
        if party is not None:
            at = party.after
        elif words[at].key in _CHAINING or words[at].key in _BEFORE_SOMEBODY:
            at += 1
        else:
            return False
    return True


def has_a_part(words: Sequence[Word], somebody: Party, after: int, last: int, *, comma: bool) -> bool:
    """Whether what follows somebody is a duty, what they do, or what is told of them."""
    while after < last and words[after].key in ADVERBS:
        after += 1
    if after >= last:
        return False
    key = words[after].key
    if _has_a_number(words, somebody, after, last):
        return True
    if key in ASKING or key in ALLOWING or (key in TELLING and key != "am") or words[after - 1].key.endswith("'ll"):
        return True
    if key in _TYPED_TO:
        follows = verb_at(words, after + 1, last) if after + 1 < last else None
        typed_be = after + 1 < last and words[after + 1].key == "b"
        return typed_be or (follows is not None and follows.form == "base")
    verb = verb_at(words, after, last)
    if somebody.kind is PartyKind.PRONOUN:
        # "respite to be looked at, he would like 2 wks"
        return (comma and key == "would") or (verb is not None and verb.form in ("third", "past"))
    errand = somebody.kind in _WITH_DUTIES and is_bare_task(words, after, last)  # "EWO ring mon", "HV chase dentist"
    if verb is not None and (errand or key not in ambiguous() or governs(words, after + verb.length, last)):
        return verb.form != "base" or comma
    if verb is not None and verb.form == "third" and comma and somebody.kind is not PartyKind.AGENCY:
        return after + 1 < last and words[after + 1].key not in ASKING  # "SW visits wkly", and no "SW visits to be"
    if not comma:
        return False
    plural = words[somebody.last - 1].key.endswith("s")  # "carers assessment": whose it is
    if words[somebody.last - 1].key == "carer":
        plural = True  # "carer breakdown"
    if somebody.kind is PartyKind.PERSON and somebody.role and not (somebody.names or plural):
        return key[0].isalnum() and key not in _NOT_THEIRS and after + 1 < last  # "mum same routine wkends"
    if somebody.names and key in _BACK:
        return True  # "Sumaiya back to netball club"
    if somebody.names and somebody.role and is_deed(words[after]):
        return True
    if key in _DASHES:
        return somebody.kind in _WITH_DUTIES  # "Mr Hughes - pressure sores": whom it is about
    return key[0].isdigit() or (somebody.kind in _WITH_DUTIES and key in _ABOUT | _PACES)


def _has_a_number(words: Sequence[Word], somebody: Party, after: int, last: int) -> bool:
    """Whether a number says what somebody does: "drugs worker Mo, 6 sessions", "support wkr Gemma in 2x wk"."""
    led = words[after].key == "," or (words[after].key == "in" and somebody.kind in _WITH_DUTIES)
    return led and after + 1 < last and words[after + 1].key[0].isdigit()


class Somebody(NamedTuple):
    """Who a part without a verb is for: the last of them, and the word indices of all (end exclusive)."""

    party: Party
    first: int
    after: int


def opening(part: Reading) -> Somebody | None:
    """Those with whom a part without a verb opens: "carers 4x day", "OT re bathroom"."""
    people = {party.first: party for party in part.parties}
    party, after = somebody_at(part.words, people, 0, len(part.words))
    if party is None or not has_a_part(part.words, party, after, len(part.words), comma=True):
        return None
    if "to" in part.keys[after : after + 3]:
        return None  # "sibling contact to happen": only whose contact it is
    return Somebody(party, 0, after)


def closing(part: Reading) -> Somebody | None:
    """Those who stand behind a dash or in brackets at the end of a part: "heating on - parents", "nits (mum)"."""
    last = len(part.words)
    while last and part.keys[last - 1] in (".", ")"):
        last -= 1
    for party in part.parties:
        if party.last != last or party.owning or party.first == 0:
            continue
        first = party.first - (part.keys[party.first - 1] in ("both", "the"))
        if first > 1 and party.kind is PartyKind.PROFESSIONAL and part.keys[first - 1] in CLINICAL:
            return Somebody(party, first, last)  # "skin check DN"
        if first > 1 and part.keys[first - 1] in _BEFORE_THE_LAST:
            return Somebody(party, first, last)
    return None
