"""Where the parts of a text typed as notes begin: where somebody else is named with a duty, or is told of.

Source: practice judgement; what is typed in a hurry has no full stops, and a comma may stand for one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rewriter.drafting.commas import FEELINGS, is_matter_of_its_own
from rewriter.drafting.somebody import has_a_part, is_only_people, somebody_at
from rewriter.evidence.by_doer import begun_by_doer
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Reading
from rewriter.sentences.grammar import (
    ALLOWING,
    ASKING,
    CONDITIONS,
    CONTROL,
    DETERMINERS,
    PREPOSITIONS,
    TELLING,
    verb_at,
)
from rewriter.text import Word

__all__ = ["parts_of"]

_JOINERS = frozenset((",", "&", "+", "and", "plus", "but", "then", ";", ".", ")"))
_DASHES = frozenset(("-", "\u2013", "\u2014"))
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
_CHAINING = frozenset(("and", "&", "+", "/", ",", "or"))
_ANDS = frozenset(("and", "&", "+"))
_STOPS = frozenset((",", ".", "&", "+", "and", "("))
_MOST_LISTED = 6  # words
_MOST_IN_A_HEADING = 3  # words
_HAPPENED = frozenset("fell had was were been went got hurt cut lost broke missed".split())
_THOUGH = frozenset(("tho", "though", "although"))


def parts_of(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give the word ranges (end exclusive) of the parts of a text, in order."""
    words = reading.words
    people = {party.first: party for party in reading.parties}
    for first, last in reading.sentences:
        begin, depth = _led(words, first, last), 0
        for n in range(begin + 1, last):
            depth += (words[n - 1].key == "(") - (words[n - 1].key == ")")
            if depth <= 0 and (_is_anothers(reading, people, begin, n) or _begins(reading, people, begin, n, last)):
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
    if words[n - 1].key == "." and words[n - 2].key == "ind":
        return n - 2  # "ind. SW": an independent one
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


def _is_anothers(reading: Reading, people: dict[int, Party], begin: int, n: int) -> bool:
    """Whether somebody else's task begins at a word, as the critique reads it too; a dash may follow its heading."""
    if n not in reading.lasting(begun_by_doer) or reading.keys[begin] in CONDITIONS:
        return False
    if reading.keys[n - 1] in _DASHES and not _is_act_in(reading, begin, n):
        return False
    return not is_only_people(reading.words, people, begin, n - 1)


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
        return _is_told_before(words, people, begin, n, last)
    dash = mark.key in _DASHES and words[n - 2].end < mark.start and mark.end < words[n].start
    if mark.key not in _JOINERS and not dash:
        return False
    if mark.key == "," and _opens_anew(reading, people, begin, n, last):
        return True
    if (mark.key == "," or dash) and _is_for_all(words, n, last):
        return True
    his = people.get(n + (words[n].key == "both")) if dash else None
    if his is not None and his.after < last and words[his.after].key == ",":
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
    if not left or is_only_people(words, people, begin, n - 1):
        return False
    few = len(left) <= _MOST_LISTED and not _acts_in(reading, begin, n)
    if mark.key in _ANDS and (few or _is_named_with(people, n)):
        return False  # "Housing, env health and the landlord to liaise", "so nursery & parents to use"
    if dash and len(left) <= _MOST_IN_A_HEADING:
        return False
    return has_a_part(words, somebody, after, last, comma=mark.key == "," or dash)


def _is_told_before(words: Sequence[Word], people: dict[int, Party], begin: int, n: int, last: int) -> bool:
    """Whether how things are stands before a colon and somebody's task behind it: "Zara not sleeping: mum to"."""
    before = words[begin : n - 1]
    told = any(word.key.endswith("ing") or word.key == "not" or word.key in _HAPPENED | FEELINGS for word in before)
    somebody, after = somebody_at(words, people, n, last)
    return told and somebody is not None and after < last and words[after].key in ASKING


def _opens_anew(reading: Reading, people: dict[int, Party], begin: int, n: int, last: int) -> bool:
    """Whether a comma ends what stands before it whoever comes next: a list that is somebody's, or has been set."""
    words = reading.words
    if _closes_a_list(words, people, begin, n - 1) or _is_to_be_done(words, n, last):
        return True
    if _acts_in(reading, begin, n) and _closes_a_list(words, people, n, _next_comma(words, n, last)):
        return True
    return _asks_whom_it_is_of(reading, begin, n, last)


def _closes_a_list(words: Sequence[Word], people: dict[int, Party], begin: int, comma: int) -> bool:
    """Whether whose a list is stands behind a dash before a comma: "homework before telly - both parents, ..."."""
    further = people.get(comma + 1)
    if further is not None and further.after < len(words) and words[further.after].key in _STOPS:
        return False  # "mtg - GP, pharmacist, family": who is to be there
    dash = next((m for m in range(comma - 1, max(begin + 1, comma - _MOST_LISTED), -1) if words[m].key in _DASHES), 0)
    named = any(at in people and people[at].role and not people[at].owning for at in range(dash + 1, comma))
    several = any(words[m].key == "," for m in range(dash + 1, comma))
    return bool(dash) and named and not several and is_only_people(words, people, dash + 1, comma)


def _next_comma(words: Sequence[Word], n: int, last: int) -> int:
    """Where a comma ends the words from a place on, within as many as a short list holds."""
    return next((m for m in range(n, min(last, n + 2 * _MOST_LISTED)) if words[m].key in (",", ".")), last)


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
    return words[n - 1].key not in CONTROL | PREPOSITIONS | DETERMINERS | _CHAINING and has_a_part(
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
            return (verb is not None and verb.form in ("past", "base")) or words[at + 2].key.endswith("ed")
        if words[at].key in _ANDS:
            continue
        if words[at].key[0] in "\u00a3$" or words[at].key[0].isdigit():
            continue  # "arrears £20 wk to be paid"
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
