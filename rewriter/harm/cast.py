"""The people of a text with their sides in the harm, and what is asked of each: frozen data for the rules."""

from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from rewriter.harm.mentions import Figures, Mention
from rewriter.harm.words import Marks
from rewriter.people import Harm, Party
from rewriter.plan import Act, Reading

__all__ = ["HARMED_SIDES", "WORKING_SIDES", "Cast", "Duty", "Fault", "Side"]


class Side(StrEnum):
    """Where somebody stands in the harm."""

    HARMED = "harmed"
    CHILD = "child"  # a child who is harmed, or who sees or hears it
    SOURCE = "source"
    BOTH = "both"  # a couple or household in which one harms another
    OTHER = "other"  # somebody of the family or community who neither harms nor is harmed
    PROFESSIONAL = "professional"
    AGENCY = "agency"
    UNKNOWN = "unknown"


# No ask is tied to words further off; whole run-ons, read from each of their words, would cost their square.
_REACH = 80
HARMED_SIDES = frozenset({Side.HARMED, Side.CHILD, Side.BOTH})
WORKING_SIDES = frozenset({Side.PROFESSIONAL, Side.AGENCY})


class Duty(NamedTuple):
    """One thing asked of one side: where it begins, its verb, where its own words end, and all that hangs on it."""

    act: Act
    side: Side
    first: int
    verb: int
    own_end: int
    end: int
    shared: bool


class Fault(NamedTuple):
    """One place where the text goes wrong: the clause of the standard and the word indices (end exclusive)."""

    kind: str
    first: int
    last: int


class Cast(NamedTuple):
    """The people of a text with their sides, the harms they were judged by, and the words of harm."""

    reading: Reading
    marks: Marks
    figures: Figures
    sides: tuple[Side, ...]
    harms: tuple[Harm, ...]
    in_play: bool
    one_sided: bool
    within_couple: bool
    exploited: bool
    source_known: bool
    duties: tuple[Duty, ...]
    described: bool  # the text describes a source it does not name ("the people who ...")
    quoted: frozenset[int]  # words said to somebody ("telling her she should ..."): no ask of the plan's
    rows: dict[int, Mention]  # whose each sentence or cell is, by its number
    told_at: tuple[int, ...]  # where the text tells of a harm
    neglected: bool  # the text tells of care that is left undone
    unowned: tuple[tuple[int, int], ...]  # where the text tells of a harm without saying who does it

    def side_of(self, party: Party) -> Side:
        """The side of a party of the reading."""
        mention = self.figures.at.get(party.first)
        return self.sides[mention.figure] if mention else Side.UNKNOWN

    def side_at(self, mention: Mention) -> Side:
        """The side of whoever is named at one place."""
        return self.sides[mention.figure]

    def side_of_actors(self, act: Act) -> Side:
        """The side of an act's doers taken together; a chain with somebody on each side is `BOTH`."""
        again = act.actors and any(
            act.actors[-1].names and each.names == act.actors[-1].names for each in act.actors[:-1]
        )
        # "Alfie and his parents, Alfie to own it": named again, he alone is asked
        found = {self.side_of(party) for party in (act.actors[-1:] if again else act.actors)}
        if not act.actors:
            found = {
                self.side_at(m)
                for m in self.figures.between(act.subject_first, min(act.subject_first + 2, act.verb))
                if not m.owning
            }
        before = act.subject_first - 1
        if before > 0 and not act.inherited and self.reading.words[before].key in ("and", "&", ",", "+"):
            near = self.figures.between(before - 4, before)
            joined = next((m for m in near if m.last == before and not m.owning), None)
            if joined is not None and self.side_at(joined) in (Side.SOURCE, Side.HARMED):
                found.add(self.side_at(joined))
        if Side.BOTH in found or (Side.SOURCE in found and found & HARMED_SIDES):
            return Side.BOTH
        for side in (Side.HARMED, Side.CHILD, Side.SOURCE, Side.PROFESSIONAL, Side.AGENCY, Side.OTHER):
            if side in found:
                return side
        return Side.UNKNOWN

    def named(self, sides: Iterable[Side], begin: int, end: int, *, owning: bool = True) -> Mention | None:
        """The first mention of anybody on one of the sides between two word indices (end exclusive)."""
        wanted = frozenset(sides)
        for mention in self.figures.between(begin, end):
            if self.sides[mention.figure] in wanted and (owning or not mention.owning):
                return mention
        return None

    def sentence_at(self, index: int) -> tuple[int, int]:
        """The sentence that a word stands in, as word indices (end exclusive), as far as `_REACH` words either way."""
        cuts = self.reading.sentences
        place = bisect_right(cuts, (index, len(self.reading.words) + 1)) - 1
        if place >= 0 and index < cuts[place][1]:
            first, last = cuts[place]
            return max(first, index - _REACH), min(last, index + _REACH)
        return index, index + 1

    def span_of(self, fault: Fault) -> tuple[int, int]:
        """The character offsets of a fault, end exclusive."""
        words = self.reading.words
        first, last = max(0, fault.first), min(len(words), max(fault.last, fault.first + 1))
        while last - 1 > first and words[last - 1].key in ("\n", ".", ",", ";"):
            last -= 1
        return words[first].start, words[last - 1].end
