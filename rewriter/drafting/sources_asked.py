"""What words ask of whoever causes harm, who opens them, and what somebody who took is to make good.

Source: 002 Halton, the domestic violence example: the person causing the harm is the one to change.
"""

from rewriter.harm.cast import Cast, Side
from rewriter.harm.mentions import Mention

__all__ = ["asks_the_source", "makes_good", "opening_ask"]

_ASKED = frozenset("to will must should shall 2".split())
_REPAYING = frozenset("repay repays return returns refund refunds reimburse reimburses".split())
_GIVING = frozenset("pay pays give gives hand hands".split())
_UNDER = frozenset("on under bailed has is with subject".split())
_ORDERS = frozenset("bail bailed licence injunction conditions conds order".split())
_ASIDE = 6  # words in brackets after a name


def makes_good(cast: Cast, first: int, last: int) -> Mention | None:
    """Give whoever, between two word indices, is to make good what they took: "Anders repays £1,450"."""
    keys = cast.reading.keys
    for mention in cast.figures.between(first, last):
        at = mention.last + (mention.last < last and keys[mention.last] in ("to", "will"))
        paid = at < last and keys[at] in _REPAYING
        back = at + 1 < last and keys[at] in _GIVING and keys[at + 1] == "back"
        if (paid or back) and not mention.owning:
            return mention
    return None


def asks_the_source(cast: Cast, first: int, last: int) -> bool:
    """Whether words open with the source of harm, who is asked something: "Dad not hitting the children"."""
    at = opening_ask(cast, first, last)
    source = next((m for m in cast.figures.between(first, last) if cast.side_at(m) is Side.SOURCE), None)
    aim = (
        source is not None and source.first == first and source.last < last and cast.reading.keys[source.last] == "not"
    )
    return at > 0 or aim


def _bound_by(cast: Cast, at: int, last: int) -> int:
    """Where somebody is told what an order or bail forbids them: "Sunil on bail not to contact"; 0 if nowhere."""
    keys = cast.reading.keys
    if at >= last or keys[at] not in _UNDER:
        return 0
    ruled = next((n for n in range(at, min(at + 4, last)) if keys[n] in _ORDERS or cast.marks.begins("legal", n)), 0)
    far = min(ruled + _ASIDE, last - 1)
    return next((n for n in range(ruled + 1, far) if keys[n : n + 2] == ("not", "to")), 0) if ruled else 0


def opening_ask(cast: Cast, first: int, last: int) -> int:
    """Give the index of the word by which the source is asked, who opens some words ("to stay at home"); 0 if none."""
    keys = cast.reading.keys
    for mention in cast.figures.between(first, min(first + 4, last)):
        if cast.side_at(mention) is Side.SOURCE and not mention.owning:
            at = mention.last
            if at < last and keys[at] == "(":  # "Perp (Lee Dawes) not to enter"
                at = next((n + 1 for n in range(at, min(at + _ASIDE, last)) if keys[n] == ")"), last)
            bound = _bound_by(cast, at, last)
            if bound:
                return bound
            begins = at
            at += at + 1 < last and keys[at] == "not" and keys[at + 1] in _ASKED
            return begins if at < last and keys[at] in _ASKED else 0
    return 0
