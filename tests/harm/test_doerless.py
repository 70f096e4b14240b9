"""What is asked in words that name no doer rests on the person harmed, where it is done with whoever harms them."""

import pytest

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context

_TOLD = Context(harms=(Harm("Ife", "Ray"),))


@pytest.mark.parametrize(
    "text",
    [
        "Her seeing Ray again puts the plan at risk.",
        "Worker to talk through what her being with Ray does to the twins.",
        "No more taking Ray back after a weekend.",
        "Six sessions, focus on Ife's choice of partner.",
        "Ife's decision to move in with him, to be picked up in sessions.",
        "Expectation that Ife is not home alone with Ray.",
    ],
)
def test_a_doing_told_as_a_thing_is_put_on_the_person_harmed(text: str) -> None:
    """Ray harms Ife: so it was told."""
    assert pipeline.check(text, _TOLD).on_victim


def test_a_verb_without_a_subject_is_hers_where_it_is_not_to_be_done_with_him() -> None:
    """Neither sentence names who is not to reply; only one of them can be meant for her."""
    harm = "Ray has twice broken Ife's nose. "
    assert pipeline.check(harm + "Not to reply to his messages or meet him.").on_victim
    assert not pipeline.check(harm + "Not to message her or come to the flat.").on_victim


@pytest.mark.parametrize(
    "text",
    [
        "His seeing the boys to be at the centre only.",
        "Support with her leaving Ray, if she asks for it.",
        "No more hitting Ife: Ray to start his course on 4 March.",
        "Six sessions at a place of Ife's choice, on what Ray did.",
        "Expectation on Ray: not at the flat.",
    ],
)
def test_the_same_words_about_the_other_are_fine(text: str) -> None:
    """Ray harms Ife: so it was told."""
    assert not pipeline.check(text, _TOLD).on_victim
