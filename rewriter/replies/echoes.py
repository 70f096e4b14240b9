"""Whether a reply repeats its instructions at length: a text that told the model to print them would have it shown."""

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from rewriter import fewshot
from rewriter.replies.texts import texts_in

__all__ = ["repeats"]

_RUN = 25  # words in a row; what a model takes from a worked example is shorter


def repeats(reply: BaseModel, instructions: str) -> bool:
    """Whether any one text of a reply has so many words in a row of the instructions.

    The worked examples do not count: an answer to the text of one may be the one that was taught.
    """
    known = _runs_of(instructions)
    return any(not known.isdisjoint(_runs(words)) for words in texts_in(reply.model_dump()))


@lru_cache(maxsize=8)
def _runs_of(instructions: str) -> frozenset[int]:
    taught = (words for example in fewshot.load() for words in texts_in(example.model_dump()))
    return frozenset(_runs(instructions)).difference(*map(_runs, taught))


def _runs(text: str) -> Iterator[int]:
    words = text.lower().split()
    return (hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
