"""Verbs that bid somebody do something without "to": "mum watch her", "stop having mates round", "nan drives him".

Source: practice judgement; which verbs say a duty, and which only tell, is listed here.
"""

from collections.abc import Sequence

from rewriter.people import PartyKind
from rewriter.plan import Reading
from rewriter.sentences.grammar import ambiguous, verb_at
from rewriter.text import Word

__all__ = ["gives", "governs", "helps", "is_bare_task", "is_bidden", "is_deed", "is_told_to"]

_AFTER_VERBS = frozenset("the a an his her their him them it w w/ with up out in on for at to".split())
_GIVING = frozenset(
    "help do pick collect drive bring drop walk cook read ring call phone text email visit see mind babysit check "
    "attend meet chase refer deliver weigh review prompt supervise assess contact log record report send write "
    "give book offer teach tutor show play remind support look accompany escort arrange order start complete "
    "buy clean tidy set wash feed monitor sit".split()
)
_ERRANDS = frozenset(
    "ring chase email text phone call write sort check book refer collect deliver attend ask bring arrange complete "
    "weigh speak go take give send help".split()
)
_AFTER_NOUNS = frozenset("to is was not done due list made sent overdue needed required and or".split())
# What people do that a plan would end, or that only says how things are.
_TELLING_ONLY = frozenset(
    "hit shout swear smack argue fight smoke vape offend reoffend re gamble miss skip bully abscond bite kick "
    "punch scratch spit harm self cut deal sell steal throw threaten abuse control harass stalk assault hurt "
    "isolate lash lie drink take use get keep leave let decide run sleep worry cry want feel say seem appear "
    "claim need lose fall refuse exploit groom slap push shove rape touch watch follow wake wet soil scream "
    "yell drive charge evict have be live stay go come eat spend message speak".split()
)
_SAME_IN_THE_PAST = frozenset("cut hit hurt let put quit set shut spread burst cost bet have".split())


def is_bidden(part: Reading) -> bool:
    """Whether a part opens with what is to be done, or to be left: "stop having mates round"."""
    verb = verb_at(part.words, 0, len(part.words))
    if part.keys[:2] == ("transition", "to"):
        return False  # what it is called
    return verb is not None and verb.form == "base" and governs(part.words, verb.length, len(part.words))


def governs(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether the word after a verb is what it governs or where it leads: "ring *the*", "stop *having*"."""
    return n < last and (words[n].key in _AFTER_VERBS or words[n].key.endswith("ing"))


def is_told_to(part: Reading) -> bool:
    """Whether one of the family stands right before a plain verb, which asks: "mum watch her do the tea time one"."""
    party = next(iter(part.parties), None)
    if party is None or party.first != 0 or party.owning or not party.role or party.kind is not PartyKind.PERSON:
        return False
    at = party.after
    if at + 1 >= len(part.words) or part.keys[party.last - 1].endswith("s") or part.keys[at] in _SAME_IN_THE_PAST:
        return False
    verb = verb_at(part.words, at, len(part.words))
    if verb is None or verb.form != "base" or part.keys[at + verb.length : at + verb.length + 1] == ("to",):
        return False  # "sibling contact to happen": only whose contact it is
    return part.keys[at] not in ambiguous() or governs(part.words, at + verb.length, len(part.words))


def is_bare_task(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether a plain verb after a worker or a service says what they do: "HV chase dentist"."""
    if n + 1 >= last or words[n].key not in _ERRANDS or not words[n].text.islower():
        return False
    return words[n + 1].key[0].isalnum() and words[n + 1].key not in _AFTER_NOUNS


def helps(lemma: str) -> bool:
    """Whether a verb is of what people do for somebody: "rings him Sundays"."""
    return lemma.partition(" ")[0] in _GIVING


def gives(lemma: str, classes: frozenset[str]) -> bool:
    """Whether a verb without "to" says what somebody does for the plan; "dad shouts at him" only tells."""
    head = lemma.partition(" ")[0]
    return head in _GIVING or "negative" in classes or (bool(classes & {"once", "habit"}) and head not in _TELLING_ONLY)


def is_deed(word: Word) -> bool:
    """Whether a word after somebody can be what they do, by its shape: "neighbour Pat pops in"."""
    key = word.key
    return word.text.islower() and len(key) > 3 and key[-1] == "s" and key[-2] not in "sui"
