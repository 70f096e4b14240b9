"""`rewriter rules`: the list of rules."""

import click

_EPILOG = """\b
Try:
  rewriter rules
  rewriter explain vague_verb
"""


@click.command(epilog=_EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, one object a rule.")
@click.option("--no-color", is_flag=True, help="No colour; NO_COLOR in the environment does the same.")
def rules(as_json: bool, no_color: bool) -> int:  # noqa: FBT001 - click passes options by name
    """List the rules by the letter they belong to; faults count against a text, advice never does."""
    from rewriter.faces.output import answer_line, show
    from rewriter.rules import RULES

    if as_json:
        from rewriter.wire.catalogue import rule_json

        for rule in RULES:
            answer_line(rule_json(rule))
        return 0
    from rewriter.faces.terminal.manual import show_rules

    return show(not no_color, lambda screen: show_rules(screen, RULES))
