"""`rewriter check`: who is made responsible for harm in a text."""

import click

from rewriter.faces.options import Asked, TextCommand, text_options
from rewriter.plan import PlanKind

_EPILOG = """\b
Try:
  rewriter check "Mum to ensure there are no more incidents" --harm "Dad>Mum"
  rewriter check "For the children to be safe" --kind goal
  rewriter check --file plan.txt --kind plan --json
"""


@click.command(cls=TextCommand, epilog=_EPILOG)
@click.option(
    "--kind",
    default=PlanKind.OBJECTIVE.value,
    metavar="KIND",
    show_default=True,
    help="What the text is: objective, goal or plan.",
)
@text_options
def check(asked: Asked, kind: str) -> int:
    """Say whether a text makes somebody harmed responsible for the harm.

    It looks at who does what to whom, as told by --harm or by the text itself, and never at anyone's gender. TEXT may
    also come from --file or standard input (-).
    """
    from rewriter.errors import InputError
    from rewriter.faces.output import show, write_json, write_lines

    if kind not in tuple(PlanKind):
        raise InputError(f"--kind must be one of {', '.join(PlanKind)}")
    kind_of_text = PlanKind(kind)
    if asked.jsonl:
        return write_lines("check", asked, kind_of_text)
    text = asked.text()
    if asked.as_json:
        return write_json("check", text, asked, kind_of_text)
    from rewriter.faces import consulting
    from rewriter.faces.terminal.critique import show_check

    found = consulting.check(text, asked, kind_of_text)
    return show(asked.colour, lambda screen: show_check(screen, text, found.labels, found.notice, found.provenance))
