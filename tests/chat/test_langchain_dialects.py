"""How the shape of the reply is asked for of a server that knows it, and told to one that does not."""

import asyncio
import json

import pytest

from rewriter.chat.langchain_chat import LangChainChat
from rewriter.chat.model_settings import Dialect
from rewriter.chat.port import Ask
from tests.chat.asks import ASK, SCHEMA, settings
from tests.chat.model_server import ModelServer
from tests.chat.real_client import ask


def test_the_schema_goes_beside_json_object_where_the_server_wants_it_there(server: ModelServer) -> None:
    """llama-cpp-python's server knows a schema only so."""
    ask(server, "ok", structured=Dialect.JSON_OBJECT_SCHEMA)
    assert server.asked[0].body["response_format"] == {"type": "json_object", "schema": SCHEMA.body}


@pytest.mark.parametrize("dialect", [Dialect.JSON_OBJECT, Dialect.NONE])
def test_the_schema_is_told_where_it_cannot_be_asked_for(server: ModelServer, dialect: Dialect) -> None:
    """In the last system message, so that what changes still comes last."""
    ask(server, "ok", structured=dialect)
    body = server.asked[0].body
    system, user = body["messages"]
    assert system["content"].startswith("Judge the objective.")
    assert json.loads(system["content"][system["content"].index("{") :]) == SCHEMA.body
    assert user["content"] == ASK.messages[1].text
    assert body.get("response_format") == ({"type": "json_object"} if dialect is Dialect.JSON_OBJECT else None)


def test_the_schema_makes_a_system_message_where_there_is_none(server: ModelServer) -> None:
    """An ask of one user's message still says what shape is wanted."""
    chat = LangChainChat(settings(server, structured=Dialect.NONE))
    asyncio.run(chat.reply(Ask(ASK.messages[1:], SCHEMA)))
    assert [message["role"] for message in server.asked[0].body["messages"]] == ["system", "user"]
