"""Where what was sent does not fit the contract, without a word of what stood there: only fields of ours are named."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import TypeAdapter

from rewriter.faces.answering import Verb
from rewriter.wire.asked import BatchIn, FillIn
from rewriter.wire.mistakes import places_in, words_for

__all__ = ["mistakes_in"]

_MOST = 20  # mistakes that are listed
_UNNAMED = "a field"
_VERBS = frozenset(get_args(Verb))


def mistakes_in(
    errors: Sequence[Mapping[str, Any]], whole: str = "the body", *, of_a_batch: bool = False
) -> Iterator[tuple[str, str]]:
    """Give each mistake that pydantic lists as the place of a field and what is wrong there.

    `whole` is what to call all that was sent. With `of_a_batch` the places may begin with which of its shapes it is.
    """
    for error in errors[:_MOST]:
        place = error["loc"]
        if of_a_batch and place and place[0] in _VERBS:
            place = place[1:]
        yield _place(place, extra=error["type"] == "extra_forbidden") or whole, words_for(error)


def _place(parts: Sequence[str | int], *, extra: bool) -> str:
    known = _known()
    named = [str(part) for part in parts[: len(parts) - extra] if isinstance(part, int) or part in known]
    return ".".join([*named, _UNNAMED] if extra else named)


@functools.cache
def _known() -> frozenset[str]:
    """The names of all fields that anybody may send."""
    many: TypeAdapter[object] = TypeAdapter(BatchIn)
    return places_in([many.json_schema(), FillIn.model_json_schema()])
