"""A text that only tells a worry is how things are, and never what is to be done."""

import pytest

from rewriter import rewrite
from rewriter.answer import Rewrite

ASKED = "[Who] to [what they will do] [how often] until [date]."


def objectives(answer: Rewrite) -> list[str]:
    return [objective.text for objective in answer.objectives]


@pytest.mark.parametrize(
    "text",
    [
        "Megan cutting when upset",
        "Dad drinking most nights",
        "Jay going missing from placement",
        "Chloe not eating",
        "Tom doesn't sleep",
        "Mum not opening the door to workers",
        "Ben wetting the bed",
        "mum drinking, kids missing school",
    ],
)
def test_a_worry_stands_beside_what_is_asked(text: str) -> None:
    """Nobody is to cut, drink or go missing so many times until a date."""
    answer = rewrite(text)
    assert objectives(answer) == [f"{ASKED} Now: {text}."]
    assert [goal.text.startswith("[what will be different for ") for goal in answer.goals] == [True]


@pytest.mark.parametrize(
    ("text", "doer", "harmed"),
    [
        ("Dad hitting mum", "Dad to stop hitting mum", "mum"),
        ("Jay's dad shouting at him", "Jay's dad to stop shouting at him", "Jay"),
        ("Dad hits mum", "Dad to stop hitting mum", "mum"),
    ],
)
def test_harm_that_is_told_is_for_its_source_to_end(text: str, doer: str, harmed: str) -> None:
    """The source is to stop what is told, in the words typed, and the person harmed is offered support."""
    answer = rewrite(text)
    first, offer = objectives(answer)
    assert first == f"{doer}, checked by [named worker] [how often] until [date]."
    assert f"to offer {harmed} " in offer
    assert harmed in answer.goals[0].text
    assert not answer.responsibility.on_victim


@pytest.mark.parametrize(
    "text",
    [
        "Sarah attending school 4 days a week",
        "Megan cutting down",
        "Megan talking to staff when upset",
        "Dad not hitting the children",
        "Dad to stop drinking",
        "Mum missing her group no more than once a month",
        "Kai controlling his temper",
        "Ryan smoking outside by June",
    ],
)
def test_what_is_wanted_is_not_taken_for_a_worry(text: str) -> None:
    """An aim written as if it were reached, less of a worry, and what is asked or dated are objectives."""
    assert not any("Now: " in objective for objective in objectives(rewrite(text)))
