"""Where the parts of a text typed as notes begin: where somebody else is named with a duty, or is told of.

Source: practice judgement; what is typed in a hurry has no full stops, and a comma may stand for one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.drafting.bidding import governs, is_deed
from rewriter.drafting.commas import is_matter_of_its_own
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Reading
from rewriter.sentences.grammar import (
    ADVERBS,
    ALLOWING,
    ASKING,
    CONDITIONS,
    CONTROL,
    DETERMINERS,
    PREPOSITIONS,
    TELLING,
    ambiguous,
    verb_at,
)
from rewriter.text import Word

__all__ = ["Somebody", "closing", "opening", "parts_of", "somebody_at"]

_JOINERS = frozenset((",", "&", "+", "and", "plus", "but", "then", ";", ".", ")"))
_DASHES = frozenset(("-", "\u2013", "\u2014"))
_BEFORE_THE_LAST = _DASHES | {"("}
_LEADING = frozenset(
    (
        "tho",
        "though",
        "although",
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
        ",",
        "&",
        "+",
        "and",
        "/",
        ";",
    )
)
_TRAILING = frozenset(("!", ",", ";", "-", "\u2013", "\u2014", "and", "&", "+", "|", ":", "/", "but", "then", "so"))
_BEFORE_SOMEBODY = frozenset("the his her their both all our also then two three".split())
_CHAINING = frozenset(("and", "&", "+", "/", ",", "or"))
_NOT_THEIRS = frozenset("and or who with w w/ of in at on from to by for re as if so".split())
_TYPED_TO = frozenset(("2", "too"))
_BACK = frozenset(("back", "off", "home"))
_PACES = frozenset("wkly fortnightly monthly nightly termly every each twice once".split())
_ABOUT = frozenset(("for", "re"))
_WITH_DUTIES = (PartyKind.PROFESSIONAL, PartyKind.AGENCY)
_ANDS = frozenset(("and", "&", "+"))
_MOST_LISTED = 6  # words
_MOST_IN_A_HEADING = 3  # words
_THOUGH = frozenset(("tho", "though", "although"))


def parts_of(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give the word ranges (end exclusive) of the parts of a text, in order."""
    words = reading.words
    people = {party.first: party for party in reading.parties}
    for first, last in reading.sentences:
        begin, depth = _led(words, first, last), 0
        for n in range(begin + 1, last):
            depth += (words[n - 1].key == "(") - (words[n - 1].key == ")")
            if depth <= 0 and _begins(reading, people, begin, n, last):
                cut = _with_its_heading(words, begin, n)
                yield from _closed(words, begin, cut)
                begin = cut
        yield from _closed(words, begin, last)


def _is_act_in(reading: Reading, begin: int, n: int) -> bool:
    at = bisect_left(reading.asks, begin, key=_verb_of)
    return at < len(reading.asks) and reading.asks[at].verb < n


def _acts_in(reading: Reading, begin: int, n: int) -> bool:
    first = next(reading.acts_from(begin), None)
    return first is not None and first.verb < n


def _verb_of(act: Act) -> int:
    return act.verb


def _with_its_heading(words: Sequence[Word], begin: int, n: int) -> int:
    """Where a part begins whose few words of heading stand before a dash: "GP letter - mum to ask for"."""
    if words[n - 1].key not in _DASHES:
        return n
    for at in range(n - 2, max(n - 2 - _MOST_IN_A_HEADING, begin), -1):
        if words[at - 1].key == ",":
            return at
        if not words[at].key.isalpha():
            break
    return n


def _led(words: Sequence[Word], first: int, last: int) -> int:
    while first < last - 1 and (words[first].key in _LEADING or _is_number(words, first, last)):
        first += 1
    return first


def _is_number(words: Sequence[Word], n: int, last: int) -> bool:
    return words[n].key.isdigit() and n + 1 < last and words[n + 1].key in (".", ")")


def _closed(words: Sequence[Word], begin: int, end: int) -> Iterator[tuple[int, int]]:
    begin = _led(words, begin, end)
    while end > begin and words[end - 1].key in _TRAILING:
        end -= 1
    if any(word.key[0].isalnum() for word in words[begin:end]):
        yield begin, end


def _begins(reading: Reading, people: dict[int, Party], begin: int, n: int, last: int) -> bool:
    """Whether a new part begins at a word: after a mark or a joining word, where somebody has a duty or is told of."""
    words = reading.words
    mark = words[n - 1]
    if _types_two(words, people, begin, n, last) or _is_beside_what_is_asked(words, n, last):
        return True
    if mark.key == "so" and n in people and not people[n].owning:
        _, after = somebody_at(words, people, n, last)
        verb = verb_at(words, after, last) if after < last else None
        duty = verb is not None and verb.form == "third" and people[n].kind is not PartyKind.PRONOUN
        told = ASKING.isdisjoint(word.key for word in words[begin:n])
        return told and n - begin > 3 and (duty or (after < last and words[after].key == "to"))
    if mark.key == ":" and any(p.first < n - 1 for f, p in people.items() if f >= begin):
        told = any(words[m].key.endswith("ing") or words[m].key == "not" for m in range(begin, n - 1))
        somebody, after = somebody_at(words, people, n, last)
        return (
            told and somebody is not None and after < last and words[after].key in ASKING
        )  # "Zara not sleeping: mum to"
    dash = mark.key in _DASHES and words[n - 2].end < mark.start and mark.end < words[n].start
    if mark.key not in _JOINERS and not dash:
        return False
    if mark.key == "," and (_is_to_be_done(words, n, last) or _asks_whom_it_is_of(reading, begin, n, last)):
        return True
    if (mark.key == "," or dash) and _is_for_all(words, n, last):
        return True
    if dash and n in people and people[n].after < last and words[people[n].after].key == ",":
        return False  # "spare clothes in bag - dad, TA to prompt": his is what stands before him
    if words[begin].key in CONDITIONS and not _is_act_in(reading, begin, n):
        return False  # "if they are late, DSL to text mum": what follows hangs on it
    if mark.key == "," and words[n].key in ("if", "when", "once"):
        return _leads_to_a_task(words, people, n, last)
    if mark.key == "," and is_matter_of_its_own(reading, people, begin, n, last, acted=_acts_in(reading, begin, n)):
        return True
    somebody, after = somebody_at(words, people, n, last)
    if somebody is None:
        return False
    left = [m for m in range(begin, n - 1) if words[m].key[0].isalnum()]
    if not left or _is_only_people(words, people, begin, n - 1):
        return False
    few = len(left) <= _MOST_LISTED and not _acts_in(reading, begin, n)
    if mark.key in _ANDS and (few or _is_named_with(people, n)):
        return False  # "Housing, env health and the landlord to liaise", "so nursery & parents to use"
    if dash and len(left) <= _MOST_IN_A_HEADING:
        return False
    return _has_a_part(words, somebody, after, last, comma=mark.key == "," or dash)


def _is_named_with(people: dict[int, Party], n: int) -> bool:
    """Whether somebody stands right before the joining word before a word: both are asked in one breath."""
    near = (people.get(at) for at in range(max(0, n - _MOST_LISTED), n - 1))
    return any(party is not None and party.after == n - 1 and not party.owning for party in near)


def _is_beside_what_is_asked(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether what somebody says of it begins: "mum to do same at home tho she says she isnt a grass"."""
    return words[n].key in _THOUGH and n + 2 < last and words[n + 1].key in ("she", "he", "they", "says", "mum", "dad")


def _asks_whom_it_is_of(reading: Reading, begin: int, n: int, last: int) -> bool:
    """Whether something is "to" be done after how things are: "eet - not in anything since june, to look at colleges".

    So it is after an "if": "if low to tell someone". Somebody's task before the comma goes on after it.
    """
    words = reading.words
    if words[n].key == "if":
        at = next((m for m in range(n + 2, min(n + 5, last - 1)) if words[m].key == "to"), 0)
        if not at or any(words[m].key in _JOINERS for m in range(n, at)):
            return False
    else:
        at = n if words[n].key == "to" else 0
    first = bisect_left(reading.asks, begin, key=_verb_of)
    asked = reading.asks[first] if first < len(reading.asks) else None
    if not at or (asked is not None and asked.actors and asked.verb < n):
        return False
    verb = verb_at(words, at + 1, last) if at + 1 < last else None
    return verb is not None and verb.form == "base"


def _types_two(words: Sequence[Word], people: dict[int, Party], begin: int, n: int, last: int) -> bool:
    """Whether somebody has "2" before a verb, without a mark before them: "... at school mum 2 remind him"."""
    party = people.get(n)
    if party is None or party.owning or party.after >= last or words[party.after].key != "2" or n - begin < 3:
        return False
    return words[n - 1].key not in CONTROL | PREPOSITIONS | DETERMINERS | _CHAINING and _has_a_part(
        words, party, party.after, last, comma=False
    )


def _is_for_all(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether those named before are asked together: ", both to do the course"."""
    return words[n].key in ("both", "all", "each") and n + 2 < last and words[n + 1].key in ("to", "will", "must")


def _is_to_be_done(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether a thing that is to be done stands at a word: "homeless app to be made same day"."""
    for at in range(n + 1, min(n + 6, last - 2)):
        if words[at].key == "to" and words[at + 1].key == "be":
            verb = verb_at(words, at + 2, last)
            return verb is not None and verb.form == "past"
        if words[at].key in _ANDS:
            continue
        if not words[at].key.isalpha() or words[at].key in ASKING | ALLOWING | TELLING:
            return False
    return False


def _leads_to_a_task(words: Sequence[Word], people: dict[int, Party], n: int, last: int) -> bool:
    """Whether a condition comes before what follows from it: "if Winston misses 2 then CPN to ring"."""
    for at in range(n + 2, last - 1):
        if words[at].key in _JOINERS:
            somebody, after = somebody_at(words, people, at + 1, last)
            if somebody is not None and after < last and words[after].key in ASKING:
                return True
    return False


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


def _is_only_people(words: Sequence[Word], people: dict[int, Party], begin: int, end: int) -> bool:
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


def _has_a_part(words: Sequence[Word], somebody: Party, after: int, last: int, *, comma: bool) -> bool:
    """Whether what follows somebody is a duty, what they do, or what is told of them."""
    while after < last and words[after].key in ADVERBS:
        after += 1
    if after >= last:
        return False
    key = words[after].key
    if key == "," and after + 1 < last and words[after + 1].key[0].isdigit():
        return True  # "drugs worker Mo, 6 sessions"
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
    if verb is not None and (key not in ambiguous() or governs(words, after + verb.length, last)):
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


class Somebody(NamedTuple):
    """Who a part without a verb is for: the last of them, and the word indices of all (end exclusive)."""

    party: Party
    first: int
    after: int


def opening(part: Reading) -> Somebody | None:
    """Those with whom a part without a verb opens: "carers 4x day", "OT re bathroom"."""
    people = {party.first: party for party in part.parties}
    party, after = somebody_at(part.words, people, 0, len(part.words))
    if party is None or not _has_a_part(part.words, party, after, len(part.words), comma=True):
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
        if part.keys[party.first - 1] in _BEFORE_THE_LAST and party.first > 1:
            return Somebody(party, party.first, last)
    return None
