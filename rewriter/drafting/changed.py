"""Declared changes while a draft is filled and edited: each goes on naming the words that stand where it was made.

So a change can be taken back at any time: its `to` is what stands there now, with whatever was agreed since.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rewriter.answer import Change, Rewrite
from rewriter.drafting.pieces import Edit
from rewriter.errors import InputError
from rewriter.text import Span

__all__ = ["PutBack", "carried", "edit_between", "put_back", "texts_by_place"]

_MOST_WORDS = 6  # of those beside words that were left out, by which their place is found again


class PutBack(NamedTuple):
    """A draft's text with the user's own words put back: where, the whole text, and the changes that remain."""

    where: str
    text: str
    changes: tuple[Change, ...]


def texts_by_place(rewrite: Rewrite) -> dict[str, str]:
    """Give the texts of a draft by place: "goals.0", "objectives.1"."""
    goals = {f"goals.{number}": goal.text for number, goal in enumerate(rewrite.goals)}
    return goals | {f"objectives.{number}": one.text for number, one in enumerate(rewrite.objectives)}


def edit_between(old: str, new: str) -> Edit:
    """Give the one edit that makes a text another: all from the first letter that differs to the last."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    same = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return Edit(start, len(old) - same, new[start : len(new) - same])


def carried(rewrite: Rewrite, edits: Mapping[str, Sequence[Edit]]) -> tuple[Change, ...]:
    """Give a draft's changes as they stand after edits, by place, none of which overlap.

    A change of which no word is left is gone; so is one by which words were left out that now stand there again.
    """
    before = texts_by_place(rewrite)
    after = {where: _edited(text, edits.get(where, ())) for where, text in before.items()}
    found: list[Change] = []
    for change in rewrite.changes:
        standing = _standing(change, before, _times(change.from_, rewrite.critique.objective))
        found += [
            replace(change, to=words)
            for where, span in standing
            if (words := _moved(span, edits.get(where, ()), after[where]).strip())
        ]
        if not standing and _times(change.from_, *after.values()) <= _times(change.from_, *before.values()):
            found.append(change)
    return tuple(dict.fromkeys(found))


def put_back(rewrite: Rewrite, change: Change) -> PutBack:
    """Put the user's own words back where a change had put others or none. Raises InputError where it has no place.

    Changes made in those words go with it: those of other words that became the same, and those within.
    """
    texts, original = texts_by_place(rewrite), rewrite.critique.objective
    standing = _standing(change, texts, 1)
    where, span = standing[0] if standing else _beside(change, texts, original)
    edit = Edit(span.start, span.end, _own_words(change, rewrite.changes, original) if standing else change.from_)
    if standing:
        edit = edit._replace(words=_ended(texts[where], edit))
    else:
        edit = edit._replace(words=_spaced(texts[where], edit))
    within = [one for one in rewrite.changes if one == change or _is_within(_standing(one, texts, 1), where, span)]
    others = replace(rewrite, changes=tuple(one for one in rewrite.changes if one not in within))
    text = _edited(texts[where], [edit])
    left = carried(others, {where: [edit]})
    if standing and _times(change.from_, *(texts | {where: text}).values()) < _times(change.from_, original):
        left += tuple(one for one in rewrite.changes if one == change and _standing(one, texts | {where: text}, 1))
    return PutBack(where, text, left)


def _ended(text: str, edit: Edit) -> str:
    """The words that go back, with the full stop of those that they follow where another sentence comes after."""
    parted = text[: edit.end].endswith(".") and text[edit.end :].strip() and not edit.words.endswith((".", "!", "?"))
    return f"{edit.words}." if parted else edit.words


def _standing(change: Change, texts: Mapping[str, str], most: int) -> list[tuple[str, Span]]:
    """Where the words of a change stand: the first places, at most so many (and one at least)."""
    found = [(where, text.find(change.to)) for where, text in texts.items() if change.to and change.to in text]
    return [(where, Span(at, at + len(change.to))) for where, at in found[: max(1, most)]]


def _is_within(standing: Sequence[tuple[str, Span]], where: str, span: Span) -> bool:
    return any(place == where and span.start <= at.start and at.end <= span.end for place, at in standing)


def _own_words(change: Change, changes: Iterable[Change], original: str) -> str:
    """The words that a change replaced; where several became one, all that stands from the first to the last."""
    alike = [one.from_ for one in changes if one.to == change.to]
    places = [span for words in alike if (span := _place_of(words, original)) is not None]
    if len(alike) == 1 or len(places) < len(alike):
        return change.from_
    return original[min(span.start for span in places) : max(span.end for span in places)]


def _beside(change: Change, texts: Mapping[str, str], original: str) -> tuple[str, Span]:
    """Where words that were left out belong: after those before them in the original, or before those after them."""
    place = _place_of(change.from_, original)
    if place is None:
        raise InputError("the words of this change do not stand in the draft any more; edit the words instead")
    earlier, later = original[: place.start].split(), original[place.end :].split()
    for number in range(_MOST_WORDS, 0, -1):
        for words, at_end in ((earlier[-number:], True), (later[:number], False)):
            for where, text in texts.items():
                span = _place_of(" ".join(words), text) if len(words) == number else None
                if span is not None:
                    at = span.end if at_end else span.start
                    return where, Span(at, at)
    where = next(where for where in texts if where.startswith("objectives."))
    return where, Span(len(texts[where]), len(texts[where]))


def _spaced(text: str, edit: Edit) -> str:
    before = " " if text[: edit.start] and not text[: edit.start][-1].isspace() else ""
    after = " " if text[edit.end :][:1].isalnum() else ""
    return f"{before}{edit.words}{after}"


def _place_of(words: str, text: str) -> Span | None:
    if not words.strip():
        return None
    match = re.search(rf"(?<!\w){re.escape(words.strip())}(?!\w)", text, re.IGNORECASE)
    return Span(*match.span()) if match else None


def _times(words: str, *texts: str) -> int:
    return sum(text.count(words) for text in texts) if words else 0


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def _moved(span: Span, edits: Iterable[Edit], after: str) -> str:
    """What stands after the edits where a stretch stood before them."""
    start, end = span.start, span.end
    for edit in sorted(edits, reverse=True):
        longer = len(edit.words) - (edit.end - edit.start)
        if edit.start >= end:
            continue
        end = end + longer if end >= edit.end else edit.start + len(edit.words)
        if start >= edit.end:
            start += longer
        elif start > edit.start:
            start = edit.start
    return after[start:end]
