"""A draft once who harms whom is told otherwise: drafted anew beside it, with the answers that still have a place."""

from collections.abc import Mapping
from dataclasses import replace

from rewriter import pipeline
from rewriter.answer import Gap, Rewrite
from rewriter.drafting.changed import texts_by_place
from rewriter.plan import Context
from rewriter.settings import Settings

__all__ = ["retold"]


def retold(
    worked_at: Rewrite,
    saved: Rewrite,
    answers: Mapping[str, str],
    context: Context,
    settings: Settings,
    by_model: Rewrite | None,
) -> Rewrite:
    """Give a draft beside another context.

    `worked_at` is the draft with all that was typed, `saved` the one before it with the `answers` to its gaps,
    `by_model` a draft that a model has made anew. Where rules would draft the same as before, all that was done to
    the draft stays; else answers go to the gaps with the same question in the same order.
    """
    again = by_model or pipeline.rewrite(saved.critique.objective, context, settings, id=saved.id)
    if by_model is None and texts_by_place(worked_at):
        fresh = pipeline.rewrite(saved.critique.objective, saved.context, settings)
        if texts_by_place(fresh) == texts_by_place(again):
            kept = pipeline.fill(worked_at, {}, settings, context)
            return replace(kept, critique=again.critique, context=context)
    waiting = [(_asked(saved, gap), answers.get(gap.id, "").strip()) for gap in saved.gaps]
    found: dict[str, str] = {}
    for gap in again.gaps:
        same = next((one for one in waiting if one[0] == _asked(again, gap)), None)
        if same is not None:
            waiting.remove(same)
            found[gap.id] = same[1]
    return pipeline.fill(again, found, settings) if any(found.values()) else again


def _asked(draft: Rewrite, gap: Gap) -> tuple[str, str]:
    text = texts_by_place(draft).get(gap.where, "")
    return gap.question, text[gap.start : gap.end]
