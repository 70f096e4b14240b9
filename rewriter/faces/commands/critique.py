"""`rewriter critique`: judge an objective against SMART."""

import click

from rewriter.faces.options import Asked, TextCommand, text_options
from rewriter.plan import PlanKind

_EPILOG = """\b
Try:
  rewriter critique "Mother to attend alcohol support groups"
  rewriter critique "Sarah to be at school daily" --baseline "2 days a week"
  rewriter critique "Mum to keep Darren out" --harm "Darren>Mum"
  rewriter critique --file objective.txt --json
  rewriter critique --jsonl objectives.jsonl > critiques.jsonl
"""


@click.command(cls=TextCommand, epilog=_EPILOG)
@text_options
def critique(asked: Asked) -> int:
    """Judge an objective, goal or short plan against SMART, letter by letter.

    Each letter is met, partly, not met or unclear, with the reason, the words it rests on, where the guidance says
    so, and the one question to ask next. TEXT may also come from --file or standard input (-).
    """
    from rewriter.faces.output import show, write_json, write_lines

    if asked.jsonl:
        return write_lines("critique", asked)
    text = asked.text()
    if asked.as_json:
        return write_json("critique", text, asked, PlanKind.OBJECTIVE)
    from rewriter.faces import consulting
    from rewriter.faces.terminal.critique import show_critique

    answer = consulting.critique(text, asked)
    return show(asked.colour, lambda screen: show_critique(screen, answer, asked.settings.labels))
