"""The shared word lists, as TOML and text files beside this module, and how to read them."""

import tomllib
from functools import cache

from rewriter.assets import PACKAGE
from rewriter.errors import AssetError
from rewriter.lexicon import phrases

__all__ = ["word_lines", "word_lists"]


@cache
def word_lists(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Read one file of word lists: section -> list's name -> phrases.

    `name` is the file's name without `.toml`. Raises `AssetError` where it is missing or malformed.
    """
    try:
        raw = tomllib.loads((PACKAGE / "words" / f"{name}.toml").read_text("utf-8"))
        return {section: {key: phrases(block) for key, block in lists.items()} for section, lists in raw.items()}
    except (OSError, tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise AssetError(f"the word lists '{name}' cannot be read: {type(error).__name__}") from error


def word_lines(file: str) -> frozenset[str]:
    """Read one file that has a word on each line; `#` starts a line that has none. Raises `AssetError`."""
    try:
        text = (PACKAGE / "words" / file).read_text("utf-8")
    except OSError as error:
        raise AssetError(f"the list '{file}' cannot be read") from error
    return frozenset(line for line in text.split("\n") if not line.startswith("#"))
