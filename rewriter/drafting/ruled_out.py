"""What is ruled out and nobody is named to see to: "depot not to be missed", "no unknown adults in home".

It stands in the words it was typed in, and who sees to it is asked; who is spoken of is not thereby asked to.
Source: practice judgement.
"""

from rewriter.drafting.pace import is_dated
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Piece
from rewriter.drafting.saying import said
from rewriter.people import PartyKind
from rewriter.plan import Reading
from rewriter.timing.reader import TimeKind

__all__ = ["ruled_out"]

_NEAR = frozenset("alone near around unsupervised left in at".split())
_COMERS = frozenset("adults men males visitors mates strangers people".split())
_CHILD = ("", "child", "young person", "baby")
_NOT_TO = ("not", "to")
_MOST_BEFORE = 5  # words


def ruled_out(part: Reading, whom: str = "") -> Piece | None:
    """Give the objective for what is not to be, as it was typed; None where somebody is asked to see to it.

    `whom` is who is meant by "not to drive", where that is sure.
    """
    keys = part.keys
    if keys[:2] == _NOT_TO and len(keys) > len(_NOT_TO):
        bare = said(part, 0, len(part.text), timed=True)
        bare = f"{bare[:1].lower()}{bare[1:]}"
        name = whom or "[Who]"
        asked = (*(() if whom else (ask_about("Who"),)), *(() if is_dated(part) else (ask_about("date"),)))
        time = part.timescale.time
        till = time is not None and time.kind is TimeKind.OPEN_UNTIL  # "til POC restarted": the day of that is asked
        ending = "" if is_dated(part) else " ([date])" if till else " until [date]"
        return Piece(f"{name} {bare}{ending}.", (name,), asked, (), bare)
    no = next((n for n in range(1, min(_MOST_BEFORE, len(keys) - 3)) if keys[n : n + 3] == ("not", "to", "be")), 0)
    nobody = keys[0] == "no" and not _COMERS.isdisjoint(keys[1:4])
    if not (no or nobody) or any(party.first and keys[party.first - 1] == "by" for party in part.parties):
        return None
    words = said(part, 0, len(part.text), timed=True)
    words = f"{words[:1].upper()}{words[1:]}"
    date = () if is_dated(part) else (ask_about("date"),)
    until = " until [date]" if date else ""
    first = next(iter(part.parties), None)
    near = bool(no) and not _NEAR.isdisjoint(keys[no + 3 : no + 4])
    if near and first is not None and first.first == 0 and first.kind is PartyKind.PERSON and first.role not in _CHILD:
        name = part.text[first.start : first.end]
        asks = (ask_about("worker"), ask_about("often"), *date)
        return Piece(f"{words}, checked by [named worker] [how often]{until}.", (name,), asks, (), words)
    return Piece(f"{words}{until}, with [who] to see to it.", ("[who]",), (ask_about("who"), *date), (), words)
