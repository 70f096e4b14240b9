"""With whom gaps are agreed: never through whoever causes the harm."""

import asyncio

from rewriter import pipeline
from rewriter.chat.scripted import ScriptedChat
from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.service import Service
from tests import said

HARM = Context(harms=(Harm("Mum", "Dad"),))
TEXT = "Mum to keep Dad away from the house"


def test_without_harm_gaps_are_agreed_with_the_family() -> None:
    assert pipeline.rewrite("Mum to attend the group").note.endswith("with the family.")


def test_where_somebody_is_harmed_they_are_asked_apart_from_whoever_harms_them() -> None:
    """Also once some of the gaps are filled."""
    answer = pipeline.rewrite(TEXT, HARM)
    filled = pipeline.fill(answer, {answer.gaps[0].id: "Monday"})
    for note in (answer.note, filled.note):
        assert "with the person harmed, apart from whoever causes the harm" in note
        assert "the family" not in note


def test_a_model_s_draft_says_the_same() -> None:
    draft = said.draft("Dad to stay away from Mum's house until [date].")
    chat = ScriptedChat(said.rewrite(said.critique(time_bound="not_met"), draft), said.as_json(said.NOBODY_HARMED))
    answer = asyncio.run(Service(chat).rewrite("Dad to stay away from Mum's house", HARM))
    assert "apart from whoever causes the harm" in answer.note
