"""A goal typed as an objective: the goal keeps the words, and the objective asks what will be done about it."""

import pytest

from rewriter.pipeline import rewrite


@pytest.mark.parametrize(
    ("text", "goal", "objective"),
    [
        (
            "Sarah's parents to improve their engagement with the social worker",
            "For Sarah's parents to improve their engagement with the social worker.",
            (
                "Sarah's parents to [what they will do] [how often] until [date], so as to improve their engagement "
                "with the social worker."
            ),
        ),
        (
            "Mum to improve her relationship with school by Easter",
            "For mum to improve her relationship with school.",
            "Mum to [what mum will do] [how often] by Easter, so as to improve her relationship with school.",
        ),
    ],
)
def test_what_stands_in_the_goal_is_no_act_of_the_objective(text: str, goal: str, objective: str) -> None:
    """To improve is not yet to do anything, so what is done is asked, and answers make it measurable."""
    drafted = rewrite(text)
    assert [goal.text for goal in drafted.goals] == [goal]
    assert [objective.text for objective in drafted.objectives] == [objective]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("SW to visit. Wayne not to go to the address", "Wayne not to go to the address, checked by"),
        ("Tomasz not to go near Ania or the nursery. alarm", "Tomasz not to go near Ania or the nursery, checked by"),
    ],
)
def test_where_somebody_is_not_to_go_is_kept_as_it_was_typed(text: str, kept: str) -> None:
    """What protects others is no gap to be agreed."""
    assert any(objective.text.startswith(kept) for objective in rewrite(text).objectives)
