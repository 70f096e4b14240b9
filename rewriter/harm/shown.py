"""The harms of a text as they are shown: who is harmed by whom, in the words of the text, and how that is known."""

from collections.abc import Sequence

from rewriter.harm.mentions import Figures
from rewriter.harm.relations import Relation
from rewriter.harm.told import Told, name_of
from rewriter.people import Harm, HarmBasis
from rewriter.plan import Reading

__all__ = ["shown_harms"]

_CROWDS = frozenset("men lads males boys others people adults strangers group gang youths teens".split())


def shown_harms(
    reading: Reading, figures: Figures, relations: Sequence[Relation], told: Sequence[tuple[Told, Told]]
) -> tuple[Harm, ...]:
    """The harms as they are shown: those told, else those of the text."""
    if reading.context.harms:
        return tuple(Harm(harm.to, harm.by, harm.what, HarmBasis.GIVEN) for harm in reading.context.harms)
    if told:
        return tuple(Harm(to.phrase, by.phrase, "", HarmBasis.GIVEN) for to, by in told)
    found: dict[tuple[str, str], Harm] = {}
    for relation in relations:
        to = name_of(figures, relation.harmed, reading.words, reading.text)
        by = name_of(figures, relation.source, reading.words, reading.text)
        basis = HarmBasis.STATED if relation.stated else HarmBasis.ASSUMED
        if (to, by) not in found or basis is HarmBasis.STATED:
            found[to, by] = Harm(to, by, "", basis)
    full = [
        harm
        for harm in found.values()
        if not any(
            _covers(other, harm) or _is_of_the_crowd(harm, other) for other in found.values() if other is not harm
        )
    ]
    return tuple(full)


def _is_of_the_crowd(harm: Harm, other: Harm) -> bool:
    """Whether a harm by nobody is to those who do another: "the men ..., and that it was their doing"."""
    return not harm.by and harm.to == other.by and harm.to.lower().removeprefix("the ") in _CROWDS


def _covers(wide: Harm, narrow: Harm) -> bool:
    """Whether one harm says all that another does, and more."""
    return (
        (narrow.to in ("", wide.to)) and (narrow.by in ("", wide.by)) and (wide.to, wide.by) != (narrow.to, narrow.by)
    )
