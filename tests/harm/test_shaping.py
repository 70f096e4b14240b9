"""Work done on the person harmed, and help that waits on what they do."""

import pytest

from rewriter.people import Harm
from rewriter.pipeline import check
from rewriter.plan import Context

HARM = Context(harms=(Harm("Rowena", "Vic"),))


@pytest.mark.parametrize(
    "text",
    [
        "FSW to help Rowena see what she does that ends in Vic hitting her.",
        "1:1s with Rowena on keeping herself out of harm's way.",
        "Advise Rowena to rethink having Vic back.",
        "Six sessions with Rowena about her choices.",
        "Reduce Rowena's contact with Vic.",
        "Panel to look at what Rowena can do to keep Vic calm.",
    ],
)
def test_a_worker_who_shapes_the_person_harmed_puts_it_on_them(text: str) -> None:
    """The task is the worker's; what is to change is theirs."""
    assert check(text, HARM).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "FSW to help Vic see what he does to Rowena.",
        "1:1s with Rowena on how she is feeling.",
        "Six sessions with Rowena about what Vic did, and that it is not her fault.",
        "Reduce Vic's contact with Rowena.",
        "Support Rowena to apply for the order against Vic.",
    ],
)
def test_support_and_work_on_the_source_do_not(text: str) -> None:
    """What is done about the one who harms, or for the one harmed."""
    assert not check(text, HARM).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Therapy for Rowena starts as soon as she names him.",
        "The room is Rowena's so long as she is in by nine.",
        "Refuge place for Rowena on condition that she gives a statement.",
        "Rowena's cat will be rehomed unless she names him.",
    ],
)
def test_help_that_waits_on_what_they_do_is_put_on_them(text: str) -> None:
    """Whatever the help is called."""
    assert check(text, HARM).on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Therapy for Rowena starts as soon as she feels ready.",
        "The room is Rowena's for as long as she wants it.",
        "Therapy for Rowena starts once Vic has gone.",
    ],
)
def test_help_that_waits_on_their_wish_is_not(text: str) -> None:
    """Her wish, her need, or what the other does."""
    assert not check(text, HARM).on_victim
