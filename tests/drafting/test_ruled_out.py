"""What is not to be, where nobody is asked to see to it."""

from rewriter.pipeline import rewrite


def _drafts(text: str) -> list[str]:
    return [objective.text for objective in rewrite(text).objectives]


def test_what_is_not_to_happen_stays_in_its_words() -> None:
    """And who sees to it is asked, since the one spoken of is not."""
    assert _drafts("Leroy - cpn to visit fortnightly, depot not to be missed")[1] == (
        "Depot not to be missed until [date], with [who] to see to it."
    )


def test_who_may_not_come_in_is_no_task_of_those_with_the_task_before() -> None:
    assert _drafts("parents to do PAMS, hair strand x 3 mnths, no unknown adults in home")[1] == (
        "No unknown adults in home until [date], with [who] to see to it."
    )


def test_whoever_is_not_to_be_alone_with_children_keeps_it_and_is_checked() -> None:
    assert _drafts("Uncle Pete not to be unsupervised w any of the girls, SW to ring gran")[0] == (
        "Uncle Pete not to be unsupervised w any of the girls, checked by [named worker] [how often] until [date]."
    )
