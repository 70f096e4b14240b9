"""The product as tools for an assistant, over the Model Context Protocol: critique, check, rewrite and guard.

The same shapes and answers as elsewhere. What an assistant sends stays here, but for what a configured model is asked;
no error that comes back or is logged repeats it.
"""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)
from pydantic import BaseModel, ValidationError

from rewriter.errors import InputError, RewriterError
from rewriter.faces.answering import Verb, answered_by, guarded_by
from rewriter.faces.unfit import mistakes_in
from rewriter.plan import Context, PlanKind
from rewriter.service import Service
from rewriter.version import VERSION
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, GuardAnswer, RewriteAnswer
from rewriter.wire.asked import CheckIn, ObjectiveIn, RewriteIn
from rewriter.wire.inward import Request, parsed
from rewriter.wire.outward import Json, line

__all__ = ["serve", "tools"]

_INSTRUCTIONS = """\
Tools for objectives in UK social-care plans. Every answer is a draft for a person to decide. What stands in [brackets]
is to be agreed with the family: put the questions to the user, and never fill a bracket in yourself. Show a
safety_notice before anything else. Before you show a rewrite of your own, hold it against the original with guard.

context, where anything is known: {"need", "baseline", "people": [{"name", "role"}], "harms": [{"to", "by", "what"}],
"today": "2026-09-07", "review_date", "names": []}. Never guess who harms whom.
"""
_LOOKING = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_AS_TEXT = frozenset({"context", "changes"})  # some assistants send what is in them as text with JSON in it


class _Offered(NamedTuple):
    """A tool: what it does, what it takes and what it gives."""

    verb: Verb
    does: str
    takes: type[ObjectiveIn] | type[CheckIn] | type[RewriteIn]
    gives: type[BaseModel]


_OFFERED: Mapping[str, _Offered] = {
    offered.verb: offered
    for offered in (
        _Offered(
            "critique",
            "Judge one objective, goal or short plan against SMART, letter by letter, with reasons and questions.",
            ObjectiveIn,
            CritiqueAnswer,
        ),
        _Offered(
            "check",
            "Say whether a text makes somebody harmed responsible for the harm. kind: objective, goal or plan.",
            CheckIn,
            CheckAnswer,
        ),
        _Offered(
            "rewrite",
            "Draft a goal and SMART objectives, with what is to be agreed in [brackets] and the question for each.",
            ObjectiveIn,
            RewriteAnswer,
        ),
        _Offered(
            "guard",
            "Hold a rewrite made anywhere, also by you, against its original: what it invents, changes or drops.",
            RewriteIn,
            GuardAnswer,
        ),
    )
}


def tools(service: Service) -> Server:
    """Give a server whose tools ask a service."""

    async def listed(_: ServerRequestContext, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[_described(offered) for offered in _OFFERED.values()])

    async def called(_: ServerRequestContext, call: CallToolRequestParams) -> CallToolResult:
        offered = _OFFERED.get(call.name)
        if offered is None:
            return _refused(f"there is no such tool; there are {', '.join(_OFFERED)}")
        try:
            made = await _answer(service, offered.verb, _asked(offered, call.arguments or {}))
        except RewriterError as error:
            return _refused(str(error))
        except Exception as error:  # noqa: BLE001 - its words may hold what was sent
            return _refused(f"internal error ({type(error).__name__}); please report it")
        return CallToolResult(content=[TextContent(type="text", text=line(made).decode())], structured_content=made)

    return Server(
        "smart-objective-rewriter",
        version=VERSION,
        instructions=_INSTRUCTIONS,
        on_list_tools=listed,
        on_call_tool=called,
    )


def serve(service: Service) -> None:
    """Offer the tools over standard input and output until it is closed."""
    logging.basicConfig(level=logging.CRITICAL)  # what a library logs may hold what was sent
    server = tools(service)

    async def answering() -> None:
        async with stdio_server() as (told, tell):
            await server.run(told, tell, server.create_initialization_options())

    asyncio.run(answering())


def _described(offered: _Offered) -> Tool:
    return Tool(
        name=offered.verb,
        description=offered.does,
        input_schema=offered.takes.model_json_schema(),
        output_schema=offered.gives.model_json_schema(),
        annotations=_LOOKING,
    )


def _asked(offered: _Offered, told: Mapping[str, Any]) -> Request:
    """Read what a tool was called with. Raises InputError that names the contract's fields and nothing else."""
    try:
        return offered.takes.model_validate(
            {name: _unwrapped(name, value) for name, value in told.items()}
        ).to_request()
    except ValidationError as error:
        listed = error.errors(include_url=False, include_context=False, include_input=False)
        found = "; ".join(f"{field}: {why}" for field, why in mistakes_in(listed, "the arguments"))
        raise InputError(f"{found} ({offered.verb} takes {', '.join(offered.takes.model_fields)})") from None


def _unwrapped(name: str, value: object) -> object:
    if name in _AS_TEXT and isinstance(value, str):
        with suppress(InputError):
            return parsed(value)
    return value


async def _answer(service: Service, verb: Verb, asked: Request) -> Json:
    context = asked.context.to_context() if asked.context else Context()
    if verb == "guard":
        made = await guarded_by(service, asked.text, asked.rewrite, context, asked.changes)
    else:
        made = await answered_by(service, verb, asked.text, context, asked.kind or PlanKind.OBJECTIVE)
    return {**made, "id": asked.id}


def _refused(why: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=why)], is_error=True)
