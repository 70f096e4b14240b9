"""The manual is made from the rules, and the page that is kept is the one they make."""

from rewriter.rules import RULES
from rewriter.rules.manual import PLACE, manual


def test_the_manual_that_is_kept_is_current() -> None:
    """docs/rules.md is what the rules say now; `make docs` writes it."""
    assert PLACE.read_text("utf-8") == manual()


def test_every_rule_has_its_page() -> None:
    """Each rule stands in the table and has a page with its source."""
    text = manual()
    for rule in RULES:
        assert f"### {rule.id}\n" in text
        assert f"(#{rule.id})" in text
        assert rule.section("Source")[1:] in text
