"""What answers behind the routes: a service, on the event loop for short texts and beside it for long ones.

By rules alone a short text takes a few milliseconds, less than to hand it over and back would make up for. A long one
takes up to a third of a second, in which nobody else would be answered; those are worked out in a thread.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from rewriter import pipeline
from rewriter.answer import Rewrite
from rewriter.faces.answering import Verb, answered_by, by_rules, guarded_by
from rewriter.plan import Context, PlanKind
from rewriter.sealed import Sealed
from rewriter.service import Service
from rewriter.settings import Settings
from rewriter.wire import outward
from rewriter.wire.inward import Request

__all__ = ["Served"]

_SHORT = 1_000  # characters that are read on the event loop
_THREADS = 2  # they share one interpreter, so more of them would only wait for each other
_Made = TypeVar("_Made")


class Served:
    """Answers requests with a service. `model` is the name of the model behind it, "" for rules alone."""

    def __init__(self, service: Service, model: str = "") -> None:
        self.service = service
        self.model = model
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="rules")

    @property
    def settings(self) -> Settings:
        """What the council has set for the rules."""
        return self.service.settings

    async def answer(self, verb: Verb, asked: Request, beside: Context | None = None) -> outward.Json:
        """Give the contract's answer to one request. `beside` holds for what it does not say of its context.

        Raises InputError and its kinds where the text cannot be used.
        """
        context = asked.context.to_context(beside) if asked.context else beside or Context()
        if not self.model or verb == "mask":
            work = partial(by_rules, verb, asked, context, self.settings)
            return await self.worked_out(work, len(asked.text) + len(asked.rewrite))
        if verb == "guard":
            answer = await guarded_by(self.service, asked.text, asked.rewrite, context, asked.changes)
        else:
            kind = asked.kind or PlanKind.OBJECTIVE
            answer = await answered_by(self.service, verb, asked.text, context, kind)
        return {**answer, "id": asked.id}

    async def fill(self, rewrite: Rewrite, answers: dict[str, str], context: Context) -> Rewrite:
        """Close gaps of a rewrite and judge it again, by rules alone. Raises InputError."""
        size = sum(len(objective.text) for objective in rewrite.objectives)
        return await self.worked_out(partial(pipeline.fill, rewrite, answers, self.settings, context), size)

    async def worked_out(self, work: Callable[[], _Made], characters: int) -> _Made:
        """Do some work of the rules on so many characters: here, or beside the event loop where it would take long."""
        if characters <= _SHORT:
            return work()
        loop = asyncio.get_running_loop()
        return (await loop.run_in_executor(self._threads, Sealed.by, work)).open()

    def warm_up(self) -> None:
        """Load the rules and all else that the first answer would wait for."""
        pipeline.rewrite("Sarah to improve her school attendance this year", settings=self.settings)

    def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
