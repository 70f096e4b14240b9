"""A stated fact counts as kept where the guard finds it again, and a fact is the same for every system."""

from dataclasses import replace

import pytest

from evals.agreement import NO, YES, Row
from evals.cases import ObjectiveCase
from evals.kept_facts import kept_facts, kept_in
from evals.rewrite_scores import rewrite_scores
from rewriter.answer import Objective, Rewrite, Status
from rewriter.pipeline import rewrite
from tests.evals.models import CASE

STATED = "Ana Costa to ring Dr Lowe every Friday until 4 May."


def about(text: str) -> ObjectiveCase:
    return CASE.model_copy(update={"objective": text})


def kept(text: str) -> Row:
    return kept_in(about(STATED), text)


def test_a_text_given_back_keeps_every_fact() -> None:
    assert set(kept(STATED)) == {YES}


def test_a_rewrite_that_holds_nothing_keeps_none() -> None:
    assert set(kept("[what will be done]")) == {NO}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Costa to ring Dr Lowe every Friday.",
        "Ana Costa to ring somebody every Friday until 4 May.",
        "Ana Costa to ring Dr Lowe until 4 May.",
        "Ana Costa to ring Dr Lowe every Friday until 11 May.",
    ],
)
def test_a_fact_that_is_gone_or_changed_is_one_fact_not_kept(text: str) -> None:
    """A date, a name, a day; and another date is not the one that was given."""
    assert kept(text).count(NO) == 1
    assert len(kept(text)) == len(kept(STATED))


def test_an_objective_that_states_no_fact_is_in_no_figure() -> None:
    assert kept_in(about("Improve sleep"), "[what will be done]") == ()


def test_the_share_counts_what_was_served_and_not_what_was_left_unchanged() -> None:
    case = about(STATED)
    served = replace(
        rewrite(STATED),
        status=Status.NEEDS_ANSWERS,
        goals=(),
        objectives=(Objective("", "Ana Costa to ring Dr Lowe every Friday until [date].", (), ""),),
    )

    def rows(answer: Rewrite) -> tuple[Row, ...]:
        scores = {score.id: score for score in rewrite_scores((case,), {case.id: answer}, {})}
        return scores["served.kept"].rows

    assert rows(served) == (kept_facts(case, served),)
    assert kept_facts(case, served).count(NO) == 1
    assert rows(replace(served, status=Status.UNCHANGED)) == ()
