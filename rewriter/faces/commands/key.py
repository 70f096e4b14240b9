"""`rewriter key`: a new key for the service, and what to configure for it."""

import click

from rewriter.errors import InputError

_EPILOG = """\b
Try:
  rewriter key case-system

The key is shown once and kept nowhere. Several stand with commas between them; to revoke one, take it out and start
the service again.
"""


@click.command(epilog=_EPILOG)
@click.argument("name")
def key(name: str) -> int:
    """Make a key for whoever is to ask the service. NAME says whose it is, and stands in the service's logs."""
    from rewriter.faces.http.keys import hash_of, keys_from, new_key

    made = new_key()
    entry = f"{name}={hash_of(made)}"
    try:
        keys_from(entry)
    except ValueError:
        raise InputError("NAME may have letters, digits and . _ - and at most 40 of them") from None
    click.echo(f"The key, for {name}: {made}")
    click.echo(f'For the service:  REWRITER_SERVE_KEYS="{entry}"')
    return 0
