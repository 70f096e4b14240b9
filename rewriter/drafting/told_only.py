"""Drafts a text that only tells a worry: "Megan cutting when upset", "Dad hitting Mum", "Chloe not eating".

What worries people is never itself something to do so many times until a date. It stands beside the objective as how
things are, and what is wanted instead, who acts and what they do are asked. Source: 003 (what will this child have or
experience that is good?); which acts are worries is practice judgement.
"""

from rewriter.answer import Critique
from rewriter.drafting.beside_tasks import with_told
from rewriter.drafting.goals import different_for
from rewriter.drafting.happenings import has_happened, worries
from rewriter.drafting.notes import notes_of
from rewriter.drafting.phrases import act_of, ask_about
from rewriter.drafting.pieces import Piece
from rewriter.drafting.planned import Planned, is_blaming
from rewriter.drafting.saying import said
from rewriter.plan import Due, Reading
from rewriter.sentences.grammar import ALLOWING, ASKING

__all__ = ["told_only"]

_BETWEEN = frozenset(
    "is are was were been has have had keeps keep still now currently often always sometimes really also again "
    "mostly regularly constantly repeatedly frequently and".split()
)
_NOT = frozenset("not never isn't aren't isnt arent doesn't doesnt don't dont hasn't haven't wasn't weren't".split())
_AUXILIARIES = frozenset("doesn't doesnt don't dont".split())
# Something is asked, or less of a worry wanted: "Dad drinking no more than two cans a day", "Megan cutting down".
_LESS = "less fewer no reduce reduced reducing only max maximum under stop stopped without down back 2".split()
_WANTED = frozenset(_LESS) | ALLOWING | (ASKING - {"to"})
_ENDS = frozenset("by until till within".split())


def told_only(critique: Critique, reading: Reading) -> Planned | None:
    """Give the draft of a text that tells a worry of somebody and asks nothing; None for every other text."""
    labels, notes = critique.responsibility, notes_of(reading)
    if is_blaming(labels) or not notes or not all(_tells(note.part) for note in notes):
        return None
    if labels.abuse and labels.harms:
        return None  # it is for whoever causes the harm to end it
    told = said(reading, 0, len(reading.text), timed=True).strip(" .!")
    todo = act_of("")
    asks = (ask_about("who"), todo, ask_about("often"), ask_about("date"))
    piece = Piece(f"[Who] to {todo.bracket} [how often] until [date].", ("[Who]",), asks, (), todo.bracket)
    return (different_for(reading),), (with_told(piece, told),)


def _tells(part: Reading) -> bool:
    """Whether a part tells a worry, or what has happened to somebody; "Ella been to a&e x2" sets no target."""
    ended = any(part.keys[time.first] in _ENDS for time in part.times) or part.timescale.due is Due.DATED
    return _tells_a_worry(part) or (has_happened(part) and bool(part.parties) and not ended)


def _tells_a_worry(reading: Reading) -> bool:
    """Whether somebody is said to do what worries, or not to do what others do, with nothing asked and no end."""
    keys = reading.keys
    if "[" in keys or reading.timescale.due is Due.DATED:
        return False
    if any(keys[time.first] in _ENDS for time in reading.times):
        return False
    if not _WANTED.isdisjoint(keys) or any(amount.value is not None for amount in reading.amounts):
        return False
    at, negated = 0, False
    for party in reading.parties:
        if party.first == at:
            at = party.after
    if not at:
        return False
    while at < len(keys) and keys[at] in _BETWEEN | _NOT:
        negated = negated or keys[at] in _NOT
        at += 1
    if at >= len(keys):
        return False
    worrying = any(keys[at : at + len(words)] == words for words in worries())
    if not negated:
        return worrying
    return not worrying and (keys[at].endswith("ing") or keys[at - 1] in _AUXILIARIES)
