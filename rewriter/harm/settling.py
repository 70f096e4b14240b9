"""Harm that is left to be settled between the one who does it and the one it is done to.

Section 6 of the responsibility standard: a talk round a table, an agreement of both, kinder words to each other.
"""

from collections.abc import Iterator

from rewriter.harm.cast import HARMED_SIDES, Cast, Fault, Side

__all__ = ["is_refused", "settling_faults"]

_RECONCILING = frozenset("sorry apologise apologises apology forgive listen compromise amends reconcile".split())
_ALL_OF = frozenset("both each two pair everyone all jointly".split())
# What two people put their names or hands to.
_SHARED = frozenset(
    "agreement contract pledge pact charter sorry apology apologies circle rj restorative truce bit share "
    "shake hug friends peace sides letter letters differently afresh amends hands".split()
)
_APART = frozenset("apart away separate separated separately".split())
# From the hyponyms of quarrel, conflict, disagreement and fight in WordNet 3.0 (see `words/hurting.toml`).
_STRIFE = frozenset(
    "quarrel quarrels row rows argument arguments dispute disputes squabble squabbles spat spats tiff tiffs bickering "
    "altercation altercations fallout fallouts conflict conflicts friction clash clashes tension tensions disagreement "
    "disagreements fight fights fighting scrap scraps trouble bother difficulties issues falling upset needle "
    "set-tos run-ins confrontation confrontations violence abuse incidents behaviour relationship".split()
)
_OPENS_SETTLING = frozenset("round around each both between one".split()) | _ALL_OF  # all else settles nothing
_REFUSING = frozenset("no not never without unsafe instead".split())
# What two people who are spoken of as one are brought together to do.
_TOGETHER = frozenset(
    "agree settle sort talk discuss meeting meet meetings mediation room sit agreement resolve work get compromise "
    "listen apologise treat speak explore".split()
)
_AS_ONE = frozenset("other another along together better calmer they how".split())


def settling_faults(cast: Cast) -> Iterator[Fault]:
    """ "get Mr Yusuf and flat 7 round a table", "how each will treat the other": harm to be settled between them."""
    words = cast.reading.words
    for first, last in cast.reading.sentences:
        yield from _pair(cast, first, last)
    for n in range(len(words) - 2):
        if words[n].key not in _OPENS_SETTLING:
            continue
        table = words[n].key in ("round", "around") and words[n + 1].key in ("a", "the") and words[n + 2].key == "table"
        first, last = cast.sentence_at(n)
        turns = words[n].key == "each" and any(
            words[x].key == "the" and words[x + 1].key == "other" for x in range(n + 1, min(n + 5, last - 1))
        )
        sorry = words[n].key in ("both", "each") and any(
            words[x].key in _RECONCILING for x in range(n + 1, min(n + 6, last))
        )
        turns = turns or _is_between(cast, n, first, last) or _is_reciprocal(cast, n, first, last)
        owned = words[n].key in _ALL_OF and any(words[x].key in _SHARED for x in range(first, last))
        together = cast.named((Side.BOTH,), first, last) is not None
        if (
            owned
            and (together or cast.named((Side.SOURCE,), 0, len(words)))
            and cast.named(HARMED_SIDES, 0, len(words))
        ):
            if not is_refused(cast, first, n):
                yield Fault("mutual", first, last)
            continue
        if not table and not turns and not (sorry and cast.named((Side.SOURCE,), first, last) is not None):
            continue
        if cast.named(HARMED_SIDES, first, last) is not None and not is_refused(cast, first, n):
            yield Fault("mutual", first, last)


def _is_reciprocal(cast: Cast, n: int, first: int, last: int) -> bool:
    """ "Ines and stepmum are kinder to each other": asked of both alike, named side by side."""
    words = cast.reading.words
    if (words[n].key, words[n + 1].key) not in (("each", "other"), ("one", "another")):
        return False
    if any(words[x].key in _APART for x in range(first, last)):
        return False
    sides = {cast.side_at(mention) for mention in cast.figures.between(first, n) if not mention.owning}
    return Side.SOURCE in sides and bool(sides & HARMED_SIDES)


def _is_between(cast: Cast, n: int, first: int, last: int) -> bool:
    """ "fewer fallouts between Jodie and her stepbrother": what one does to the other, told as strife of two."""
    words = cast.reading.words
    if words[n].key != "between" or n == first:
        return False
    strife = any(words[x].key in _STRIFE for x in range(max(first, n - 3), n))
    sides = {cast.side_at(mention) for mention in cast.figures.between(n, min(n + 8, last))}
    return strife and Side.SOURCE in sides and bool(sides & HARMED_SIDES)


def _pair(cast: Cast, first: int, last: int) -> Iterator[Fault]:
    """ "Sit the two of them down to agree how they'll treat each other": the two sides of a harm spoken of as one."""
    keys = cast.reading.keys
    sources = {n for n, side in enumerate(cast.sides) if side is Side.SOURCE}
    if len(sources) != 1 or not any(side in (Side.HARMED, Side.CHILD) for side in cast.sides):
        return
    for mention in cast.figures.between(first, last):
        if keys[mention.first] != "them" or cast.side_at(mention) is not Side.BOTH:
            continue
        before, after = list(keys[max(first, mention.first - 2) : mention.first]), keys[mention.last : mention.last + 2]
        paired = before[-1:] == ["of"] and before[:1] in (["two"], ["both"], ["pair"], ["each"])
        paired = paired or before[-1:] in (["both"], ["between"]) or "both" in after[:1] or "together" in after
        paired = paired or (before[-1:] in (["sit"], ["get"], ["bring"]) and "down" in after)
        joint = any(keys[n] in _TOGETHER for n in range(first, last)) and any(
            keys[n] in _AS_ONE for n in range(first, last)
        )
        if paired and joint and not any(keys[n] in _APART for n in range(first, last)):
            if not is_refused(cast, first, mention.first):
                yield Fault("mutual", first, last)
            return


def is_refused(cast: Cast, first: int, index: int) -> bool:
    """Whether words before an index refuse what follows."""
    words = cast.reading.words
    return any(words[n].key in _REFUSING for n in range(max(first, index - 6), index))
