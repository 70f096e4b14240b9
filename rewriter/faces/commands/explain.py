"""`rewriter explain`: one rule's page."""

import difflib

import click

from rewriter.errors import ConfigurationError

_EPILOG = """\b
Try:
  rewriter explain vague_verb
  rewriter explain responsibility_on_victim
"""


@click.command(epilog=_EPILOG)
@click.argument("name", metavar="RULE")
@click.option("--no-color", is_flag=True, help="No colour; NO_COLOR in the environment does the same.")
def explain(name: str, no_color: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Show one rule's page: what it flags and why, what to write and ask instead, when it is wrong, its source."""
    from rewriter.faces.output import show
    from rewriter.faces.terminal.manual import show_rule
    from rewriter.rules import RULES

    by_id = {rule.id: rule for rule in RULES}
    wanted = name.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted not in by_id:
        near = difflib.get_close_matches(wanted[:60], by_id, n=1, cutoff=0.5)
        raise ConfigurationError(f"no such rule; {f'did you mean {near[0]}?' if near else 'rewriter rules lists them'}")
    return show(not no_color, lambda screen: show_rule(screen, by_id[wanted]))
