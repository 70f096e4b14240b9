"""The product as tools for an assistant, over the Model Context Protocol: critique, check, rewrite and guard.

The same answers as elsewhere. What an assistant sends stays here, but for what a configured model is asked; no error
that comes back or is logged repeats it.
"""

from collections.abc import Awaitable, Sequence
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from rewriter.errors import RewriterError
from rewriter.faces.answering import Verb, answered_by, guarded_by
from rewriter.plan import Context, PlanKind
from rewriter.service import Service
from rewriter.version import VERSION
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, GuardAnswer, RewriteAnswer
from rewriter.wire.inward import CheckLine, GuardIn, ObjectiveLine, request_of
from rewriter.wire.outward import Json

__all__ = ["tools"]

_INSTRUCTIONS = """\
Tools for objectives in UK social-care plans. Every answer is a draft for a person to decide. What stands in [brackets]
is to be agreed with the family: put the questions to the user, and never fill a bracket in yourself. Show a
safety_notice before anything else. Before you show a rewrite of your own, hold it against the original with guard.

context, where anything is known: {"need", "baseline", "people": [{"name", "role"}], "harms": [{"to", "by", "what"}],
"today": "2026-09-07", "review_date", "names": []}. Never guess who harms whom.
"""
_LOOKING = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_Told = dict[str, Any] | None


def tools(service: Service) -> MCPServer:
    """Give a server whose tools ask a service."""
    server = MCPServer("smart-objective-rewriter", version=VERSION, instructions=_INSTRUCTIONS, log_level="CRITICAL")

    async def answer(verb: Verb, line: type[ObjectiveLine] | type[CheckLine], told: Json) -> Json:
        asked = request_of(told, line)
        context = asked.context.to_context() if asked.context else Context()
        return await answered_by(service, verb, asked.text, context, asked.kind or PlanKind.OBJECTIVE)

    @server.tool(annotations=_LOOKING)
    async def critique(objective: str, context: _Told = None) -> CritiqueAnswer:
        """Judge one objective, goal or short plan against SMART, letter by letter, with reasons and questions."""
        made = await _answered(answer("critique", ObjectiveLine, {"objective": objective, "context": context}))
        return CritiqueAnswer.model_validate(made)

    @server.tool(annotations=_LOOKING)
    async def check(text: str, kind: str = "objective", context: _Told = None) -> CheckAnswer:
        """Say whether a text makes somebody harmed responsible for the harm. kind: objective, goal or plan."""
        made = await _answered(answer("check", CheckLine, {"text": text, "kind": kind, "context": context}))
        return CheckAnswer.model_validate(made)

    @server.tool(annotations=_LOOKING)
    async def rewrite(objective: str, context: _Told = None) -> RewriteAnswer:
        """Draft a goal and SMART objectives, with what is to be agreed in [brackets] and the question for each."""
        made = await _answered(answer("rewrite", ObjectiveLine, {"objective": objective, "context": context}))
        return RewriteAnswer.model_validate(made)

    @server.tool(annotations=_LOOKING)
    async def guard(
        objective: str, rewrite: str, context: _Told = None, changes: Sequence[dict[str, Any]] = ()
    ) -> GuardAnswer:
        """Hold a rewrite made anywhere, also by you, against its original: what it invents, changes or drops."""

        async def held() -> Json:
            told = {"objective": objective, "rewrite": rewrite, "context": context, "changes": list(changes)}
            asked = request_of(told, GuardIn)
            beside = asked.context.to_context() if asked.context else Context()
            return await guarded_by(service, asked.text, asked.rewrite, beside, asked.changes)

        return GuardAnswer.model_validate(await _answered(held()))

    return server


async def _answered(work: Awaitable[Json]) -> Json:
    """Wait for an answer. Raises ToolError with our own words, or else with the name of the fault alone."""
    try:
        return await work
    except RewriterError as error:
        raise ToolError(str(error).removeprefix("the line: ")) from None
    except Exception as error:  # noqa: BLE001 - its words may hold what was sent
        raise ToolError(f"internal error ({type(error).__name__}); please report it") from None
