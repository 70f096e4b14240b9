"""From settings to a chat that waits, tries again, gives up and leaves a model alone, by the real client."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from rewriter.chat.connect import MISSING, connect
from rewriter.chat.model_settings import Provider
from rewriter.chat.port import FailureKind, ModelFailure
from rewriter.errors import ConfigurationError
from tests.chat.asks import ASK, settings
from tests.chat.model_server import CANARY_IN, GOOD, ModelServer

CHECKOUT = Path(__file__).resolve().parents[2]


def failing(server: ModelServer, model: str, **more: Any) -> FailureKind:  # noqa: ANN401 - any setting
    with pytest.raises(ModelFailure) as raised:
        asyncio.run(connect(settings(server, model, **more), {}).reply(ASK))
    return raised.value.kind


def test_what_may_pass_is_tried_again_until_it_has(server: ModelServer) -> None:
    """Twice no answer, then one; the client itself does not try again behind our back."""
    server.script = ["broken", "busy", "ok"]
    assert asyncio.run(connect(settings(server), {}).reply(ASK)).text == GOOD
    assert len(server.asked) == 3


@pytest.mark.parametrize("model", ["quota", "unauthorised", "filter-400", "unknown-model"])
def test_what_will_not_pass_is_asked_once(server: ModelServer, model: str) -> None:
    """Nothing is gained by asking again."""
    failing(server, model)
    assert len(server.asked) == 1


def test_a_provider_that_asks_to_wait_too_long_is_not_waited_for(server: ModelServer) -> None:
    """Seven seconds do not fit into three: the failure comes at once."""
    assert failing(server, "busy-7-seconds", timeout=3.0) is FailureKind.BUSY
    assert len(server.asked) == 1


def test_a_model_that_hangs_is_given_up_and_then_left_alone(server: ModelServer) -> None:
    """Each attempt that hangs counts, so that the next do not hang too."""
    chat = connect(settings(server, "hang", attempt_timeout=1.5, breaker_failures=2, retries=0), {})
    kinds = []
    for _ in range(3):
        with pytest.raises(ModelFailure) as raised:
            asyncio.run(chat.reply(ASK))
        kinds.append(raised.value.kind)
    assert kinds == [FailureKind.TIMEOUT, FailureKind.TIMEOUT, FailureKind.PAUSED]
    assert len(server.asked) == 2


def test_many_share_the_places(server: ModelServer) -> None:
    """All are answered, in two loops after one another."""
    chat = connect(settings(server, concurrency=2), {})

    async def many() -> set[str]:
        return {reply.text for reply in await asyncio.gather(*(chat.reply(ASK) for _ in range(9)))}

    assert [asyncio.run(many()), asyncio.run(many())] == [{GOOD}, {GOOD}]


def test_a_full_queue_turns_away(server: ModelServer) -> None:
    """Before anything is sent for it."""
    chat = connect(settings(server, concurrency=1, waiting=0), {})

    async def three() -> list[object]:
        return list(await asyncio.gather(*(chat.reply(ASK) for _ in range(3)), return_exceptions=True))

    answers = asyncio.run(three())
    assert [answer.kind for answer in answers if isinstance(answer, ModelFailure)] == [FailureKind.OVERLOADED] * 2
    assert len(server.asked) == 1


def test_a_listener_hears_the_attempt_that_worked(server: ModelServer) -> None:
    """Through all that stands around the client."""
    server.script = ["busy", "ok"]
    heard: list[str] = []
    asyncio.run(connect(settings(server), {}).reply(ASK, heard.append))
    assert "".join(heard) == GOOD


def test_once_something_was_heard_there_is_no_second_attempt(server: ModelServer) -> None:
    """A stream that breaks off is a failure."""
    heard: list[str] = []
    with pytest.raises(ModelFailure):
        asyncio.run(connect(settings(server, "cut"), {}).reply(ASK, heard.append))
    assert len(server.asked) == 1


def test_text_may_not_go_elsewhere_in_the_open(server: ModelServer) -> None:
    """Said before a key is looked for."""
    with pytest.raises(ConfigurationError, match="https alone"):
        connect(settings(server, base_url="http://models.example/v1", provider=Provider.OPENAI), {})


def test_the_models_name_is_known_through_all_that_stands_around_it(server: ModelServer) -> None:
    """For provenance."""
    assert connect(settings(server, "qwen3:8b"), {}).name == "qwen3:8b"


# ------------------------------------------------------------------------------------------------ in another process
def python(script: str, **environment: str) -> str:
    """Run a script in a Python of its own and give what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=CHECKOUT,
        env={name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        | {"PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_without_the_libraries_it_is_said_what_to_install() -> None:
    """One line to copy, and no traceback of an import."""
    script = """
import sys
sys.modules["langchain_openai"] = None
from rewriter.chat.configuring import configured
from rewriter.chat.connect import connect
from rewriter.errors import ConfigurationError
try:
    connect(configured({"model": "m", "provider": "ollama"}).model, {})
except ConfigurationError as error:
    print(error)
"""
    assert python(script) == MISSING
    assert 'pip install ".[model]" in the checkout' in MISSING


def test_settings_are_read_and_wrapped_without_loading_a_client() -> None:
    """Only `connect` takes the seconds that it needs."""
    script = """
import sys
import rewriter.chat.connect, rewriter.chat.configuring
print(sorted({"openai", "langchain_core", "langchain_openai", "langsmith", "httpx2", "pydantic"} & set(sys.modules)))
"""
    assert python(script) == "[]"


@contextmanager
def tracing_service() -> Iterator[tuple[str, list[bytes]]]:
    """Stand in for the third party that traces are sent to; gives its address and what it was sent."""
    sent: list[bytes] = []

    class Sink(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(404)  # what it can do is not told, so the library takes what is usual

        def do_PATCH(self) -> None:
            self.do_POST()

        def do_POST(self) -> None:
            sent.append(self.rfile.read(int(self.headers["Content-Length"])))
            self._ok(b"{}")

        def _ok(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Sink) as sink:
        thread = threading.Thread(target=sink.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{sink.server_address[1]}", sent
        sink.shutdown()
        thread.join()


TRACED = """
import asyncio, sys
from langchain_core.tracers.langchain import wait_for_all_tracers
{ask}
wait_for_all_tracers()
print("asked")
"""
OURS = """
from rewriter.chat.connect import connect
from tests.chat.asks import ASK
from rewriter.chat.model_settings import ModelSettings, Provider
chat = connect(ModelSettings(Provider.CUSTOM, "ok", "{address}"), dict())
asyncio.run(chat.reply(ASK))
asyncio.run(chat.reply(ASK, lambda piece: None))
"""
PLAIN = """
from langchain_openai import ChatOpenAI
from tests.chat.model_server import CANARY_IN
ChatOpenAI(model="ok", base_url="{address}", api_key="none").invoke(CANARY_IN)
"""


@pytest.mark.parametrize("ask", [OURS, PLAIN], ids=["ours", "the library alone"])
def test_nothing_is_traced_to_a_third_party_even_where_the_environment_asks_for_it(
    server: ModelServer, ask: str
) -> None:
    """With the same variables the library alone sends every text, which shows that they work."""
    with tracing_service() as (address, sent):
        script = TRACED.format(ask=ask.format(address=server.address))
        switches = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2")
        asked = python(
            script,
            **dict.fromkeys(switches, "true"),
            LANGSMITH_ENDPOINT=address,
            LANGCHAIN_ENDPOINT=address,
            LANGSMITH_API_KEY="lsv2_pt_x",
            LANGSMITH_DISABLE_RUN_COMPRESSION="true",
        )
    assert asked == "asked"
    assert bool(sent) is (ask is PLAIN)
    assert any(CANARY_IN.encode() in body for body in sent) is (ask is PLAIN)
