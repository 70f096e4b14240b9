"""The rules on a screen: the list, and one rule's page."""

from collections.abc import Sequence

from rich.text import Text

from rewriter.faces.terminal.screen import Screen
from rewriter.rules.rule import Line, Rule
from rewriter.smart import Criterion, Severity

__all__ = ["show_rule", "show_rules"]


def show_rules(screen: Screen, rules: Sequence[Rule]) -> None:
    """Write the list of rules by criterion, those of responsibility last."""
    widest = max(len(rule.id) for rule in rules)
    screen.write(f"{len(rules)} rules. More on one: rewriter explain {rules[0].id}")
    for criterion in (*Criterion, None):
        of_it = [rule for rule in rules if rule.criterion is criterion]
        if not of_it:
            continue
        screen.heading(criterion.value.replace("_", "-").capitalize() if criterion else "Who is made responsible")
        for rule in of_it:
            lead = Text.assemble("  ", (f"{rule.id:<{widest}}", "bold"), "  ")
            words = f"{rule.title}." + (" (advice)" if rule.severity is Severity.ADVICE else "")
            if screen.width - lead.cell_len < 30:
                screen.write(lead)
                screen.write(words, "    ")
            else:
                screen.write(words, lead)


def show_rule(screen: Screen, rule: Rule) -> None:
    """Write one rule's page, with the lines on which it speaks and those on which it is silent."""
    belongs = rule.criterion.value.replace("_", "-").capitalize() if rule.criterion else "Who is made responsible"
    screen.write(Text(f"{rule.title}.", "bold"))
    screen.write(f"{rule.id}; {belongs}; {rule.severity.value}", style="dim")
    for name, words in rule.page:
        screen.heading(name)
        screen.write(words[:1].upper() + words[1:], "  ")
    for name, lines in (("It speaks on", rule.flags), ("It stays silent on", rule.passes)):
        screen.heading(name)
        for line in lines:
            screen.write(shown(line), f"  {screen.bullet} ")


def shown(line: Line) -> str:
    """Give an example line with what is told beside it, where that decides."""
    beside = [f"harm to {harm.to} by {harm.by}" for harm in line.context.harms]
    beside += [f"need: {line.context.need}"] if line.context.need else []
    beside += [f"baseline: {line.context.baseline}"] if line.context.baseline else []
    beside += [f"today: {line.context.today.isoformat()}"] if line.context.today else []
    return f"{line.text}  ({'; '.join(beside)})" if beside else line.text
