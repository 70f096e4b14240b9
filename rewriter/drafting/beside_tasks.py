"""What stands beside the tasks of some notes, as pieces of a draft: an aim, a question, a few words, what is told."""

from collections.abc import Sequence

from rewriter.answer import Change
from rewriter.drafting.matters import seen_to
from rewriter.drafting.notes import Note
from rewriter.drafting.pace import is_dated
from rewriter.drafting.phrases import act_of, ask_about, inside_a_sentence
from rewriter.drafting.pieces import Ask, Piece
from rewriter.drafting.saying import said
from rewriter.plan import Due, Reading
from rewriter.sentences.grammar import ASKING

_AT_PRESENT = frozenset("only now currently is its it's been at".split())
_TO_BE_SAID = frozenset(("tbc", "tba"))
__all__ = ["after_told", "aimed", "asked_about", "loose", "with_told"]

_MOST_IN_A_HEADING = 4  # words
_NOW = ("now", "currently", "still", "at the moment", "so far")
_CHANGED = frozenset("better more less fewer down up improve reduce increase worse".split())


def with_told(piece: Piece, told: str) -> Piece:
    """An objective with how things are beside it; more of it goes on where some stands already."""
    if " Now: " in piece.text:
        return piece._replace(text=f"{piece.text.rstrip('.')}; {told}.")
    plain = told.lower().startswith(_NOW)
    words = f"{told[:1].upper()}{told[1:]}" if plain else f"Now: {told}"
    return piece._replace(text=f"{piece.text} {words}.")


def after_told(piece: Piece, told: Sequence[str], *, labels: bool) -> Piece:
    """An objective with what was told before it: with `labels` a few words lead, anything else stands behind."""
    first, *rest = told
    if labels and len(first.split()) <= _MOST_IN_A_HEADING and not rest and ":" not in first + piece.text:
        return piece._replace(text=f"{first[:1].upper()}{first[1:]}: {inside_a_sentence(piece.text)}")
    return with_told(piece, "; ".join(told))


def aimed(note: Note) -> Piece:
    """An aim as the goal, as it was typed; where something is to be more or better, from what to what is asked."""
    part = note.part
    words = said(part, 0, len(part.text), timed=True)
    act = next(iter(part.asks), None)
    whose = act is not None and act.verb > act.subject_first and part.keys[act.subject_first] != "to"
    owed = not (ASKING - {"to"}).isdisjoint(part.keys)
    if owed and not (whose and part.asks[0].actors):
        text = f"{words[:1].upper()}{words[1:]}"  # "attendance 62% needs to be 90%"
    elif whose or (act is None and " to " in words and " - " not in words):
        named = bool(part.parties) and part.parties[0].first == 0 and bool(part.parties[0].names)
        initials = words[:2].isupper() or words[1:3].isupper()
        text = f"For {words if named or initials else words[:1].lower() + words[1:]}"
    elif act is None:
        text = f"{words[:1].upper()}{words[1:]}"
    else:
        words = words.removeprefix("to ").removeprefix("To ")
        text = f"To {words[:1].lower()}{words[1:]}"
    asks: tuple[Ask, ...] = ()
    numbered = any(amount.value is not None for amount in part.amounts)
    if numbered and _is_the_level_now(part):
        return Piece(f"{text}, to [target level].", (), (ask_about("target"),), at=note.start)
    if not _CHANGED.isdisjoint(part.keys) and not numbered:
        text, asks = f"{text}, from [level now] to [target level]", (ask_about("level_now"), ask_about("target"))
    return Piece(f"{text}.", (), asks, at=note.start)


def _is_the_level_now(part: Reading) -> bool:
    """Whether the one number of an aim is how it is: "needs to improve its only 62% at the min"."""
    counted = [amount for amount in part.amounts if amount.value is not None]
    before = part.keys[max(0, counted[0].first - 2) : counted[0].first]
    return len(counted) == 1 and not _AT_PRESENT.isdisjoint(before) and "to" not in before


def asked_about(words: str, at: int) -> Piece:
    """What was typed with a question mark stays open, for somebody to decide."""
    closed = ")" if words.count("(") > words.count(")") else ""
    text = f"{words[:1].upper()}{words[1:]}{closed}: [who] to decide by [date]."
    return Piece(text, ("[who]",), (ask_about("who"), ask_about("date")), (), words, at)


def loose(part: Reading) -> Piece:
    """A few words without a verb: somebody is asked to do something about them, and what."""
    words = said(part, 0, len(part.text), timed=True)
    words = words.removeprefix("also ").strip()
    changes: tuple[Change, ...] = ()
    if part.keys[-1] in _TO_BE_SAID and words.lower().endswith(part.keys[-1]):
        typed, words = words[-3:], words[:-3].rstrip(" -,")
        changes = (Change(typed, "by [date]", "The words about time set no date.", "ongoing_or_asap"),)
    dated = is_dated(part) or not {"b4", "before"}.isdisjoint(part.keys)
    ending = "" if dated else " until [date]" if part.timescale.due is Due.NO_END else " by [date]"
    date = () if dated else (ask_about("date"),)
    if part.parties and part.parties[0].first == 0 and part.parties[0].after == sum(k[0].isalnum() for k in part.keys):
        todo = act_of(words)
        text = f"{words[:1].upper()}{words[1:]} to {todo.bracket} [how often] until [date]."
        return Piece(text, (words,), (todo, ask_about("often"), ask_about("date")), (), todo.bracket)
    todo = act_of("")
    if part.trigger.first < part.trigger.last:
        sign = f"{words[:1].upper()}{words[1:]}, shown by [first countable sign]"
        text = f"{sign}: [who] to {todo.bracket} within [10 working days]."
        signs = (ask_about("signs"), ask_about("who"), todo, ask_about("working_days"))
        return Piece(text, ("[who]",), signs, (), todo.bracket)
    deed = seen_to(part)
    text = f"{words[:1].upper()}{words[1:]}: [who] to {deed or todo.bracket}{ending}."
    asks = (ask_about("who"), *(() if deed else (todo,)), *date)
    return Piece(text, ("[who]",), asks, changes, deed or todo.bracket)
