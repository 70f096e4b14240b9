"""Names and services in a rewrite that the user did not give, and those given that are not found again.

A name is what is written as one inside a sentence, or stands where a person does; a service, place, diagnosis or
accusation is what `words/guarding.toml` lists under `invented`, and every role or agency.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.calendar import weekday_at
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given, Store
from rewriter.guarding.people import Cast, Mention
from rewriter.guarding.sides import Side
from rewriter.lexicon import Lexicon, Term
from rewriter.people import Party, PartyKind
from rewriter.sentences.grammar import verb_at
from rewriter.text import Word
from rewriter.timing.words import MONTH_NUMBERS
from rewriter.vocabulary import is_common, titles
from rewriter.words import word_lists

__all__ = ["compare_names"]

_OPENERS = frozenset(
    (".", ":", "\n", "!", "?", '"', "\u201c", "\u2018", "[", "(", "-", "\u2013", "\u2014", "|", "\u2022", "*", ")")
)
# Somebody, but nobody in particular: naming them invents nothing, and leaving them out loses nothing.
_NOBODY = frozenset(
    "trust worker workers professional professionals agency agencies service services staff team teams person people "
    "home friends peers classmates everyone everybody all us network adult adults family families individual "
    "practitioner lead officer manager education health others partners members board unit management placement "
    "client customer resident patient".split()
)
_AFTER_SUBJECT = frozenset("to will must should and & , is has ( also then can may 's or".split())
_WHAT = {
    "service": "service or activity", "place": "place", "diagnosis": "diagnosis or state of health",
    "accusation": "description of somebody",
}  # fmt: skip


@cache
def _invented() -> Lexicon:
    return Lexicon(word_lists("guarding")["invented"])


def compare_names(given: Given, rewrite: Side, cast: Cast, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each name, role, service or description that was not given, and for each that was dropped."""
    known = given.store.known(rewrite.words)
    unknown = _unknown(given, rewrite, cast, known)
    lost = list(_lost(given, rewrite, cast))
    changed = [place for place in unknown if place[2] in ("name", "role")]
    for first, last, what in unknown:
        start, end = rewrite.words[first].start, rewrite.words[last - 1].end
        if rewrite.in_gap(start) or rewrite.in_label(start) or excused.covers_to(start):
            continue
        old = lost.pop(0) if lost and (first, last, what) in changed else None
        if old is not None:
            message = f"The original says \u201c{given.original.text[old[0] : old[1]]}\u201d."
            yield fault(ConcernKind.CHANGED, rewrite.text, start, end, message)
        else:
            message = f"This {_WHAT.get(what, what)} is nowhere in what was given."
            yield fault(ConcernKind.INVENTED, rewrite.text, start, end, message)
    for start, end in lost:
        if not excused.covers_from(start):
            message = "Who or what the original names here is not in the rewrite."
            yield fault(ConcernKind.DROPPED, given.original.text, start, end, message)


# -- what was not given ------------------------------------------------------------------------------


def _unknown(given: Given, rewrite: Side, cast: Cast, known: frozenset[int]) -> list[tuple[int, int, str]]:
    """The stretches of words (end exclusive) that name what was not given, in order and apart."""
    words = rewrite.words
    found = [(first, last, "name") for first, last in _names(rewrite) if not _all_known(words, first, last, known)]
    found += [(first, last, "role") for first, last in _strangers(given, rewrite, cast, known)]
    found += [
        (term.first, term.last, term.tag)
        for term in _longest(_invented().find(words))
        if not _well_known(words, term, known)
    ]
    kept: list[tuple[int, int, str]] = []
    for first, last, what in sorted(found, key=lambda place: (place[0], -place[1])):
        if kept and first < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(last, kept[-1][1]), kept[-1][2])
        else:
            kept.append((first, last, what))
    return kept


def _all_known(words: Sequence[Word], first: int, last: int, known: frozenset[int]) -> bool:
    return all(n in known or not words[n].key[0].isalnum() for n in range(first, last))


def _well_known(words: Sequence[Word], term: Term, known: frozenset[int]) -> bool:
    """Whether a service or description was given; of three words or more one may be new: "hair (strand) test"."""
    new = [n for n in range(term.first, term.last) if n not in known and words[n].key[0].isalnum()]
    return not new or (term.last - term.first > 2 and len(new) == 1 and term.last - 1 in known)


def _longest(terms: Sequence[Term]) -> list[Term]:
    kept: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.first, -term.last)):
        if not kept or term.first >= kept[-1].last:
            kept.append(term)
    return kept


def _names(side: Side) -> Iterator[tuple[int, int]]:
    """What is written as a name: word indices (end exclusive), several words in a row as one."""
    words = side.words
    if side.text.isupper():
        return
    people = {name for mention in _people(side) for name in mention}
    first = 0
    for index in range(len(words) + 1):
        if index < len(words) and _is_written_as_name(words, index, people):
            continue
        if index > first:
            run = range(first, index)
            # one word of the language with a capital is no name; two in a row, or one that is no such word, are
            if len(run) > 1 or not is_common(words[first].key) or words[first].key in people:
                yield first, index
        first = index + 1


def _people(side: Side) -> Iterator[tuple[str, ...]]:
    """The names of people; a word that only opens its sentence with a capital is one if it can be a subject."""
    words = side.reading.words
    for party in side.reading.parties:
        if party.names and not _only_opens(words, party):
            yield party.names


def _only_opens(words: Sequence[Word], party: Party) -> bool:
    opens = party.first == 0 or words[party.first - 1].key in _OPENERS
    if not opens or party.role or party.owning or party.last - party.first > 1 or party.last >= len(words):
        return False
    return words[party.last].key not in _AFTER_SUBJECT and verb_at(words, party.last, len(words)) is None


def _is_written_as_name(words: Sequence[Word], index: int, people: set[str]) -> bool:
    word = words[index]
    if not word.text[:1].isupper() or word.key in titles() or word.key in MONTH_NUMBERS:
        return False
    if word.key.endswith(("day", "days", "wise")) or weekday_at(words, index) is not None:
        return False
    if (len(word.text) == 1 and not word.key.isalpha()) or word.text in ("I", "A"):
        return False
    if word.key.partition("'")[0] in ("he", "she", "they", "we", "you", "it", "i", "that", "there"):
        return False  # "He'd"
    opens = index == 0 or words[index - 1].key in _OPENERS
    if not opens or word.key in people:
        return True
    following = words[index + 1] if index + 1 < len(words) else None
    in_run = following is not None and following.text[:1].isupper() and following.key not in people
    letters = word.text.isupper() and len(word.text) > 1
    return letters or (in_run and not is_common(word.key))


def _strangers(given: Given, rewrite: Side, cast: Cast, known: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The roles and agencies that nobody given can be."""
    words = rewrite.words
    at = 0
    for mention in cast.rewrite:
        if mention.in_gap or not mention.words or not mention.roles:
            continue
        while at < len(words) and words[at].start < mention.start:
            at += 1
        size = len(mention.words) + len(mention.party.names)
        head = min(at + len(mention.words), at + size) - 1
        if _is_nobody(mention.words) or at >= len(words):
            continue
        while head > at and words[head].key in _NOBODY:
            head -= 1  # "school staff" is as well known as the school
        if head in known or _is_given(mention, cast) or ("police" in mention.roles and given.harm_in_play):
            continue
        yield at, min(at + len(mention.words), len(words))


def _is_given(mention: Mention, cast: Cast) -> bool:
    if mention.roles & cast.roles_given:
        return True
    if mention.party.kind is not PartyKind.PERSON:
        return False
    return any(cast.may_be(mention, other) for other in cast.original[:50])


# -- what was dropped --------------------------------------------------------------------------------


def _lost(given: Given, rewrite: Side, cast: Cast) -> Iterator[tuple[int, int]]:
    """The people, roles, agencies and names of the original that the rewrite has in no form."""
    store = Store(rewrite.words)
    found_again = store.known(given.original.words)
    words = given.original.words
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    places: list[tuple[int, int]] = []
    opens_with_pronoun = _opens_with_pronoun(rewrite)
    at = 0
    for mention in cast.original:
        while at < len(words) and words[at].start < mention.start:
            at += 1
        size = mention.party.last - mention.party.first
        who = (mention.names, mention.roles)
        if who in seen or given.is_told(mention.start):
            continue
        seen.add(who)
        if any(n in found_again for n in range(at, at + size) if not _is_title(words[n])):
            continue
        if mention.words and _is_nobody(mention.words) and not mention.names:
            continue
        if any(cast.may_be(mention, other) for other in cast.rewrite[:50]):
            continue
        if opens_with_pronoun and mention.party.kind is PartyKind.PERSON and not places:
            continue  # "She attends ..." speaks of somebody
        if mention.owning and (cast.rewrite or opens_with_pronoun):
            continue
        places.append((mention.start, mention.end))
    for first, last in _names(given.original):
        start, end = words[first].start, words[last - 1].end
        heading = last < len(words) and words[last].key == ":"  # "DA: ..." says what the row is about
        alone = not heading and len(words[first].key) > 1 and not any(n in found_again for n in range(first, last))
        taken = (*places, *((mention.start, mention.end) for mention in cast.original[:50]))
        if alone and not given.is_told(start) and not any(s < end and start < e for s, e in taken):
            places.append((start, end))
    places += _lost_services(given, found_again, places)
    yield from sorted(places)


def _lost_services(
    given: Given, found_again: frozenset[int], places: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    words = given.original.words
    found: list[tuple[int, int]] = []
    for term in _longest(_invented().find(words)):
        if term.tag not in ("service", "place"):
            continue
        start, end = words[term.first].start, words[term.last - 1].end
        if any(n in found_again for n in range(term.first, term.last)) or given.is_told(start):
            continue
        if not any(s < end and start < e for s, e in places):
            found.append((start, end))
    return found


def _is_nobody(words: Sequence[Word]) -> bool:
    return all(word.key in _NOBODY for word in words)


def _is_title(word: Word) -> bool:
    return word.key in titles() and word.key not in ("nan", "gran", "nana", "aunt", "uncle")


def _opens_with_pronoun(side: Side) -> bool:
    parties = side.reading.parties
    return bool(parties) and parties[0].kind is PartyKind.PRONOUN
