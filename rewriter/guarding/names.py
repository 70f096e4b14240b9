"""Names and services in a rewrite that the user did not give, and those given that are not found again.

A name is what is written as one inside a sentence, or stands where a person does; a service, place, diagnosis or
accusation is what `words/guarding.toml` lists under `invented`, and every role or agency.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from rewriter.amounts.counting import value_of
from rewriter.answer import Concern, ConcernKind
from rewriter.guarding.alike import is_small
from rewriter.guarding.apposition import glosses, said_beside
from rewriter.guarding.calendar import weekday_at
from rewriter.guarding.concern import fault
from rewriter.guarding.declared import Excused
from rewriter.guarding.given import Given
from rewriter.guarding.people import KIN, Cast, Mention
from rewriter.guarding.sides import Side
from rewriter.guarding.units import UNITS
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
    "client customer resident patient department office section branch".split()
)
_AFTER_SUBJECT = frozenset("to will must should and & , is has ( also then can may 's or".split())
_HEADING = 4  # words, at most, on either side of one in a heading
_JOINING = frozenset(("&", "and", "+", ","))
_LETTERS, _SPELLED = 5, 2  # the most letters of an abbreviation, and the fewest words that it stands for
_ANY_SERVICE = frozenset(
    "course courses programme programmes group groups class classes session sessions workshop workshops "
    "training".split()
)
_WHAT = {
    "service": "service or activity", "place": "place", "diagnosis": "diagnosis or state of health",
    "accusation": "description of somebody",
}  # fmt: skip


@cache
def _invented() -> Lexicon:
    return Lexicon(word_lists("guarding")["invented"])


def compare_names(given: Given, rewrite: Side, cast: Cast, excused: Excused) -> Iterator[Concern]:
    """Give a concern for each name, role, service or description that was not given, and for each that was dropped."""
    known = given.store.known(rewrite.store)
    unknown = _unknown(given, rewrite, cast, known)
    lost = list(_lost(given, rewrite, cast))
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
        if not excused.covers_from(start):
            message = "Who or what the original names here is not in the rewrite."
            yield fault(ConcernKind.DROPPED, given.original.text, start, end, message)


def _unknown(given: Given, rewrite: Side, cast: Cast, known: frozenset[int]) -> list[tuple[int, int, str]]:
    """The stretches of words (end exclusive) that name what was not given, in order and apart."""
    words = rewrite.words
    named = _has_service(given)
    found = [(first, last, "name") for first, last in _names(rewrite) if not _all_known(words, first, last, known)]
    found += [(first, last, "role") for first, last in _strangers(given, rewrite, cast, known)]
    found += [
        (term.first, term.last, term.tag)
        for term in _longest(_invented().find(words))
        if not _well_known(words, term, known, named=named)
    ]
    kept: list[tuple[int, int, str]] = []
    for first, last, what in sorted(found, key=lambda place: (place[0], -place[1])):
        if kept and first < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(last, kept[-1][1]), kept[-1][2])
        else:
            kept.append((first, last, what))
    return kept


def _has_service(given: Given) -> bool:
    """Whether the original names a service or a course, or says that there are sessions."""
    words = given.original.words
    people = {name for mention in _people(given.original) for name in mention}
    runs = (range(first, last) for first, last in _names(given.original))
    if any(words[n].key not in people and not words[n].key.isdecimal() for run in runs for n in run):
        return True
    return any(word.key in _ANY_SERVICE for word in words)


def _all_known(words: Sequence[Word], first: int, last: int, known: frozenset[int]) -> bool:
    return all(n in known or not words[n].key[0].isalnum() for n in range(first, last))


def _well_known(words: Sequence[Word], term: Term, known: frozenset[int], *, named: bool) -> bool:
    """Whether a service or description was given; of three words or more one may be new: "hair (strand) test".

    A word for any service stands for one that was given by name: "the course" for "Triple P".
    """
    if named and all(words[n].key in _ANY_SERVICE for n in range(term.first, term.last)):
        return True
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
    if word.key.endswith(("day", "days", "wise")) or weekday_at(words, index) is not None or word.key in UNITS:
        return False
    if value_of(word.key) is not None:
        return False  # "Year Ten"
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


def _lost(given: Given, rewrite: Side, cast: Cast) -> Iterator[tuple[int, int]]:
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
        if not _may_be_meant(mention, cast, opens_with_pronoun=opens_with_pronoun and not places):
            places.append((mention.start, mention.end))
    for first, last in _names(given.original):
        start, end = words[first].start, words[last - 1].end
        heading = _is_heading(words, first, last)  # "DA: ..." says what the row is about
        if said_beside(words, first, last, found_again, store.keys):
            continue
        letters = last - first == 1 and words[first].text.isupper() and len(words[first].key) <= _LETTERS
        if letters and _unaccounted(given, rewrite) >= _SPELLED:
            continue  # "BM" may be the "blood sugar" of the rewrite
        alone = not heading and len(words[first].key) > 1 and not any(n in found_again for n in range(first, last))
        taken = (*places, *((mention.start, mention.end) for mention in cast.original[:50]))
        if alone and not given.is_told(start) and not any(s < end and start < e for s, e in taken):
            places.append((start, end))
    places += _lost_services(given, found_again, places)
    yield from sorted(places)


def _is_heading(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words stand before a colon at the start of a line, and say what it is about: "Hospital: ..."."""
    near = range(first - 1, max(-1, first - _HEADING), -1)
    mark = next((words[n].key for n in near if words[n].key in _OPENERS), "" if first < _HEADING else ":")
    return mark not in (":", "-") and any(word.key in (":", "-") for word in words[last : last + _HEADING])


def _may_be_meant(mention: Mention, cast: Cast, *, opens_with_pronoun: bool) -> bool:
    """Whether the rewrite speaks of them in another way: by a role, a pronoun, or a kinship seen from elsewhere."""
    if mention.words and _is_nobody(mention.words) and not mention.names:
        return True
    if any(cast.may_be(mention, other) for other in cast.rewrite[:50]):
        return True
    person = mention.party.kind is PartyKind.PERSON
    if not mention.names and person and _has_new_kin(cast):
        return True  # "her sister's medication" where the aunt was to see to mum's
    if opens_with_pronoun and person:
        return True  # "She attends ..." speaks of somebody
    return mention.owning and bool(cast.rewrite or opens_with_pronoun)


def _several(mention: Mention, words: Sequence[Word], first: int, last: int, found: frozenset[int]) -> list[int]:
    """The names not found again of a mention that joins several: "daughters Ailsa & Morag". Word indices."""
    last = min(last, len(words))
    named = [n for n in range(first, last) if words[n].key in mention.names and not _is_title(words[n])]
    joined = [n for n in named if any(words[m].key in _JOINING for m in (n - 1, n + 1) if first <= m < last)]
    return [n for n in joined if n not in found]


def _is_found(mention: Mention, words: Sequence[Word], first: int, last: int, found: frozenset[int]) -> bool:
    """Whether a name of theirs, or the noun that says what they are, is among the words found again."""
    named = [n for n in range(first, last) if words[n].key in mention.names and not _is_title(words[n])]
    if any(n in found for n in named):
        return True
    head = max((n for n in range(first, last) if n not in named and words[n].key[0].isalpha()), default=None)
    return head is not None and head in found


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
    for term in _longest(_invented().find(words)):
        if term.tag not in ("service", "place"):
            continue
        start, end = words[term.first].start, words[term.last - 1].end
        if any(n in found_again for n in range(term.first, term.last)) or given.is_told(start):
            continue
        if not _is_heading(words, term.first, term.last) and not any(s < end and start < e for s, e in places):
            found.append((start, end))
    return found


def _is_nobody(words: Sequence[Word]) -> bool:
    return all(word.key in _NOBODY for word in words)


def _is_title(word: Word) -> bool:
    return word.key in titles() and word.key not in ("nan", "gran", "nana", "aunt", "uncle")


def _opens_with_pronoun(side: Side) -> bool:
    parties = side.reading.parties
    return bool(parties) and parties[0].kind is PartyKind.PRONOUN
