"""The JSON schema of a reply's shape, in the form that every strict mode accepts.

References are written out, since some providers refuse a reference with a description beside it; titles and defaults
go; every object lists all its fields as required and takes no other. The result is the same bytes each time, because
providers that cache a prompt count the schema as part of its beginning.
"""

import functools
from typing import Any

from pydantic import BaseModel

from rewriter.chat.port import Schema

__all__ = ["schema_of"]


@functools.cache
def schema_of(shape: type[BaseModel], name: str) -> Schema:
    """Give the schema of a shape under a name. Raises TypeError where the shape has an optional field."""
    whole = shape.model_json_schema(by_alias=True)
    return Schema(name, _strict(whole, whole.get("$defs", {})))


def _strict(part: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in part:
        beside = {key: value for key, value in part.items() if key != "$ref"}
        return {**_strict(definitions[part["$ref"].rpartition("/")[2]], definitions), **beside}
    kept = {key: value for key, value in part.items() if key not in {"title", "$defs"}}
    if "default" in kept:
        raise TypeError("a field of a reply may not have a default: some providers refuse it")
    if "items" in kept:
        kept["items"] = _strict(kept["items"], definitions)
    if "properties" in kept:
        fields = {name: _strict(field, definitions) for name, field in kept["properties"].items()}
        kept |= {"properties": fields, "required": list(fields), "additionalProperties": False}
    return kept
