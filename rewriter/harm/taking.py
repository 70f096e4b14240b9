"""Reads harm told by what is taken from somebody: money, papers, medication.

Financial abuse as the Care and Support Statutory Guidance has it; which words stand for it is practice judgement.
"""

from collections.abc import Iterator

from rewriter.harm.relations import Relation, Surroundings
from rewriter.lexicon import Term
from rewriter.people import PartyKind

__all__ = ["taking_from"]

_PLAIN_TAKING = tuple("steal stole withh spend spent empt drain pocket help".split())
_PAPERS = frozenset("tablets id papers documents keys belongings phone".split())


def taking_from(around: Surroundings, term: Term) -> Iterator[Relation]:
    """Give the harm where somebody takes, spends or holds on to what is another's: "spends her pension"."""
    words, last = around.words, term.last
    end = around.ends[term.first]
    things = around.marks.first("property", last, min(last + 5, end))
    if things is None:
        return
    doer = around.subject_of(term.first, who=True)
    owner = next((m for m in reversed(around.figures.between(last, things.first)) if m.owning), None)
    if owner is None and things.last < end and words[things.last].key in ("from", "off"):
        owner = around.person_at(things.last + 1)
    if owner is None and words[term.first].key.startswith(("withh", "steal", "stole")) and doer is not None:
        yield Relation(doer.figure, -1, term.first, things.last, stated=True)
    if owner is None or doer is None or owner.figure == doer.figure:
        return
    person = around.figures.figures[doer.figure]
    if person.kind in (PartyKind.AGENCY, PartyKind.OURSELVES, PartyKind.PROFESSIONAL):
        return
    key = words[term.first].key
    plain = key.startswith(_PLAIN_TAKING)
    if plain or (key.startswith(("tak", "took", "us")) and words[things.first].key not in _PAPERS):
        if not plain and person.plural is False and around.figures.figures[owner.figure].is_child:
            return
        yield Relation(doer.figure, owner.figure, term.first, things.last, stated=True)
