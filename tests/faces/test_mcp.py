"""Tools for an assistant: the same answers as elsewhere, and errors without a word of what was sent."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp_types import Tool
from pydantic import BaseModel

from rewriter.chat.port import Chat
from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.answering import answered
from rewriter.faces.mcp import tools
from rewriter.plan import Context, PlanKind
from rewriter.service import Service
from rewriter.settings import Settings
from rewriter.wire.asked import CheckIn, ObjectiveIn, RewriteIn
from rewriter.wire.outward import line
from tests import said

CHECKOUT = Path(__file__).resolve().parents[2]
GROUPS = "Sarah's mother to attend alcohol support groups"
CANARY = "Quillfeather"
DEBUG = {"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "HTTPX_LOG_LEVEL": "debug", "LANGCHAIN_DEBUG": "true"}


def called(tool: str, told: dict[str, Any], chat: Chat | None = None) -> Any:  # noqa: ANN401 - the protocol's own
    async def call() -> Any:  # noqa: ANN401 - likewise
        async with Client(tools(Service(chat))) as client:
            return await client.call_tool(tool, told)

    return asyncio.run(call())


@pytest.mark.parametrize("verb", ["critique", "rewrite"])
def test_the_answer_is_the_same_as_elsewhere(verb: str) -> None:
    """Structured, in the contract's shape."""
    expected = answered(verb, GROUPS, Context(), Settings(), PlanKind.OBJECTIVE)  # type: ignore[arg-type]
    assert called(verb, {"objective": GROUPS}).structured_content == json.loads(line(expected))


def test_check_takes_who_harms_whom() -> None:
    """From the context, as everywhere."""
    told = {"text": "Mum to keep Dad away", "context": {"harms": [{"to": "Mum", "by": "Dad"}]}}
    assert called("check", told).structured_content["on_victim"] is True


def test_guard_holds_a_rewrite_against_its_original() -> None:
    """So that an assistant can have its own writing checked."""
    told = {"objective": GROUPS, "rewrite": "Sarah's mother goes to Greenfield"}
    assert called("guard", told).structured_content["passes"] is False


def test_a_model_writes_where_there_is_one() -> None:
    """As configured for all faces."""
    right = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{GROUPS} [once a week] for [12 weeks]."))
    assert called("rewrite", {"objective": GROUPS}, ScriptedChat(right)).structured_content["model"] == "used"


@pytest.mark.parametrize(
    ("tool", "told", "why"),
    [
        ("critique", {"objective": " "}, "there is nothing to read"),
        ("critique", {"objective": CANARY * 1000}, "the text has 12,000 characters"),
        ("check", {"text": CANARY, "kind": CANARY}, "kind: is not one of the words"),
        ("rewrite", {"objective": CANARY, "context": {"need": [CANARY]}}, "context.need: must be text"),
        ("check", {"text": [CANARY]}, "text: must be text"),
        (
            "check",
            {"objective": CANARY},
            "text: is missing; a field: is not a field of the contract (check takes id, text",
        ),
        ("critique", {"objective": CANARY, "contex": {"need": CANARY}}, "a field: is not a field of the contract"),
        ("critique", {"objective": CANARY, CANARY: 1}, "a field: is not a field of the contract"),
        ("critique", {"objective": CANARY, "context": {CANARY: 1}}, "context.a field: is not a field of the contract"),
        ("critique", {"objective": CANARY, "context": CANARY}, "context: must be an object"),
        ("guard", {"objective": CANARY, "rewrite": CANARY, "changes": [CANARY]}, "changes.0: must be an object"),
        ("guard", {"objective": CANARY, "rewrite": " "}, "please give a rewrite as text"),
        ("mask", {"text": CANARY}, "there is no such tool; there are critique, check, rewrite, guard"),
    ],
)
def test_what_cannot_be_used_is_told_without_the_text(tool: str, told: dict[str, Any], why: str) -> None:
    """In our own words."""
    answer = called(tool, told)
    assert answer.is_error
    assert why in answer.content[0].text
    assert CANARY not in answer.content[0].text


def test_a_context_in_text_is_read_as_well() -> None:
    """Some assistants send what is in an object as text with JSON in it."""
    told = {"text": "Mum to keep Dad away", "context": '{"harms": [{"to": "Mum", "by": "Dad"}]}'}
    assert called("check", told).structured_content["on_victim"] is True


def test_the_tools_say_what_the_contract_takes_and_gives() -> None:
    """The same schemas as over HTTP: each field of a context is named, and no other is taken."""

    async def ask() -> list[Tool]:
        async with Client(tools(Service())) as client:
            return (await client.list_tools()).tools

    offered = {tool.name: tool for tool in asyncio.run(ask())}
    taken: dict[str, type[BaseModel]] = {
        "critique": ObjectiveIn,
        "check": CheckIn,
        "rewrite": ObjectiveIn,
        "guard": RewriteIn,
    }
    assert {name: tool.input_schema for name, tool in offered.items()} == {
        name: shape.model_json_schema() for name, shape in taken.items()
    }
    for tool in offered.values():
        context = tool.input_schema["$defs"]["ContextIn"]
        assert {"need", "harms", "people"} <= set(context["properties"])
        assert tool.input_schema["additionalProperties"] is context["additionalProperties"] is False
        assert tool.output_schema is not None
        assert tool.output_schema["additionalProperties"] is False


def test_a_fault_of_ours_tells_its_name_alone() -> None:
    """Its words may hold anything."""
    with mock.patch("rewriter.pipeline.critique", side_effect=ValueError(CANARY)):
        answer = called("critique", {"objective": CANARY})
    assert answer.content[0].text.endswith("internal error (ValueError); please report it")


def test_the_command_speaks_and_logs_nothing(tmp_path: Path) -> None:
    """As an assistant starts it; on standard error there is no word of a text."""
    home = tmp_path / "home"
    home.mkdir()

    async def call(heard: Path) -> Any:  # noqa: ANN401 - the protocol's own
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"} | DEBUG
        env |= dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME"), str(home))
        command = StdioServerParameters(command=sys.executable, args=["-m", "rewriter", "mcp"], env=env)
        with heard.open("w", encoding="utf-8") as errors:
            async with Client(stdio_client(command, errlog=errors)) as client:
                names = [tool.name for tool in (await client.list_tools()).tools]
                answer = await client.call_tool("critique", {"objective": f"{CANARY} to ring the GP"})
                refused = await client.call_tool("critique", {"objective": [CANARY]})
                told = {"objective": f"{CANARY} to ring the GP", "context": {"names": [CANARY], "need": CANARY}}
                await client.call_tool("rewrite", told)
                await client.call_tool("check", {"text": f"{CANARY} to keep Dad away", "kind": CANARY})
                await client.call_tool("guard", {**told, "rewrite": f"{CANARY} will ring [when]."})
                return names, answer.structured_content["objective"], refused.content

    heard = tmp_path / "errors"
    names, objective, refused = asyncio.run(call(heard))
    assert names == ["critique", "check", "rewrite", "guard"]
    assert objective == f"{CANARY} to ring the GP"
    assert [part.text for part in refused] == ["objective: must be text (critique takes id, objective, context)"]
    assert CANARY not in heard.read_text("utf-8")
    assert not [path for path in home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
