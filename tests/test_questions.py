"""What no bracket asks and the draft still lacks is asked beside it, once."""

import asyncio

from rewriter import pipeline
from rewriter.answer import ModelUse
from rewriter.chat.scripted import ScriptedChat
from rewriter.plan import Context
from rewriter.questions import left_to_ask
from rewriter.service import Service
from tests import said

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


def test_whether_it_answers_the_need_is_asked_even_of_a_draft_that_adds_to_it() -> None:
    question = "How would the day centre help with the falls at night?"
    judged = said.critique(relevant=said.judged("not_met", question=question), time_bound="not_met")
    reply = said.rewrite(judged, said.draft("Mr Whitlock to attend the day centre on Tuesdays until [date]."))
    need = Context(need="Mr Whitlock fell four times in October going to the toilet at night")
    asked = Service(ScriptedChat(reply)).rewrite("Mr Whitlock to attend the day centre on Tuesdays", need)
    answer = asyncio.run(asked)
    assert answer.model is ModelUse.USED
    assert question in left_to_ask(answer)
