"""How much and by when: the words of a drafted objective that say it, or the bracket that will."""

import pytest
from hypothesis import given

from rewriter.drafting.measured import measured
from rewriter.pipeline import fill, rewrite
from rewriter.plan import Context
from tests.texts import plan_texts

NOBODY = Context()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mum to attend the group weekly until 4 May 2026.", {"frequency": "weekly", "by": "until 4 May 2026"}),
        ("Mum to attend the group [how often] until [date].", {"frequency": "[how often]", "by": "until [date]"}),
        ("Dad to book the dentist within 5 working days.", {"by": "within 5 working days"}),
        ("Mum to attend weekly groups for the next 12 weeks.", {"duration": "for the next 12 weeks"}),
        ("SW to visit fortnightly, starting on 1 May 2026.", {"start": "starting on 1 May 2026"}),
    ],
)
def test_a_timescale_is_said_in_the_words_of_the_objective(text: str, parts: dict[str, str]) -> None:
    """Start, end, frequency and length are found where they stand, gaps as they are written."""
    _, timescale = measured(text, NOBODY)
    assert {name: getattr(timescale, name) for name in parts} == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Sarah to attend school at least 4 days a week until the summer holidays.",
            {"what": "attend school", "kind": "hard"},
        ),
        ("Leila to improve her attendance from [level now] to [target level] by 4 May.", {"baseline": "[level now]"}),
        ("Leila to improve her attendance from [level now] to [target level] by 4 May.", {"target": "[target level]"}),
        ("Mum to declutter the hall ([what counts as done]) by 4 May.", {"what": "[what counts as done]"}),
        ("Winston to rate his week 5 out of 10 by 4 May.", {"kind": "soft"}),
        ("Mum to be abstinent by 4 May, evidenced by weekly tests.", {"method": "evidenced by weekly tests"}),
        ("Darren to stay away, checked by [named worker] weekly until 4 May.", {"recorded_by": "[named worker]"}),
        ("Ola to eat breakfast 4 days a week to 4 May. Miss Tranter ticks a chart.", {"recorded_by": "Miss Tranter"}),
    ],
)
def test_a_measure_is_said_in_the_words_of_the_objective(text: str, parts: dict[str, str]) -> None:
    """What is counted, how much is wanted, where it stands, how it is known and by whom."""
    measure, _ = measured(text, NOBODY)
    assert {name: getattr(measure, name) for name in parts} == parts


def test_where_things_are_now_comes_from_beside_the_text() -> None:
    """A starting point that was told stands in the measure where the objective has none."""
    measure, _ = measured("Sarah to attend school 4 days a week.", Context(baseline="2 days a week"))
    assert measure.baseline == "2 days a week"


@given(plan_texts())
def test_every_part_stands_in_the_objective(text: str) -> None:
    """Nothing is worked out: each part is made of stretches of the objective itself."""
    for objective in rewrite(text).objectives:
        measure, timescale = objective.measure, objective.timescale
        parts = [measure.what, measure.target, measure.method, measure.recorded_by]
        parts += [timescale.start, timescale.by, timescale.frequency, timescale.duration, timescale.review]
        lost = [part for whole in parts for part in whole.split("; ") if part not in objective.text]
        assert lost == []


def test_what_is_agreed_is_agreed_in_the_parts_too() -> None:
    """Filling a gap fills it in who is responsible and in the timescale."""
    answer = rewrite("Parents to stop arguing at contact")
    answers = {gap.id: "4 May 2026" if "date" in gap.question else "twice a week" for gap in answer.gaps}
    (objective,) = fill(answer, answers).objectives
    assert objective.timescale.by == "until 4 May 2026"
    assert objective.timescale.frequency == "twice a week"
    assert "[" not in "".join((*objective.responsible, objective.action))
