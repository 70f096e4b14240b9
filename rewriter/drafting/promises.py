"""What somebody said they will do, or is happy to do: their task, in the words it was typed in.

Source: practice judgement; what was offered in a meeting is lost where it is taken for background.
"""

from rewriter.drafting.phrases import act_of, ask_about
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.drafting.somebody import somebody_at
from rewriter.people import PartyKind
from rewriter.plan import Due, Reading
from rewriter.sentences.grammar import verb_at

__all__ = ["is_promised", "promised"]

_SAID = frozenset("said says agreed agrees reckons promised mentioned thinks".split())
_WILL = frozenset("will would can could 'll".split())
_PRONOUNS = frozenset("he she they".split())
_WILLING = frozenset("happy willing keen ok okay fine able offering offered agreeing".split())


def is_promised(part: Reading) -> bool:
    """Say whether a part is somebody's own offer: "dad said he will take the dog", "nan happy to have them sats"."""
    return _verb_place(part) > 0


def _verb_place(part: Reading) -> int:
    """The word index of what was promised, or 0."""
    people = {party.first: party for party in part.parties}
    party, at = somebody_at(part.words, people, 0, len(part.words))
    keys = part.keys
    if party is None or party.kind is PartyKind.PRONOUN or at + 2 >= len(keys):
        return 0
    at += keys[at] in ("is", "are", "has", "have", "'s")
    if keys[at] in _WILLING and keys[at + 1 : at + 2] == ("to",):
        at += 2
    elif keys[at] in _SAID:
        follows = at + 1 + (keys[at + 1] == "that")
        if keys[follows : follows + 1] and keys[follows] in ("he'll", "she'll", "they'll"):
            at = follows + 1
        elif keys[follows] in _PRONOUNS and keys[follows + 1 : follows + 2] and keys[follows + 1] in _WILL:
            at = follows + 2
        else:
            return 0
    else:
        return 0
    return at if at < len(keys) and verb_at(part.words, at, len(keys)) is not None else 0


def promised(part: Reading) -> Piece | None:
    """Give the objective for what somebody said they will do; None where nobody did."""
    at = _verb_place(part)
    if not at:
        return None
    people = {party.first: party for party in part.parties}
    _, after = somebody_at(part.words, people, 0, len(part.words))
    name = part.written(0, after)
    words = said(part, 0, len(part.text), timed=True)
    verb = verb_at(part.words, at, len(part.words))
    dated = part.timescale.due is Due.DATED
    asks: tuple[Ask, ...] = ()
    if verb is not None and verb.classes & {"vague", "mental"}:
        todo = act_of(name)
        words, asks = f"{words} ({todo.bracket})", (todo,)
    goes_on = part.timescale.due in (Due.NO_END, Due.OPEN_ENDED_HABIT)
    ending = "" if dated else " until [date]" if goes_on else " by [date]"
    date = () if dated else (ask_about("date"),)
    return Piece(f"{words[:1].upper()}{words[1:]}{ending}.", (name,), (*asks, *date), (), words)
