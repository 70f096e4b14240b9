"""The real client against a server on this machine: what it sends, what comes back, and many at once."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from rewriter.chat.langchain_chat import LangChainChat
from rewriter.chat.model_settings import Provider
from rewriter.chat.port import Ending, Reply
from tests.chat.asks import ASK, SCHEMA, settings
from tests.chat.model_server import CANARY_IN, GOOD, KEY, ModelServer
from tests.chat.real_client import ask


@pytest.mark.parametrize("streamed", [False, True])
def test_a_reply_comes_with_what_it_used(server: ModelServer, streamed: bool) -> None:
    """Text as received, complete, with the tokens that the provider counted, whether listened to or not."""
    heard: list[str] = []
    reply = ask(server, "ok", heard.append if streamed else None)
    assert reply == Reply(GOOD, Ending.COMPLETE, tokens_in=11, tokens_out=7, tokens_cached=5)
    assert "".join(heard) == (GOOD if streamed else "")
    assert not streamed or len(heard) > 3


@pytest.mark.parametrize("streamed", [False, True])
def test_where_nothing_is_counted_no_count_is_made_up(server: ModelServer, streamed: bool) -> None:
    """A provider without usage gives None, not 0."""
    reply = ask(server, "no-usage", (lambda _: None) if streamed else None)
    assert (reply.text, reply.tokens_in, reply.tokens_out, reply.tokens_cached) == (GOOD, None, None, None)


class _NoThreads(ThreadPoolExecutor):
    def submit(self, *_args: object, **_named: object) -> Any:  # noqa: ANN401 - as the class has it
        raise AssertionError("work was handed to a thread")


def test_an_answer_is_read_where_it_was_asked(server: ModelServer) -> None:
    """No answer is handed to a thread to be read: with many at once they would wait for one another."""

    async def answer() -> Reply:
        chat = LangChainChat(settings(server, "ok"), KEY)
        await chat.reply(ASK)  # its connection may be made with one
        asyncio.get_running_loop().set_default_executor(_NoThreads())
        return await chat.reply(ASK)

    assert asyncio.run(answer()).text == GOOD


def test_what_is_sent(server: ModelServer) -> None:
    """The messages in order, the schema as the strict response format, temperature 0, the key, and no more."""
    ask(server, "ok")
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.body == {
        "model": "ok",
        "stream": False,
        "temperature": 0.0,
        "messages": [
            {"role": "system", "content": "Judge the objective."},
            {"role": "user", "content": f"{CANARY_IN} to engage"},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "critique", "strict": True, "schema": SCHEMA.body},
        },
    }


def test_temperature_is_sent_only_where_given(server: ModelServer) -> None:
    """Some models refuse a request that has one."""
    ask(server, "ok", temperature=None)
    ask(server, "ok", temperature=0.4)
    assert [asked.body.get("temperature") for asked in server.asked] == [None, 0.4]


@pytest.mark.parametrize(
    ("provider", "name"), [(Provider.OLLAMA, "max_tokens"), (Provider.OPENAI, "max_completion_tokens")]
)
def test_the_most_tokens_go_by_the_providers_name_for_them(server: ModelServer, provider: Provider, name: str) -> None:
    """Servers of one's own know the older name, OpenAI only the newer."""
    ask(server, "ok", provider=provider, max_tokens=900)
    sent = server.asked[0].body
    assert {key: value for key, value in sent.items() if key.startswith("max_")} == {name: 900}


def test_without_a_key_none_is_taken_from_elsewhere(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key for another provider that lies in the environment is not sent to this one."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    asyncio.run(LangChainChat(settings(server)).reply(ASK))
    assert KEY not in server.asked[0].headers["authorization"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPENAI_BASE_URL", "http://192.0.2.1/v1"),
        ("OPENAI_API_BASE", "http://192.0.2.1/v1"),
        ("OPENAI_PROXY", "http://192.0.2.1:3128"),
        ("HTTP_PROXY", "http://192.0.2.1:3128"),
        ("ALL_PROXY", "http://192.0.2.1:3128"),
        ("LANGSMITH_GATEWAY", "http://192.0.2.1"),
        ("LC_OUTPUT_VERSION", "v1"),
    ],
)
def test_the_environment_sends_nothing_elsewhere(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """The libraries' own variables for addresses and proxies are not obeyed: only the settings decide."""
    monkeypatch.setenv(name, value)
    assert ask(server, "ok").text == GOOD
    assert len(server.asked) == 1


def test_a_model_is_asked_by_chat_completions_whatever_its_name(server: ModelServer) -> None:
    """The client turns to another interface for some names, which would not carry the schema."""
    server.script = ["ok"]
    ask(server, "gpt-5-pro")
    assert server.asked[0].path == "/v1/chat/completions"


def test_azure_is_asked_in_its_own_way(server: ModelServer) -> None:
    """By deployment and version, with its own header for the key."""
    base_url = server.address.removesuffix("/v1")
    assert ask(server, "ok", provider=Provider.AZURE, base_url=base_url, api_version="2024-10-21").text == GOOD
    (asked,) = server.asked
    assert asked.path == "/openai/deployments/ok/chat/completions?api-version=2024-10-21"
    assert asked.headers["api-key"] == KEY
    assert asked.body["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("model", ["filtered", "refusal"])
def test_azure_too_gives_what_was_filtered_or_refused(server: ModelServer, model: str, streamed: bool) -> None:
    """As endings, not as errors that lose the text."""
    reply = ask(
        server,
        model,
        (lambda _: None) if streamed else None,
        provider=Provider.AZURE,
        base_url=server.address.removesuffix("/v1"),
    )
    assert reply.ending is (Ending.FILTERED if model == "filtered" else Ending.REFUSED)
    assert reply.text


def test_one_chat_serves_two_event_loops_one_after_the_other(server: ModelServer) -> None:
    """As a command that runs the loop twice, or tests; nothing is left open that would be warned about."""
    chat = LangChainChat(settings(server))
    assert [asyncio.run(chat.reply(ASK)).text for _ in range(2)] == [GOOD, GOOD]


def test_one_loop_keeps_its_connection(server: ModelServer) -> None:
    """Three asks in a row make one connection."""
    ports: set[int] = set()
    known = server.get_request

    def noted() -> tuple[socket.socket, Any]:
        line, address = known()
        ports.add(address[1])
        return line, address

    server.get_request = noted  # type: ignore[method-assign]

    async def thrice() -> None:
        chat = LangChainChat(settings(server))
        for _ in range(3):
            await chat.reply(ASK)

    asyncio.run(thrice())
    assert len(ports) == 1


def test_many_ask_at_once_and_each_gets_its_own(server: ModelServer) -> None:
    """Pieces of one reply never reach another's listener."""

    async def many() -> list[str]:
        chat = LangChainChat(settings(server))
        heard: list[list[str]] = [[] for _ in range(12)]
        await asyncio.gather(*(chat.reply(ASK, pieces.append) for pieces in heard))
        return ["".join(pieces) for pieces in heard]

    assert asyncio.run(many()) == [GOOD] * 12
