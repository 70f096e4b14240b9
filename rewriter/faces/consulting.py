"""What the commands ask, of the rules alone or of a configured model under the rules, while somebody watches."""

import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from rewriter import pipeline
from rewriter.answer import Change, Critique, Guarded, Rewrite
from rewriter.chat.model_settings import Engine, ModelSettings
from rewriter.faces.answering import Checked, Verb, answered, answered_by, checked, checked_by
from rewriter.faces.model_options import configured_by
from rewriter.plan import PlanKind
from rewriter.sealed import Sealed
from rewriter.wire.outward import Json

if TYPE_CHECKING:
    from rewriter.faces.options import Asked
    from rewriter.service import Service

__all__ = ["check", "consulted", "critique", "guard", "json_answer", "model_for", "rewrite"]

Answer = TypeVar("Answer")


def critique(text: str, asked: "Asked") -> Critique:
    """Judge a text by whatever is configured."""
    model = model_for(asked)
    if model is None:
        return pipeline.critique(text, asked.context, asked.settings)
    return consulted(asked, model, lambda service: service.critique(text, asked.context))


def rewrite(text: str, asked: "Asked") -> Rewrite:
    """Draft from a text by whatever is configured."""
    model = model_for(asked)
    if model is None:
        return pipeline.rewrite(text, asked.context, asked.settings)
    return consulted(asked, model, lambda service: service.rewrite(text, asked.context))


def check(text: str, asked: "Asked", kind: PlanKind) -> Checked:
    """Say who is made responsible in a text, by whatever is configured."""
    model = model_for(asked)
    if model is None:
        return checked(text, asked.context, asked.settings, kind)
    return consulted(asked, model, lambda service: checked_by(service, text, asked.context, kind))


def guard(objective: str, rewrite: str, asked: "Asked", changes: Sequence[Change]) -> Guarded:
    """Hold a rewrite against its original, by whatever is configured."""
    model = model_for(asked)
    if model is None:
        return pipeline.guard(objective, rewrite, asked.context, changes, asked.settings)
    return consulted(asked, model, lambda service: service.guard(objective, rewrite, asked.context, changes))


def json_answer(verb: Verb, text: str, asked: "Asked", kind: PlanKind) -> Json:
    """Give the contract's answer, by whatever is configured."""
    model = model_for(asked)
    if model is None:
        return answered(verb, text, asked.context, asked.settings, kind)
    return consulted(asked, model, lambda service: answered_by(service, verb, text, asked.context, kind))


def model_for(asked: "Asked") -> ModelSettings | None:
    """Give the model that flags, environment and settings name, or None for rules alone. Raises ConfigurationError."""
    told = configured_by(asked.engine, asked.model, asked.settings_file, asked.mask)
    return told.model if told.engine is Engine.MODEL else None


def consulted(asked: "Asked", model: ModelSettings, work: "Callable[[Service], Awaitable[Answer]]") -> Answer:
    """Do some work with a service that has this model behind it. Raises ConfigurationError where it cannot be asked."""
    import asyncio

    from rewriter.wiring import service_with

    service = service_with(model, os.environ, asked.settings)

    with _Waiting(model.model):
        return asyncio.run(Sealed.of(work(service))).open()


class _Waiting:
    """Says on standard error that a model is being asked, where somebody watches, and clears it afterwards."""

    def __init__(self, name: str) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._name = name

    def __enter__(self) -> None:
        if self._shown:
            sys.stderr.write(f"Asking {self._name}; what it writes is checked before it is shown ...")
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
