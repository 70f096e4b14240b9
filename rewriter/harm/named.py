"""Reads harm told by a noun of abuse and whose it is: "Ryan's violence", "the exploitation of Jade".

Section 1 of the responsibility standard; a part of what a text states.
"""

from collections.abc import Iterator

from rewriter.harm.mentions import Mention
from rewriter.harm.relations import Relation, Surroundings
from rewriter.harm.words import hurting_words
from rewriter.lexicon import Term

__all__ = ["NamedHarm"]

# These have the person harmed as their possessor: "Jade's exploitation", "her bruises".
_SUFFERED = frozenset(
    "exploitation trafficking fgm grooming rape strangulation bruising cuckooing beatings beating slavery "
    "marriage labour marks exploited groomed trafficked cse cce scammed servitude bondage mutilation cutting "
    "injuries".split()
)
_DEALT = frozenset("beating beatings cutting strangulation grooming".split())
_CAUGHT = frozenset("found caught seen filmed heard witnessed".split())
_SERVICE_NOUNS = frozenset(
    "helpline worker team group service support clinic programme lead course charity advocate line".split()
)
_BECOMING = frozenset("be is become becomes becoming being gets get was been turns".split())
_UPON = frozenset("of towards against on to at".split())
_SENDING = frozenset("take taking takes arrange arranging send sending".split())
_CARRYING = frozenset("take takes taking bring brings bringing report reports reporting mention mentions".split())


class NamedHarm:
    """The nouns of abuse of a text, each with the people round it."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.words = around.words
        self.figures = around.figures
        self.marks = around.marks
        self.begins = around.begins
        self.ends = around.ends

    def at(self, term: Term) -> Iterator[Relation]:
        """Read one noun of abuse: "Ryan's violence", "the exploitation of Jade", "threats by her brothers"."""
        words, first, last = self.words, term.first, term.last
        if last < len(words) and words[last].key in _SERVICE_NOUNS:
            return
        suffered = words[last - 1].key in _SUFFERED or words[first].key in _SUFFERED
        upon = self.around.person_at(last) if words[last - 1].key.endswith(("ed", "ing")) else None
        if upon is not None and not upon.owning:
            if words[last - 1].key.endswith("ed") and words[first].key in hurting_words():
                return  # "the man who groomed him": read as the verb it is
            caught = self.around.subject_of(first - 1, who=False) if words[first - 1].key in _CAUGHT else None
            if caught is not None and caught.figure != upon.figure:
                yield Relation(caught.figure, upon.figure, first, last, stated=True)  # "was found force-feeding him"
                return
        owner = self.around.owner_of(first)
        suffered = suffered and not (owner is not None and self._is_dealt(term, owner))
        source = (
            owner.figure if owner is not None and not suffered else self._named_after(term, owned=owner is not None)
        )
        harmed = owner.figure if owner is not None and suffered else self.around.object_after(last, _UPON, first)
        if harmed == source or self._is_carried(first):
            harmed = -1
        if source < 0 and harmed < 0 and suffered:
            yield from self._suffering(term)
        elif harmed < 0 and source >= 0 and owner is not None and self._is_fled(owner):
            who = self.around.subject_of(owner.first - 2, who=False)
            for each in self.around.joined_with(who) if who else [-1]:
                yield Relation(source, each, first, last, stated=True)
        elif source >= 0 or harmed >= 0:
            yield Relation(source, harmed, first, last, stated=True)

    def _is_dealt(self, term: Term, owner: Mention) -> bool:
        """ "Dad's beatings with the belt", where a child is spoken of: what a parent deals out, not suffers."""
        if self.words[term.first].key not in _DEALT or owner.pronoun:
            return False
        figures = self.figures.figures
        return not figures[owner.figure].is_child and any(figure.is_child for figure in figures)

    def _named_after(self, term: Term, *, owned: bool) -> int:
        """Who is named as the source round a noun: "by her ex", "he is violent", "the violence is Caleb's"."""
        words, first, last = self.words, term.first, term.last
        source = self.around.object_after(last, ("by", "from"), first)
        if source >= 0:
            return source
        if (
            words[first].key in ("violent", "abusive")
            and first > self.begins[first]
            and words[first - 1].key in _BECOMING
        ):
            doer = self.around.subject_of(first - 1, who=True)
            return doer.figure if doer is not None else -1
        if not owned and last + 1 < len(words) and words[last].key in ("is", "was", "are"):
            named = self.around.starting.get(last + 1)
            alone = named is not None and self.around.starting.get(named.last) is None
            if named is not None and alone and named.owning and self.around.is_person(named):
                return named.figure
        return -1

    def _suffering(self, term: Term) -> Iterator[Relation]:
        """Harm that is suffered ("FGM", "exploitation") beside the people of the sentence: who takes whom to it."""
        begin = self.begins[term.first]
        near = [
            m
            for m in self.figures.between(begin, term.first)
            if self.around.is_person(m) and (not m.owning or m.pronoun)
        ]
        if not near or (len(near) == 1 and self.figures.figures[near[0].figure].is_group):
            return
        taken = any(self.words[n].key in _SENDING for n in range(begin, term.first))
        source = near[0].figure if taken and len(near) > 1 else -1
        yield Relation(source, near[-1].figure, term.first, term.last, stated=True)

    def _is_carried(self, index: int) -> bool:
        """ "take any more threats from her brothers to her uncle": what is told to somebody, not done to them."""
        near = range(max(self.begins[index], index - 4), index)
        return any(self.words[n].key in _CARRYING for n in near)

    def _is_fled(self, owner: Mention) -> bool:
        """ "safe from Ryan's violence"."""
        words, first = self.words, owner.first
        return (
            first > 1 and words[first - 1].key == "from" and words[first - 2].key in ("safe", "free", "away", "safely")
        )
