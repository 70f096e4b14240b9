"""Makes the tables of a report from the results of a run: figures side by side, by set."""

from collections.abc import Mapping, Sequence
from itertools import chain

from evals.agreement import RESAMPLES
from evals.bounds import TARGETS, Bound, load_bounds
from evals.guard_scores import GuardResult, by_fault
from evals.labels import FAULT_CODES, LABELS
from evals.masking_scores import MaskingResult
from evals.objective_scores import NO_VERDICT, confusion
from evals.responsibility_scores import KindCounts, by_kind_of_abuse
from evals.run import BASELINES, ObjectiveResult, ResponsibilityResult, Results
from evals.scores import Figure, Score, figure_of
from evals.tables import Table
from evals.together import together
from rewriter.smart import CRITERIA, Verdict

__all__ = ["BASELINES_TITLE", "cell", "detail_tables", "main_tables"]

BASELINES_TITLE = "Beside the baselines"
_NOTHING = "–"
_COMPARED = (
    *(f"kappa_lenient.{name}" for name in (*(criterion.value for criterion in CRITERIA), "mean")),
    "kappa_strict.mean",
    "need.lenient",
    "faults.micro",
    "faults.macro",
    "split.right",
    "pairs.all_labels",
    "pairs_without_echoes.all_labels",
    *(f"f1.{label}" for label in LABELS),
    "items.all_labels",
)
"""Scores that saying nothing, or always the same, does not win. (A false alarm never raised is no skill.)"""


def main_tables(
    results: Results, resamples: int = RESAMPLES, targets: Mapping[str, Mapping[str, Bound]] | None = None
) -> tuple[Table, ...]:
    """Give the tables that are printed: one for each kind of case, all sets together, and the baselines.

    `targets` are those of the rules alone unless others are given.
    """
    targets = targets or load_bounds(TARGETS)
    how = (
        "Each cell: the figure, ✓ or ✗ where there is a target, the 95% interval in [], and what it rests on. "
        "Targets are set for the given sets."
    )
    tables = []
    if results.objectives:
        tables.append(_figures("Objectives", how, results.objectives, targets["objectives"], resamples))
    if results.responsibility:
        tables.append(_figures("Responsibility", how, results.responsibility, targets["responsibility"], resamples))
    if results.guard:
        tables.append(_guard(results.guard, targets["guard"], resamples))
    if results.masking:
        tables.append(_masking(results.masking, targets["masking"], resamples))
    return (*tables, together(results, targets, resamples=resamples), _baselines(results))


def _guard(results: Sequence[GuardResult], targets: Mapping[str, Bound], resamples: int) -> Table:
    figures = [{s.id: figure_of(s, result.set.name, resamples) for s in result.scores} for result in results]
    rows = []
    for score in results[0].scores:
        bound = targets.get(score.id)
        rows.append((score.label, str(bound) if bound else "", *(cell(by_id[score.id], bound) for by_id in figures)))
    note = "Rewrites made elsewhere, held against their originals by the rules alone; each cell as above."
    heads = tuple(
        f"{result.set.name.removeprefix('guard_').replace('_', ' ').capitalize()} ({len(result.set.cases)})"
        for result in results
    )
    return Table("Guard", note, ("Score", "Target", *heads), tuple(rows))


def _masking(results: Sequence[MaskingResult], targets: Mapping[str, Bound], resamples: int) -> Table:
    figures = [{s.id: figure_of(s, result.set.name, resamples) for s in result.scores} for result in results]
    rows = []
    for score in results[0].scores:
        bound = targets.get(score.id)
        rows.append((score.label, str(bound) if bound else "", *(cell(by_id[score.id], bound) for by_id in figures)))
    note = "Sentences marked by somebody who had not seen the masking; a name counts as left by one letter of it."
    heads = tuple(
        f"{result.set.name.removeprefix('masking_').replace('_', ' ').capitalize()} ({len(result.set.cases)})"
        for result in results
    )
    return Table("Masking", note, ("Score", "Target", *heads), tuple(rows))


def _faults(results: Sequence[GuardResult]) -> Table:
    counted = [by_fault(result) for result in results]
    kinds = sorted(set(chain.from_iterable(counted)))
    rows = tuple(
        (kind, *("{}/{}".format(*found[kind]) if kind in found else "" for found in counted)) for kind in kinds
    )
    heads = tuple(result.set.name.removeprefix("guard_").replace("_", " ").capitalize() for result in results)
    return Table("Guard: faults caught, by kind", "Caught, of all there are.", ("Fault", *heads), rows)


def _of(counts: tuple[int, int] | None) -> str:
    return f"{counts[0]}/{counts[1]}" if counts else ""


def detail_tables(results: Results) -> tuple[Table, ...]:
    """Give the tables that only the page holds: every code, every confusion, every kind of abuse, what is unscored."""
    confusions = (_confusion(result) for result in results.objectives)
    faults = (_faults(results.guard),) if results.guard else ()
    return (_codes(results.objectives), *confusions, _kinds(results.responsibility), *faults, _unscored(results))


def _figures(
    title: str,
    note: str,
    results: Sequence[ObjectiveResult] | Sequence[ResponsibilityResult],
    targets: Mapping[str, Bound],
    resamples: int,
) -> Table:
    figures = [{s.id: figure_of(s, result.set.name, resamples) for s in result.scores} for result in results]
    labels = {
        score.id: score.label for result in results for score in result.scores if not score.id.startswith("fault.")
    }
    rows = []
    for name, label in labels.items():
        bound = targets.get(name)
        cells = [cell(by_id.get(name), bound) for by_id in figures]
        rows.append((label, str(bound) if bound else "", *cells))
    return Table(title, note, ("Score", "Target", *_heads(results)), tuple(rows))


def _heads(results: Sequence[ObjectiveResult] | Sequence[ResponsibilityResult]) -> tuple[str, ...]:
    return tuple(f"{result.set.origin.capitalize()} ({len(result.set.cases)})" for result in results)


def cell(figure: Figure | None, bound: Bound | None) -> str:
    """Write a figure as it stands in a table: the number, how it stands to its target, the interval, the counts."""
    if figure is None:
        return ""
    if figure.value is None:
        return f"{_NOTHING} {figure.said}"
    mark = "" if bound is None else " ✓" if bound.holds(figure.value) else " ✗"
    between = "" if figure.interval is None else f" [{figure.interval.low:.2f}, {figure.interval.high:.2f}]"
    return f"{figure.value:.2f}{mark}{between} {figure.said}"


def _baselines(results: Results) -> Table:
    every: dict[str, dict[str, tuple[Score, ...]]] = {}
    for result in results.all():
        for score in result.scores:
            if score.id in _COMPARED:
                weak = (next(s for s in result.baselines[name] if s.id == score.id) for name in BASELINES)
                every.setdefault(result.set.origin.value, {})[score.id] = (score, *weak)
    labels = {name: scores[0].label for by_id in every.values() for name, scores in by_id.items()}
    rows = tuple(
        (labels[name], *(_against(by_id.get(name, ())) for by_id in every.values()))
        for name in _COMPARED
        if name in labels
    )
    note = f"Rules only / {' / '.join(BASELINES)}. An exclamation mark: the rules do not beat both."
    return Table(BASELINES_TITLE, note, ("Score", *(origin.capitalize() for origin in every)), rows)


def _against(scores: Sequence[Score]) -> str:
    if not scores:
        return ""
    values = [score.value() for score in scores]
    ours, *theirs = (-1.0 if value is None else value for value in values)
    beaten = all(ours > other for other in theirs)
    return " / ".join(_NOTHING if value is None else f"{value:.2f}" for value in values) + ("" if beaten else " !")


def _codes(results: Sequence[ObjectiveResult]) -> Table:
    by_id = [{score.id: score for score in result.scores} for result in results]
    rows = tuple((code.value, *(_plain(scores[f"fault.{code}"]) for scores in by_id)) for code in FAULT_CODES)
    note = (
        "F1, and how often rightly found (tp), wrongly found (fp) and missed (fn). "
        "`no_quantity` is not scored where M is partly: the standard neither asks for it nor forbids it there."
    )
    return Table("Fault codes one by one", note, ("Code", *_heads(results)), rows)


def _plain(score: Score) -> str:
    value = score.value()
    return f"{_NOTHING if value is None else f'{value:.2f}'} {score.measure.said(score.counts())}"


def _confusion(result: ObjectiveResult) -> Table:
    found = (*(verdict.value for verdict in Verdict), NO_VERDICT)
    rows = []
    for criterion in CRITERIA:
        table = confusion(result.set.cases, result.answers, criterion)
        rows += [
            (criterion.value, given.value, *(str(table.get((given.value, name), 0)) for name in found))
            for given in Verdict
        ]
    note = f"Rows: the verdict given. Columns: found, strictly; `{NO_VERDICT}` where it was taken for no objective."
    return Table(
        f"Verdicts given and found: {result.set.origin} objectives", note, ("Criterion", "Given", *found), tuple(rows)
    )


def _kinds(results: Sequence[ResponsibilityResult]) -> Table:
    counted = [by_kind_of_abuse(result.set.cases, result.answers) for result in results]
    kinds = sorted(set(chain.from_iterable(counted)), key=str.casefold)
    rows = tuple((kind, *(_kind_cell(by_kind.get(kind)) for by_kind in counted)) for kind in kinds)
    note = "Texts with all six labels right; `on_victim` found; `on_victim` false alarms among the others."
    return Table("By kind of abuse", note, ("Kind", *_heads(results)), rows)


def _kind_cell(counts: KindCounts | None) -> str:
    if counts is None:
        return ""
    return f"{counts.right}/{counts.of}; {counts.found}/{counts.on_victim}; {counts.alarms}/{counts.others}"


def _unscored(results: Results) -> Table:
    failed = results.errors()
    rows = []
    for result in results.objectives:
        golds = [case.gold for case in result.set.cases]
        no_verdicts = sum(gold.verdicts is None for gold in golds)
        partly = sum(gold.verdicts is not None and gold.verdicts.measurable is Verdict.PARTLY for gold in golds)
        errors = sum(case.id in failed for case in result.set.cases)
        rows.append((result.set.name, str(len(golds)), str(no_verdicts), str(partly), "", str(errors)))
    for text_result in results.responsibility:
        alone = sum(case.pair is None for case in text_result.set.cases)
        errors = sum(case.id in failed for case in text_result.set.cases)
        rows.append((text_result.set.name, str(len(text_result.set.cases)), "", "", str(alone), str(errors)))
    note = "What cannot be scored is in no figure: it is never counted as zero, nor as right."
    heads = (
        "Set",
        "Cases",
        "No objective: no verdicts",
        "M partly: no_quantity open",
        "Of no pair: no pair score",
        "Errors",
    )
    return Table("What was not scored", note, heads, tuple(rows))
