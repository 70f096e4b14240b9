"""What is wrong with data that came in, in words that name the field and never repeat what stood in it."""

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["places_in", "words_for"]

# pydantic's words for the commonest mistakes, in ours.
_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of the contract",
    "string_type": "must be text",
    "string_unicode": "holds half a character (a lone surrogate)",
    "string_too_short": "must not be empty",
    "string_too_long": "is too long",
    "string_pattern_mismatch": "must not be empty",
    "too_long": "has too many entries",
    "too_short": "must have at least one entry",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "float_type": "must be a number",
    "tuple_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "dict_type": "must be an object",
    "enum": "is not one of the words that the contract has for it",
    "literal_error": "is not one of the values that the contract has for it",
    "union_tag_invalid": "is not one of the values that the contract has for it",
    "union_tag_not_found": "is missing",
}


def words_for(mistake: Mapping[str, Any]) -> str:
    """Say what is wrong, from one of the errors that pydantic lists."""
    if mistake["type"] == "value_error":  # the contract's own, in words of ours
        return str(mistake["msg"]).removeprefix("Value error, ")
    return _WORDS.get(mistake["type"], "is not as the contract has it")


def places_in(schemas: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Give the names of all fields in some JSON schemas: those that may be named in an answer."""
    found: set[str] = set()
    waiting: list[object] = list(schemas)
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            properties = part.get("properties")
            found |= set(properties) if isinstance(properties, dict) else set()
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return frozenset(found)
