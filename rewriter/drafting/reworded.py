"""A draft in a person's own words: edited, or with a declared change taken back, and judged by the same rules again."""

from collections.abc import Mapping
from dataclasses import replace

from rewriter.answer import Change, Rewrite
from rewriter.drafting.assembly import assembled
from rewriter.drafting.beside import told_plainly
from rewriter.drafting.changed import carried, edit_between, put_back, texts_by_place
from rewriter.drafting.doers import said_by
from rewriter.drafting.pieces import Ask, Piece
from rewriter.errors import InputError
from rewriter.plan import Context
from rewriter.reading import read
from rewriter.settings import Settings

__all__ = ["reworded", "taken_back"]

_IN_YOUR_WORDS = "In your words, judged by the same rules again."


def reworded(rewrite: Rewrite, texts: Mapping[str, str], context: Context, settings: Settings) -> Rewrite:
    """Give a rewrite with other words.

    `texts` are the new words by place ("goals.0", "objectives.1"); a place that is not named keeps its words, one
    that is empty is taken out. Brackets in them are gaps, known again by their words. Raises InputError for a place
    that is not there, and where no objective would be left.
    """
    context = told_plainly(context)
    places = [*texts_by_place(rewrite)]
    unknown = sorted(set(texts) - set(places))
    if unknown:
        raise InputError(f"there is no '{unknown[0]}' in the draft; there are {', '.join(places)}")
    pieces = {place: _piece(rewrite, place, texts, context) for place in places}
    kept = {place: piece for place, piece in pieces.items() if piece.text}
    objectives = [piece for place, piece in kept.items() if place.startswith("objectives.")]
    if not objectives:
        raise InputError("there would be no objective left; keep the words of one")
    goals = [piece for place, piece in kept.items() if place.startswith("goals.")]
    made = assembled(rewrite, goals, objectives, context, settings)
    before, after = texts_by_place(rewrite), {place: piece.text for place, piece in pieces.items()}
    edits = {place: [edit_between(before[place], after[place])] for place in places if before[place] != after[place]}
    return replace(made, changes=carried(rewrite, edits), note=_IN_YOUR_WORDS, context=context)


def taken_back(rewrite: Rewrite, change: Change, context: Context, settings: Settings) -> Rewrite:
    """Give a rewrite with the user's own words put back where a declared change had put others.

    Whatever was filled or edited since: what stands where the change was made gives way. Raises InputError where the
    change is of no words of the draft or of the text pasted.
    """
    back = put_back(rewrite, change)
    made = reworded(rewrite, {back.where: back.text}, context, settings)
    return replace(made, changes=back.changes)


def _piece(rewrite: Rewrite, place: str, texts: Mapping[str, str], context: Context) -> Piece:
    group, _, number = place.partition(".")
    old = rewrite.goals[int(number)].text if group == "goals" else rewrite.objectives[int(number)].text
    text = texts.get(place, old)
    text = text if text == old else " ".join(text.split())
    asks = tuple(  # its own last: where two gaps have the same words, the last question counts
        Ask(words, gap.question, gap.suggestion)
        for gap in sorted(rewrite.gaps, key=lambda gap: gap.where.startswith(place))
        for words in [_words(rewrite, gap.where, gap.start, gap.end)]
    )
    if group == "goals":
        return Piece(text, (), asks)
    objective = rewrite.objectives[int(number)]
    if text == old:
        return Piece(text, objective.responsible, asks, action=objective.action)
    still = tuple(name for name in objective.responsible if name in text)
    return Piece(text, _doers_in(text, context) or still, asks)


def _doers_in(text: str, context: Context) -> tuple[str, ...]:
    """Who is to act in other words: nobody who was to in the words before them."""
    reading = read(text, context)
    return said_by([party for act in reading.asks for party in act.actors], reading)


def _words(rewrite: Rewrite, where: str, start: int, end: int) -> str:
    group, number, *part = where.split(".")
    if group == "objectives":
        return rewrite.objectives[int(number)].text[start:end]
    goal = rewrite.goals[int(number)]
    return (goal.need if part == ["need"] else goal.text)[start:end]
