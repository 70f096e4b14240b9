"""The real client asked as a test wants it, with any setting."""

import asyncio
from typing import Any

import pytest

from rewriter.chat.langchain_chat import LangChainChat
from rewriter.chat.port import Heard, ModelFailure, Reply
from tests.chat.asks import ASK, settings
from tests.chat.model_server import KEY, ModelServer


def ask(server: ModelServer, model: str, heard: Heard | None = None, **more: Any) -> Reply:  # noqa: ANN401 - any setting
    return asyncio.run(LangChainChat(settings(server, model, **more), KEY).reply(ASK, heard))


def failing(server: ModelServer, model: str, heard: Heard | None = None, **more: Any) -> ModelFailure:  # noqa: ANN401 - any setting
    with pytest.raises(ModelFailure) as raised:
        ask(server, model, heard, **more)
    return raised.value
