"""Whether a reply repeats its instructions at length: a text that told the model to print them would have it shown."""

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from rewriter import fewshot

__all__ = ["repeats"]

_RUN = 25  # words in a row; what a model takes from a worked example is shorter


def repeats(reply: BaseModel, instructions: str) -> bool:
    """Whether any one text of a reply has so many words in a row of the instructions.

    The worked examples do not count: an answer to the text of one may be the one that was taught.
    """
    known = _runs_of(instructions)
    return any(not known.isdisjoint(_runs(words)) for words in _texts(reply.model_dump()))


@lru_cache(maxsize=8)
def _runs_of(instructions: str) -> frozenset[int]:
    taught = (words for example in fewshot.load() for words in _texts(example.model_dump()))
    return frozenset(_runs(instructions)).difference(*map(_runs, taught))


def _runs(text: str) -> Iterator[int]:
    words = text.lower().split()
    return (hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)
