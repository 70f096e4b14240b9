"""The manual of the rules, docs/rules.md, made from the rules: `python -m rewriter.rules.manual` writes it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rewriter.rules import RULES
from rewriter.rules.rule import Line, Rule
from rewriter.smart import Criterion, Severity

__all__ = ["PLACE", "manual", "write"]

PLACE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
_RESPONSIBILITY = "Who is made responsible"
_SHOWN = 4  # of the lines a rule carries; all of them are its tests


def manual(rules: Sequence[Rule] = RULES) -> str:
    """Give the manual of some rules as Markdown: a table of all, then a page for each, by criterion."""
    return "\n".join(_lines(rules)).rstrip() + "\n"


def write(place: Path = PLACE) -> None:
    """Write the manual of all rules to a file."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(manual(), encoding="utf-8", newline="\n")


def _lines(rules: Sequence[Rule]) -> Iterator[str]:
    yield from (
        "# The rules",
        "",
        "Made from the rules' own files by `make docs`; change a rule's file, not this page.",
        "",
        "A **fault** counts against a text. **Advice** never lowers a verdict. Any rule can be switched off with",
        "`rules_off` in `rewriter.toml`; `rewriter explain RULE` shows a page in the terminal.",
        "",
        "| Rule | Belongs to | | What it is about |",
        "|---|---|---|---|",
    )
    for rule in rules:
        yield f"| [`{rule.id}`](#{rule.id}) | {_letter(rule.criterion)} | {rule.severity.value} | {_cell(rule.title)} |"
    for criterion in (*Criterion, None):
        of_it = [rule for rule in rules if rule.criterion is criterion]
        if of_it:
            yield from ("", f"## {_letter(criterion)}")
        for rule in of_it:
            yield from _page(rule)


def _page(rule: Rule) -> Iterator[str]:
    severity = "" if rule.severity is Severity.FAULT else " (advice)"
    yield from ("", f"### {rule.id}", "", f"**{rule.title}**{severity}")
    for name, words in rule.page:
        yield from ("", f"*{name}.* {words[:1].upper()}{words[1:]}")
    for name, lines in (("It speaks on", rule.flags), ("It stays silent on", rule.passes)):
        yield from ("", f"*{name}:*", "")
        for line in lines[:_SHOWN]:
            yield f"- {_quoted(line)}"


def _letter(criterion: Criterion | None) -> str:
    return criterion.value.replace("_", "-").capitalize() if criterion is not None else _RESPONSIBILITY


def _quoted(line: Line) -> str:
    text = f"`{' / '.join(line.text.split(chr(10)))}`"
    beside = [f"harm to {harm.to} by {harm.by}" for harm in line.context.harms]
    return f"{text} ({'; '.join(beside)})" if beside else text


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:2]))
