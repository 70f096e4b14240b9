"""`rewriter rewrite`: a first draft, with gaps; and `--ask`, which puts the open questions one by one."""

import sys
from typing import TYPE_CHECKING

import click

from rewriter.errors import InputError
from rewriter.faces.options import Asked, TextCommand, text_options
from rewriter.plan import PlanKind

if TYPE_CHECKING:
    from rewriter.answer import Gap, Rewrite

_EPILOG = """\b
Try:
  rewriter rewrite "Mother to attend alcohol support groups"
  rewriter rewrite --ask "Sarah to improve her school attendance this year"
  rewriter rewrite "No more domestic violence" --harm "Dad>Mum"
  rewriter rewrite --file objective.txt --json > draft.json
  rewriter fill draft.json --answer q1="4 days"
"""
_TAKE = "="


@click.command(cls=TextCommand, epilog=_EPILOG)
@click.option("--ask", is_flag=True, help="Ask the open questions one by one and put the answers in.")
@text_options
def rewrite(asked: Asked, ask: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Draft a goal and SMART objectives.

    What the text does not say stands in [brackets], to be agreed with the family; what is changed on purpose is
    listed with its reason. TEXT may also come from --file or standard input (-).
    """
    from rewriter.faces.output import answer_line, show, write_json, write_lines

    if asked.jsonl:
        if ask:
            raise InputError("--ask and --jsonl do not go together")
        return write_lines("rewrite", asked)
    if ask and asked.reads_standard_input:
        raise InputError("--ask needs the text as an argument or with --file; the answers come from the keyboard")
    text = asked.text()
    if asked.as_json and not ask:
        return write_json("rewrite", text, asked, PlanKind.OBJECTIVE)
    from rewriter import pipeline
    from rewriter.faces import consulting
    from rewriter.faces.terminal.rewrite import show_rewrite

    answer = consulting.rewrite(text, asked)
    if ask and answer.gaps:
        answers = _answers(answer, colour=asked.colour)
        answer = pipeline.fill(answer, answers, asked.settings, asked.context) if answers else answer
        click.echo(err=True)
    if asked.as_json:
        from rewriter.wire.outward import rewrite_json

        return answer_line(rewrite_json(answer))
    return show(asked.colour, lambda screen: show_rewrite(screen, answer, asked.settings.labels))


def _answers(answer: "Rewrite", *, colour: bool) -> dict[str, str]:
    """Ask each open question on standard error; an empty answer leaves it open, the end of input all the rest."""
    from rewriter.faces.output import screen_for
    from rewriter.faces.terminal.rewrite import show_gap

    screen = screen_for(colour=colour, on_error=True)
    screen.write(f"{len(answer.gaps)} to agree. Type what was agreed; Enter leaves it open, Ctrl-D all the rest.")
    found: dict[str, str] = {}
    for number, gap in enumerate(answer.gaps, start=1):
        show_gap(screen, number, answer)
        said = _said(gap)
        if said is None:
            break
        if said:
            found[gap.id] = said
    return found


def _said(gap: "Gap") -> str | None:
    """What is typed for a gap, asked again while it cannot stand there, so that no answer given before is lost.

    None at the end of input.
    """
    from rewriter.brackets import unfit
    from rewriter.inputs import from_argument

    while True:
        click.echo("  > ", nl=False, err=True)
        typed = sys.stdin.readline() if sys.stdin is not None else ""
        if not typed:
            return None
        said = from_argument(typed).strip()
        if said == _TAKE:
            said = gap.suggestion
        if not (why := unfit(said)):
            return said
        click.echo(f"  That {why}.", err=True)
