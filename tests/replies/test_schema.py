"""The schema of every reply is one that all strict modes accept, and the same bytes each time."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel

from rewriter.replies.schema import schema_of
from rewriter.replies.shapes import SHAPES, Shape

ALLOWED = {"type", "properties", "required", "additionalProperties", "items", "enum", "description"}


def parts_of(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield schema
    for field in schema.get("properties", {}).values():
        yield from parts_of(field)
    if "items" in schema:
        yield from parts_of(schema["items"])


@pytest.mark.parametrize("name", SHAPES)
def test_only_keywords_that_every_strict_mode_knows_are_used(name: Shape) -> None:
    """No reference, default, length, pattern or union, each of which some provider refuses."""
    used = {key for part in parts_of(schema_of(SHAPES[name], name).body) for key in part}
    assert used <= ALLOWED


@pytest.mark.parametrize("name", SHAPES)
def test_every_object_requires_all_its_fields_and_takes_no_other(name: Shape) -> None:
    """Strict modes demand both."""
    objects = [part for part in parts_of(schema_of(SHAPES[name], name).body) if part.get("type") == "object"]
    assert objects
    assert all(part["required"] == list(part["properties"]) for part in objects)
    assert all(part["additionalProperties"] is False for part in objects)


@pytest.mark.parametrize("name", SHAPES)
def test_a_schema_is_the_same_bytes_each_time(name: Shape) -> None:
    """Providers count it as part of the prompt that they keep."""
    schema_of.cache_clear()
    first = json.dumps(schema_of(SHAPES[name], name).body)
    schema_of.cache_clear()
    assert json.dumps(schema_of(SHAPES[name], name).body) == first


def test_the_critique_stands_before_the_draft() -> None:
    """So that judgements can be shown while the draft is being written."""
    assert list(schema_of(SHAPES["rewrite"], "rewrite").body["properties"]) == ["critique", "draft"]  # type: ignore[call-overload]


def test_a_shape_with_a_default_is_refused() -> None:
    """A provider might refuse it, and another leave the field out."""

    class Loose(BaseModel):
        said: str = ""

    with pytest.raises(TypeError, match="default"):
        schema_of(Loose, "loose")
