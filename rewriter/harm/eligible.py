"""Who in a text may be harmed and who may harm, as far as what they are called goes; nothing is read from gender."""

from rewriter.harm.harms import cast_of
from rewriter.harm.mentions import Figure
from rewriter.harm.told import name_of
from rewriter.people import PartyKind
from rewriter.plan import Reading

__all__ = ["called", "is_young", "may_be_done_to", "may_be_harmed", "may_harm"]

_YOUNG = 10
_GROWN = 18
_WORKERS = frozenset("dc pc ds dci dsl om po hoy nurse teacher miss officer coach judge wpc sgt".split())
_CHILDREN = frozenset("kids children childrens children's boys girls twins baby child little ones siblings".split())
_LABELS = frozenset(("perp", "perpetrator"))  # who that is has to be asked anyway
_SEVERAL = frozenset("parents couple family both".split())
_CROWDS = frozenset("lads men males girls boys people friends mates older elders youths".split())


def may_be_harmed(figure: Figure) -> bool:
    """Whether somebody may be harmed: one of the family or community, and no worker."""
    return figure.kind is PartyKind.PERSON and figure.keys.isdisjoint(_WORKERS) and figure.roles.isdisjoint(_SEVERAL)


def may_harm(figure: Figure) -> bool:
    """Whether somebody may harm another: no worker, no young child and no household as a whole."""
    if figure.kind is not PartyKind.PERSON or 0 <= figure.age < _YOUNG or not figure.roles.isdisjoint(_SEVERAL):
        return False
    return figure.keys.isdisjoint(_WORKERS | _CHILDREN | _LABELS)


def may_be_done_to(figure: Figure) -> bool:
    """Whether something may be done to somebody: no crowd that is only spoken of."""
    return may_be_harmed(figure) and (figure.keys.isdisjoint(_CROWDS) or figure.is_child)


def is_young(figure: Figure) -> bool:
    """Whether somebody is said to be under eighteen."""
    return 0 <= figure.age < _GROWN


def called(reading: Reading, figure: int) -> str:
    """Give the words that somebody is first called by; "" where they are none but a pronoun."""
    return name_of(cast_of(reading).figures, figure, reading.words, reading.text)
