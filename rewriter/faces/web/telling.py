"""What a page tells of a draft: its heading, its places with their titles, who is made responsible, what is wrong."""

from collections.abc import Sequence
from typing import Any

from rewriter import pipeline
from rewriter.answer import Change, Concern, Provenance, Rewrite, Status
from rewriter.faces.web.marking import Place, places
from rewriter.faces.web.sheets import as_text
from rewriter.faces.wording import once_agreed, origin, responsibility_lines, said
from rewriter.questions import left_to_ask
from rewriter.settings import Settings
from rewriter.smart import Criterion, Responsibility, Severity, Verdict

__all__ = [
    "asks_the_need",
    "box_of",
    "concerns_about",
    "headline_of",
    "is_blaming",
    "is_short",
    "lines_of",
    "origin_of",
    "places_of",
    "reasons_of",
]

_MOST_REASONS = 3  # beside the warning: all of them stand under the text as it was pasted


def headline_of(answer: Rewrite) -> str:
    """Give the main heading over a draft."""
    number = len(answer.gaps)
    return {
        Status.READY: "A draft that is not SMART yet" if is_short(answer) else "A draft, with nothing left to agree",
        Status.NEEDS_ANSWERS: f"A draft, with {number} {'thing' if number == 1 else 'things'} to agree",
        Status.UNCHANGED: "This is SMART as it stands",
        Status.NOT_AN_OBJECTIVE: "This does not look like an objective",
    }[answer.status]


def is_short(answer: Rewrite) -> bool:
    """Say whether an objective of a draft falls short of a criterion, though nothing of it is left to fill in.

    Relevant, and what cannot be told from the words, is a question about the case and not about the draft.
    """
    return not answer.gaps and any(
        judged.verdict in (Verdict.PARTLY, Verdict.NOT_MET) and judged.criterion is not Criterion.RELEVANT
        for check in answer.self_check
        for judged in check.judgements
    )


def asks_the_need(answer: Rewrite) -> str:
    """Give the question what a draft is good for, which is answered beside it; "" where that was told."""
    asked = (one.question for one in answer.critique.judgements if one.criterion is Criterion.RELEVANT)
    return "" if answer.context.need else next((words for words in asked if words in left_to_ask(answer)), "")


def is_blaming(found: Responsibility) -> bool:
    """Say whether anything is wrong with who is made responsible."""
    return any((found.on_victim, found.unassigned, found.hides_information, found.mutualises, found.minimises))


def lines_of(found: Responsibility) -> tuple[str, ...]:
    """Give what is said of who is made responsible, where anybody is harmed or blamed."""
    return responsibility_lines(found) if found.abuse or found.on_victim or found.minimises else ()


def reasons_of(found: Responsibility, text: str) -> tuple[str, ...]:
    """Give why a text makes somebody wrongly responsible, with the words that do: the first, in their order."""
    faults = [finding for finding in found.findings if finding.severity is Severity.FAULT]
    return tuple(dict.fromkeys(said(finding, text) for finding in faults))[:_MOST_REASONS]


def places_of(answer: Rewrite, settings: Settings) -> tuple[dict[str, Any], ...]:
    """Give the places of a draft with a title, what is asked first there, and how each objective does by the rules."""
    does = {
        f"objectives.{check.objective}": once_agreed(check.judgements, len(check.depends_on), settings.labels)
        for check in answer.self_check
    }
    found: list[dict[str, Any]] = []
    asked: set[tuple[str, str]] = set()  # further up: there it says what the bracket asks, wherever else it stands
    for place in places(answer):
        asks = [(bracket, words) for bracket, words in _asks(place) if (bracket.lower(), words) not in asked]
        asked.update((bracket.lower(), words) for bracket, words in asks)
        told = {"title": _title(place, answer), "asks": asks, "does": does.get(place.where, "")}
        found.append({"where": place.where, "text": place.text, "parts": place.parts} | told)
    return tuple(found)


def box_of(answer: Rewrite, change: Change) -> int:
    """Give the number, from 1, of the place of a draft in which a change is edited: that of its words, or the last."""
    found = places(answer)
    return next((n for n, place in enumerate(found, start=1) if change.to and change.to in place.text), len(found))


def concerns_about(answer: Rewrite, declared: Sequence[Change], settings: Settings) -> tuple[Concern, ...]:
    """Give what the guard finds in a person's own words, against what was pasted, beside the changes declared."""
    guarded = pipeline.guard(answer.critique.objective, as_text(answer), answer.context, declared, settings)
    return tuple(concern for concern in guarded.concerns if concern.severity is Severity.FAULT)


def origin_of(provenance: Provenance) -> str:
    """Give a sentence that says who judged."""
    words = f"Judged {origin(provenance)}"
    return words if words.endswith(".") else f"{words}."


def _asks(place: Place) -> list[tuple[str, str]]:
    """The brackets of a place, each with its question and what is suggested."""
    suggested = {gap.id: f" (suggested: {gap.suggestion})" if gap.suggestion else "" for gap in place.gaps}
    return [(place.text[gap.start : gap.end], f"{gap.question}{suggested[gap.id]}") for gap in place.gaps]


def _title(place: Place, answer: Rewrite) -> str:
    group, _, number = place.where.partition(".")
    name, many = ("Goal", len(answer.goals)) if group == "goals" else ("Objective", len(answer.objectives))
    return name if many == 1 else f"{name} {int(number) + 1}"
