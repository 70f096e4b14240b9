"""Names and services in a rewrite that the user did not give, and those given that are not found again.

A name is what is written as one inside a sentence, or stands where a person does; a service, place, diagnosis or
accusation is what `words/guarding.toml` lists under `invented`, and every role or agency.
"""

from collections.abc import Iterator, Sequence

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small, meanings_at, short_for, stem
from rewriter.guarding.apposition import glosses
from rewriter.guarding.concern import advice, fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.lost_names import lost_names
from rewriter.guarding.people import ANYBODY, KIN, Cast, Mention, roles_in, shortens
from rewriter.guarding.reworded import Rewording
from rewriter.guarding.shorthand import is_shorthand
from rewriter.guarding.sides import Side
from rewriter.guarding.written_names import (
    NOBODY,
    is_cut_off,
    is_letters,
    is_nobody,
    longest,
    names_in,
    people_in,
    told_things,
)
from rewriter.lexicon import Term
from rewriter.masking.lists import much_used_names
from rewriter.people import PartyKind
from rewriter.text import Word
from rewriter.vocabulary import is_common, ordinary_words

__all__ = ["compare_names"]

_BEYOND = frozenset(
    "maternal paternal aunt uncle cousin niece nephew nan gran grandad grandpa grandma grandparent grandparents "
    "stepdad stepmum".split()
)
_ANY_SERVICE = frozenset(
    "course courses programme programmes group groups class classes session sessions workshop workshops "
    "training".split()
)
_HOMES = frozenset(("residential home",))
_SIBLINGS = frozenset(("brother", "sister"))
_MOST = 10  # tokens that are tried
_CUT = 3  # letters of a word that may be cut short: "app"
_WHAT = {
    "service": "service or activity", "place": "place", "diagnosis": "diagnosis or state of health",
    "accusation": "description of somebody",
}  # fmt: skip


def compare_names(given: Given, rewrite: Side, cast: Cast, excused: Excused, rewording: Rewording) -> Iterator[Concern]:
    """Give a concern for each name, role, service or description that was not given, and for each that was dropped."""
    known = given.store.known(rewrite.store)
    unknown = _unknown(given, rewrite, cast, known)
    lost = list(lost_names(given, rewrite, cast))
    changed = [place for place in unknown if place[2] in ("name", "role")]
    for first, last, what in unknown:
        start, end = rewrite.words[first].start, rewrite.words[last - 1].end
        if rewrite.in_gap(start) or rewrite.in_label(start) or excused.covers_to(start):
            continue
        if what != "name" and glosses(rewrite.words, first, known):
            continue
        old = lost.pop(0) if lost and (first, last, what) in changed else None
        if old is not None:
            message = f"The original says \u201c{given.original.text[old[0] : old[1]]}\u201d."
            yield fault(ConcernKind.CHANGED, rewrite.text, start, end, message)
        else:
            message = f"This {_WHAT.get(what, what)} is nowhere in what was given."
            yield fault(ConcernKind.INVENTED, rewrite.text, start, end, message)
    for start, end in lost:
        if excused.covers_from(start):
            continue
        first, last = given.original.index_at(start), given.original.index_at(end)
        if last - first == 1 and _is_any_word(given.original.words[first]) and rewording.stands_for(first, last, 1):
            message = "Check that the rewrite still names whom or what the original names here."
            yield advice(ConcernKind.DROPPED, given.original.text, start, end, message)
        else:
            message = "Who or what the original names here is not in the rewrite."
            yield fault(ConcernKind.DROPPED, given.original.text, start, end, message)


def _is_any_word(word: Word) -> bool:
    """Whether somebody is named by one plain word, which may be no person at all: the "chair" of an exercise.

    Or by a word cut short, or letters, of which a rewrite may spell out what they stand for in any words.
    """
    if len(word.key) > _CUT and told_things().find((word,)):
        return False  # "library" is a place, which has a name of its own
    if is_letters(word) or (is_cut_off(word.key) and word.key not in much_used_names()):
        return True
    kin = word.key in KIN or not KIN.isdisjoint(roles_in((word,)))
    return word.text.islower() and is_common(word.key) and not kin


def _unknown(given: Given, rewrite: Side, cast: Cast, known: frozenset[int]) -> list[tuple[int, int, str]]:
    """The stretches of words (end exclusive) that name what was not given, in order and apart."""
    words = rewrite.words
    named, in_full = _has_service(given), _named_in_full(words, known) | short_for(given.store.tags)
    found = [(first, last, "name") for first, last in names_in(rewrite) if not _all_known(words, first, last, known)]
    found += [(first, last, "role") for first, last in _strangers(given, rewrite, cast, known)]
    found += [
        (term.first, term.last, term.tag)
        for term in longest(told_things().find(words))
        if not _well_known(words, term, known, in_full, named=named)
    ]
    cut_down = _cut_down(given, rewrite) if found else ()
    found = [place for place in found if place[2] == "name" or not _is_spelled_out(words, place, cut_down)]
    kept: list[tuple[int, int, str]] = []
    for first, last, what in sorted(found, key=lambda place: (place[0], -place[1])):
        if kept and first < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(last, kept[-1][1]), kept[-1][2])
        else:
            kept.append((first, last, what))
    return kept


def _cut_down(given: Given, rewrite: Side) -> tuple[str, ...]:
    """The tokens of the original that are no words, and that the rewrite has in no form: "LL", "sol'r"."""
    original = given.original
    again = rewrite.store.known(original.store)
    odd = (word for n, word in enumerate(original.words) if n not in again and is_shorthand(word))
    keys = dict.fromkeys(word.key.replace("'", "") for word in odd if word.key not in much_used_names())
    return tuple(key for key in keys if key not in ordinary_words())[:_MOST]


def _is_spelled_out(words: Sequence[Word], place: tuple[int, int, str], cut_down: Sequence[str]) -> bool:
    """Whether what is named may be what a token of the original is short for: its letters, in their order."""
    first, last, _ = place
    for short in cut_down:
        for word in words[first:last]:
            letters = iter(word.key)
            if word.key[0] == short[0] and len(word.key) > len(short) and all(letter in letters for letter in short):
                return True
    return False


def _has_service(given: Given) -> bool:
    """Whether the original names a service or a course, or says that there are sessions."""
    words = given.original.words
    people = {name for mention in people_in(given.original) for name in mention}
    runs = (range(first, last) for first, last in names_in(given.original))
    if any(words[n].key not in people and not words[n].key.isdecimal() for run in runs for n in run):
        return True
    return any(word.key in _ANY_SERVICE for word in words)


def _all_known(words: Sequence[Word], first: int, last: int, known: frozenset[int]) -> bool:
    new = [n for n in range(first, last) if n not in known and words[n].key[0].isalnum()]
    # beside a part that was given an ordinary noun may be new: "Operation Willow"
    return not new or (len(new) < last - first and all(words[n].key in ordinary_words() for n in new))


def _well_known(
    words: Sequence[Word], term: Term, known: frozenset[int], in_full: frozenset[str], *, named: bool
) -> bool:
    """Whether a service or description was given; of three words or more one may be new: "hair (strand) test".

    A word for any service stands for one that was given by name: "the course" for "Triple P".
    """
    before = words[term.first - 1] if term.first else None
    if term.last - term.first == 1 and before is not None and term.first - 1 in known and _names_a_thing(before):
        return True  # "the TecSOS alarm" where TecSOS was given
    if before is not None and before.key in ("are", "is", "be") and words[term.first].key == "fine":
        return True
    following = words[term.last].key if term.last < len(words) else ""
    owned = before is not None and (before.possessive or before.key in ("his", "her", "their"))
    if term.tag == "accusation" and owned and following in ("are", "is"):
        return True  # "Mrs Ito's drinks are thickened"
    if named and all(words[n].key in _ANY_SERVICE for n in range(term.first, term.last)):
        return True
    new = [n for n in range(term.first, term.last) if n not in known and words[n].key[0].isalnum()]
    single = words[term.first].key.removesuffix("'s") if term.last - term.first == 1 else ""
    if single and (single in in_full or stem(single) in in_full):
        return True
    return not new or (term.last - term.first > 2 and len(new) == 1 and term.last - 1 in known)


def _named_in_full(words: Sequence[Word], known: frozenset[int]) -> frozenset[str]:
    """The base forms that end what was given under another name: "psychologist", where "EP" was."""
    return frozenset([stem(words[n].key) for n in known if n - 1 in known and not is_small(words[n].key)])


def _names_a_thing(word: Word) -> bool:
    """Whether a word is the name of a service or a product: a capital, no possessive, and no word of the language."""
    return word.text[:1].isupper() and word.key.isalpha() and not word.possessive and not is_common(word.key)


def _strangers(given: Given, rewrite: Side, cast: Cast, known: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The roles and agencies that nobody given can be."""
    words = rewrite.words
    at = 0
    heads: set[str] = set()  # of those whom the rewrite has named in full: "the nurse" after "the district nurse"
    for mention in cast.rewrite:
        if mention.in_gap or not mention.words or not mention.roles:
            continue
        if mention.owning and mention.roles & ANYBODY:
            continue  # "the children's aunt" brings in nobody
        while at < len(words) and words[at].start < mention.start:
            at += 1
        size = len(mention.words) + len(mention.party.names)
        head = min(at + len(mention.words), at + size) - 1
        if is_nobody(mention.words) or at >= len(words):
            continue
        end = head
        while head > at and words[head].key in NOBODY:
            head -= 1  # "school staff" is as well known as the school
        meant = head < end and end not in known and _is_only_meant(words[head], given)
        if meant and not roles_in(words[at : head + 1]) & cast.roles_given:
            head = end  # but where weed is known, "the drug service" is not
        if mention.roles & KIN and (_is_beyond(given) and (mention.owning or words[max(0, at - 1)].possessive)):
            continue  # "his mother's sister" is the maternal aunt
        if (
            words[head].key in heads
            or head in known
            or (mention.roles & _HOMES and _speaks_of_a_home(cast))
            or (mention.roles & _SIBLINGS and "sibling" in given.store.tags)
            or _is_given(mention, cast)
            or ("police" in mention.roles and given.harm_in_play)
        ):
            heads.add(words[head].key)
            continue
        yield at, min(at + len(mention.words), len(words))


def _speaks_of_a_home(cast: Cast) -> bool:
    """Whether a home is somebody who acts in the original: "Home to fit a door sensor"."""
    return any("home" in mention.roles and mention.party.kind is PartyKind.AGENCY for mention in cast.original)


def _is_only_meant(word: Word, given: Given) -> bool:
    """Whether a word was given in other words, and not itself in any form."""
    meant = any(tag in given.store.tags for _, _, tag in meanings_at((word,)))
    return meant and stem(word.key) not in given.store.stems


def _is_beyond(given: Given) -> bool:
    """Whether the original names kin beyond parents and children: an aunt, a grandparent, somebody's maternal side."""
    store = given.store
    return not _BEYOND.isdisjoint(store.keys) or any(role.startswith("grand") for role in store.tags)


def _is_given(mention: Mention, cast: Cast) -> bool:
    if mention.roles & cast.roles_given or any(shortens(mention, other.roles) for other in cast.original[:50]):
        return True
    if mention.party.kind is not PartyKind.PERSON:
        return False
    return any(cast.may_be(mention, other) for other in cast.original[:50])
