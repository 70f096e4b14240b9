"""A service is to act, but no person in it.

What it flags: an agency, a team, "school", "professionals" or "everyone" as the one who is to do something.
Why it matters: a family cannot ring a service and ask it how it is getting on. When no person holds the task, each
    worker may believe that another has done it.
Example: Housing to treat the damp in Kit's bedroom by 9 October.
Rather write: [name of the housing officer] has the damp in Kit's bedroom treated by 9 October.
Question to ask: Who in that service will do this, and how can the family reach them?
When it is wrong to flag: a role that one person holds ("health visitor", "SENCO"); an agency that only receives,
    houses or records ("Mum rings the school"); a staff team whose work a named person checks.
Source: 004 LIAP, "Who will do this?" ("name the individual who will carry out the task, not simply the agency")
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from rewriter.evidence.asides import gap_words
from rewriter.evidence.history import history_words
from rewriter.evidence.reviews import review_words
from rewriter.people import SINGLE_HOLDERS, Party, PartyKind
from rewriter.plan import Doer, Reading
from rewriter.rules.rule import Flag, Rule, rule
from rewriter.smart import Criterion, Severity

_FLAGS = (
    "Housing to treat the damp in Kit's bedroom by 9 October.",
    "School will ring Mum by 10am if he is absent",
    "All professionals to share the plan",
    "Who: CMHT | What: visit weekly for 6 weeks",
    "Reading practice to be given by school staff three times a week",
    "Dad to pack the bag and nursery to return it",
    "Police, health and education to attend the core group",
    "The fostering team must find a placement near his brother by 1 May.",
)
_PASSES = (
    "Mum rings the school by 9am if Kit is ill, until 9 October.",
    "Ms Rae (housing officer) treats the damp by 9 October.",
    "Health visitor to weigh Kit on 4 May",
    "Ward staff turn Mr Lowe every 2 hours; Sister Ama checks the chart each evening until 9 October.",
    "Dad to take Kit to the dentist at Hill Road Clinic on 4 May",
    "Mum goes to the group at the family centre every Monday until 4 May. How measured: core group",
    "[name of housing officer] to ring Mr Lowe by [date]",
)

# What a named person does with the work of a staff team so that it can be answered for.
_CHECKS = frozenset(
    "check count report review tell text ring phone call email send sign record note write log tick mark look go "
    "monitor oversee supervise add show inform collect read".split()
)
_GETTING = frozenset("receive get have access".split())
_TEAM_WORDS = frozenset("staff carers nurses team workers teachers".split())
# After one of these labels stands how or where it is looked at, not who acts.
_METHOD = frozenset(
    "measure measured measures evidence evidenced method review reviewed via through at success".split()
)


def check(reading: Reading) -> Iterator[Flag]:
    """Flag every agency that is to act, unless a named person checks the work of a staff team."""
    agencies = list(dict.fromkeys((*reading.doers.agencies, *_doing_as_told(reading), *_giving(reading))))
    if not agencies:
        return
    gaps, history, looked_at = reading.lasting(gap_words), reading.lasting(history_words), reading.lasting(review_words)
    answered = _is_answered_for(reading)
    for party in sorted(agencies, key=lambda party: party.first):
        words = reading.text[party.start : party.end]
        if (
            party.first in gaps
            or party.first in looked_at
            or party.first in history
            or _names_method(reading, party)
            or _is_compound(reading, party)
        ):
            continue
        if answered and reading.words[party.last - 1].key in _TEAM_WORDS:
            continue
        if party.kind is PartyKind.OURSELVES:
            if reading.doers.doer is not Doer.SINGLE:
                yield Flag(
                    party.start,
                    party.end,
                    f"\u201c{words}\u201d does not say which of you will do it.",
                    "Which of us will do this?",
                )
            continue
        yield Flag(
            party.start,
            party.end,
            f"\u201c{words}\u201d is a service or a group: no one person is named who will do this.",
        )


def _doing_as_told(reading: Reading) -> Iterator[Party]:
    """The agencies by which something is to be done ("to be treated by housing") or from which it is to come."""
    for act in reading.asks:
        if act.passive or act.lemma in _GETTING:
            wanted = "by" if act.passive else "from"
            begin = bisect_right(reading.parties, act.subject_first, key=attrgetter("first"))
            end = bisect_left(reading.parties, act.last, key=attrgetter("first"))
            for party in reading.parties[begin:end]:
                if party.kind is PartyKind.AGENCY and _before(reading, party) == wanted and not _timed(reading, party):
                    yield party
        elif act.actors and all(party.kind is PartyKind.OURSELVES for party in act.actors):
            yield from act.actors


def _timed(reading: Reading, party: Party) -> bool:
    """Whether an agency stands in the words of a time: "by the end of school"."""
    return any(time.first <= party.first < time.last for time in reading.times)


def _giving(reading: Reading) -> Iterator[Party]:
    """The agencies a text with no ask in it wants something from: "support from adult services"."""
    if not reading.asks and reading.doers.doer is not Doer.SINGLE:
        for party in reading.parties:
            if party.kind is PartyKind.AGENCY and _before(reading, party) in ("from", "by"):
                yield party


def _before(reading: Reading, party: Party) -> str:
    at = party.first - 1
    while at >= 0 and reading.words[at].key in ("the", "his", "her", "their", "a", "our"):
        at -= 1
    return reading.words[at].key if at >= 0 else ""


def _is_compound(reading: Reading, party: Party) -> bool:
    """Whether the word only stands in "multi-agency" or the like."""
    return party.first > 0 and reading.words[party.first - 1].key in ("multi", "inter", "cross", "single")


def _names_method(reading: Reading, party: Party) -> bool:
    """Whether the agency stands after "Measure:" or the like."""
    before = reading.keys[max(0, party.first - 3) : party.first]
    return bool(before) and before[-1] in (":", "-", "\u2013", "=") and any(key in _METHOD for key in before)


def _is_answered_for(reading: Reading) -> bool:
    return any(
        act.lemma.split()[0] in _CHECKS and any(party.kind in SINGLE_HOLDERS for party in act.actors)
        for act in reading.asks
    )


RULE: Rule = rule(
    __name__, __doc__, criterion=Criterion.SPECIFIC, severity=Severity.FAULT, flags=_FLAGS, passes=_PASSES, check=check
)
