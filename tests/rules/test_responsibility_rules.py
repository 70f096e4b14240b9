"""Each responsibility rule fires on its own flagged lines and stays silent on its passing ones."""

import pytest

from rewriter.reading import read
from rewriter.rules.responsibility import (
    hides_information,
    minimises,
    mutualises,
    responsibility_on_victim,
    responsibility_unassigned,
)
from rewriter.rules.rule import Line, Rule
from rewriter.smart import Criterion, Severity

_RULES = tuple(
    module.RULE
    for module in (hides_information, minimises, mutualises, responsibility_on_victim, responsibility_unassigned)
)


def _lines(which: str) -> list[object]:
    return [
        pytest.param(rule, line, id=f"{rule.id}-{number}")
        for rule in _RULES
        for number, line in enumerate(getattr(rule, which), 1)
    ]


@pytest.mark.parametrize(("rule", "line"), _lines("flags"))
def test_it_fires_on_the_lines_it_flags(rule: Rule, line: Line) -> None:
    """Every line under flags is found, with its place in the text."""
    found = rule.find(read(line.text, line.context, line.kind))
    assert found
    assert all(finding.text and finding.text in line.text for finding in found)


@pytest.mark.parametrize(("rule", "line"), _lines("passes"))
def test_it_is_silent_on_the_lines_it_passes(rule: Rule, line: Line) -> None:
    """No line under passes is found."""
    assert rule.find(read(line.text, line.context, line.kind)) == ()


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.id)
def test_it_has_lines_enough_and_its_place(rule: Rule) -> None:
    """Eight lines of each kind at least; faults all; only the first belongs to a letter."""
    assert len(rule.flags) >= 8
    assert len(rule.passes) >= 8
    assert rule.severity is Severity.FAULT
    assert rule.criterion is (Criterion.ACHIEVABLE if rule.id == "responsibility_on_victim" else None)
