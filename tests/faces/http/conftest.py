"""The service inside the test: an application that is asked without a network, and what it logged."""

import asyncio
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest

from rewriter.chat.port import Chat
from rewriter.faces.http.app import application
from rewriter.faces.http.logs import log_to
from rewriter.faces.http.served import Served
from rewriter.faces.http.serving import Serving
from rewriter.service import Service
from rewriter.settings import Settings


@dataclass
class Asking:
    """An application to ask. `log` is all that it has logged."""

    chat: Chat | None = None
    serving: Serving = field(default_factory=Serving)
    settings: Settings = field(default_factory=Settings)
    peer: str = "127.0.0.1"
    base: str = "http://127.0.0.1:8000"

    def __post_init__(self) -> None:
        """Make the application."""
        self._log = io.StringIO()
        served = Served(Service(self.chat, self.settings, seconds=5), self.chat.name if self.chat else "")
        self.app = application(served, self.serving, model_seconds=5, log=log_to(self._log))

    @property
    def log(self) -> str:
        """All that was logged."""
        return self._log.getvalue()

    @property
    def logged(self) -> list[dict[str, Any]]:
        """The same, line by line."""
        return [json.loads(line) for line in self.log.splitlines()]

    def client(self) -> httpx2.AsyncClient:
        """Give a client of the application, to be closed."""
        return httpx2.AsyncClient(
            transport=httpx2.ASGITransport(self.app, client=(self.peer, 50_000)), base_url=self.base, timeout=60
        )

    def ask(self, method: str, path: str, **sent: Any) -> httpx2.Response:  # noqa: ANN401 - what the client takes
        """Ask once."""

        async def once() -> httpx2.Response:
            async with self.client() as client:
                return await client.request(method, path, **sent)

        return asyncio.run(once())

    def post(self, path: str, body: object, headers: Mapping[str, str] | None = None) -> httpx2.Response:
        """Send some JSON."""
        return self.ask("POST", path, json=body, headers=dict(headers or {}))


Serve = Callable[..., Asking]


@pytest.fixture
def serve() -> Serve:
    """Make an application to ask."""
    return Asking


@pytest.fixture
def rules() -> Asking:
    """An application with rules alone, for this machine."""
    return Asking()
