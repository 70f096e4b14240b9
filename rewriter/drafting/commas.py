"""Which commas of hurried notes begin a matter of its own: "..., OT ref, needs camhs, HV weigh wkly, IMCA instructed".

A comma may also only list what somebody is to do or bring, so each sign looked for here is one that a list of things
lacks: a referral, visit or appointment with words of its own, something needed, somebody's duty, something that is
done already. Source: practice judgement.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.people import Party, PartyKind
from rewriter.plan import Reading
from rewriter.sentences.grammar import (
    ASKING,
    AUXILIARIES,
    CONTROL,
    DETERMINERS,
    PREPOSITIONS,
    TELLING,
    ambiguous,
    verb_at,
)
from rewriter.text import Word
from rewriter.timing.reader import TimeKind

__all__ = [
    "CLINICAL",
    "FEELINGS",
    "MATTERS",
    "ONCE",
    "PUT_IN",
    "asks_for",
    "is_matter_of_its_own",
    "is_over",
    "matter_in",
]

# Done once, by somebody who sees to it.
ONCE = frozenset(
    "visit ref "
    "referral reff letter application app appt appointment assessment assesment checklist form mtg meeting "
    "conference panel tribunal hearing certificate request test scan booster grant mca ehcp passport pep cpa "
    "timetable".split()
)
_LASTING = frozenset(
    "visits session sessions review reviews checks support advice refs referrals letters appts appointments "
    "assessments mtgs meetings forms tests calls".split()
)
MATTERS = ONCE | _LASTING
# What a worker named behind it does: "skin check DN".
CLINICAL = MATTERS | {"check", "bloods", "dressing", "dressings", "jab", "jabs"}
FEELINGS = frozenset(
    "low worried anxious upset desperate desparate exhausted knackered tired scared isolated stressed unwell ill "
    "poorly angry lonely depressed struggling behind late absent homeless pregnant frail confused breathless "
    "away aware disagree poor worse tearful unhappy overwhelmed hungry dirty cold smelly unkempt grubby drunk "
    "skint unknown deceased abroad".split()
)
# Told of somebody wherever they stand; "late" or "cold" may be one of several things that are listed.
_HARD_UP = frozenset(
    "skint struggling exhausted homeless pregnant unwell tearful overwhelmed desperate isolated".split()
)
_MARKS = frozenset((",", ";", ".", "|", "\n", "(", ")", "-", "\u2013", "\u2014", "?", "!"))
_LATER = frozenset(("before", "b4", "until", "til"))
_AT_PRESENT = frozenset("currently now was is".split())
_ANDS = frozenset(("and", "&", "+", "or", "/"))
_NEEDING = frozenset(("needs", "need", "needing"))
_NEEDED = frozenset("needed required wanted overdue outstanding".split())
_DONE = frozenset(
    "done made given agreed instructed booked sent allocated completed refused declined closed accepted ordered "
    "received cancelled missed started".split()
)
_DO_NOT = frozenset("doesnt dont isnt arent wont cant can't won't disagree".split())
_MOST_BEFORE_DONE = 9  # words
_MEANWHILE = ("in mean time", "in meantime", "in the mean time", "in the meantime")
_SAYS = frozenset("say says feels thinks".split())
PUT_IN = frozenset("fitted installed replaced repaired fixed mended removed cleared".split())
_FEW = 4  # words
_GROUPS = frozenset("project club group grp class clinic session sessions course football boxing swimming".split())
_VISITORS = frozenset("adults men males visitors mates strangers people".split())
_MOST_BEFORE_TO = 5  # words
_TEAMS = frozenset("team service svc dept department health housing assoc association council charity".split())
_NO_SUBJECT = frozenset(
    "no not if when so to as and or but because for with w w/ then by in on at until til till from back due time way "
    "chance plan aim goal also always please how what where who whom which that this it its it's there".split()
)


def is_matter_of_its_own(
    reading: Reading, people: dict[int, Party], begin: int, n: int, last: int, *, acted: bool
) -> bool:
    """Say whether the words after a comma begin a matter of their own, and no further thing of what stands before.

    Takes the word index where the present part begins, the one after the comma and the sentence's end; `acted` says
    that somebody acts in the part before the comma.
    """
    words = reading.words
    end = next((m for m in range(n, last) if words[m].key in _MARKS), last)
    if end == n or not any(words[m].key.isalpha() for m in range(begin, n - 1)):
        return False
    if end < last and words[end].key == "?" and (acted or end - n > 1):
        return True  # "SW to chase + look at alternatives, overnight?"
    if _says_so(words, n, end) or _is_to_be_so_too(words, begin, n, end):
        return True
    not_to = words[n].key == "not" and n + 1 < end and words[n + 1].key == "to"
    if not_to and _is_further(people, begin):
        return True  # whose it is that is not to be done is not sure
    if any(shows(words, people, n, end) for shows in (_is_somebodys, _is_told_of_them, _is_by_somebody)):
        return True
    if is_over(words, n, end) and (acted or not any(words[m].key in _ANDS for m in range(n, end))):
        return True
    if _asks_whoever(words, n, last) or (not acted and _bids(words, begin, n, end)):
        return True
    if (
        acted
        and end - n > 2
        and any(
            people.get(at) is not None and people[at].kind is PartyKind.PROFESSIONAL and people[at].after == end
            for at in range(n + 1, end)
            if words[at - 1].key in CLINICAL
        )
    ):
        return True  # "skin check DN"
    if acted and words[n].key in _HARD_UP and end - n > 1 and not any(words[m].key in ASKING for m in range(n, end)):
        return True  # "PA will support, skint by the 2nd week every month"
    if acted and (_meets_at_its_time(reading, n, end) or _is_contact(words, n, end)):
        return True
    if acted and any(words[m].key in _ANDS for m in range(n, end)):
        return False  # "to attend CGL, health appts and school meetings": the end of a list
    if matter_in(words, n, end) and words[n].key not in PREPOSITIONS and (end - n > 1 or not acted):
        return not _is_object(reading, begin, n)
    told = not acted and any(words[m].key in TELLING or words[m].key in ("not", "no") for m in range(begin, n))
    return (acted or told) and _sets_a_time_of_its_own(reading, begin, n, end, told=told)


def _meets_at_its_time(reading: Reading, n: int, end: int) -> bool:
    """Whether a group, a club or the like stands beside when it meets: "yc project wed eves"."""
    words = reading.words
    if words[n].key in _NO_SUBJECT or verb_at(words, n, end) is not None:
        return False
    times = reading.times_in(n + 1, end)
    return any(words[m].key in _GROUPS for m in range(n, end)) and any(time.last == end for time in times)


def _is_contact(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether contact with somebody is spoken of, and how often: "contact w/ birth mum x6 per yr"."""
    return words[n].key == "contact" and end - n > 2 and words[n + 1].key in ("w", "w/", "with")


def _says_so(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a few small words say by themselves that something else begins."""
    keys = [word.key for word in words[n:end]]
    pairs = list(pairwise(keys))
    return (
        keys[-2:] == ["waiting", "list"]
        or (keys[-1] in ("ongoing", "pending") and len(keys) > 1)
        or (keys[0] == "no" and "since" in keys)  # "no showers since 8th"
        or (keys[0] == "no" and not _VISITORS.isdisjoint(keys[1:_FEW]))  # "no unknown adults in home"
        or keys[0] in ("wants", "curfew", "same", "hasnt", "hasn't")
        or keys[0] == "meanwhile"
        or " ".join(keys).startswith(_MEANWHILE)
        or any(
            one == "not" and (two in _LATER or two == "being") for one, two in pairs
        )  # "travel training not before summer"
        or not _SAYS.isdisjoint(keys[1:_FEW])  # "housing assoc say 6 month wait"
        or (keys[1:2] == ["who"] and words[n].text[0].isupper())  # "LSA who knows her best to do a pictures thing"
        or keys[:2] == ["will", "need"]
        or (keys[0] in _NEEDING and keys[1:2] not in ([], ["to"]))
        or (keys[-1] in _NEEDED and len(keys) > 1)
        or "via" in keys[1:]
        or any(one in _AT_PRESENT and two[0].isdigit() for one, two in pairs[1:])  # "attendance currently 71%"
    )


def _is_to_be_so_too(words: Sequence[Word], begin: int, n: int, end: int) -> bool:
    """Whether something else is to be put in, after what is to be done: "rugs to be took up, grab rails x2 fitted"."""
    asked = any(words[m].key == "to" and words[m + 1].key == "be" for m in range(begin, n - 1))
    return asked and 1 < end - n <= _MOST_BEFORE_TO and words[end - 1].key in PUT_IN


def _is_further(people: dict[int, Party], begin: int) -> bool:
    """Whether somebody else was named before the part: "Jaden smoking, worker to do 6 sessions, not to smoke"."""
    return any(first < begin and not party.owning for first, party in people.items())


def _is_object(reading: Reading, begin: int, n: int) -> bool:
    """Whether the verb before governs a list that goes on: "mum to bring letters, forms"."""
    return n - begin <= 2 and verb_at(reading.words, begin, n) is not None


def matter_in(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether words without a verb are about a referral, a visit, an appointment or the like."""
    place = next((m for m in range(n, end) if words[m].key in MATTERS), -1)
    if place < 0:
        return False
    return not any(words[m].key in ASKING | TELLING for m in range(n, place))


def _is_somebodys(words: Sequence[Word], people: dict[int, Party], n: int, end: int) -> bool:
    """Whether a worker or a service is named with what they do, however it is put: "HV weigh wkly", "TA 2 sessions"."""
    party = people.get(n)
    if party is None or party.owning or party.kind not in (PartyKind.PROFESSIONAL, PartyKind.AGENCY):
        return False
    at = party.after
    if at >= end or (party.kind is PartyKind.AGENCY and any(words[m].key in _ANDS for m in range(at, end))):
        return False
    key = words[at].key
    if key in ASKING or key in _ANDS or key in ("in", "at", "on", "of", "from"):
        return False
    verb = verb_at(words, at, end)
    if key == "clinic" and at + 1 < end:
        return True  # "HV clinic weds"
    return key[0].isdigit() or matter_in(words, at, end) or (verb is not None and verb.form == "base" and at + 1 < end)


def _is_by_somebody(words: Sequence[Word], people: dict[int, Party], n: int, end: int) -> bool:
    """Whether something is done by somebody, or before something: "dog mess cleared by stepdad"."""
    if words[n].key not in PREPOSITIONS and not any(words[m].key in ASKING for m in range(n, end)):
        place = next((m for m in range(n + 1, end - 1) if words[m].key == "by" and m + 1 in people), 0)
        if place and people[place + 1].role:
            return True  # "nursery pick up by nan tues"
    for m in range(n + 1, end - 1):
        verb = verb_at(words, m, end)
        if verb is not None and verb.form == "past" and words[m].key.endswith("ed"):
            return any(
                words[k].key in ("b4", "before") or (words[k].key == "by" and k + 1 in people)
                for k in range(m + 1, end - 1)
            )
    return False


def _is_told_of_them(words: Sequence[Word], people: dict[int, Party], n: int, end: int) -> bool:
    """Whether people are said not to do something: "mum & paternal family dont speak"."""
    at, seen = n, False
    while at < end and (at in people or words[at].key in _ANDS or words[at].key in ("paternal", "maternal", "their")):
        seen = seen or at in people
        at = people[at].after if at in people else at + 1
    if not seen or at >= end:
        return False
    at += at + 1 < end and words[at].key in ("himself", "herself", "themselves", "also", "still")
    key = words[at].key
    if key in ("has", "have") and at + 1 < end:
        return verb_at(words, at + 1, end) is not None or words[at + 1].key in ("said", "told", "asked")
    return key in AUXILIARIES | FEELINGS | _DO_NOT | _SAYS


def asks_for(words: Sequence[Word]) -> bool:
    """Whether words ask for something to be done; "been to a&e" and "ref to paeds" only say where."""
    for n, word in enumerate(words):
        if word.key in ASKING and word.key != "to":
            return True
        if word.key == "to" and n + 1 < len(words):
            verb = verb_at(words, n + 1, len(words))
            if words[n + 1].key in ("be", "b") or (verb is not None and verb.form == "base"):
                return True
    return False


def is_over(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether words end by saying that something is done: "IMCA instructed", "ref made waiting list"."""
    if end - n < 2 or any(words[m].key in ASKING or words[m].key in ("be", "b", "once", "if") for m in range(n, end)):
        return False
    return any(
        words[m].key in _DONE
        and (m == end - 1 or words[m - 1].key in MATTERS or words[m + 1].key == "by" or words[m + 1].key[0].isdigit())
        for m in range(n + 1, min(n + _MOST_BEFORE_DONE, end))
    )


def _bids(words: Sequence[Word], begin: int, n: int, end: int) -> bool:
    """Whether something is to be done, after how things are: "contact not working out, find contact centre"."""
    verb = verb_at(words, n, end)
    if verb is None or verb.form != "base" or n + verb.length >= end or words[n].key in ambiguous():
        return False
    told = any(
        words[m].key in TELLING or words[m].key == "not" or words[m].key.endswith("ing") for m in range(begin, n)
    )
    return told and not asks_for(words[begin:n]) and bool(verb.classes & {"once", "habit"})


def _asks_whoever(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether somebody who is not known is "to" do something for somebody: "sarah his kw to check at h/v"."""
    if not words[n].key[0].isalpha() or words[n].key in _NO_SUBJECT or verb_at(words, n, last) is not None:
        return False
    for at in range(n + 1, min(n + 1 + _MOST_BEFORE_TO, last - 1)):
        key = words[at].key
        if key in ("to", "will", "must") and words[at - 1].key not in CONTROL:
            verb = verb_at(words, at + 1, last)
            if words[at - 1].key in _TEAMS:
                return verb is not None and verb.form == "base"
            return verb is not None and verb.form == "base" and bool(verb.classes & {"once", "habit"})
        if key in _MARKS - {"/"} or key in _NO_SUBJECT - {"in", "at"} or key in CONTROL or key in TELLING:
            return False
    return False


def _sets_a_time_of_its_own(reading: Reading, begin: int, n: int, end: int, *, told: bool) -> bool:
    """Whether both sides of a comma say when: "to meet by 14/11, conference b4 xmas"; one side, where it is `told`."""
    words = reading.words
    after = reading.times_in(n, end)
    if not after or after[0].first == n or after[0].kind is TimeKind.CLOCK:
        return False
    if words[n].key in _NO_SUBJECT | DETERMINERS or words[n].key[0].isdigit():
        return False
    if verb_at(words, n, end) is not None:
        return False
    return told or any(time.last >= n - 2 for time in reading.times_in(begin, n))
