"""Which parts of a text have to be tracked apart, and which belong to one act as its check, its record or its help.

Source: 002 Halton, Examples 2 and 4 ("separated into two distinct objectives"); where a check, a lift or a record ends
and a second task begins is practice judgement.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.amounts.reader import AmountKind
from rewriter.evidence.asides import gap_words
from rewriter.evidence.by_doer import parts_by_doer
from rewriter.evidence.history import history_words
from rewriter.evidence.listed import levels, lines, processes, tasks_by_name, things, vouched_parts
from rewriter.evidence.reviews import review_words
from rewriter.evidence.services import services_as_aims
from rewriter.people import Party, PartyKind
from rewriter.plan import Act, Counted, Due, Mood, Reading, Setting
from rewriter.timing.reader import TimeKind

__all__ = ["is_minding", "tracks"]

# Recording and telling belong to the act they serve.
_RECORDING = frozenset(
    "record note write tick mark log count check report tell text ring phone call email send sign show "
    "inform notify cc let share review confirm raise say".split()
) | {"write down"}
# These do, where what they are done with is a chart or the like.
_WITH_RECORD = _RECORDING | frozenset(
    "weigh measure look ask message keep bring add put collect give read update take complete fill get".split()
)
_RECORDS = frozenset(
    "copies copy sheet chart diary log tally register calendar record records tracker scoresheet".split()
)
# What somebody else does to see how it goes.
_FOLLOWING = frozenset(
    "look watch observe read ask weigh photograph review measure go hear monitor check count sign judge rate score "
    "decide".split()
)
# What a worker does so that somebody else can do the main act.
_HELPING = frozenset(
    "support help assist encourage remind prompt liaise step keep consider be accompany take drive "
    "transport supervise visit call monitor oversee coordinate co explain prepare offer provide attend "
    "arrange work refer chase".split()
)
_STANDING_BY = frozenset("support help monitor assist encourage manage".split()) | {
    "keep an eye",
    "keep an eye on",
    "be there",
}
_TAKING = frozenset("drive take collect bring accompany pick drop fetch escort go be support help".split())
_NEAR = 4
_MINDING = frozenset("have mind watch keep babysit".split()) | {"look after", "sit"}
_MINDED = frozenset("baby babies kids children boys girls twins little younger others toddler".split())
_OBJECT_PRONOUNS = frozenset("it them this that these both one".split())
# "Kwame picks which": the choice belongs to what is done.
_ASKED_BY = frozenset("which what when where who how".split())
_PERSON_PRONOUNS = frozenset("her him them it w".split())
_THEMES = frozenset({"vague", "mental"})
_NUMBERS = frozenset(
    {
        AmountKind.COUNT,
        AmountKind.RATE,
        AmountKind.PERCENTAGE,
        AmountKind.SHARE,
        AmountKind.MEASURE_UNIT,
        AmountKind.CLOCK_LEVEL,
    }
)


def tracks(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the word ranges (end exclusive) of what has to be tracked apart, in order; one or none is the usual case."""
    items = reading.lasting(lines)
    if len(items) > 1:
        return tuple(items)
    all_asks = reading.asks
    listed = things(reading, all_asks) or processes(reading, all_asks)
    if len(listed) > 1:
        return tuple(listed)
    outside = reading.lasting(history_words) | reading.lasting(gap_words)
    asks = [act for act in all_asks if act.verb not in outside and _is_task(reading, act)]
    leads = _leads(reading, asks)
    if len(leads) < 2:
        parts = vouched_parts(reading, asks) or levels(reading, leads[0] if leads else None)
        if len(parts) > 1:
            return tuple(parts)
    side_by_side = _services(reading)
    if len(side_by_side) > max(1, len(leads)):
        return side_by_side
    named = [part for part in tasks_by_name(reading) if part[0] not in outside]
    if len(named) > max(1, len(leads)):
        return tuple(named)
    theirs = reading.lasting(parts_by_doer)
    if len(theirs) > max(1, len(leads)):
        return theirs
    return tuple((act.subject_first, act.last) for act in leads)


def _services(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The services of "OT assessment and care package to be in place": joined by no more than a word or two."""
    found = reading.once(services_as_aims)
    joined = all(
        other[0] - one[1] <= 3 and any(key in ("and", "&", "+", ",") for key in reading.keys[one[1] : other[0]])
        for one, other in pairwise(found)
    )
    return found if joined else ()


def _is_task(reading: Reading, act: Act) -> bool:
    """Whether an act is a task at all: not an option, not how things are, not a label or a denied noun."""
    words = reading.words
    key = words[act.verb].key
    following = words[act.verb + 1].key if act.verb + 1 < len(words) else ""
    if act.verb in reading.lasting(review_words) and all(party.kind is not PartyKind.PERSON for party in act.actors):
        return False  # "we'll see where we are when we meet again"
    if act.mood is Mood.ALLOWED and not _is_granted(reading, act):
        return False
    if act.lemma in ("look", "aim", "want", "hope") and _has_number(reading, act):
        return False  # "looking for 3 in 5", "I want 4 ticks": the level of what is done
    if act.inherited and key in ("done", "finished", "completed"):
        return False
    opener = words[act.subject_first].key
    if act.passive and act.lemma in ("finish", "complete", "do") and (opener[0].isdigit() or opener in ("all", "both")):
        return False  # "6 sheets of 8 to be finished": how many of what was asked
    if act.negated and act.verb and words[act.verb - 1].key == "no":
        return False  # "no screens"
    if act.lemma == "do" and following == "not":
        return False  # "stays away and does not ring": one way of keeping away
    if act.lemma == "keep" and key in ("keep", "keeps") and following.endswith("ing"):
        # "kids keep getting ill" tells how things are
        return any(key in ("to", "will", "must", "should") for key in reading.keys[act.subject_first : act.verb])
    if act.lemma == "know":  # "How will we know"
        return "how" not in reading.keys[max(0, act.subject_first - 3) : act.verb]
    return True


def _follows(reading: Reading, lead: Act, act: Act) -> bool:
    """Whether somebody looks at how an act goes, and not at something of their own ("GP to review his tablets")."""
    if _head(act) not in _FOLLOWING:
        return False
    words = reading.words
    own_duty = words[act.verb - 1].key == "to" and act.sentence == lead.sentence
    ahead = set(reading.keys[act.verb + 1 : min(act.last, act.verb + 7)])
    told = {word.key for word in words[lead.verb : lead.last] if len(word.key) > 3}
    return not own_duty or bool(ahead & (_OBJECT_PRONOUNS | _RECORDS | _ASKED_BY | {"progress"} | told))


def _is_granted(reading: Reading, act: Act) -> bool:
    """Whether what is allowed is the matter itself ("Nan can have him once ..."), and not an option in passing."""
    first = reading.sentences[act.sentence][0]
    return act.subject_first <= first + 1 and reading.trigger.first < reading.trigger.last


def _leads(reading: Reading, asks: Sequence[Act]) -> list[Act]:
    """The acts that stand for themselves: not a record of another, not a help to it, not a second word for it."""
    if len(asks) < 2:
        return list(asks)
    worked_out = reading.timescale.due is Due.DATED and reading.measure.counted is Counted.FULLY
    if worked_out and any(_is_record(reading, act) for act in asks):
        return [asks[0]]
    if reading.timescale.due is Due.DATED and any(
        _others(asks[0], act) and (_is_record(reading, act) or _follows(reading, asks[0], act)) for act in asks[1:]
    ):
        return [asks[0]]  # dated, and somebody else looks at how it goes
    leads: list[Act] = []
    for act in asks:
        if not leads:
            leads.append(act)
        elif not _stands_alone(reading, act, leads):
            continue
        elif all(_is_record(reading, lead) and not _others(act, lead) for lead in leads[:_NEAR]):
            leads[0] = act if len(asks) > 2 else leads[0]
        else:
            leads.append(act)
    if all("mental" in lead.classes for lead in leads):
        return leads[:1]  # what nobody can see done, nobody can track apart
    one_task = _is_one_errand(leads) or (
        len(leads) == 2 and not _others(leads[0], leads[1]) and not _are_two(reading, leads[0], leads[1])
    )
    return leads[:1] if one_task else leads


def _is_one_errand(leads: Sequence[Act]) -> bool:
    """Whether one worker does several things at one visit: "visits, takes a statement and gives him a number"."""
    return len(leads) > 1 and all(
        len(act.actors) == 1
        and act.actors == leads[0].actors
        and act.actors[0].kind is PartyKind.PROFESSIONAL
        and (act.lemma in ("give", "provide") or ("once" in act.classes and "vague" not in act.classes))
        for act in leads
    )


def _stands_alone(reading: Reading, act: Act, leads: Sequence[Act]) -> bool:
    """Whether an act is a further task beside those that stand already."""
    leads = [leads[0], *leads[-_NEAR:]]  # the first and the nearest: what stands further off names nobody else
    last_lead = leads[-1]
    unnamed = not act.actors or any(not lead.actors for lead in leads)
    same_line = act.lemma == last_lead.lemma or act.sentence == last_lead.sentence
    if (
        any(
            len(lead.actors) > 1 and lead.sentence != act.sentence and _names(act.actors) < _names(lead.actors)
            for lead in leads
        )
        and "vague" not in act.classes
    ):
        return False  # "Jake and Simone go ... Simone brings the voucher": one's share of what both do
    if not any(_others(act, lead) for lead in leads) or (unnamed and same_line):
        return not _is_record(reading, act) and not _refers_back(reading, act)
    if any(party.kind is PartyKind.PRONOUN for party in act.actors):
        return False
    if _is_record(reading, act) or _head(act) in _FOLLOWING:
        return False
    ahead = reading.words[act.verb : min(act.last, act.verb + 4)]
    own_duty = reading.words[act.verb - 1].key in ("to", "will") and _head(act) not in _TAKING
    if not own_duty and any(word.key in _PERSON_PRONOUNS for word in ahead):
        return False  # "Aunt Lowri going with her", "Dad taking her"
    if _head(act) in _HELPING and (act.passive or _is_worker(act)):
        return False
    if is_minding(reading, act):
        return False
    return "vague" not in act.classes or act.lemma not in _STANDING_BY


def is_minding(reading: Reading, act: Act) -> bool:
    """Whether somebody looks after the others while the act is done: "her sister will have the baby"."""
    ahead = reading.words[act.verb : min(act.last, act.verb + 4)]
    return act.lemma in _MINDING and any(word.key in _MINDED for word in ahead)


def _is_worker(act: Act) -> bool:
    return any(party.kind is PartyKind.PROFESSIONAL for party in act.actors)


def _are_two(reading: Reading, one: Act, other: Act) -> bool:
    """Whether two acts of one person are two tasks: each with an object of its own, neither the aim of the other."""
    if other.passive and other.sentence != one.sentence and not other.actors:
        return True  # "... complete the form. The ramp to be fitted."
    if other.lemma in ("be there", "be") and any(
        time.kind is TimeKind.CLOCK and other.verb < time.first < other.last for time in reading.times
    ):
        return False  # "take her to school and be there by 8.50": by what time
    if other.negated or other.passive or {"mental"} <= one.classes & other.classes:
        return False
    if one.classes & _THEMES and other.classes & _THEMES and not _apart(reading, one, other):
        return False
    if any(clause.setting is Setting.PURPOSE and clause.first > one.verb for clause in reading.clauses):
        return False  # both serve the purpose that is stated after them
    return _has_object(reading, one) and _has_object(reading, other)


def _apart(reading: Reading, one: Act, other: Act) -> bool:
    """Whether two loosely worded acts are about different things, as their verbs or numbers show."""
    if _has_number(reading, one) and _has_number(reading, other):
        return True
    return one.lemma in ("keep", "give", "provide") or other.lemma.startswith("try")


def _has_object(reading: Reading, act: Act) -> bool:
    return any(word.key[0].isalnum() for word in reading.words[act.verb + 1 : act.last])


def _has_number(reading: Reading, act: Act) -> bool:
    return any(act.verb < amount.first < act.last and amount.kind in _NUMBERS for amount in reading.amounts) or any(
        act.verb < time.first < act.last and time.kind is TimeKind.FREQUENCY for time in reading.times
    )


def _is_record(reading: Reading, act: Act) -> bool:
    """Whether an act only records or tells of another: "texts Jo", "puts a sticker on the sheet"."""
    head = _head(act)
    if any(key in ("more", "less") for key in reading.keys[max(act.verb, act.last - 3) : act.last]):
        return False  # "ring his sister more"
    if head in _RECORDING:
        return (
            act.passive
            or not act.actors
            or any(party.kind not in (PartyKind.AGENCY, PartyKind.OURSELVES) for party in act.actors)
        )
    return head in _WITH_RECORD and not _RECORDS.isdisjoint(reading.keys[act.verb : act.last])


def _head(act: Act) -> str:
    return act.lemma.partition(" ")[0]


def _refers_back(reading: Reading, act: Act) -> bool:
    """Whether the act is done to what the act before was done to: "... and send it to housing"."""
    ahead = reading.keys[act.verb + 1 : min(act.last, act.verb + 7)]
    if ahead and (ahead[0] in _OBJECT_PRONOUNS or ahead[0] in _ASKED_BY):
        return True
    return any(
        key in ("it", "them") and before in ("in", "on", "with", "to", "for", "of") for before, key in pairwise(ahead)
    )


def _others(one: Act, other: Act) -> bool:
    """Whether two acts have different people as their doers."""
    return bool(one.actors and other.actors) and not _names(one.actors) & _names(other.actors)


def _names(parties: Sequence[Party]) -> set[str]:
    return {key for party in parties for key in (party.names or (party.role or f"at {party.first}",))}
