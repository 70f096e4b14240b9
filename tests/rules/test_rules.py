"""Every rule keeps the promises of its own page: its lines fire or stay silent, and its findings can be shown."""

import pkgutil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rewriter.rules
from rewriter.errors import ConfigurationError
from rewriter.plan import Reading
from rewriter.reading import read
from rewriter.rules import RULES, find, rule_named
from rewriter.rules.rule import Line, Rule
from rewriter.smart import Criterion, Severity

FEWEST_LINES = 6
LONGEST_TITLE = 70
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
PIECES = st.sampled_from(
    "Mum Dad SW school Kit to will must not ensure engage stop know and , . - | [ ] ( ) : \n if so that by 4 May 2026 "
    "referral safe no 3 weekly improve support Who Action \u2019 \u00e9 1. * needs met".split(" ")
)


def lines(kind: str) -> list[Any]:
    """Each example line of each rule, with an id that says whose it is."""
    return [
        pytest.param(rule, line, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, line in enumerate(getattr(rule, kind), 1)
    ]


def reading_of(line: Line) -> Reading:
    """Read an example line as its rule says it is offered."""
    return read(line.text, line.context, line.kind)


@pytest.mark.parametrize(("rule", "line"), lines("flags"))
def test_a_line_that_must_be_flagged_is_flagged_within_the_text(rule: Rule, line: Line) -> None:
    """Each "flags" line of a page brings at least one finding, with words of the text, a message and a question."""
    found = rule.find(reading_of(line))
    assert found, f"{rule.id} is silent on {line.text!r}"
    for finding in found:
        assert 0 <= finding.start < finding.end <= len(line.text)
        assert finding.text == line.text[finding.start : finding.end]
        assert finding.text.strip()
        assert finding.message.strip()
        assert finding.question.strip()
        assert (finding.rule, finding.criterion, finding.severity) == (rule.id, rule.criterion, rule.severity)


@pytest.mark.parametrize(("rule", "line"), lines("passes"))
def test_a_line_that_must_pass_is_left_alone(rule: Rule, line: Line) -> None:
    """No "passes" line of a page brings a finding of that rule."""
    found = rule.find(reading_of(line))
    assert not found, f"{rule.id} flags {[finding.text for finding in found]} in {line.text!r}"


@EVERY_RULE
def test_a_rule_is_called_as_its_file(rule: Rule) -> None:
    """The id is the last word of the module, and the file lies in the folder of its criterion."""
    folders = {name.rpartition(".")[0].rpartition(".")[2] for name in modules() if name.rpartition(".")[2] == rule.id}
    assert len(folders) == 1
    (folder,) = folders
    assert folder in {"responsibility", str(rule.criterion)}


@EVERY_RULE
def test_a_page_can_be_read_in_the_manual(rule: Rule) -> None:
    """Each page has a short title, a source and a question, and enough lines of its own to show both sides."""
    assert 0 < len(rule.title) <= LONGEST_TITLE
    assert all(text.strip() for _, text in rule.page)
    source = rule.section("Source")
    assert (
        source.startswith(("000", "001", "002", "003", "004")) or "practice judgement" in source or "standard" in source
    )
    assert rule.section("Question to ask").endswith("?")
    assert len(rule.flags) >= FEWEST_LINES
    assert len(rule.passes) >= FEWEST_LINES
    assert len({*rule.flags, *rule.passes}) == len(rule.flags) + len(rule.passes)


def test_no_two_rules_have_the_same_name() -> None:
    """An id names one rule."""
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)


def modules() -> list[str]:
    """Every module under rules/ that is a rule, by its full name."""
    walked = pkgutil.walk_packages(rewriter.rules.__path__, "rewriter.rules.")
    return [module.name for module in walked if not module.ispkg and module.name.count(".") == 3]


def test_every_rule_file_is_in_the_list() -> None:
    """A file under rules/ that is not listed would never be run."""
    assert sorted(name.rpartition(".")[2] for name in modules()) == sorted(rule.id for rule in RULES)


def test_a_rule_can_be_called_by_name_and_an_unknown_name_says_so() -> None:
    """`rule_named` gives the rule, or an error the faces can show."""
    assert all(rule_named(rule.id) is rule for rule in RULES)
    with pytest.raises(ConfigurationError, match="no_such_rule"):
        rule_named("no_such_rule")


def test_findings_stand_in_the_order_of_the_text() -> None:
    """However many rules speak, the reader meets their findings from the first word to the last."""
    reading = read("Mum to engage with school and ensure Kit is safe. Referral to CAMHS ASAP.")
    starts = [finding.start for finding in find(reading)]
    assert starts == sorted(starts)
    assert len(starts) > 1


def test_only_the_rules_asked_for_are_run() -> None:
    """A rule that is left out stays silent."""
    reading = read("Mum to engage with school")
    assert {finding.rule for finding in find(reading, [rule_named("vague_verb")])} == {"vague_verb"}
    assert find(reading, []) == ()


def test_advice_and_faults_are_told_apart() -> None:
    """Every rule on Specific is a fault of the text; advice never stands among them."""
    assert all(rule.severity is Severity.FAULT for rule in RULES if rule.criterion is Criterion.SPECIFIC)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_can_be_checked(text: str) -> None:
    """No rule fails on broken text, points outside it or at nothing, and the same text gives the same findings."""
    found = find(read(text))
    assert found == find(read(text))
    for finding in found:
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]


@given(st.text(max_size=80))
def test_any_string_at_all_can_be_checked(text: str) -> None:
    """Letters of any script, control characters and empty strings pass through without an error."""
    for finding in find(read(text)):
        assert 0 <= finding.start < finding.end <= len(text)
