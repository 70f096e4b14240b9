"""Who acts: a named person or single-holder role, only an agency, or nobody.

Source: 004 LIAP ("name the individual who will carry out the task, not simply the agency"); 000 spotlight
("by whom"); 002 Halton, "domestic violence" example ("does not specify who is responsible").
"""

from bisect import bisect_right
from collections.abc import Sequence

from rewriter.evidence.places import between
from rewriter.people import SINGLE_HOLDERS, Party, PartyKind
from rewriter.plan import Act, Doer, Doers, Mood, Reading, Setting

__all__ = ["doers_of", "doers_of_act", "fragment_doers"]


def doers_of(reading: Reading) -> Doers:
    """Give who acts in a reading, over all its asks and the fragments that stand without a verb."""
    found: list[Doer] = []
    missing: list[Act] = []
    agencies: list[Party] = []
    listed = fragment_doers(reading)
    if listed and not reading.asks and all(p.kind is PartyKind.AGENCY for p in listed) and _is_only(reading, listed):
        listed = ()  # "- early help - young carers": services named, and nobody asked to do anything
    if listed:
        found.append(Doer.SINGLE if any(p.kind in SINGLE_HOLDERS for p in listed) else Doer.AGENCY)
        agencies.extend(party for party in listed if party.kind is PartyKind.AGENCY)
    for act in reading.asks:
        doer = doers_of_act(act, reading)
        if doer is Doer.NOBODY:
            missing.append(act)
        elif not act.passive:
            agencies.extend(party for party in act.actors if party.kind is PartyKind.AGENCY)
        found.append(doer)
    if listed or (Doer.SINGLE in found and "|" in reading.keys):
        missing = []  # a doer named for the row, the list or the line acts in all of it
    doer = next((kind for kind in (Doer.SINGLE, Doer.AGENCY) if kind in found), Doer.NOBODY)
    return Doers(doer, tuple(missing), tuple(agencies))


def doers_of_act(act: Act, reading: Reading) -> Doer:
    """Give who does one act. What is done to somebody ("to be rehoused") has no doer unless "by" names one."""
    parties = act.actors
    if act.passive or act.lemma == "be supported":
        parties = tuple(p for p in reading.parties if act.verb < p.first < act.last and _named_by(reading, p))
    if act.lemma == "be" and all(party.kind is PartyKind.AGENCY for party in parties):
        return Doer.NOBODY  # "home to be free of violence": a place is no doer
    if any(party.kind in SINGLE_HOLDERS or party.kind is PartyKind.PRONOUN for party in parties):
        return Doer.SINGLE
    return Doer.AGENCY if parties else Doer.NOBODY


def _is_only(reading: Reading, parties: tuple[Party, ...]) -> bool:
    """Whether parties are all that a text says."""
    named = sum(party.last - party.first for party in parties)
    return named + 2 >= sum(word.key[0].isalnum() for word in reading.words)


def _named_by(reading: Reading, party: Party) -> bool:
    before = party.first - 1
    while before > 0 and reading.words[before].key in ("the", "his", "her", "their", "a", "allocated"):
        before -= 1
    return before >= 0 and reading.words[before].key == "by"


def fragment_doers(reading: Reading) -> tuple[Party, ...]:
    """Give the parties that stand as doers without a verb: "Reece: bike bench", "Action: HV / GP", "- DT + VSH -".

    A party counts where it opens a line, a table cell or a stretch after a dash, and nothing makes it the one
    the words are about ("referral for Tamika", "Devan's regulation").
    """
    subjects = {party.first for act in reading.acts for party in act.actors}
    found: list[Party] = []
    acts = [act for act in reading.acts if act.setting is Setting.MAIN and act.mood is not Mood.TOLD]
    for first, last in reading.sentences:
        for party in between(reading.parties, first, last):
            if party.first in subjects or party.owning:
                continue
            if party.kind not in SINGLE_HOLDERS and party.kind is not PartyKind.AGENCY:
                continue
            done_by = party.kind in SINGLE_HOLDERS and _named_by(reading, party) and not reading.asks
            if (done_by or _opens(reading, party, first, found)) and not _inside_act(reading, party, acts):
                found.append(party)
    return tuple(found)


def _opens(reading: Reading, party: Party, first: int, found: list[Party]) -> bool:
    words = reading.words
    begin = party.first
    while begin > first and words[begin - 1].key in ("the", "both", "all", "his", "her", "their", "each"):
        begin -= 1
    if begin == first or (begin - first < 6 and not any(words[n].key[0].isalnum() for n in range(first, begin))):
        pass
    else:
        before = words[begin - 1].key
        if before in ("+", "&", "/", "and", ","):
            if not (found and found[-1].after == begin - 1):
                return False
        elif before not in (":", "-", "\u2013", "\u2014", "|") or (
            before in ("-", "\u2013") and words[begin - 1].start == words[begin - 2].end
        ):
            return False
    after = party.after
    if not party.names:
        # "SALT input", "Victim awareness work": a role or service before a noun only says whose work it is
        return (
            after >= len(words)
            or not words[after].key[0].isalnum()
            or words[after].key in ("responsible", "lead", "leading", "to")
        )
    return True


def _verb_of(act: Act) -> int:
    return act.verb


def _inside_act(reading: Reading, party: Party, acts: Sequence[Act]) -> bool:
    """Whether a party stands within an act that was read; acts follow one another, so only the nearest can hold it."""
    at = bisect_right(acts, party.first, key=_verb_of)
    return any(
        act.verb <= party.first < act.last
        for act in acts[max(0, at - 2) : at]
        if not any(key in ("-", "\u2013", "\u2014", "|") for key in reading.keys[act.verb : party.first])
    )
