"""One answer is marked with reasons, and what cannot be marked has no mark."""

from dataclasses import replace

from evals.answers import ObjectiveAnswer, ResponsibilityAnswer
from evals.cases import load
from evals.guard_cases import load_guard
from evals.labels import Label
from evals.marks import critique_marks, guard_marks, responsibility_marks, rewrite_marks
from evals.systems import RulesOnly
from rewriter.answer import Goal, Objective, Rewrite
from rewriter.pipeline import guard, rewrite
from rewriter.smart import CRITERIA, InputKind, Responsibility, Verdict
from tests.evals.models import CASE

GIVEN = dict.fromkeys(CRITERIA, Verdict.PARTLY)
RIGHT = ObjectiveAnswer(InputKind.OBJECTIVE, GIVEN, frozenset(), needs_goal_split=False, abuse=False)


def test_a_critique_that_agrees_has_full_marks_and_no_reasons() -> None:
    marks = critique_marks(CASE, RIGHT)
    assert set(marks.values.values()) == {1.0}
    assert list(marks.reasons) == []


def test_a_verdict_that_differs_is_marked_wrong_and_said() -> None:
    first = CRITERIA[0]
    marks = critique_marks(CASE, replace(RIGHT, verdicts={**GIVEN, first: Verdict.MET}))
    assert marks.values[first.value] == 0.0
    assert any(first.value in reason for reason in marks.reasons)


def test_a_fault_found_and_not_given_lowers_the_mark_for_faults() -> None:
    assert critique_marks(CASE, replace(RIGHT, faults=frozenset({"vague_verb"}))).values["faults"] == 0.0


def test_a_text_that_is_no_objective_has_no_marks_for_verdicts() -> None:
    case = next(case for group in load().objectives for case in group.cases if case.gold.verdicts is None)
    assert not {criterion.value for criterion in CRITERIA} & critique_marks(case, RulesOnly().judge(case)).values.keys()


def test_each_label_has_its_mark() -> None:
    case = next(c for group in load().responsibility for c in group.cases if Label.ON_VICTIM in c.gold.true())
    marks = responsibility_marks(case, ResponsibilityAnswer(case.gold.true() - {Label.ON_VICTIM}))
    assert marks.values["on_victim"] == 0.0
    assert [value for name, value in marks.values.items() if name != "on_victim"] == [1.0] * 5


def test_a_rewrite_that_blames_invents_and_forces_a_goal_is_marked_down_for_each() -> None:
    answer = rewrite(CASE.objective)
    good = rewrite_marks(CASE, answer)
    assert good.values["nobody_blamed"] == good.values["nothing_invented"] == good.values["goal"] == 1.0
    bad: Rewrite = replace(
        answer,
        goals=(Goal("g1", "Sarah to thrive."),),
        objectives=(Objective("g1", "Sarah's mother to attend Rowan House every Tuesday.", (), ""),),
        responsibility=Responsibility(abuse=True, on_victim=True),
    )
    marks = rewrite_marks(CASE, bad)
    assert marks.values["nobody_blamed"] == marks.values["nothing_invented"] == marks.values["goal"] == 0.0
    assert any("Rowan House" in reason for reason in marks.reasons)


def test_more_than_six_brackets_in_an_objective_are_too_many() -> None:
    text = " ".join(f"[thing {n}]" for n in range(7))
    many = replace(rewrite(CASE.objective), objectives=(Objective("", text, (), ""),))
    assert rewrite_marks(CASE, many).values["few_brackets"] == 0.0


def test_the_guard_is_right_where_it_stops_a_fault_and_passes_what_is_faithful() -> None:
    for case in load_guard()[0].cases[:10]:
        found = guard(case.objective, case.rewrite, case.context.as_told(), [c.as_change() for c in case.changes])
        assert guard_marks(case, replace(found, passes=case.faithful)).values == {"right": 1.0}
        wrong = guard_marks(case, replace(found, passes=not case.faithful))
        assert wrong.values == {"right": 0.0}
        assert wrong.reasons
