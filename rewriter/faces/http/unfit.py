"""Where a body does not fit the contract, without a word of what stood there: only fields of ours are named."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from rewriter.wire.asked import BatchIn, FillIn
from rewriter.wire.mistakes import places_in, words_for

__all__ = ["mistakes_in"]

_MOST = 20  # mistakes that are listed
_UNNAMED = "a field"


def mistakes_in(errors: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Give each mistake as the place of a field and what is wrong there."""
    for error in errors[:_MOST]:
        yield _place(error["loc"], extra=error["type"] == "extra_forbidden"), words_for(error)


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
