"""Decides on which side of the harm everybody in a text stands.

What was told beside the text comes first, then what the text states, then what its form implies (section 1 of the
responsibility standard). Nothing is read from gender.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.harm.cast import Side
from rewriter.harm.meant import could_be, means
from rewriter.harm.mentions import Figure, Figures, Mention
from rewriter.harm.relations import Relation
from rewriter.harm.told import SOMEBODY, Told, same_told
from rewriter.harm.words import Marks
from rewriter.people import PartyKind
from rewriter.plan import Reading

__all__ = ["Sides"]

_CHILDLIKE = frozenset("child son daughter brother sister".split())
_PARTNERED = frozenset("mother father stepmother stepfather partner ex_partner parents couple".split())
_PARENTS = frozenset("mother father stepmother stepfather partner".split())
_COUNTING = frozenset("both two pair".split())
_SPEAKER = frozenset("i me my myself you your".split())
_OFFSPRING = frozenset("son sons daughter daughters".split())
_GRANDCHILDREN = frozenset("grandson grandsons granddaughter granddaughters grandchild grandchildren".split())
_STAYING = frozenset("stay keep remain".split())
_OUT = frozenset("out away off".split())
_BYSTANDERS = frozenset("neighbour relative adult grandmother grandfather".split())


class Sides:
    """Decides the side of every figure of a text from what was told and what the text says."""

    def __init__(
        self,
        reading: Reading,
        figures: Figures,
        relations: Sequence[Relation],
        told: Sequence[tuple[Told, Told]],
        marks: Marks,
    ) -> None:
        self.reading = reading
        self.figures = figures
        self.told = told
        self.marks = marks
        self.relations = list(relations)
        self.stated_pairs = {(relation.source, relation.harmed) for relation in relations if relation.stated}
        self.sources: set[int] = set()
        self.harmed: set[int] = set()
        if told:
            self._match_told()
        if not told or not (self.sources or self.harmed):
            self._match_relations()
        else:
            self._add_stated()

    def _match_told(self) -> None:
        for number, figure in enumerate(self.figures.figures):
            for to, by in self.told:
                if not _works(figure) or figure.names or figure.keys & by.words:
                    if means(figure, to):
                        self.harmed.add(number)
                    if means(figure, by) or (
                        by.vague
                        and figure.plural
                        and (figure.keys & SOMEBODY or figure.roles & {"partner"})
                        and not means(figure, to)
                    ):
                        self.sources.add(number)
        self._settle_speaker()
        self._settle_by_exclusion()

    def _settle_speaker(self) -> None:
        """ "my husband" of a text that speaks of its source: "I" am the one harmed."""
        mentions = self.figures.mentions
        for one, other in pairwise(mentions):
            figure = self.figures.figures[one.figure]
            mine = one.owning and one.pronoun and "i" in figure.keys and one.last == other.first
            if mine and other.figure in self.sources and not any(to.young for to, _ in self.told):
                self.harmed.add(one.figure)

    def _settle_by_exclusion(self) -> None:
        """Where the text names only one side by another word ("Mum" for "Jodie"), the remaining adult is the other."""
        people = [
            n
            for n, f in enumerate(self.figures.figures)
            if f.kind in (PartyKind.PERSON, PartyKind.PRONOUN) and not f.is_group and not f.plural
        ]
        standing = [n for n in people if any(m.figure == n and not m.owning for m in self.figures.mentions)]
        people = standing if self.harmed or len(people) > 2 else people
        free = [
            n for n in people if n not in self.sources and n not in self.harmed and not self.figures.figures[n].is_child
        ]
        if len(self.told) and not self.harmed and free:
            adults = [to for to, _ in self.told if not to.roles & _CHILDLIKE]
            wanted = [n for n in free if could_be(self.figures.figures[n], [to for to, _ in self.told])]
            if adults and wanted and (self.sources or all(by.vague for _, by in self.told) or len(wanted) == 1):
                self.harmed.add(wanted[0])
        if self.harmed and not self.sources:
            left = [n for n in free if n not in self.harmed and self.figures.figures[n].kind is PartyKind.PRONOUN]
            left = [n for n in left if not self.figures.figures[n].keys & _SPEAKER]
            if len(left) == 1 and not any(by.vague for _, by in self.told):
                self.sources.add(left[0])

    def _match_relations(self) -> None:
        full = [
            relation for relation in self.relations if relation.source >= 0 and relation.harmed >= 0 and relation.stated
        ]
        doing = {relation.source for relation in full}
        suffering = {relation.harmed for relation in full} - doing
        for relation in self.relations:
            if relation.source >= 0 and (relation.source not in suffering):
                self.sources.add(relation.source)
        for relation in self.relations:
            if relation.harmed >= 0 and (
                relation.harmed not in self.sources or (relation.source >= 0 and self._each_way(relation))
            ):
                self.harmed.add(relation.harmed)

        self._name_the_harmed()
        self._name_the_joined()

    def _name_the_harmed(self) -> None:
        """ "After the night he held a pillow over her face: 1. Hana - new locks": the one name there is hers."""
        figures = self.figures.figures
        if not self.harmed or any(figures[n].kind is not PartyKind.PRONOUN for n in self.harmed):
            return
        genders = {figures[n].gender for n in self.harmed} | {""}
        named = [
            n
            for n, figure in enumerate(figures)
            if figure.kind is PartyKind.PERSON and figure.names and n not in self.sources and not figure.plural
        ]
        if len(named) == 1 and figures[named[0]].gender in genders:
            self.harmed.add(named[0])

    def _name_the_joined(self) -> None:
        """ "Father + Uncle Tariq to have ceased their threats": what is theirs is of both who are asked."""
        figures, at = self.figures.figures, self.figures.at
        for act in self.reading.acts:
            doers = {at[party.first].figure for party in act.actors if party.first in at}
            theirs = {m.figure for m in self.figures.between(act.verb, act.last) if m.owning and m.pronoun}
            if len(doers) > 1 and any(n in self.sources and figures[n].plural for n in theirs):
                self.sources |= doers

    def _each_way(self, relation: Relation) -> bool:
        """Whether the text states the same harm the other way round as well."""
        return (relation.harmed, relation.source) in self.stated_pairs

    def _add_stated(self) -> None:
        """What the text itself states about figures that nothing was told about."""
        for relation in self.relations:
            if relation.stated and relation.source >= 0 and relation.source not in self.harmed:
                self.sources.add(relation.source)
            if (
                relation.stated
                and relation.harmed >= 0
                and relation.harmed not in self.sources
                and relation.source >= 0
            ):
                self.harmed.add(relation.harmed)

    def one_sided(self) -> bool:
        """Whether the harm runs one way only, as far as is known."""
        pairs = [(to, by) for to, by in self.told]
        for to, by in pairs:
            if any(same_told(to, other_by) and same_told(by, other_to) for other_to, other_by in pairs):
                return False
        if self.told:
            return True
        return not any(
            self._each_way(relation) for relation in self.relations if relation.harmed >= 0 and relation.source >= 0
        )

    def within_couple(self) -> bool:
        """Whether the harm may run between partners or parents: not where only a child, or an outsider, is told of."""
        if self.told:
            return any(
                not (to.roles and to.roles <= _CHILDLIKE)
                and "parents" not in by.roles
                and "neighbour" not in by.roles
                and not by.vague
                for to, by in self.told
            )
        stated = [r for r in self.relations if r.harmed >= 0]
        return not stated or any(not self.figures.figures[r.harmed].is_child for r in stated)

    def decide(self, *, in_play: bool) -> tuple[Side, ...]:
        """Give the side of every figure, in their order; `in_play` says whether there is any harm at all."""
        figures = self.figures.figures
        found: list[Side] = []
        nobody_harmed = in_play and not self.harmed and not self.told
        if self.marks.all("separate") and not self.told:
            each = {
                n for n, f in enumerate(figures) if f.kind is PartyKind.PERSON and not f.is_child and not f.is_group
            }
            self.sources |= each
            self.harmed -= each
        for number, figure in enumerate(figures):
            found.append(self._side(number, figure, in_play=in_play, nobody_harmed=nobody_harmed))
        return tuple(found)

    def _is_child_between(self, number: int) -> bool:
        """ "when his father lashes out at his mother": whose parent harms the other parent sees or hears it."""
        parents = {
            other.figure
            for one, other in pairwise(self.figures.mentions)
            if one.figure == number
            and one.owning
            and one.last == other.first
            and self.figures.figures[other.figure].roles & _PARENTS
        }
        return bool(parents & self.sources) and bool(parents & self.harmed)

    def _side(self, number: int, figure: Figure, *, in_play: bool, nobody_harmed: bool) -> Side:
        if figure.kind is PartyKind.AGENCY and number not in self.sources:
            return Side.AGENCY
        if number in self.sources and number in self.harmed:
            return Side.BOTH
        if number in self.sources:
            return Side.SOURCE
        if number in self.harmed:
            young = figure.is_child or any(to.young and means(figure, to) for to, _ in self.told)
            return Side.CHILD if young else Side.HARMED
        if figure.kind is PartyKind.PROFESSIONAL:
            return Side.PROFESSIONAL
        if not in_play:
            return Side.UNKNOWN
        if figure.kind is PartyKind.OURSELVES:
            return Side.AGENCY
        if figure.is_group or (figure.kind is PartyKind.PRONOUN and figure.plural):
            return self._group(figure)
        if self._are_both(figure):
            return Side.BOTH
        if figure.is_child or self._is_child_between(number):
            return Side.OTHER if self._is_grown_offspring(figure) else Side.CHILD
        if any("family" in figures_harmed.roles for figures_harmed in (self.figures.figures[n] for n in self.harmed)):
            return Side.HARMED
        if figure.plural or (figure.roles & _BYSTANDERS and not figure.names):
            return Side.OTHER
        if nobody_harmed:
            return Side.UNKNOWN if self._is_kept_off(number) else Side.HARMED
        if self.told or self.harmed:
            return Side.OTHER
        return Side.UNKNOWN

    def _parents(self) -> Side | None:
        """The side of "parents" whose sides the text tells: both hit the child, or the child hits one of them."""
        figures = self.figures.figures
        both = [n for n in self.sources if figures[n].roles & _PARENTS]
        if len(both) > 1 and not any(figures[n].roles & _PARENTS for n in self.harmed):
            return Side.SOURCE
        pairs = pairwise(self.figures.mentions)
        return Side.HARMED if any(self._is_their_parent(one, other) for one, other in pairs) else None

    def _is_their_parent(self, one: Mention, other: Mention) -> bool:
        """ "Jaydon no longer punches his mum": a parent of the one who harms is the one harmed."""
        owned = one.owning and one.last == other.first and bool(self.figures.figures[other.figure].roles & _PARENTS)
        return owned and one.figure in self.sources and other.figure in self.harmed

    def _is_kept_off(self, number: int) -> bool:
        """Whether somebody is to stay out of a place, which is not asked of the one harmed there."""
        return any(
            act.lemma.split(" ")[0] in _STAYING
            and not _OUT.isdisjoint(self.reading.keys[act.verb : act.verb + 3])
            and any(self.figures.at[p.first].figure == number for p in act.actors if p.first in self.figures.at)
            for act in self.reading.asks
        )

    def _is_grown_offspring(self, figure: Figure) -> bool:
        """Whether a grandchild harms and this is a son or daughter: those of whoever has a grandchild are grown."""
        grandchild = any(self.figures.figures[n].keys & _GRANDCHILDREN for n in self.sources)
        return grandchild and figure.age < 0 and not figure.keys.isdisjoint(_OFFSPRING)

    def _are_both(self, figure: Figure) -> bool:
        """ "Both girls", "the two lads", where nobody else is named: one of them was told to harm the other."""
        if not figure.plural or not self.told or self.sources or self.harmed:
            return False
        return not _COUNTING.isdisjoint(self._words_before(figure) | figure.keys)

    def _words_before(self, figure: Figure) -> set[str]:
        words = self.reading.words
        return {
            words[n].key
            for mention in self.figures.mentions
            if self.figures.figures[mention.figure] is figure
            for n in range(max(0, mention.first - 2), mention.first)
        }

    def _group(self, figure: Figure) -> Side:
        if "parents" in figure.roles and not self.told:
            side = self._parents()
            if side is not None:
                return side
        sources = {by for _, by in self.told if figure.names & by.names or by.roles & _PARENTS}
        if len(sources) > 1 and not any(to.roles & _PARENTS for to, _ in self.told):
            return Side.SOURCE  # "Mr and Mrs Bell both to stop", where each was told of
        if "parents" in figure.roles and self.told and all(to.roles and to.roles <= _CHILDLIKE for to, _ in self.told):
            return Side.OTHER
        if "parents" in figure.roles and self.told and all(by.young for _, by in self.told) and self.harmed:
            return Side.OTHER  # "Parents to put a stop to Aaron (14) beating Beth"
        if (
            "parents" in figure.roles
            and not self.told
            and self.harmed
            and all(self.figures.figures[n].is_child for n in self.harmed)
        ):
            return Side.OTHER if self.sources else Side.BOTH
        return Side.BOTH


def _works(figure: Figure) -> bool:
    return figure.kind in (PartyKind.AGENCY, PartyKind.OURSELVES)
