"""Writes the page of results: what was measured, in which version, every figure, and what the figures do not show."""

import hashlib
import platform
from collections.abc import Sequence
from datetime import date

from evals.agreement import RESAMPLES
from evals.cases import ObjectiveCase, Origin, ResponsibilityCase
from evals.limits import LIMITS
from evals.report import detail_tables, main_tables
from evals.run import Results
from evals.tables import Table, as_markdown
from rewriter.version import VERSION

__all__ = ["page"]

_SEEN = {
    Origin.GIVEN: "came with the standards; read by whoever wrote the rules",
    Origin.OWN: "our own; at hand while the rules were written",
    Origin.UNTOUCHED: "our own; written and labelled beforehand, and kept from whoever wrote the rules",
}

_MEASURED = """\
Measured on {day} with rewriter {version} on Python {python}, without a model. Intervals are 95% bootstrap intervals
({resamples} resamples, seeded), over cases, or over pairs where texts come in pairs."""

_WITH_MODEL = """\
## With a model

The same product with a language model behind it, on the sets named in each table. The replies were answered through
a loopback desk: a language model saw each request as it goes over the wire, its schema included, and nothing else of
the project. They are kept in `evals/replies/`, keyed by what was asked, so that the figures can be had again without
asking. Claims were judged at a second desk, by others than those who wrote the drafts. The prompts were tuned on forty
other objectives and twenty other texts, and on eighteen of the given objectives, whose claims an earlier version had
missed. The untouched sets were asked once, with the prompts as they are; some of the given cases were answered from
memory of an earlier asking. What the rules know of the given sets flatters the two together as it flatters the
rules."""

_READERS = """\
For comparison: two independent readings of the standard agree on the given objectives at a strict kappa of 0.87 (S),
0.91 (M), 0.83 (A), 0.92 (R) and 0.95 (T), a mean of 0.89, and at a mean of 0.95 lenient."""


def page(
    results: Results,
    today: date,
    with_models: Sequence[Table] = (),
    further: Sequence[Table] = (),
    resamples: int = RESAMPLES,
) -> str:
    """Give the page as Markdown: the same input gives the same page.

    `with_models` are tables of what a model had a part in, `further` are more of the rules alone.
    """
    head = [
        "# Results",
        f"Written by `python -m evals --write --today {today.isoformat()}`; do not edit by hand.",
        _MEASURED.format(
            day=f"{today.day} {today:%B %Y}",
            version=VERSION,
            python=platform.python_version(),
            resamples=f"{resamples:,}",
        ),
        as_markdown(_sets(results)),
        _READERS,
    ]
    first = (as_markdown(table) for table in (*main_tables(results, resamples), *further))
    rest = (as_markdown(table) for table in detail_tables(results))
    models = [_WITH_MODEL, *map(as_markdown, with_models)] if with_models else []
    return "\n\n".join([*head, *first, *models, _limits(), *rest]) + "\n"


def _limits() -> str:
    return "## What the figures do not show\n\n" + "\n".join(f"- **{lead}** {rest}" for lead, rest in LIMITS)


def _sets(results: Results) -> Table:
    rows = tuple(
        (result.set.name, str(len(result.set.cases)), _SEEN[result.set.origin], _digest(result.set.cases))
        for result in results.all()
    )
    note = "The digest changes whenever a case does, so figures of two runs are comparable only where it is the same."
    return Table("The cases", note, ("Set", "Cases", "Who has seen it", "Digest"), rows)


def _digest(cases: Sequence[ObjectiveCase] | Sequence[ResponsibilityCase]) -> str:
    """Twelve hexadecimal digits that stand for every word and label of the cases."""
    return hashlib.sha256("\n".join(case.model_dump_json() for case in cases).encode()).hexdigest()[:12]
