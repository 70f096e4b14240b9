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
from rewriter.faces.web.accepting import accepted_in, mark_of, without_place
from rewriter.faces.web.forms import as_told, beside_of, fields_in
from rewriter.faces.web.replies import WRONG, mistakes_of, page_of, root_of
from rewriter.faces.web.typed import PutIn, Typed, typed_in
from rewriter.faces.web.views import Drafting, Edited, Views
from rewriter.outgoing import leaving
from rewriter.pasted.orders import rest_of
from rewriter.plan import Context
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
        state = Drafting(accepted=accepted_in(fields), filled=typed.filled)
        try:
            change = _change(fields, typed.saved) if step in (_Step.UNDO, _Step.ACCEPT) else None
            if typed.need:
                typed = await served.worked_out(partial(typed.beside_the_need, served.settings), typed.size)
            told = typed.sides.told_in(typed.saved)
            if told is not None and views.masks and "seen" not in fields:
                return page_of(_to_be_seen(views, root_of(request), fields, typed, told))
            by_model = None
            if told is not None and served.model:
                by_model = await served.service.rewrite(typed.saved.critique.objective, told, id=typed.saved.id)
            work = partial(_made, typed, change if step is _Step.UNDO else None, served.settings, by_model)
            filled, made, before = await served.worked_out(work, typed.size)
        except InputError as error:
            return page_of(told_wrong(views, root_of(request), fields, typed, error), WRONG)
        if step is _Step.ACCEPT and change is not None:
            state = replace(state, accepted=tuple(dict.fromkeys((*state.accepted, mark_of(change)))))
        if told is not None:
            state = replace(state, before=before)
        elif typed.texts or step in (_Step.EDIT, _Step.UNDO):
            untouched = tuple(change for change in made.changes if change in filled.changes)
            state = replace(state, edited=Edited(untouched, without_place(state.filled, filled, made)))
        return page_of(views.answer(root_of(request), made, beside_of(made), None, state))

    for step in _Step:
        router.add_api_route(step.value, partial(answered, step), methods=["POST"])


def told_wrong(views: Views, root: str, fields: dict[str, str], typed: Typed, error: InputError) -> str:
    """Give the page of a draft as it was, with what is wrong, and with all that was typed still there."""
    gap = next((key for key in typed.gaps if f"answer for {key} " in str(error)), "")
    mistakes = mistakes_of(error, gap)
    state = Drafting(
        typed.gaps, typed.texts, accepted_in(fields), typed.filled, sides=typed.sides.typed, need=typed.need
    )
    return views.answer(root, typed.saved, beside_of(typed.saved), mistakes, state)


def _change(fields: dict[str, str], saved: Rewrite) -> Change:
    """The change that a form is about. Raises InputError."""
    known = {str(number): change for number, change in enumerate(saved.changes)}
    try:
        return known[fields.get("change", "")]
    except KeyError:
        raise InputError("there is no such change in the draft.") from None


def _to_be_seen(views: Views, root: str, fields: dict[str, str], typed: Typed, told: Context) -> str:
    """The page that shows what would go to a model elsewhere; it carries the draft, and all that was typed, along."""
    text = typed.saved.critique.objective
    beside = {"objective": text, **as_told(told)}
    sent = leaving(rest_of(text), told)
    return views.masked(root, beside, sent, typed.saved.safety_notice, "/fill", {**fields, "seen": "yes"})


def _made(typed: Typed, undone: Change | None, settings: Settings, by_model: Rewrite | None) -> PutIn:
    """The draft with its gaps filled, and with all else that was typed, and a change of it undone."""
    put_in = typed.put_in(settings, by_model)
    if undone is None:
        return put_in
    here = undone if undone in put_in.made.changes else _same(undone, put_in.made)
    return put_in._replace(made=pipeline.take_back(put_in.made, here, settings))


def _same(change: Change, made: Rewrite) -> Change:
    """A change as it stands after what was typed. Raises InputError where nothing is left of it."""
    for one in made.changes:
        if mark_of(one) == mark_of(change):
            return one
    raise InputError("the words of this change do not stand in the draft any more; edit the words instead")
