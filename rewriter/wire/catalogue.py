"""The rules and the worked examples as JSON."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from rewriter.fewshot import Example
from rewriter.rules.rule import Rule
from rewriter.smart import Criterion, Severity
from rewriter.wire.outward import Json

__all__ = ["ExamplesAnswer", "RuleAnswer", "RulesAnswer", "example_json", "rule_json"]


class _Listed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RuleAnswer(_Listed):
    """One rule: what it asks, and where it stands in the guidance."""

    id: str
    title: str
    criterion: Criterion | None
    severity: Severity
    question: str
    source: str


class RulesAnswer(_Listed):
    """All rules, by the letter they belong to."""

    contract_version: Literal[1]
    rules: tuple[RuleAnswer, ...]


class ExamplesAnswer(_Listed):
    """The guidance's worked examples, in the order in which they are taught."""

    contract_version: Literal[1]
    examples: tuple[Example, ...]


def rule_json(rule: Rule) -> Json:
    """Give one rule."""
    return {
        "id": rule.id,
        "title": rule.title,
        "criterion": rule.criterion.value if rule.criterion else None,
        "severity": rule.severity.value,
        "question": rule.section("Question to ask"),
        "source": rule.section("Source"),
    }


def example_json(example: Example) -> Json:
    """Give one worked example, before and after."""
    return example.model_dump(mode="json", by_alias=True)
