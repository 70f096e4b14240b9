"""What no bracket asks and the draft still lacks is asked beside it, once."""

from rewriter import pipeline
from rewriter.plan import Context
from rewriter.questions import left_to_ask

NEED = "What is happening for this child or adult now that makes this worth doing?"


def test_a_draft_without_a_stated_need_asks_for_the_need() -> None:
    assert left_to_ask(pipeline.rewrite("Mum to take her meds")) == (NEED,)


def test_what_a_bracket_asks_is_not_asked_again() -> None:
    answer = pipeline.rewrite("Mum to take her meds")
    assert not {gap.question for gap in answer.gaps} & set(left_to_ask(answer))


def test_a_draft_that_will_meet_every_criterion_leaves_nothing_to_ask() -> None:
    need = Context(need="Mum has missed her epilepsy tablets on most days since May and had two fits")
    assert left_to_ask(pipeline.rewrite("Mum to take her epilepsy tablets", need)) == ()


def test_a_text_that_comes_back_unchanged_has_its_own_open_questions() -> None:
    text = "Dad to take Ayla to Beech Street nursery by 9am every Monday and Tuesday until 18 December 2026."
    answer = pipeline.rewrite(text)
    assert answer.status == "unchanged"
    assert left_to_ask(answer) == (NEED,)


def test_what_is_no_objective_leaves_nothing_to_ask() -> None:
    assert left_to_ask(pipeline.rewrite("Do we still need to hold the meeting on Tuesday?")) == ()
