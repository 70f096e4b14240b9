"""A draft once who harms whom is told otherwise: drafted anew beside it, with the answers that still have a place."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rewriter import pipeline
from rewriter.answer import Gap, Rewrite
from rewriter.drafting.changed import texts_by_place
from rewriter.plan import Context
from rewriter.settings import Settings

__all__ = ["retold"]

_WORD = re.compile(r"\[\]|\w+")
_ARTICLES = frozenset({"the", "a", "an", "s"})  # "the lads" beside "Dad", "mum's"


def retold(
    worked_at: Rewrite,
    saved: Rewrite,
    filled: Sequence[str],
    context: Context,
    settings: Settings,
    by_model: Rewrite | None,
) -> Rewrite:
    """Give a draft beside another context.

    `worked_at` is the draft with all that was typed, `saved` the one before it, `filled` all that was ever put into
    its gaps, `by_model` a draft that a model has made anew. Where rules would draft the same as before, all that was
    done to the draft stays; else an answer goes to the same question about the same part: one that says the same but
    for who harms whom.
    """
    again = by_model or pipeline.rewrite(saved.critique.objective, context, settings, id=saved.id)
    fresh = saved
    if by_model is None and texts_by_place(worked_at):
        fresh = pipeline.rewrite(saved.critique.objective, saved.context, settings)
        if texts_by_place(fresh) == texts_by_place(again):
            kept = pipeline.fill(worked_at, {}, settings, context)
            return replace(kept, critique=again.critique, context=context)
    texts = list(texts_by_place(worked_at).values())
    standing = [words for words in filled if any(words in text for text in texts)]
    found = _answers_in(again, texts, standing)
    found |= _of_like_parts(fresh, again, _answers_in(fresh, texts, standing), found)
    return pipeline.fill(again, found, settings) if found else again


def _answers_in(draft: Rewrite, texts: Sequence[str], filled: Sequence[str]) -> dict[str, str]:
    """The answers to the gaps of a draft, by their ids, that stand in texts which say the same but for them."""
    found: dict[str, str] = {}
    for where, text in texts_by_place(draft).items():
        gaps = _gaps_at(draft, where)
        pattern, at = "", 0
        for gap in gaps:
            ways = sorted({text[gap.start : gap.end], *filled}, key=len, reverse=True)
            pattern += f"{re.escape(text[at : gap.start])}({'|'.join(map(re.escape, ways))})"
            at = gap.end
        pattern += re.escape(text[at:])
        same = next((match for one in texts if (match := re.fullmatch(pattern, one))), None)
        if gaps and same is not None:
            pairs = zip(gaps, same.groups(), strict=True)
            found |= {gap.id: words for gap, words in pairs if words != text[gap.start : gap.end]}
    return found


def _of_like_parts(
    fresh: Rewrite, again: Rewrite, answers: Mapping[str, str], found: Collection[str]
) -> dict[str, str]:
    """The answers to the gaps of a draft drafted anew, from the parts of the one before that differ in people alone."""
    people = {
        word
        for draft in (fresh, again)
        for harm in draft.critique.responsibility.harms
        for word in _WORD.findall(f"{harm.by} {harm.to}".lower())
    }
    parts = {where: _outline(fresh, where, people) for where in texts_by_place(fresh)}
    like: dict[str, str] = {}
    for where in texts_by_place(again):
        gaps, outline = _gaps_at(again, where), _outline(again, where, people)
        part = next((old for old, words in parts.items() if words == outline), None)
        if part is None or any(gap.id in found for gap in gaps):
            continue
        del parts[part]
        for old, gap in zip(_gaps_at(fresh, part), gaps, strict=True):
            if old.id in answers and _asked(fresh, old) == _asked(again, gap):
                like[gap.id] = answers[old.id]
    return like


def _outline(draft: Rewrite, where: str, people: Collection[str]) -> list[str]:
    """The words of a part in order, without its people and with each gap as []."""
    text = texts_by_place(draft)[where]
    for gap in reversed(_gaps_at(draft, where)):
        text = f"{text[: gap.start]}[]{text[gap.end :]}"
    return [word for word in _WORD.findall(text.lower()) if word not in people and word not in _ARTICLES]


def _gaps_at(draft: Rewrite, where: str) -> list[Gap]:
    return sorted((gap for gap in draft.gaps if gap.where == where), key=lambda gap: gap.start)


def _asked(draft: Rewrite, gap: Gap) -> tuple[str, str]:
    return gap.question, texts_by_place(draft)[gap.where][gap.start : gap.end]
