"""How the shape of an answer is put to a provider: as `response_format`, or as text in the prompt."""

import json

from rewriter.chat.model_settings import Dialect
from rewriter.chat.port import Ask, Message, Role, Schema

__all__ = ["messages_for", "response_format"]

_TOLD = "Answer with one JSON object and nothing before or after it. It must fit this JSON schema:"


def response_format(schema: Schema, dialect: Dialect) -> dict[str, object] | None:
    """Give what a request says about the shape of its answer, or None where it says nothing."""
    if dialect is Dialect.JSON_SCHEMA:
        named = {"name": schema.name, "strict": True, "schema": dict(schema.body)}
        return {"type": "json_schema", "json_schema": named}
    if dialect is Dialect.JSON_OBJECT_SCHEMA:
        return {"type": "json_object", "schema": dict(schema.body)}
    return {"type": "json_object"} if dialect is Dialect.JSON_OBJECT else None


def messages_for(ask: Ask, dialect: Dialect) -> tuple[Message, ...]:
    """Give the messages to send: the ask's own, with the schema in the last system message where it must be text.

    The system messages are the static part of an ask, so the schema stays where a provider can cache it.
    """
    if dialect in {Dialect.JSON_SCHEMA, Dialect.JSON_OBJECT_SCHEMA}:
        return ask.messages
    told = f"{_TOLD}\n{json.dumps(dict(ask.schema.body), ensure_ascii=False)}"
    places = [number for number, message in enumerate(ask.messages) if message.role is Role.SYSTEM]
    if not places:
        return (Message(Role.SYSTEM, told), *ask.messages)
    last = places[-1]
    longer = Message(Role.SYSTEM, f"{ask.messages[last].text}\n\n{told}")
    return (*ask.messages[:last], longer, *ask.messages[last + 1 :])
