"""A masked text on a screen: what would leave, and beside each token the words that stay."""

from rich.text import Text

from rewriter.faces.terminal.screen import Screen, plain
from rewriter.masking.masking import Masked

__all__ = ["show_masked"]


def show_masked(screen: Screen, text: str, answer: Masked) -> None:
    """Write what would leave, then what each token stands for, which does not."""
    screen.heading("This is what would leave")
    screen.write(Text(plain(answer.masked)), "  ")
    shown = {token.token: text[token.start : token.end] for token in answer.tokens}
    if shown:
        screen.heading("This stays here")
        for token, words in shown.items():
            screen.write(Text.assemble((token, "bold"), f"  {plain(words)}"), f"  {screen.bullet} ")
    if answer.suspects:
        screen.heading("This looks unmasked: please look again")
        for one in answer.suspects:
            screen.write(Text(f"{plain(answer.masked[one.start : one.end])}: {one.why}"), f"  {screen.bullet} ")
    screen.blank()
    screen.write("Masking reduces what identifies somebody; it does not remove it. Nothing was sent.", style="dim")
