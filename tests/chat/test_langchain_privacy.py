"""Nothing that is sent or said stands in a log or an error, and nothing goes where it may not."""

import asyncio
import logging
import traceback
from dataclasses import replace

import pytest

from rewriter.chat.langchain_chat import LangChainChat
from rewriter.chat.model_settings import Mask
from rewriter.chat.port import ModelFailure
from rewriter.errors import ConfigurationError
from tests.chat.asks import ASK, settings
from tests.chat.model_server import BEHAVIOURS, CANARY_IN, CANARY_OUT, GOOD, KEY, ModelServer
from tests.chat.real_client import ask


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("model", [name for name in BEHAVIOURS if name not in {"hang", "bad-schema"}])
def test_no_text_and_no_key_in_any_log_or_error(
    server: ModelServer, model: str, streamed: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """Not at the finest level of any logger, nor in an error, what led to it or its traceback."""
    told = ""
    with caplog.at_level(logging.DEBUG):
        for name in ("openai", "httpx2", "httpcore2", "langchain", "langchain_openai", "langsmith", "asyncio"):
            caplog.set_level(logging.DEBUG, name)
        try:
            ask(server, model, (lambda _: None) if streamed else None)
        except ModelFailure as failed:
            told = "".join(traceback.format_exception(failed)) + repr(failed.args)
            told += repr((failed.__cause__, failed.__context__))
    logged = "".join(f"{record.getMessage()} {record.args} {record.exc_text}" for record in caplog.records)
    for secret in (CANARY_IN, CANARY_OUT, KEY, "Judge the objective"):
        assert secret not in logged
        assert secret not in told


def test_an_address_that_is_open_on_the_way_is_refused(server: ModelServer) -> None:
    """Before there is a client at all."""
    with pytest.raises(ConfigurationError, match=r"nothing was sent to models\.example\.org"):
        LangChainChat(settings(server, base_url="http://models.example.org/v1"))


def test_what_was_not_masked_is_never_sent_elsewhere(server: ModelServer) -> None:
    """Whoever asks, and however the chat was made: a message says that it was masked, or stays here."""
    passed_on = LangChainChat(settings(server, "ok:120b-cloud"))
    chat = LangChainChat(settings(server, mask=Mask.ALWAYS))
    for one in (passed_on, chat):
        with pytest.raises(ModelFailure, match="names have to be masked"):
            asyncio.run(one.reply(ASK))
    assert server.asked == []
    assert asyncio.run(chat.reply(replace(ASK, masked=True))).text == GOOD
