"""Reads a reply's text into its shape, or says exactly why it cannot: nothing is taken on a provider's word."""

import json
import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError

__all__ = ["Misfit", "read_reply"]

_FENCE = re.compile(r"\A\s*```[a-zA-Z]*\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_MOST_REASONS = 8
_Shape = TypeVar("_Shape", bound=BaseModel)


class Misfit(ValueError):
    """A reply that does not fit its shape. `reasons` name fields and never repeat what stood in them."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def read_reply(text: str, shape: type[_Shape]) -> _Shape:
    """Read a reply's text into a shape. A fence of back-ticks round the whole is passed over. Raises Misfit."""
    fenced = _FENCE.match(text)
    try:
        return shape.model_validate_json(fenced.group(1) if fenced else text)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
    if found[0]["type"] == "json_invalid":
        raise Misfit((_where_json_ends(text),))
    raise Misfit(
        tuple(f"{'.'.join(str(part) for part in one['loc'])}: {_plain(one['type'])}" for one in found[:_MOST_REASONS])
    )


def _where_json_ends(text: str) -> str:
    if not text.strip():
        return "the answer is empty"
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"not valid JSON from line {error.lineno}, column {error.colno}"
    except (ValueError, RecursionError):
        pass
    return "not valid JSON"


def _plain(kind: str) -> str:
    words = {
        "missing": "is missing",
        "extra_forbidden": "is not a field of the schema",
        "enum": "is not one of the values of the schema",
    }
    return words.get(kind, "is not of the type that the schema has for it")
