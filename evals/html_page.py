"""Writes the results as one HTML page that needs nothing beside it: no script, no font, no network."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from evals.cases import CaseContext
from evals.charts import Mark, chart
from evals.last import Last, Result, changes_since, falls_since
from evals.limits import LIMITS
from evals.short import Line
from evals.tables import Table
from evals.worst import WorstCase
from rewriter.version import VERSION

__all__ = ["CHARTED", "Report", "html_page"]

_TEMPLATE = Path(__file__).parent / "report.html.j2"
_CHARTS = (
    (
        "Agreement with our verdicts (kappa, lenient): {}",
        "{}_objectives",
        {
            "kappa_lenient.specific": "Specific",
            "kappa_lenient.measurable": "Measurable",
            "kappa_lenient.achievable": "Achievable",
            "kappa_lenient.relevant": "Relevant",
            "kappa_lenient.time_bound": "Time-bound",
            "kappa_lenient.mean": "Mean of the five",
        },
    ),
    (
        "Who is made responsible for harm: {}",
        "{}_responsibility",
        {
            "on_victim.recall": "Put on the person harmed: noticed",
            "on_victim.false_alarms": "Fair texts: wrongly flagged (0 is best)",
            "pairs.all_labels": "Pairs: both texts wholly right",
            "f1.unassigned": "Nobody is to end it (unassigned), F1",
            "f1.hides_information": "Silence rewarded (hides_information), F1",
            "f1.mutualises": "Shared out (mutualises), F1",
            "f1.minimises": "Made smaller (minimises), F1",
        },
    ),
)
CHARTED = frozenset(score for _, _, scores in _CHARTS for score in scores)
"""The scores that are drawn, of every system and baseline."""
_ORIGINS = {"untouched": "cases never met", "given": "given cases", "own": "our own cases"}
_BASELINES = {"most frequent": "Most frequent answer", "one regex": "One regex"}


@dataclass(frozen=True, slots=True)
class Report:
    """All that the page shows; no commit ("") where git knows none.

    `heads` and `short` are those of `in_short`, `times` sentences about time; `results` are by the name of the system,
    baselines among them, and `names` say what each product is called on the page.
    """

    day: date
    commit: str
    names: Mapping[str, str]
    heads: Sequence[str]
    short: Sequence[Line]
    times: Sequence[str]
    results: Mapping[str, Result]
    last: Last | None
    worst: Mapping[str, Sequence[WorstCase]]
    tables: Sequence[Table]


def html_page(report: Report) -> str:
    """Give the page: the same report gives the same page. Every text in it is escaped."""
    template = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(_TEMPLATE.read_text("utf-8"))
    return template.render(
        day=f"{report.day.day} {report.day:%B %Y}",
        commit=report.commit,
        version=VERSION,
        short_heads=report.heads,
        short=report.short,
        times=report.times,
        with_model=len(report.names) > 1,
        charts=_charts(report),
        last=report.last,
        changes=_changes(report),
        worst=[{"title": title, "cases": [_case(case) for case in cases]} for title, cases in report.worst.items()],
        tables=report.tables,
        limits=LIMITS,
    )


def _charts(report: Report) -> list[dict[str, Any]]:
    drawn = []
    systems = {name: report.names.get(name, _BASELINES.get(name, name)) for name in report.results}
    for title, place, scores in _CHARTS:
        for origin, cases in _ORIGINS.items():
            where = place.format(origin)
            rows = {label: _marks(report.results, where, score) for score, label in scores.items()}
            rows = {label: marks for label, marks in rows.items() if marks}
            if rows:
                said = title.format(cases)
                drawn.append({"title": said, "html": Markup(chart(said, rows, systems))})  # noqa: S704 - ours, and escaped there
    return drawn


def _marks(results: Mapping[str, Result], place: str, score: str) -> dict[str, Mark]:
    found = ((name, result.figures.get(place, {}).get(score)) for name, result in results.items())
    return {name: Mark(kept.value, kept.low, kept.high) for name, kept in found if kept is not None}


def _changes(report: Report) -> list[dict[str, Any]]:
    if report.last is None:
        return []
    before = report.last.results
    return [
        {
            "system": report.names.get(name, name),
            "falls": falls_since(before[name], now),
            "cases": changes_since(before[name], now),
        }
        for name, now in report.results.items()
        if name in before
    ]


def _case(case: WorstCase) -> dict[str, Any]:
    slips = [slip.said for slip in case.slips]
    return {
        "id": f"{case.id} ({case.set_name})",
        "text": case.text,
        "told": " ".join(_told(case.context)),
        "slips": slips,
    }


def _told(context: CaseContext) -> Iterator[str]:
    """Say in words what stands beside a text."""
    if context.need:
        yield f"Need: {context.need}."
    if context.baseline:
        yield f"How it is now: {context.baseline}."
    people = [f"{person.name} ({person.role})" if person.role else person.name for person in context.people]
    if people or context.names:
        yield f"People: {', '.join((*people, *context.names))}."
    for harm in context.harms:
        yield f"Harm to {harm.to} by {harm.by}{f': {harm.what}' if harm.what else ''}."
    if context.today:
        yield f"Today: {context.today.isoformat()}."
    if context.review_date:
        yield f"Review: {context.review_date.isoformat()}."
