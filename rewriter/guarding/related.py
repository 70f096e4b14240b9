"""Words of nearly one meaning: buy and purchase, fall and drop, warn and alert.

Source: WordNet 3.0, as `words/related.txt` has it, which names its licence.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from rewriter.errors import AssetError
from rewriter.guarding.alike import stem

__all__ = ["senses_of"]


@cache
def _senses() -> Mapping[str, Sequence[int]]:
    """The numbers of the lines on which each base form stands."""
    try:
        text = resources.files("rewriter.words").joinpath("related.txt").read_text("utf-8")
    except OSError as error:
        raise AssetError("the list of related words cannot be read") from error
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n")):
        for base in line.split() if not line.startswith("#") else ():
            found.setdefault(base, []).append(number)
    return found


def senses_of(keys: Iterable[str]) -> frozenset[int]:
    """Give the senses that some words can have: two words that share one say nearly the same.

    Takes words as they are looked up, in any form. Raises AssetError where the list is missing.
    """
    senses = _senses()
    return frozenset(number for key in keys for number in senses.get(stem(key), ()))
