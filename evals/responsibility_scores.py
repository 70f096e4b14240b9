"""Scores the answers to texts judged for responsibility: by label, by item, by whole pair, by kind of abuse.

Texts of one pair are resampled together: they are not independent of each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evals.agreement import F1, SHARE, Row, outcome
from evals.answers import ResponsibilityAnswer, Unanswered
from evals.cases import ResponsibilityCase
from evals.labels import LABELS, Label
from evals.scores import Score, grouped, yes

__all__ = ["KindCounts", "ResponsibilityAnswers", "by_kind_of_abuse", "groups_of", "responsibility_scores"]

ResponsibilityAnswers = Mapping[str, ResponsibilityAnswer | Unanswered]
_Both = tuple[frozenset[Label], frozenset[Label]]  # given, found


class KindCounts(NamedTuple):
    """How one kind of abuse fares: texts right in all labels, `on_victim` found, and false alarms of it."""

    right: int
    of: int
    found: int
    on_victim: int
    alarms: int
    others: int


def responsibility_scores(
    cases: Sequence[ResponsibilityCase], answers: ResponsibilityAnswers, echoes: frozenset[str]
) -> tuple[Score, ...]:
    """Give every score of a set of texts, in the order in which they are reported.

    Takes the cases, the answers by case id, and the pairs that echo the standard's borderline table; where some do,
    whole pairs are scored without them as well.
    """
    both = _both(cases, answers)
    failed = len(cases) - len(both)
    groups = groups_of(cases)

    def share(name: str, label: str, rows: dict[str, Row], *, lower: bool = False) -> Score:
        return Score(name, label, SHARE, grouped(rows, groups.values()), failed, lower_is_better=lower)

    on = Label.ON_VICTIM
    scores = [
        share("on_victim.recall", "on_victim found", {n: yes(on in f) for n, (g, f) in both.items() if on in g}),
        share(
            "on_victim.false_alarms",
            "on_victim false alarms, of the others",
            {n: yes(on in f) for n, (g, f) in both.items() if on not in g},
            lower=True,
        ),
        *_pair_scores(groups, both, echoes),
    ]
    for label in LABELS:
        rows = {name: outcome(given=label in given, found=label in found) for name, (given, found) in both.items()}
        scores.append(Score(f"f1.{label}", f"{label}, F1", F1, grouped(rows, groups.values()), failed))
    scores += [
        share(
            "lookalikes.alarms",
            "abuse alarms on lookalikes",
            {n: yes(Label.ABUSE in f) for n, (g, f) in both.items() if Label.ABUSE not in g},
            lower=True,
        ),
        share("items.all_labels", "Texts with all six labels right", {n: yes(g == f) for n, (g, f) in both.items()}),
    ]
    return tuple(scores)


def groups_of(cases: Sequence[ResponsibilityCase]) -> dict[str, tuple[str, ...]]:
    """Give the case ids by pair, in order; a case of no pair is a group by itself, under its own id."""
    groups: dict[str, tuple[str, ...]] = {}
    for case in cases:
        name = case.pair or case.id
        groups[name] = (*groups.get(name, ()), case.id)
    return groups


def by_kind_of_abuse(cases: Sequence[ResponsibilityCase], answers: ResponsibilityAnswers) -> dict[str, KindCounts]:
    """Count, for each kind of abuse in alphabetical order, what was right, found and falsely alarmed."""
    both = _both(cases, answers)
    kinds: dict[str, list[_Both]] = {}
    for case in cases:
        if case.id in both:
            kinds.setdefault(case.kind_of_abuse, []).append(both[case.id])
    return {kind: _kind_counts(kinds[kind]) for kind in sorted(kinds, key=str.casefold)}


def _kind_counts(both: Sequence[_Both]) -> KindCounts:
    on = [found for given, found in both if Label.ON_VICTIM in given]
    others = [found for given, found in both if Label.ON_VICTIM not in given]
    return KindCounts(
        right=sum(given == found for given, found in both),
        of=len(both),
        found=sum(Label.ON_VICTIM in found for found in on),
        on_victim=len(on),
        alarms=sum(Label.ON_VICTIM in found for found in others),
        others=len(others),
    )


def _both(cases: Sequence[ResponsibilityCase], answers: ResponsibilityAnswers) -> dict[str, _Both]:
    return {
        case.id: (case.gold.true(), answer.true)
        for case in cases
        if isinstance(answer := answers[case.id], ResponsibilityAnswer)
    }


def _pair_scores(
    groups: Mapping[str, tuple[str, ...]], both: Mapping[str, _Both], echoes: frozenset[str]
) -> Iterator[Score]:
    pairs = {name: ids for name, ids in groups.items() if len(ids) > 1}
    whole = {name: ids for name, ids in pairs.items() if all(case in both for case in ids)}
    kinds = [("pairs", "Whole pairs right", whole)]
    if echoes:
        rest = {name: ids for name, ids in whole.items() if name not in echoes}
        kinds.append(("pairs_without_echoes", "Whole pairs right, without echoes of the table", rest))
    for name, title, kept in kinds:
        right = tuple(yes(all(both[case][0] == both[case][1] for case in ids)) for ids in kept.values())
        flips = tuple(
            yes(all((Label.ON_VICTIM in both[case][0]) == (Label.ON_VICTIM in both[case][1]) for case in ids))
            for ids in kept.values()
        )
        lost = len(pairs) - len(whole)
        yield Score(f"{name}.all_labels", f"{title}, all six labels", SHARE, right, lost)
        yield Score(f"{name}.on_victim", f"{title}, on_victim alone", SHARE, flips, lost)
