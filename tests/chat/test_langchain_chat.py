"""The real client against a server on this machine that answers well, badly or not at all."""

import asyncio
import json
import logging
import socket
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import httpx2
import openai
import pytest

from rewriter.chat.langchain_chat import LangChainChat, failure_of
from rewriter.chat.model_settings import Dialect, Mask, Provider
from rewriter.chat.port import Ask, Ending, FailureKind, Heard, ModelFailure, Reply
from rewriter.errors import ConfigurationError
from tests.chat.asks import ASK, SCHEMA, settings
from tests.chat.model_server import BEHAVIOURS, CANARY_IN, CANARY_OUT, GOOD, KEY, ModelServer, Said, running


def ask(server: ModelServer, model: str, heard: Heard | None = None, **more: Any) -> Reply:  # noqa: ANN401 - any setting
    return asyncio.run(LangChainChat(settings(server, model, **more), KEY).reply(ASK, heard))


def failing(server: ModelServer, model: str, heard: Heard | None = None, **more: Any) -> ModelFailure:  # noqa: ANN401 - any setting
    with pytest.raises(ModelFailure) as raised:
        ask(server, model, heard, **more)
    return raised.value


# ------------------------------------------------------------------------------------------------------ good answers
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


# ---------------------------------------------------------------------------------------------------------- dialects
def test_the_schema_goes_beside_json_object_where_the_server_wants_it_there(server: ModelServer) -> None:
    """llama-cpp-python's server knows a schema only so."""
    ask(server, "ok", structured=Dialect.JSON_OBJECT_SCHEMA)
    assert server.asked[0].body["response_format"] == {"type": "json_object", "schema": SCHEMA.body}


@pytest.mark.parametrize("dialect", [Dialect.JSON_OBJECT, Dialect.NONE])
def test_the_schema_is_told_where_it_cannot_be_asked_for(server: ModelServer, dialect: Dialect) -> None:
    """In the last system message, so that what changes still comes last."""
    ask(server, "ok", structured=dialect)
    body = server.asked[0].body
    system, user = body["messages"]
    assert system["content"].startswith("Judge the objective.")
    assert json.loads(system["content"][system["content"].index("{") :]) == SCHEMA.body
    assert user["content"] == ASK.messages[1].text
    assert body.get("response_format") == ({"type": "json_object"} if dialect is Dialect.JSON_OBJECT else None)


def test_the_schema_makes_a_system_message_where_there_is_none(server: ModelServer) -> None:
    """An ask of one user's message still says what shape is wanted."""
    chat = LangChainChat(settings(server, structured=Dialect.NONE))
    asyncio.run(chat.reply(Ask(ASK.messages[1:], SCHEMA)))
    assert [message["role"] for message in server.asked[0].body["messages"]] == ["system", "user"]


# ---------------------------------------------------------------------------- answers that are not what was asked for
@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize(
    ("model", "ending"),
    [
        ("fenced", Ending.COMPLETE),
        ("bad-json", Ending.COMPLETE),
        ("wrong-shape", Ending.COMPLETE),
        ("empty", Ending.COMPLETE),
        ("nothing", Ending.COMPLETE),
        ("truncated", Ending.TRUNCATED),
        ("filtered", Ending.FILTERED),
        ("refusal", Ending.REFUSED),
    ],
)
def test_an_answer_is_passed_on_as_text_with_how_it_ended(
    server: ModelServer, model: str, ending: Ending, streamed: bool
) -> None:
    """Whether it is JSON of the right shape is not decided here; a refusal's words are kept, streamed too."""
    heard: list[str] = []
    reply = ask(server, model, heard.append if streamed else None)
    message = BEHAVIOURS[model].message
    assert reply.ending is ending
    assert reply.text == (message.get("content") or message.get("refusal") or "")
    assert not streamed or "".join(heard) == (message.get("content") or "")
    assert len(server.asked) == 1


# ------------------------------------------------------------------------------------------------------- no answer
FAILURES = [
    ("unauthorised", FailureKind.UNAUTHORISED, None),
    ("forbidden", FailureKind.UNAUTHORISED, None),
    ("busy", FailureKind.BUSY, None),
    ("busy-7-seconds", FailureKind.BUSY, 7.0),
    ("busy-until", FailureKind.BUSY, 30.0),
    ("conflict", FailureKind.BUSY, None),
    ("quota", FailureKind.QUOTA, 1.0),
    ("bad-request", FailureKind.REJECTED, None),
    ("too-long", FailureKind.REJECTED, None),
    ("unknown-model", FailureKind.REJECTED, None),
    ("redirect", FailureKind.REJECTED, None),
    ("filter-400", FailureKind.FILTERED, None),
    ("broken", FailureKind.BROKEN, None),
    ("loading", FailureKind.BROKEN, 3.0),
    ("broken-page", FailureKind.BROKEN, None),
    ("page", FailureKind.BROKEN, None),
    ("invalid-body", FailureKind.BROKEN, None),
    ("not-a-completion", FailureKind.BROKEN, None),
    ("no-choices", FailureKind.BROKEN, None),
    ("null-choices", FailureKind.BROKEN, None),
    ("a-list", FailureKind.BROKEN, None),
    ("error-with-200", FailureKind.BROKEN, None),
    ("aborted", FailureKind.BROKEN, None),
    ("cut", FailureKind.BROKEN, None),
]


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize(("model", "kind", "wait"), FAILURES)
def test_each_way_to_fail_has_its_name(
    server: ModelServer, model: str, kind: FailureKind, wait: float | None, streamed: bool
) -> None:
    """The kind says what may help, and how long the provider asks to wait is passed on; it was asked once."""
    failed = failing(server, model, (lambda _: None) if streamed else None)
    assert (failed.kind, failed.retry_after) == (kind, wait)
    assert len(server.asked) == 1


def test_a_schema_that_the_provider_does_not_take_is_a_rejection(
    server: ModelServer, recwarn: pytest.WarningsRecorder
) -> None:
    """Also where the client would rather warn about it."""
    assert failing(server, "bad-schema").kind is FailureKind.REJECTED
    assert not any(CANARY_IN in str(warned.message) for warned in recwarn)


def test_a_refused_connection_is_unreachable() -> None:
    """Nobody listens there."""
    with running() as server:
        pass
    assert failing(server, "ok").kind is FailureKind.UNREACHABLE


@pytest.mark.parametrize("streamed", [False, True])
def test_a_server_that_hangs_is_given_up(server: ModelServer, streamed: bool) -> None:
    """After the time for one attempt, even with no wrapper around."""
    failed = failing(server, "hang", (lambda _: None) if streamed else None, attempt_timeout=0.2)
    assert failed.kind is FailureKind.TIMEOUT


def test_a_line_that_breaks_off_gives_what_was_heard_and_a_failure(server: ModelServer) -> None:
    """A stream with no end is no answer, however much of it came."""
    heard: list[str] = []
    assert failing(server, "cut", heard.append).kind is FailureKind.BROKEN
    assert GOOD.startswith("".join(heard))
    assert heard


def test_a_redirect_is_not_followed(server: ModelServer) -> None:
    """What was meant for one address is not sent to another."""
    assert "sends elsewhere" in str(failing(server, "redirect"))
    assert [asked.path for asked in server.asked] == ["/v1/chat/completions"]


def test_a_mistake_of_the_listener_is_no_failure_of_the_model(server: ModelServer) -> None:
    """It comes through as it is, so that it is found."""

    def heard(piece: str) -> None:
        raise ZeroDivisionError(piece)

    with pytest.raises(ZeroDivisionError):
        ask(server, "ok", heard)


# --------------------------------------------------------------------------------------------------------- in private
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


# --------------------------------------------------------------------------------------------------------- event loops
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


# --------------------------------------------------------------------------------------- every error the client knows
REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1/chat/completions")


def of_status(kind: type[openai.APIStatusError], status: int) -> openai.APIStatusError:
    return kind(CANARY_OUT, response=httpx2.Response(status, request=REQUEST), body=None)


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


ERRORS: list[tuple[Exception, FailureKind]] = [
    (openai.OpenAIError(CANARY_OUT), FailureKind.BROKEN),
    (openai.APIError(CANARY_OUT, REQUEST, body=None), FailureKind.BROKEN),
    (openai.APIError(CANARY_OUT, REQUEST, body={"code": "insufficient_quota"}), FailureKind.QUOTA),
    (openai.APIError(CANARY_OUT, REQUEST, body={"code": "rate_limit_exceeded"}), FailureKind.BUSY),
    (openai.APIError(CANARY_OUT, REQUEST, body={"code": "content_filter"}), FailureKind.FILTERED),
    (openai.APIError(CANARY_OUT, REQUEST, body={"code": "context_length_exceeded"}), FailureKind.REJECTED),
    (openai.APIResponseValidationError(httpx2.Response(200, request=REQUEST), body=None), FailureKind.BROKEN),
    (of_status(openai.APIStatusError, 418), FailureKind.REJECTED),
    (of_status(openai.APIStatusError, 402), FailureKind.QUOTA),
    (of_status(openai.APIStatusError, 408), FailureKind.TIMEOUT),
    (of_status(openai.BadRequestError, 400), FailureKind.REJECTED),
    (of_status(openai.AuthenticationError, 401), FailureKind.UNAUTHORISED),
    (openai.OAuthError(response=httpx2.Response(401, request=REQUEST), body=None), FailureKind.UNAUTHORISED),
    (of_status(openai.PermissionDeniedError, 403), FailureKind.UNAUTHORISED),
    (of_status(openai.NotFoundError, 404), FailureKind.REJECTED),
    (of_status(openai.ConflictError, 409), FailureKind.BUSY),
    (of_status(openai.UnprocessableEntityError, 422), FailureKind.REJECTED),
    (of_status(openai.RateLimitError, 429), FailureKind.BUSY),
    (of_status(openai.InternalServerError, 500), FailureKind.BROKEN),
    (openai.APIConnectionError(request=REQUEST), FailureKind.BROKEN),
    (caused(openai.APIConnectionError(request=REQUEST), httpx2.ConnectError("")), FailureKind.UNREACHABLE),
    (openai.APITimeoutError(REQUEST), FailureKind.TIMEOUT),
    (caused(openai.APITimeoutError(REQUEST), httpx2.ConnectTimeout("")), FailureKind.UNREACHABLE),
    (openai.ContentFilterFinishReasonError(), FailureKind.FILTERED),
    (openai.LengthFinishReasonError(completion=openai.types.chat.ChatCompletion.construct()), FailureKind.BROKEN),
    (openai.InvalidWebhookSignatureError(CANARY_OUT), FailureKind.BROKEN),
    (openai.WebSocketConnectionClosedError(CANARY_OUT, unsent_messages=[CANARY_IN]), FailureKind.BROKEN),
    (openai.WebSocketQueueFullError(CANARY_OUT), FailureKind.BROKEN),
    (openai._exceptions.SubjectTokenProviderError(CANARY_OUT), FailureKind.BROKEN),
    (TimeoutError(CANARY_OUT), FailureKind.TIMEOUT),
    (ValueError(CANARY_OUT), FailureKind.BROKEN),
]


@pytest.mark.parametrize(
    ("error", "kind"), ERRORS, ids=[f"{type(error).__name__}-{kind.value}" for error, kind in ERRORS]
)
def test_every_error_of_the_client_is_told_as_a_failure(error: Exception, kind: FailureKind) -> None:
    """Of the right kind, and in our words."""
    failed = failure_of(error, "127.0.0.1")
    assert failed.kind is kind
    assert CANARY_IN not in str(failed)
    assert CANARY_OUT not in str(failed)


def test_no_error_of_the_client_is_left_out() -> None:
    """A release with a new error fails here, so that somebody decides what it means."""
    errors = {known for known in vars(openai._exceptions).values() if isinstance(known, type)}
    public = {known for known in errors if issubclass(known, Exception)}
    assert public - {type(error) for error, _ in ERRORS} == set()


def test_the_table_of_failures_covers_the_server() -> None:
    """Each behaviour of the server is asked for in some test above."""
    answered = {name for name, said in BEHAVIOURS.items() if said.status == 200 and said.body is None}
    named = {name for name, *_ in FAILURES} | {"bad-schema"}
    assert set(BEHAVIOURS) == answered | named
    assert isinstance(BEHAVIOURS["ok"], Said)
