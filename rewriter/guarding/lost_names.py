"""Who and what the original names, by a name or as a role, a team or a service, and the rewrite has in no form."""

from collections.abc import Iterator, Sequence

from rewriter.guarding.alike import is_small
from rewriter.guarding.apposition import said_beside
from rewriter.guarding.given import Given
from rewriter.guarding.people import KIN, Cast, Mention, shortens
from rewriter.guarding.sides import Side
from rewriter.guarding.written_names import (
    NOBODY,
    OPENERS,
    is_cut_off,
    is_letters,
    is_nobody,
    is_plain,
    is_title,
    longest,
    names_in,
    told_things,
)
from rewriter.masking.lists import much_used_names
from rewriter.people import PartyKind
from rewriter.text import Word

__all__ = ["lost_names"]

_OF_MANY = frozenset(
    "family social support care health community school home mental district nurse work the his her their mum's dad's "
    "allocated named key lead new old own big little head class child children children's".split()
)
_LARGE = 2  # the most letters of a word written large that is an abbreviation all the same
_HEADING = 4  # words, at most, on either side of one in a heading
_ENDS_HEADING = frozenset((":", ",", "-", "\u2013", "\u2014", ".", "\n"))
_JOINING = frozenset(("&", "and", "+", ","))
_APART = frozenset("son daughter brother sister mother father grandmother grandfather aunt uncle".split()) | {
    "adult son"
}
_SIBS = frozenset(("sib", "sibs"))
_SIBLINGS = frozenset("brother brothers sister sisters sibling siblings".split())
_CHILD = frozenset(("child", "son", "daughter", "young person", "baby"))
_SPELLED = 2  # the fewest words that an abbreviation stands for


def lost_names(given: Given, rewrite: Side, cast: Cast) -> Iterator[tuple[int, int]]:
    """The people, roles, agencies and names of the original that the rewrite has in no form."""
    store = rewrite.store
    found_again = store.known(given.original.store)
    words = given.original.words
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    places: list[tuple[int, int]] = []
    opens_with_pronoun = _opens_with_pronoun(rewrite)
    at = 0
    for mention in cast.original:
        while at < len(words) and words[at].start < mention.start:
            at += 1
        last = at + mention.party.last - mention.party.first
        who = (mention.names, mention.roles)
        if _is_no_one(mention, words, at, last, store.keys):
            continue
        if who in seen or given.is_told(mention.start) or (not mention.names and _is_heading(words, at, last)):
            continue
        seen.add(who)
        several = _several(mention, words, at, last, found_again)
        if several and len(several) < len(mention.names):
            if not said_beside(words, several[0], last, frozenset(), store.keys):
                places.append((words[several[0]].start, words[several[-1]].end))
            continue
        if _is_found(mention, words, at, last, found_again) or said_beside(words, at, last, found_again, store.keys):
            continue
        meant = _may_be_meant(mention, cast, opens_with_pronoun=opens_with_pronoun and not places)
        if not meant or (_is_listed(mention, words, at, last) and _is_nowhere(mention, cast)):
            places.append((mention.start, mention.end))
    for first, last in names_in(given.original):
        start, end = words[first].start, words[last - 1].end
        heading = _is_heading(words, first, last)  # "DA: ..." says what the row is about
        if said_beside(words, first, last, found_again, store.keys):
            continue
        letters = all(is_letters(word) for word in words[first:last])
        if letters and _unaccounted(given, rewrite) >= _SPELLED:
            continue  # "BM" may be the "blood sugar" of the rewrite
        alone = not heading and len(words[first].key) > 1 and not any(n in found_again for n in range(first, last))
        taken = (*places, *((mention.start, mention.end) for mention in cast.original[:50]))
        alone = alone and not _only_looks_like_a_name(words, first, last, store.keys)
        if alone and not given.is_told(start) and not any(s < end and start < e for s, e in taken):
            places.append((start, end))
    places += _lost_services(given, found_again, places)
    yield from sorted(places)


def _is_no_one(mention: Mention, words: Sequence[Word], first: int, last: int, kept: frozenset[str]) -> bool:
    """Whether words that are read as a person or a team are none: "somebody", or what a line is about."""
    one = last - first == 1
    if one and not mention.names and first < len(words) and words[first].key in NOBODY:
        return True  # "somebody to walk home with him"
    about = (one and _is_heading(words, first, last)) or _names_a_matter(words, first, last)  # "Smokefree: ..."
    if about and not _are_given_names(mention.names):
        return True
    return bool(mention.names) and _only_looks_like_a_name(words, first, last, kept)


def _only_looks_like_a_name(words: Sequence[Word], first: int, last: int, kept: frozenset[str]) -> bool:
    """Whether one word with a capital names nobody: an ordinary word that opens its sentence or is written large.

    So "Push factors" and "NOT her own". A name whose apostrophe was left out, "Temis", is there if "Temi" is.
    """
    if last - first != 1:
        return False
    word = words[first]
    if word.key.endswith("s") and word.key[:-1] in kept:
        return True
    opens = first == 0 or words[first - 1].key in OPENERS
    if opens and word.key in _SIBS and not kept.isdisjoint(_SIBLINGS):
        return True  # "Sib contact"
    if not is_plain(word.key) and not (is_cut_off(word.key) and not _are_given_names(frozenset((word.key,)))):
        return False
    if word.text.isupper():
        return len(word.key) > _LARGE
    return opens


def _are_given_names(names: frozenset[str]) -> bool:
    return not names.isdisjoint(much_used_names())


def _names_a_matter(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a line opens with what it is about, not with somebody: "Mtg mins: ...", "Neighbour dispute, Mr Tull"."""
    if last - first != 1 or (first and words[first - 1].key not in ("\n", ".")) or first + 2 >= len(words):
        return False
    noun, mark = words[first + 1], words[first + 2]
    return noun.text.islower() and noun.key.isalpha() and not is_small(noun.key) and mark.key in _ENDS_HEADING


def _is_heading(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words stand before a colon at the start of a line, and say what it is about: "Hospital: ..."."""
    near = range(first - 1, max(-1, first - _HEADING), -1)
    mark = next((words[n].key for n in near if words[n].key in OPENERS), "" if first < _HEADING else ":")
    return mark not in (":", "-") and any(word.key in (":", "-") for word in words[last : last + _HEADING])


def _may_be_meant(mention: Mention, cast: Cast, *, opens_with_pronoun: bool) -> bool:
    """Whether the rewrite speaks of them in another way: by a role, a pronoun, or a kinship seen from elsewhere."""
    if mention.words and is_nobody(mention.words) and not mention.names:
        return True
    apart = _told_apart(mention, cast)
    if any(cast.may_be(mention, other) and not other.roles & apart for other in cast.rewrite[:50]):
        return True
    if not mention.names and any(
        shortens(other, mention.roles) and not other.roles & _others_of(mention, cast) for other in cast.rewrite[:50]
    ):
        return True  # "the nurse" for the district nurse
    person = mention.party.kind is PartyKind.PERSON
    if not mention.names and person and not apart and _has_new_kin(cast):
        return True  # "her sister's medication" where the aunt was to see to mum's
    if opens_with_pronoun and person:
        return True  # "She attends ..." speaks of somebody
    child = not mention.names and bool(mention.roles & _CHILD) and mention is cast.original[0]
    if child and any(other.in_gap and other.names for other in cast.rewrite[:50]):
        return True  # "[name] takes his medication" where the lad is to
    return mention.owning and bool(cast.rewrite or opens_with_pronoun)


def _is_listed(mention: Mention, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether somebody is one of several who are named in a row: "uncle Moses + Pastor Emmanuel"."""
    if not mention.names or not _is_capital(words[first]):
        return False
    before = first > 1 and words[first - 1].key in _JOINING and _is_capital(words[first - 2])
    return before or (last + 1 < len(words) and words[last].key in _JOINING and _is_capital(words[last + 1]))


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper() and word.key[0].isalpha()


def _is_nowhere(mention: Mention, cast: Cast) -> bool:
    """Whether everybody of the rewrite is somebody else: named otherwise, or in a role of another of the original."""
    held = _others_of(mention, cast)
    return not any(
        cast.may_be(mention, other) and (other.names or not other.roles & held) for other in cast.rewrite[:50]
    )


def _others_of(mention: Mention, cast: Cast) -> frozenset[str]:
    """The roles that the original gives to others and not to this one."""
    held = (each.roles for each in cast.original[:50] if each is not mention)
    return frozenset().union(*held) - cast.roles(mention)


def _told_apart(mention: Mention, cast: Cast) -> frozenset[str]:
    """The roles of its kind that the original names beside it: the son, where "son, daughter and IMCA" are to come.

    Whoever is called by one of these in the rewrite is not the other as well.
    """
    if mention.names or not mention.roles & _APART or mention.owning:
        return frozenset()
    others = (other.roles for other in cast.original[:50] if not other.roles & mention.roles)
    return frozenset().union(*others) & _APART


def _several(mention: Mention, words: Sequence[Word], first: int, last: int, found: frozenset[int]) -> list[int]:
    """The names not found again of a mention that joins several: "daughters Ailsa & Morag". Word indices."""
    last = min(last, len(words))
    named = [n for n in range(first, last) if words[n].key in mention.names and not is_title(words[n])]
    joined = [n for n in named if any(words[m].key in _JOINING for m in (n - 1, n + 1) if first <= m < last)]
    return [n for n in joined if n not in found]


def _is_found(mention: Mention, words: Sequence[Word], first: int, last: int, found: frozenset[int]) -> bool:
    """Whether a name of theirs, or the noun that says what they are, is among the words found again."""
    named = [n for n in range(first, last) if words[n].key in mention.names and not is_title(words[n])]
    if any(n in found for n in named):
        return True
    said = [n for n in range(first, last) if n not in named and words[n].key[0].isalpha()]
    if len(said) > 1 and any(n in found and not is_nobody([words[n]]) and words[n].key not in _OF_MANY for n in said):
        return True  # "the Whitakers, who foster her" for "foster carers"
    return bool(said) and said[-1] in found


def _has_new_kin(cast: Cast) -> bool:
    """Whether the rewrite calls somebody by a kinship that the original does not name: one seen from another side."""
    named = {role for mention in cast.original for role in mention.roles}
    kin = (mention for mention in cast.rewrite if mention.party.kind is PartyKind.PERSON)
    return any(mention.roles & KIN and not mention.roles & named for mention in kin)


def _unaccounted(given: Given, rewrite: Side) -> int:
    """How many words of matter in the rewrite's objectives come from nothing in the original."""
    known = given.store.known(rewrite.store)
    new = 0
    for n, word in enumerate(rewrite.words):
        if n in known or is_small(word.key) or not word.key.isalpha() or not word.text.islower():
            continue
        line = rewrite.line_at(word.start)
        said = line is not None and not line.is_goal
        new += said and not rewrite.in_gap(word.start) and not rewrite.in_value(word.start)
    return new


def _lost_services(
    given: Given, found_again: frozenset[int], places: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    words = given.original.words
    found: list[tuple[int, int]] = []
    for term in longest(told_things().find(words)):
        if term.tag not in ("service", "place"):
            continue
        start, end = words[term.first].start, words[term.last - 1].end
        if any(n in found_again for n in range(term.first, term.last)) or given.is_told(start):
            continue
        if not _is_heading(words, term.first, term.last) and not any(s < end and start < e for s, e in places):
            found.append((start, end))
    return found


def _opens_with_pronoun(side: Side) -> bool:
    parties = side.reading.parties
    return bool(parties) and parties[0].kind is PartyKind.PRONOUN
