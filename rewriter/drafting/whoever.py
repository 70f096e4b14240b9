"""A task of somebody whom no list knows: "sarah his kw to check at h/v", "wheelchair svc to review chair".

Who stands before "to" and a verb of helping is taken for the doer, in the words typed; nothing is guessed of them.
"""

from rewriter.drafting.bidding import helps
from rewriter.drafting.pace import is_dated
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Piece
from rewriter.drafting.saying import said
from rewriter.people import PartyKind
from rewriter.plan import Due, Reading
from rewriter.sentences.grammar import CONTROL, DETERMINERS, PREPOSITIONS, verb_at

__all__ = ["asked_of_whoever", "done_by"]

_MOST = 5  # words that call somebody something
_NOBODY = frozenset("not all everything both it this these that those needs what appointment support".split())


def done_by(part: Reading) -> Piece | None:
    """Give the objective for what is done by somebody: "dog mess cleared daily by stepdad"; None where nobody is."""
    for n in range(2, len(part.keys) - 1):
        doer = next((party for party in part.parties if party.first == n + 1), None)
        if part.keys[n] != "by" or doer is None or doer.kind is PartyKind.AGENCY or not doer.role:
            continue
        words = said(part, 0, len(part.text), timed=True)
        dated = is_dated(part)
        ending = "" if dated else " until [date]" if part.timescale.due is Due.NO_END else " by [date]"
        name = part.text[doer.start : doer.end]
        return Piece(f"{words}{ending}.", (name,), () if dated else (ask_about("date"),), (), words)
    return None


def asked_of_whoever(part: Reading) -> Piece | None:
    """Give the objective for a task of somebody not known; None where nobody can stand there."""
    act = next(iter(part.asks), None)
    if act is None or act.actors or act.passive or not helps(act.lemma) or not 0 < act.verb - 1 <= _MOST:
        return None
    keys = part.keys[: act.verb - 1]
    verb = verb_at(part.words, act.verb, len(part.words))
    if part.keys[act.verb - 1] not in ("to", "will", "must") or verb is None or verb.form != "base":
        return None
    if not all(key[0].isalpha() for key in keys) or keys[0] in _NOBODY | DETERMINERS | PREPOSITIONS:
        return None
    if keys[1:2] == ("who",):
        pass  # "LSA who knows her best to do a pictures thing"
    elif keys[-1] in CONTROL or any(verb_at(part.words, n, n + 1) is not None for n in range(len(keys))):
        return None
    words = said(part, 0, len(part.text), timed=True)
    due = part.timescale.due
    dated = is_dated(part) or due is Due.UNDATED_EVENT
    ending = "" if dated else " until [date]" if due in (Due.NO_END, Due.OPEN_ENDED_HABIT) else " by [date]"
    name = part.written(0, len(keys))
    return Piece(f"{words}{ending}.", (name,), () if dated else (ask_about("date"),), (), words)
