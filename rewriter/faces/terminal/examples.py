"""The worked examples on a screen: the list, one before and after, and our own draft of each."""

from collections.abc import Iterable, Mapping, Sequence

from rich.text import Text

from rewriter.answer import Rewrite
from rewriter.faces.terminal.rewrite import show_rewrite
from rewriter.faces.terminal.screen import STYLES, Screen
from rewriter.faces.wording import VERDICT_WORDS
from rewriter.fewshot import Example
from rewriter.smart import Criterion, Verdict

__all__ = ["show_drafts", "show_example", "show_list"]


def show_list(screen: Screen, examples: Sequence[Example]) -> None:
    """Write the examples' ids, titles and sources."""
    screen.write(f"{len(examples)} worked examples of the guidance. Show one: rewriter examples {examples[0].id}")
    screen.blank()
    widest = max(len(example.id) for example in examples)
    for example in examples:
        lead = Text.assemble("  ", (f"{example.id:<{widest}}", "bold"), "  ")
        if screen.width - lead.cell_len < 30:
            screen.write(lead)
            lead = Text("    ")
        screen.write(example.title, lead)
        screen.write(example.source.place, " " * lead.cell_len, style="dim")


def show_example(screen: Screen, example: Example, labels: Mapping[Criterion, str]) -> None:
    """Write one example: before, the verdicts, the guidance's after (quoted) and ours with its gaps."""
    screen.write(Text(example.title, "bold"))
    screen.heading("Before")
    screen.write(example.before, "  ")
    screen.heading("How it does")
    widest = max(len(label) for label in labels.values())
    for criterion in Criterion:
        given = getattr(example.verdicts, criterion.value)
        if given.verdict is None:
            screen.write(f"{labels[criterion]:<{widest}}  not judged by the guidance", "    ", style="dim")
            continue
        verdict = Verdict(given.verdict)
        head = Text.assemble("  ", (f"{screen.sign(verdict)} ", STYLES[verdict]), f"{labels[criterion]:<{widest}}  ")
        head.append(f"{VERDICT_WORDS[verdict]:<7}", STYLES[verdict])
        head.append("  ")
        screen.write(given.reason, head)
        if given.guidance_says:
            screen.write(f"The guidance: \u201c{given.guidance_says}\u201d", " " * head.cell_len, style="dim")
    screen.heading("After, in the guidance's own words")
    for quoted in example.guidance_after.goals:
        screen.write(f"\u201c{quoted}\u201d", "  Goal: ")
    _numbered(screen, [f"\u201c{objective}\u201d" for objective in example.guidance_after.objectives])
    screen.write(example.guidance_after.attribution, "  ", style="dim")
    screen.heading("After, with what is to be agreed in brackets")
    for goal in example.our_after.goals:
        screen.write(goal.text, "  Goal: ")
        if goal.need:
            screen.write(goal.need, "  Need: ")
    _numbered(screen, [objective.text for objective in example.our_after.objectives])
    if example.our_after.gaps:
        screen.heading("To agree")
        _numbered(screen, [gap.question for gap in example.our_after.gaps])
    screen.heading("For whoever teaches it")
    screen.write(example.teaching_note, "  ")
    screen.blank()
    screen.write(f"Source: {example.source.document}, {example.source.place}", style="dim")


def show_drafts(screen: Screen, drafts: Iterable[tuple[Example, Rewrite]], labels: Mapping[Criterion, str]) -> None:
    """Write our own draft of each example, one after the other."""
    for number, (example, draft) in enumerate(drafts):
        if number:
            screen.blank()
            screen.blank()
        screen.rule(f"{example.title} ({example.id})")
        show_rewrite(screen, draft, labels)


def _numbered(screen: Screen, items: Sequence[str]) -> None:
    for number, item in enumerate(items, start=1):
        screen.write(item, f"  {number}. ")
