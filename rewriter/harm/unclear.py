"""Where a text speaks of harm, or may, and it cannot be read who harms whom: what has to be asked.

Who stands on which side decides every label (section 1 of the responsibility standard). Where neither the user nor the
text says it, a plain question is the honest answer: on texts never met the rules miss about half of what is put on the
person harmed where nobody told them who is harmed, and one in five where somebody did.
"""

from rewriter.harm.cast import Cast, Fault, Side
from rewriter.harm.mentions import Mention
from rewriter.harm.relations import is_abuse
from rewriter.lexicon import Term

__all__ = ["unclear"]

_SO = frozenset("so then until till otherwise".split())
_REACH = 4


def unclear(cast: Cast) -> Fault | None:
    """Give the first words that speak, or may speak, of a harm whose sides are not known; None where they are."""
    if cast.reading.context.harms or not cast.figures.mentions:
        return None
    if not cast.in_play:
        return _sign(cast) or _meant_for_another(cast)
    sides = frozenset(cast.sides)
    harmed = bool(sides & {Side.HARMED, Side.CHILD, Side.BOTH})
    if (Side.SOURCE in sides or Side.BOTH in sides or cast.described or any(harm.by for harm in cast.harms)) and harmed:
        return None
    named = next((term for term in cast.marks.all("abuse") if is_abuse(cast.reading.words, term)), None)
    first, last = (named.first, named.last) if named else next(iter(cast.unowned), (-1, -1))
    return Fault("unsaid", first, last) if first >= 0 else None


def _sign(cast: Cast) -> Fault | None:
    """A word that may be a sign of harm, in a sentence that names somebody who is no worker."""
    if cast.marks.all("distress"):
        return None
    for term in cast.marks.all("sign"):
        first, last = cast.sentence_at(term.first)
        somebody = any(cast.figures.figures[m.figure].is_person for m in cast.figures.between(first, last))
        if somebody and not _is_their_own(cast, term):
            return Fault("unsaid", term.first, term.last)
    return None


def _is_their_own(cast: Cast, term: Term) -> bool:
    """ "scared of dogs", "hurt her knee": a fear of things, or a mishap."""
    words = cast.reading.words
    after = [words[n].key for n in range(term.last, min(term.last + 2, len(words)))]
    return after[:1] == ["of"] and (len(after) < 2 or term.last + 1 not in cast.figures.at)


def _meant_for_another(cast: Cast) -> Fault | None:
    """ "... so that he stops": what one is asked is for another to leave something off."""
    words = cast.reading.words
    for mention in cast.figures.mentions:
        if mention.owning or not cast.figures.figures[mention.figure].is_person or mention.first < 2:
            continue
        at = mention.first - 1 - (words[mention.first - 1].key == "that")
        ending = cast.marks.first("ending", mention.last, min(mention.last + _REACH, len(words)))
        if words[at].key in _SO and ending is not None and _other_is_asked(cast, mention):
            return Fault("unsaid", at, ending.last)
    return None


def _other_is_asked(cast: Cast, mention: Mention) -> bool:
    """Whether the task before belongs to somebody else, and what is left off is done to them."""
    first, last = cast.sentence_at(mention.first)
    doer = next((m for m in cast.figures.between(first, mention.first) if not m.owning), None)
    if doer is None or doer.figure == mention.figure:
        return False
    return any(m.figure != mention.figure for m in cast.figures.between(mention.last, last))
