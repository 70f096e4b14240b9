"""The product as it is asked in these tests, which says what to do where nothing is recorded for what it asks."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml

from rewriter.answer import Provenance, Rewrite
from rewriter.plan import Context, PlanKind
from rewriter.prompts import version
from rewriter.service import Checked, Service

__all__ = ["Answering"]

_HOW = "tests/recorded/README.md says how to record it with `make record`"
T = TypeVar("T", Rewrite, Checked)


@dataclass(frozen=True, slots=True)
class Answering:
    """Gives answers in which a model had its say; else the test fails and says why."""

    service: Service
    path: Path
    recording: bool

    def rewrite(self, text: str, context: Context) -> Rewrite:
        """Rewrite an objective."""
        return self._answer(self.service.rewrite(text, context))

    def check(self, text: str, context: Context, kind: PlanKind) -> Checked:
        """Check a text for who is made responsible."""
        return self._answer(self.service.check(text, context, kind))

    def _answer(self, answer: Coroutine[Any, Any, T]) -> T:
        given = asyncio.run(answer)
        if given.provenance.fallback:
            pytest.fail(self._missing(given.provenance), pytrace=False)
        return given

    def _missing(self, provenance: Provenance) -> str:
        if self.recording:
            return f"not recorded: {provenance.fallback}"
        if not self.path.exists():
            return f"nothing is recorded here: {self.path.name}; {_HOW}"
        made_for = yaml.safe_load(self.path.read_text("utf-8"))["prompts"]
        if made_for != version():
            return f"stale: {self.path.name} answers prompts {made_for}, and they are {version()} now; {_HOW}"
        return f"stale: {self.path.name} does not hold call {provenance.calls} of what is asked now; {_HOW}"
