"""A masked text on a screen: what would leave, told beside it too, and beside each token the words that stay."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from rewriter.faces.terminal.screen import Screen, plain
from rewriter.outgoing import Leaving
from rewriter.plan import Context

__all__ = ["show_leaving"]


def show_leaving(screen: Screen, sent: Leaving, suspects: Sequence[tuple[str, str]], left_out: str) -> None:
    """Write what would leave, then what each token stands for, which does not.

    `suspects` are (words that would leave, why they look unmasked); `left_out` says which words never leave.
    """
    screen.heading("This is what would leave")
    screen.write(Text(plain(sent.text) or "nothing: the text is an order to a tool"), "  ")
    beside = list(_beside(sent.context))
    if beside:
        screen.heading("And beside it")
        for what, words in beside:
            screen.write(Text.assemble((what, "bold"), f": {plain(words)}"), f"  {screen.bullet} ")
    if sent.tokens:
        screen.heading("This stays here")
        for token, words in sent.tokens:
            screen.write(Text.assemble((token, "bold"), f"  {plain(words)}"), f"  {screen.bullet} ")
    if left_out:
        screen.blank()
        screen.write(Text(f"{plain(left_out)}."), "  ")
    if suspects:
        screen.heading("This looks unmasked: please look again")
        for words, why in suspects:
            screen.write(Text(f"{plain(words)}: {why}"), f"  {screen.bullet} ")
    screen.blank()
    screen.write("Masking reduces what identifies somebody; it does not remove it. Nothing was sent.", style="dim")


def _beside(context: Context) -> Iterator[tuple[str, str]]:
    if context.need:
        yield "need", context.need
    if context.baseline:
        yield "baseline", context.baseline
    for person in context.people:
        yield "person", f"{person.name}, {person.role}" if person.role else person.name
    for harm in context.harms:
        yield "harm", f"{harm.by} to {harm.to}{f': {harm.what}' if harm.what else ''}"
    if context.names:
        yield "names", ", ".join(context.names)
    for what, day in (("today", context.today), ("review", context.review_date)):
        if day is not None:
            yield what, day.isoformat()
