"""Every system answers the tasks that it can, with marks, and is refused by name for the others."""

import asyncio
from collections.abc import Awaitable

import pytest

from evals.answering import Answer, Wanted, checking, critiquing, guarding, rewriting
from evals.cases import CaseSets, ObjectiveCase, Origin, load
from evals.guard_cases import load_guard
from rewriter.errors import ConfigurationError, ModelError


@pytest.fixture(scope="module")
def given() -> CaseSets:
    found = load()
    return CaseSets(
        objectives=tuple(group for group in found.objectives if group.origin is Origin.GIVEN),
        responsibility=tuple(group for group in found.responsibility if group.origin is Origin.GIVEN),
    )


@pytest.fixture(scope="module")
def judged(given: CaseSets) -> ObjectiveCase:
    return next(case for case in given.objectives[0].cases if case.gold.verdicts is not None)


@pytest.mark.parametrize("system", ["rules", "most_frequent", "one_regex"])
def test_a_critique_is_marked_on_each_letter(given: CaseSets, judged: ObjectiveCase, system: str) -> None:
    answer = asyncio.run(_of(critiquing(Wanted(system), given)(judged)))
    assert {"specific", "measurable", "achievable", "relevant", "time_bound"} <= set(answer.marks.values)
    assert "specific: " in answer.text


@pytest.mark.parametrize("system", ["rules", "most_frequent", "one_regex", "kept"])
def test_a_check_is_marked_on_each_label(given: CaseSets, system: str) -> None:
    case = given.responsibility[0].cases[0]
    answer = asyncio.run(_of(checking(Wanted(system, "desk"), given)(case)))
    assert set(answer.marks.values) == set(type(case.gold).model_fields)


@pytest.mark.parametrize("system", ["rules", "kept", "untaught", "plain"])
def test_a_rewrite_is_marked_on_blame_and_invention(judged: ObjectiveCase, system: str) -> None:
    answer = asyncio.run(_of(rewriting(Wanted(system, "desk"))(judged)))
    assert {"nobody_blamed", "nothing_invented"} <= set(answer.marks.values)


def test_the_text_given_back_keeps_every_fact(judged: ObjectiveCase) -> None:
    answer = asyncio.run(_of(rewriting(Wanted("back"))(judged)))
    assert answer.text == judged.objective
    assert answer.marks.values.get("facts_kept", 1.0) == 1.0
    assert answer.marks.values["nothing_invented"] == 1.0


def test_a_rewrite_made_elsewhere_is_marked_right_or_wrong() -> None:
    group = next(group for group in load_guard() if group.name == "guard_development")
    answer = asyncio.run(_of(guarding(Wanted("rules"))(group.cases[0])))
    assert set(answer.marks.values) == {"right"}


def test_a_reply_that_is_not_kept_is_an_error_and_no_answer_of_the_rules() -> None:
    group = next(group for group in load_guard() if group.name == "guard_development")
    with pytest.raises(ModelError, match="no reply is kept"):
        asyncio.run(_of(guarding(Wanted("kept", "desk"))(group.cases[0])))


@pytest.mark.parametrize("system", ["one_regex", "back", "mine"])
def test_a_system_that_cannot_answer_a_task_is_refused_with_those_that_can(system: str) -> None:
    with pytest.raises(ConfigurationError, match=r"there are rules, model, kept, untaught$"):
        guarding(Wanted(system))


def test_a_model_that_is_not_configured_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REWRITER_MODEL", raising=False)
    with pytest.raises(ConfigurationError, match="set REWRITER_MODEL"):
        rewriting(Wanted("plain"))


async def _of(answer: Awaitable[Answer]) -> Answer:
    return await answer
