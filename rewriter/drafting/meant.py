"""Who is meant where hurried notes do not say: "Tyrell to ... To be home by 9", "both to do the course".

Only what stands before can say so, and only where nobody else could be meant. Source: practice judgement.
"""

from rewriter.drafting.notes import Note
from rewriter.people import PartyKind
from rewriter.plan import Reading

__all__ = ["both_before", "spoken_of", "told_of"]

_PARENTS = frozenset(("mother", "father"))
_OWN_STATES = frozenset("mh mental mood health drinking weight sleep diabetes anxiety depression".split())


def spoken_of(reading: Reading, note: Note) -> str:
    """Who is meant by what is "to" be done: the one of whom alone it was told; "" where it is not sure.

    That is the one who has the task in the sentence before, or a parent of whom all before was told.
    """
    before = [p for p in reading.parties if p.end <= note.start and p.kind is not PartyKind.AGENCY]
    if len(before) == 1 and before[0].kind is PartyKind.PERSON and not before[0].owning and before[0].names:
        asked = [act for act in reading.asks if act.actors == (before[0],)]
        if asked and reading.text[: note.start].rstrip().endswith("."):
            return reading.text[before[0].start : before[0].end]
    before = [p for p in before if p.kind is PartyKind.PERSON]
    if len(before) == 1 and before[0].owning and before[0].role in _PARENTS and _is_of_mood(reading, before[0].last):
        return reading.written(before[0].first, before[0].last).removesuffix("'s").removesuffix("\u2019s")
    roles = {party.role for party in before}
    if len(roles) != 1 or not roles <= _PARENTS | {"parents"} or any(party.names or party.owning for party in before):
        return ""
    return reading.text[before[0].start : before[0].end]


def told_of(reading: Reading, note: Note) -> str:
    """The one person of whom alone it was told before a part, by name; "" where others were named too."""
    before = [p for p in reading.parties if p.end <= note.start and p.kind is PartyKind.PERSON and not p.owning]
    names = {reading.text[p.start : p.end] for p in before if p.names}
    return names.pop() if len(names) == 1 and all(p.names for p in before) else ""


def both_before(reading: Reading, note: Note) -> str:
    """The two of the family who have the tasks before "both to"; "" where they are not just two."""
    before = [p for act in reading.asks for p in act.actors if p.end <= note.start and not act.inherited]
    named = {p.role: reading.text[p.start : p.end] for p in before if p.kind is PartyKind.PERSON}
    return " and ".join(named.values()) if set(named) == _PARENTS else ""


def _is_of_mood(reading: Reading, n: int) -> bool:
    """Whether it is somebody's own state that is spoken of: "mum's MH needs to be stable"."""
    return not _OWN_STATES.isdisjoint(reading.keys[n : n + 2])
