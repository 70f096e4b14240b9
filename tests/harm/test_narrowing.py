"""An act of the person harmed is read together with what the source does, and not with a task of the source's own."""

import pytest

from rewriter import pipeline


@pytest.mark.parametrize("task", ["is not to hit her", "isn't to hit her", "not to hit her", "has to leave her alone"])
@pytest.mark.parametrize("hers", ["Danuta to attend the group weekly", "Danuta to go to AA more"])
def test_a_task_of_the_source_after_a_comma_is_not_what_hers_is_for(hers: str, task: str) -> None:
    """Two tasks in one breath, each of its own doer."""
    found = pipeline.check(f"{hers}, Dad {task}. He hits her.")
    assert found.abuse
    assert not found.on_victim


def test_what_the_source_does_or_feels_after_a_comma_is_what_hers_is_for() -> None:
    """Her act is to suit his moods."""
    assert pipeline.check("Danuta to have tea ready by six, Dad gets violent and hits her").on_victim
