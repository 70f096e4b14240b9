"""Scores the answers to judged objectives: verdicts, faults, kinds, good ones left alone, the split, the rewrite."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from evals.agreement import F1, KAPPA, MACRO_F1, MEAN_KAPPA, SHARE, Event, Row, outcome
from evals.answers import DraftAnswer, ObjectiveAnswer, Unanswered
from evals.cases import ObjectiveCase
from evals.labels import FAULT_CODES, FaultCode, is_good
from evals.scores import Score, yes
from rewriter.smart import CRITERIA, Criterion, InputKind, Verdict

__all__ = [
    "NO_VERDICT",
    "DraftAnswers",
    "ObjectiveAnswers",
    "confusion",
    "fault_outcomes",
    "found_verdict",
    "objective_scores",
]

ObjectiveAnswers = Mapping[str, ObjectiveAnswer | Unanswered]
DraftAnswers = Mapping[str, DraftAnswer | Unanswered]

NO_VERDICT = "none"
"""What stands for a verdict where a system took an objective for something else: a wrong answer, not a missing one."""

_JUDGED = frozenset({InputKind.OBJECTIVE, InputKind.GOAL, InputKind.PLAN})


class _Answered(NamedTuple):
    case: ObjectiveCase
    answer: ObjectiveAnswer
    given: dict[Criterion, Verdict]  # empty where it is not an objective


def objective_scores(
    cases: Sequence[ObjectiveCase], answers: ObjectiveAnswers, drafts: DraftAnswers
) -> tuple[Score, ...]:
    """Give every score of a set of objectives, in the order in which they are reported.

    Takes the cases, and the judgements and rewrites by case id. A case without a judgement is unscored wherever one
    is needed, one without a rewrite where that is.
    """
    answered = [
        _Answered(case, a, _given(case)) for case in cases if isinstance(a := answers[case.id], ObjectiveAnswer)
    ]
    failed = len(cases) - len(answered)
    made = (_verdict_scores, _need_scores, _fault_scores, _kind_scores, _good_scores, _split_scores, _harm_scores)
    return (*(score for make in made for score in make(answered, failed)), *_draft_scores(cases, drafts))


def found_verdict(case: ObjectiveCase, answer: ObjectiveAnswer, criterion: Criterion, *, lenient: bool) -> str:
    """Give the verdict found; lenient, one that `also_ok` allows counts as the given one (SMART standard)."""
    found = answer.verdicts.get(criterion)
    if found is None:
        return NO_VERDICT
    if lenient and found in case.gold.also_ok.get(criterion, ()):
        return _given(case)[criterion].value
    return found.value


def confusion(cases: Sequence[ObjectiveCase], answers: ObjectiveAnswers, criterion: Criterion) -> dict[Event, int]:
    """Count (given, found) verdicts of one criterion, strictly."""
    table: dict[Event, int] = {}
    for case in cases:
        answer, given = answers[case.id], _given(case)
        if given and isinstance(answer, ObjectiveAnswer):
            event = (given[criterion].value, found_verdict(case, answer, criterion, lenient=False))
            table[event] = table.get(event, 0) + 1
    return table


def fault_outcomes(case: ObjectiveCase, answer: ObjectiveAnswer) -> dict[FaultCode, str]:
    """Give the codes found rightly ("tp"), wrongly ("fp") or missed ("fn"); codes that agree on absence are left out.

    `no_quantity` with M partly is "neither required nor penalised" (SMART standard), so it is not scored there.
    """
    found = {}
    for code in FAULT_CODES:
        if code is FaultCode.NO_QUANTITY and _leaves_quantity_open(case):
            continue
        for (event,) in outcome(given=code in case.gold.faults, found=code.value in answer.faults):
            found[code] = event
    return found


def _given(case: ObjectiveCase) -> dict[Criterion, Verdict]:
    return {} if case.gold.verdicts is None else case.gold.verdicts.by_criterion()


def _leaves_quantity_open(case: ObjectiveCase) -> bool:
    return _given(case).get(Criterion.MEASURABLE) is Verdict.PARTLY


def _verdict_scores(answered: Sequence[_Answered], failed: int) -> Iterator[Score]:
    judged = [a for a in answered if a.given]
    unscored = failed + len(answered) - len(judged)
    for lenient in (True, False):
        how = "lenient" if lenient else "strict"
        rows = {
            c: [(a.given[c].value, found_verdict(a.case, a.answer, c, lenient=lenient)) for a in judged]
            for c in CRITERIA
        }
        for criterion in CRITERIA:
            events: tuple[Row, ...] = tuple((event,) for event in rows[criterion])
            name = criterion.value.replace("_", "-").capitalize()
            yield Score(f"kappa_{how}.{criterion}", f"{name}, {how} kappa", KAPPA, events, unscored)
        every = tuple(tuple((c.value, *rows[c][n]) for c in CRITERIA) for n in range(len(judged)))
        yield Score(f"kappa_{how}.mean", f"Mean of the five, {how} kappa", MEAN_KAPPA, every, unscored)


def _need_scores(answered: Sequence[_Answered], failed: int) -> Iterator[Score]:
    judged = [a for a in answered if a.case.gold.states_need()]
    for lenient in (True, False):
        how = "lenient" if lenient else "strict"
        rows = tuple(
            yes(
                found_verdict(a.case, a.answer, Criterion.RELEVANT, lenient=lenient)
                == a.given[Criterion.RELEVANT].value
            )
            for a in judged
        )
        yield Score(f"need.{how}", f"R right where a need is stated, {how}", SHARE, rows, failed)


def _fault_scores(answered: Sequence[_Answered], failed: int) -> Iterator[Score]:
    judged = [a for a in answered if a.given]
    unscored = failed + len(answered) - len(judged)
    outcomes = [fault_outcomes(a.case, a.answer) for a in judged]

    def rows_of(keep: Callable[[FaultCode], bool]) -> tuple[Row, ...]:
        return tuple(tuple((what,) for code, what in found.items() if keep(code)) for found in outcomes)

    named = tuple(tuple((code.value, what) for code, what in found.items()) for found in outcomes)
    yield Score(
        "faults.micro",
        "Fault codes, micro-F1 without jargon",
        F1,
        rows_of(lambda c: c is not FaultCode.JARGON),
        unscored,
    )
    yield Score("faults.micro_with_jargon", "Fault codes, micro-F1 with jargon", F1, rows_of(lambda _: True), unscored)
    yield Score("faults.macro", "Fault codes, macro-F1", MACRO_F1, named, unscored)
    left_open = sum(_leaves_quantity_open(a.case) for a in judged)
    for code in FAULT_CODES:
        open_here = left_open if code is FaultCode.NO_QUANTITY else 0
        yield Score(f"fault.{code}", code.value, F1, rows_of(lambda c, code=code: c is code), unscored + open_here)  # type: ignore[misc]


def _kind_scores(answered: Sequence[_Answered], failed: int) -> Iterator[Score]:
    others = [a for a in answered if not a.given]
    refused = tuple(yes(a.answer.kind not in _JUDGED) for a in others)
    named = tuple(yes(a.answer.kind is a.case.gold.input_kind()) for a in others)
    alarms = tuple(yes(a.answer.kind not in _JUDGED) for a in answered if a.given)
    yield _share("kind.found", "Not an objective, found", refused, failed)
    yield _share("kind.named", "Not an objective, kind named", named, failed)
    yield _share("kind.false_alarms", "Objectives taken for something else", alarms, failed, lower=True)


def _good_scores(answered: Sequence[_Answered], failed: int) -> Iterator[Score]:
    called = {
        a.case.id: bool(a.answer.verdicts) and is_good(dict(a.answer.verdicts), a.answer.faults) for a in answered
    }
    good = tuple(yes(called[a.case.id]) for a in answered if a.case.gold.good)
    rest = tuple(yes(called[a.case.id]) for a in answered if a.given and not a.case.gold.good)
    yield _share("good.left_alone", "Good ones left alone", good, failed)
    yield _share("good.wrongly_praised", "Others called good", rest, failed, lower=True)


def _split_scores(answered: Sequence[_Answered], failed: int) -> Iterator[Score]:
    split = tuple(yes(a.answer.needs_goal_split == a.case.gold.needs_goal_split) for a in answered if a.given)
    yield _share("split.right", "Goal to be split off, or not: right", split, failed)


def _harm_scores(answered: Sequence[_Answered], failed: int) -> Iterator[Score]:
    judged = [a for a in answered if a.given]
    stated = tuple(yes(a.answer.abuse) for a in judged if a.case.gold.harm.abuse)
    not_stated = tuple(yes(a.answer.abuse) for a in judged if not a.case.gold.harm.abuse)
    yield _share("abuse.found", "Abuse stated, found", stated, failed)
    yield _share("abuse.false_alarms", "Abuse found where none is stated", not_stated, failed, lower=True)


def _draft_scores(cases: Sequence[ObjectiveCase], drafts: DraftAnswers) -> Iterator[Score]:
    needed = [(drafts[case.id], case.gold.min_objectives) for case in cases]
    drafted = [(d.objectives, least) for d, least in needed if isinstance(d, DraftAnswer) and least is not None]
    unscored = len(cases) - len(drafted)
    enough = tuple(yes(found >= least) for found, least in drafted)
    exact = tuple(yes(found == least) for found, least in drafted)
    yield _share("objectives.enough", "Rewrite has the objectives needed", enough, unscored)
    yield _share("objectives.exact", "Rewrite has just the fewest needed", exact, unscored)


def _share(name: str, label: str, rows: tuple[Row, ...], unscored: int, *, lower: bool = False) -> Score:
    return Score(name, label, SHARE, rows, unscored, lower_is_better=lower)
