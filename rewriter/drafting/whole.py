"""Makes a draft whole: what it left out is put back, in its place or as an objective of its own.

The guard that judges rewrites made elsewhere judges the draft too, so nothing given is lost and nothing is made up.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rewriter.answer import Change, Concern, ConcernKind, Critique
from rewriter.drafting.kept import left_out, stretches_at
from rewriter.drafting.one_part import own_objectives
from rewriter.drafting.phrases import ask_about
from rewriter.drafting.pieces import Piece
from rewriter.drafting.planned import Planned, is_blaming
from rewriter.drafting.saying import said
from rewriter.evidence.doers import fragment_doers
from rewriter.guarding.drafts import responsibility_of
from rewriter.guarding.given import Given
from rewriter.guarding.guard import findings
from rewriter.guarding.sides import Side
from rewriter.people import PartyKind
from rewriter.plan import Context, Due, Reading
from rewriter.reading import read
from rewriter.responsibility import check
from rewriter.settings import Settings
from rewriter.text import Span

__all__ = ["Guard", "as_typed", "line_by_line", "plan_text", "put_back", "still_missing", "unaltered"]

_BULLETS = ("-", "*", "\u2022", "\u2013", ">")
_MOST_IN_A_HEADING = 4  # words


def plan_text(made: Planned) -> str:
    """The draft as one text: the goal by its label, then the objectives, one a line."""
    goals, pieces = made
    lines = [*(f"Goal: {goal.text}" for goal in goals), *(piece.text for piece in pieces)]
    return "\n".join(lines)


class Guard:
    """What the guard finds in drafts of one text; a draft that comes twice is judged once."""

    def __init__(self, critique: Critique, context: Context, settings: Settings) -> None:
        self._given = Given(Side(critique.objective, context), context)
        self._settings = settings
        self._found: dict[str, tuple[Concern, ...]] = {}

    @property
    def has_even_brackets(self) -> bool:
        """Whether every round bracket of the text has its partner."""
        text = self._given.original.text
        return text.count("(") == text.count(")")

    def faults(self, made: Planned) -> tuple[Concern, ...]:
        """Give what is wrong with a draft, faults alone."""
        text = plan_text(made)
        if text not in self._found:
            changes = _changes(made)
            # a detail whose words set no date is gone with them, and they were declared
            open_ended = [change.from_ for change in changes if change.rule == "ongoing_or_asap"]
            self._found[text] = tuple(
                concern
                for concern in findings(self._given, text, changes, self._settings)
                if not (concern.kind is ConcernKind.DROPPED and any(words in concern.text for words in open_ended))
            )
        return self._found[text]

    def is_faulty(self, made: Planned) -> bool:
        """Whether objectives cannot stand, whatever may be lost that stands elsewhere."""
        given = self._given.original.context
        blaming = is_blaming(responsibility_of([piece.text for pieces in made for piece in pieces], given))
        return blaming or any(fault.kind is not ConcernKind.DROPPED for fault in self.faults(made))


def _changes(made: Planned) -> tuple[Change, ...]:
    return tuple(dict.fromkeys(change for pieces in made for piece in pieces for change in piece.changes))


def still_missing(made: Planned, missing: tuple[Span, ...], reading: Reading, judge: Guard) -> tuple[Span, ...]:
    """Give the stretches to put back, those known and those that are found to be lost besides."""
    gone = [
        Span(at, at + len(change.from_))
        for change in _changes(made)
        if change.from_ and (at := reading.text.find(change.from_)) >= 0
    ]
    lost = left_out(reading, plan_text(made), gone) if not missing else ()
    if not lost:
        dropped = [fault.start for fault in judge.faults(made) if fault.kind is ConcernKind.DROPPED]
        lost = stretches_at(reading, dropped)
    new = [span for span in lost if not any(span.start < known.end and known.start < span.end for known in missing)]
    return tuple(sorted((*missing, *new)))


def put_back(
    made: Planned, critique: Critique, missing: Sequence[Span], reading: Reading, settings: Settings
) -> Planned:
    """Give a draft with stretches of the text put back where they stood.

    What somebody is asked to do becomes an objective of its own; anything else is kept word for word beside the
    objective it followed. What would blame somebody harmed is not put back.
    """
    goals, pieces = made
    whole = list(pieces)
    told = replace(reading.context, harms=reading.context.harms or critique.responsibility.harms)
    for span in missing:
        words = reading.text[span.start : span.end]
        part = read(words, told)
        asked = _is_asked_of_somebody(part)
        if critique.responsibility.abuse and is_blaming(check(part)):
            continue
        if part.asks and not asked and is_blaming(critique.responsibility):
            continue  # an ask of nobody beside a blame falls on the person blamed
        at = _place_of(whole, span.start)
        if asked:
            whole[at + 1 : at + 1] = [p._replace(at=span.start) for p in own_objectives(part, settings)]
        else:
            _beside(whole, max(at, 0), said(reading, span.start, span.end), heading=at < 0)
    return goals, tuple(whole)


def _place_of(pieces: Sequence[Piece], start: int) -> int:
    """The piece that words at an offset follow: the last before them in the text; -1 where none is."""
    before = [number for number, piece in enumerate(pieces) if piece.at < start]
    return max(before, key=lambda number: pieces[number].at, default=-1)


def _is_asked_of_somebody(part: Reading) -> bool:
    listed = fragment_doers(part)
    labelled = len(part.words) > 2 and any(word.key == ":" for word in part.words[1:4])
    if listed and (not labelled or listed[0].first <= 1):
        return True
    return any(act.actors and any(p.kind is not PartyKind.OURSELVES for p in act.actors) for act in part.asks)


def _beside(whole: list[Piece], at: int, words: str, *, heading: bool) -> None:
    piece = whole[at]
    if not words:
        return
    opened = f"{words[:1].upper()}{words[1:]}"
    if heading and len(words.split()) <= _MOST_IN_A_HEADING:
        text = f"{opened}: {piece.text}"
    else:
        text = f"{piece.text} {opened}{'' if opened.endswith(('.', '!', '?')) else '.'}"
    whole[at] = piece._replace(text=text)


def as_typed(reading: Reading, *, apart: bool) -> Planned:
    """The user's words as they stand, with brackets for what counts as done and by when (`apart`: in a sentence)."""
    words = said(reading, 0, len(reading.text))
    due, time = reading.timescale
    asks = [ask_about("count_as_done")]
    text = (
        f"{words[:1].upper()}{words[1:]}{'. Done when [what counts as done]' if apart else ' ([what counts as done])'}"
    )
    changes: tuple[Change, ...] = ()
    written = reading.text[time.start : time.end] if time is not None else ""
    if due in (Due.DATED, Due.UNDATED_EVENT) and written and written not in words:
        text += f" {written}"
    if due is not Due.DATED:
        text += " ([date])" if due is Due.UNDATED_EVENT else " by [date]"
        asks.append(ask_about("date"))
    if due in (Due.OPEN_ENDED, Due.OPEN_ENDED_HABIT) and time is not None:
        changes = (Change(written, "by [date]", "The words about time set no date.", "ongoing_or_asap"),)
    return (), (Piece(f"{text}.", ("[who]",), tuple(asks), changes, words),)


def line_by_line(reading: Reading) -> Planned:
    """A list as it was typed, each line an objective; a heading goes with the lines below it."""
    starts = [0, *(at + 1 for at, sign in enumerate(reading.text) if sign == "\n"), len(reading.text) + 1]
    lines: list[str] = []
    open_list = False
    for start, end in pairwise(starts):
        words = said(reading, start, end - 1, timed=True)
        bullet = reading.text[start : end - 1].lstrip()[:1] in _BULLETS
        heading = reading.text[start : end - 1].rstrip().endswith(":")
        if words and lines and lines[-1].endswith(":") and bullet:
            lines[-1] = f"{lines[-1]} {words}"
            open_list = True
        elif words and lines and open_list and bullet:
            lines[-1] = f"{lines[-1]}; {words}"
        elif words:
            lines.append(f"{words}:" if heading else words)
            open_list = False
    return (), tuple(_dated(line, reading) for line in lines)


def _dated(line: str, reading: Reading) -> Piece:
    due = read(line, reading.context).timescale.due
    asks = () if due is Due.DATED else (ask_about("date"),)
    ending = "" if not asks else " until [date]" if due in (Due.NO_END, Due.OPEN_ENDED_HABIT) else " by [date]"
    return Piece(f"{line[:1].upper()}{line[1:]}{ending}.", ("[who]",), asks, (), line)


def unaltered(reading: Reading) -> Planned:
    """The text to the letter, where whatever is put in would do harm."""
    words = reading.text.strip()
    return (), (Piece(words, ("[who]",), (), (), words),)
