"""What a person harmed may be asked to do, where the text speaks of the harm."""

import pytest

from rewriter.pipeline import check

TOLD = "Vic has been scalding Rowena."


@pytest.mark.parametrize(
    "task",
    [
        "Rowena to drink less after six.",
        "Rowena to spend her evenings upstairs.",
        "Rowena to shower at the gym.",
        "Rowena will wear long sleeves.",
        "Rowena to tell Vic how she feels.",
        "Rowena to try harder with the cooking.",
        "Rowena to do the knife course because Vic gets cross.",
    ],
)
def test_a_task_of_no_allowed_kind_is_put_on_them(task: str) -> None:
    """Whatever the words: no list of forbidden tasks is needed."""
    assert check(f"{TOLD} {task}").on_victim


@pytest.mark.parametrize(
    "task",
    [
        "Rowena to ring 999 if he does it again.",
        "Rowena to see her solicitor on Monday.",
        "Rowena to go to her counselling on Fridays.",
        "Rowena to choose who knows.",
        "Rowena to have her locks changed by the council.",
        "Rowena to live without being hurt.",
        "Rowena to start her course in May.",
        "Rowena to sit where she likes.",
        "Rowena need not answer him.",
        "Vic to go to his programme on Mondays.",
    ],
)
def test_help_telling_choice_and_their_own_life_are_not(task: str) -> None:
    """The kinds that the standard allows."""
    assert not check(f"{TOLD} {task}").on_victim


def test_an_ordinary_task_beside_a_harm_told_elsewhere_is_not() -> None:
    """Where the text itself says nothing of the harm."""
    assert not check("Rowena to learn her lines for the play by May.").on_victim
