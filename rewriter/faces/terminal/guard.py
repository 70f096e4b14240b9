"""What the guard says, on a screen: the rewrite with its faulty words marked, why, and what was dropped."""

from collections.abc import Sequence

from rich.text import Text

from rewriter.answer import Concern, ConcernKind, Guarded
from rewriter.faces.terminal.critique import show_responsibility
from rewriter.faces.terminal.screen import STYLES, Screen, plain
from rewriter.faces.wording import origin
from rewriter.smart import Severity, Verdict

__all__ = ["show_guarded"]

_WORDS = {
    ConcernKind.INVENTED: "invented",
    ConcernKind.CHANGED: "changed",
    ConcernKind.DROPPED: "dropped",
    ConcernKind.RESPONSIBILITY: "responsibility",
    ConcernKind.NOT_SMART: "not SMART",
    ConcernKind.OPEN_ENDED_TIME: "no end in time",
}
_OPEN, _CLOSE = "\u00bb", "\u00ab"  # marks that stand without colour too


def show_guarded(screen: Screen, rewrite: str, answer: Guarded) -> None:
    """Write what the guard says of a rewrite."""
    faults = [concern for concern in answer.concerns if concern.severity is Severity.FAULT]
    verdict = Verdict.MET if answer.passes else Verdict.NOT_MET
    said = "It passes: nothing invented, changed or dropped was found." if answer.passes else _counted(faults)
    screen.write(Text(said, "bold"), Text(f"{screen.sign(verdict)} ", STYLES[verdict]))
    here = [concern for concern in faults if concern.kind is not ConcernKind.DROPPED]
    screen.heading("The rewrite")
    screen.write(_marked(rewrite, here), "  ")
    _show(screen, "What is wrong in it", here)
    _show(screen, "What the original has and the rewrite does not", [c for c in faults if c not in here])
    _show(screen, "Advice", [c for c in answer.concerns if c.severity is Severity.ADVICE])
    show_responsibility(screen, answer.responsibility, rewrite)
    screen.blank()
    screen.write(f"Judged {origin(answer.provenance)} A person decides.", style="dim")


def _counted(faults: Sequence[Concern]) -> str:
    return (
        "It does not pass: one thing to put right." if len(faults) == 1 else f"It does not pass: {len(faults)} things."
    )


def _show(screen: Screen, title: str, concerns: Sequence[Concern]) -> None:
    if not concerns:
        return
    screen.heading(title)
    for concern in concerns:
        words = " ".join(plain(concern.text).split())
        quoted = f"\u201c{words if len(words) < 80 else words[:77] + '...'}\u201d " if words else ""
        line = Text.assemble((_WORDS[concern.kind], "bold"), f": {quoted}{plain(concern.message)}")
        screen.write(line, f"  {screen.bullet} ")


def _marked(text: str, concerns: Sequence[Concern]) -> Text:
    """The text with the words of each concern between marks; where two overlap, they are marked as one."""
    body = Text()
    at = 0
    for start, end in _apart(concerns):
        body.append(plain(text[at:start]))
        body.append(f"{_OPEN}{plain(text[start:end])}{_CLOSE}", STYLES[Verdict.NOT_MET])
        at = end
    body.append(plain(text[at:]))
    return body


def _apart(concerns: Sequence[Concern]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for concern in sorted(concerns, key=lambda concern: (concern.start, concern.end)):
        if places and concern.start < places[-1][1]:
            places[-1] = (places[-1][0], max(places[-1][1], concern.end))
        elif concern.end > concern.start:
            places.append((concern.start, concern.end))
    return places
