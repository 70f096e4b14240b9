"""Where a body does not fit the contract, without a word of what stood there: only fields of ours are named."""

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


def mistakes_in(errors: Sequence[Mapping[str, Any]], *, of_a_batch: bool = False) -> Iterator[tuple[str, str]]:
    """Give each mistake as the place of a field and what is wrong there."""
    for error in errors[:_MOST]:
        place = error["loc"]
        if of_a_batch and len(place) > 1 and place[1] in _VERBS:  # which of its shapes it is, and no field
            place = (place[0], *place[2:])
        yield _place(place, extra=error["type"] == "extra_forbidden"), words_for(error)


def _place(parts: Sequence[str | int], *, extra: bool) -> str:
    known = _known()
    inner = parts[1:]
    if inner and isinstance(inner[0], int) and len(inner) == 1:
        inner = ()  # how far JSON could be read
    named = [str(part) for part in inner[: len(inner) - extra] if isinstance(part, int) or part in known]
    return ".".join([*named, _UNNAMED] if extra else named) or "the body"


@functools.cache
def _known() -> frozenset[str]:
    """The names of all fields that anybody may send."""
    many: TypeAdapter[object] = TypeAdapter(BatchIn)
    return places_in([many.json_schema(), FillIn.model_json_schema()])
