"""The draft that a form carries is filled, edited, or a change of it accepted or undone: nothing is kept here.

Whichever button is pressed, all that stands typed on the page goes in first: in the gaps, and in the boxes for words.
"""

from dataclasses import replace
from enum import Enum
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from rewriter import pipeline
from rewriter.answer import Change, Rewrite
from rewriter.errors import InputError
from rewriter.faces.http.served import Served
from rewriter.faces.web.accepting import accepted_in, filled_in, mark_of, without_place
from rewriter.faces.web.forms import beside_of, fields_in
from rewriter.faces.web.replies import WRONG, mistakes_of, page_of, root_of
from rewriter.faces.web.typed import Typed, typed_in
from rewriter.faces.web.views import Drafting, Edited, Views
from rewriter.settings import Settings

__all__ = ["STEPS", "add_routes", "told_wrong"]


class _Step(Enum):
    """What a button does, by where it sends the form."""

    FILL = "/fill"
    EDIT = "/edit"
    UNDO = "/undo"
    ACCEPT = "/accept"


STEPS = tuple(step.value for step in _Step)
"""Where the form of a draft is sent."""


def add_routes(router: APIRouter, served: Served, views: Views) -> None:
    """The draft that a form carries is filled, edited, or a change of it accepted or undone."""

    async def answered(step: _Step, request: Request) -> Response:
        fields = fields_in(await request.body())
        typed = typed_in(fields)
        state = Drafting(accepted=accepted_in(fields), filled=filled_in(fields))
        try:
            change = _change(fields, typed.saved) if step in (_Step.UNDO, _Step.ACCEPT) else None
            work = partial(_made, typed, change if step is _Step.UNDO else None, served.settings)
            filled, made = await served.worked_out(work, typed.size)
        except InputError as error:
            return page_of(told_wrong(views, root_of(request), fields, typed, error), WRONG)
        if step is _Step.ACCEPT and change is not None:
            state = replace(state, accepted=tuple(dict.fromkeys((*state.accepted, mark_of(change)))))
        if typed.texts or step in (_Step.EDIT, _Step.UNDO):
            untouched = tuple(change for change in made.changes if change in filled.changes)
            state = replace(state, edited=Edited(untouched, without_place(state.filled, filled, made)))
        return page_of(views.answer(root_of(request), made, beside_of(made), None, state))

    for step in _Step:
        router.add_api_route(step.value, partial(answered, step), methods=["POST"])


def told_wrong(views: Views, root: str, fields: dict[str, str], typed: Typed, error: InputError) -> str:
    """Give the page of a draft as it was, with what is wrong, and with all that was typed still there."""
    gap = next((key for key in typed.gaps if f"answer for {key} " in str(error)), "")
    mistakes = mistakes_of(error, gap)
    state = Drafting(typed.gaps, typed.texts, accepted_in(fields), filled_in(fields))
    return views.answer(root, typed.saved, beside_of(typed.saved), mistakes, state)


def _change(fields: dict[str, str], saved: Rewrite) -> Change:
    """The change that a form is about. Raises InputError."""
    known = {str(number): change for number, change in enumerate(saved.changes)}
    try:
        return known[fields.get("change", "")]
    except KeyError:
        raise InputError("there is no such change in the draft.") from None


def _made(typed: Typed, undone: Change | None, settings: Settings) -> tuple[Rewrite, Rewrite]:
    """The draft with its gaps filled, and with all else that was typed, and a change of it undone."""
    filled, made = typed.put_in(settings)
    if undone is None:
        return filled, made
    here = undone if undone in made.changes else _same(undone, made)
    return filled, pipeline.take_back(made, here, settings)


def _same(change: Change, made: Rewrite) -> Change:
    """A change as it stands after what was typed. Raises InputError where nothing is left of it."""
    for one in made.changes:
        if mark_of(one) == mark_of(change):
            return one
    raise InputError("the words of this change do not stand in the draft any more; edit the words instead")
