"""The guidance's own worked examples, judged by the rules: the verdicts it gave, and what we find in its own lines."""

from datetime import date

import pytest

from rewriter.critic import critique_of
from rewriter.fewshot import Example, load
from rewriter.people import Harm
from rewriter.pipeline import critique
from rewriter.plan import Context
from rewriter.settings import Settings
from rewriter.smart import CRITERIA, InputKind, Severity

EXAMPLES = load()


def context_of(example: Example) -> Context:
    """What an example tells beside its text."""
    told = example.context
    harms = tuple(Harm(harm.to, harm.by, harm.what or "") for harm in told.harms or ())
    return Context(
        need=told.need or "",
        baseline=told.baseline or "",
        harms=harms,
        today=date.fromisoformat(told.today) if told.today else None,
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_every_verdict_of_the_guidance_is_reproduced(example: Example) -> None:
    """For each criterion that the guidance judged, the critic judges as the guidance did."""
    got = {
        judgement.criterion: judgement.verdict for judgement in critique(example.before, context_of(example)).judgements
    }
    for criterion in CRITERIA:
        judged = getattr(example.verdicts, criterion.value)
        if judged.verdict is not None and got:
            allowed = {str(judged.verdict), *(str(verdict) for verdict in judged.also_ok)}
            assert str(got[criterion]) in allowed, criterion


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_the_faults_named_beside_an_example_are_the_faults_found(example: Example) -> None:
    """No fault more and none less than the example lists."""
    answer = critique(example.before, context_of(example))
    found = {finding.rule for finding in answer.findings if finding.severity is Severity.FAULT}
    assert found - set(example.faults_also_ok) == set(example.faults) - set(example.faults_also_ok)
    judged = [getattr(example.verdicts, criterion.value).verdict for criterion in CRITERIA]
    if any(verdict is not None for verdict in judged):
        assert answer.needs_goal_split is example.needs_goal_split


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_what_is_found_in_the_improved_lines_is_listed_with_its_reason(example: Example) -> None:
    """The guidance's own improved lines are judged too; every finding on them is expected and explained."""
    lines = [(f"goal {n}", InputKind.GOAL, text) for n, text in enumerate(example.guidance_after.goals, 1)]
    lines += [
        (f"objective {n}", InputKind.OBJECTIVE, text) for n, text in enumerate(example.guidance_after.objectives, 1)
    ]
    for where, kind, text in lines:
        if kind is InputKind.GOAL:
            continue  # a goal is "not an objective in itself" (002 Halton): its wording is read, not its SMARTness
        found = critique_of(text, kind, context_of(example), Settings()).findings
        rules = {finding.rule for finding in found if finding.severity is Severity.FAULT}
        listed = {entry.rule for entry in example.expected_findings_on_guidance_after if entry.where == where}
        needed = {
            entry.rule
            for entry in example.expected_findings_on_guidance_after
            if entry.where == where and not entry.optional
        }
        assert needed <= rules <= listed, where


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_our_own_improved_versions_put_nothing_on_the_person_harmed(example: Example) -> None:
    """The answers that teach a model pass the responsibility rules themselves."""
    for objective in example.our_after.objectives:
        labels = critique_of(objective.text, InputKind.OBJECTIVE, context_of(example), Settings()).responsibility
        found = [labels.on_victim, labels.hides_information, labels.mutualises, labels.minimises]
        assert not any(found)
