"""The one file that knows LangChain and the OpenAI client: any provider that speaks chat completions, as a `Chat`.

Loaded only where a model is asked (`connect`), as these libraries take seconds to import. Structured output is asked
for with the request's `response_format` and read as text: the libraries' own ways raise where a reply is cut short or
filtered, and lose it. Nothing is sent to third parties: tracing is off whatever the environment says, no proxy of the
environment is used and no redirect followed.
"""

import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any

import httpx2
import openai
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, SystemMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_openai import AzureChatOpenAI, ChatOpenAI
from langchain_openai.chat_models.base import BaseChatOpenAI
from langsmith import tracing_context
from pydantic import SecretStr

from rewriter.chat.addresses import host_of, must_mask, refuse_open
from rewriter.chat.dialects import messages_for, response_format
from rewriter.chat.failures import status_failure, told_failure
from rewriter.chat.model_settings import ModelSettings, Provider
from rewriter.chat.per_loop import PerLoop
from rewriter.chat.port import Ask, Ending, FailureKind, Heard, ModelFailure, Reply, Role

__all__ = ["LangChainChat", "failure_of"]

_NO_KEY = "none"  # without one the client would take another provider's key from the environment
_CONNECT = 10.0  # seconds at most for a connection to be made
_KINDS: Mapping[Role, type[BaseMessage]] = {
    Role.SYSTEM: SystemMessage,
    Role.USER: HumanMessage,
    Role.ASSISTANT: AIMessage,
}
_ENDINGS = {"length": Ending.TRUNCATED, "max_tokens": Ending.TRUNCATED, "content_filter": Ending.FILTERED}
_BROKEN_OFF = frozenset({"abort", "error"})


class LangChainChat:
    """A model that is asked through LangChain. Raises ConfigurationError where text may not go to its address.

    One attempt, no waiting and no limits: `connect` puts those around it. `key` is the provider's key, empty where
    none is needed.
    """

    def __init__(self, settings: ModelSettings, key: str = "") -> None:
        refuse_open(settings)
        self.name = settings.model
        self._settings = settings
        self._key = SecretStr(key or _NO_KEY)
        self._models = PerLoop(self._model)

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer one ask; with `heard` its text is passed on as it arrives. Raises ModelFailure."""
        if must_mask(self._settings) and not ask.masked:
            raise ModelFailure(FailureKind.REJECTED, "nothing was sent: names have to be masked for this model first")
        with tracing_context(enabled=False):
            return await (self._whole(ask) if heard is None else self._streamed(ask, heard))

    async def _whole(self, ask: Ask) -> Reply:
        model = await self._models.get()
        try:
            message = await model.said(self._messages(ask), self._request(ask))
            return _reply(message.text, message)
        except Exception as error:  # noqa: BLE001 - whatever these libraries raise, no reply came
            failure = failure_of(error, host_of(self._settings.base_url))
        raise failure  # here, so that no traceback leads to an error that holds what was sent

    async def _streamed(self, ask: Ask, heard: Heard) -> Reply:
        pieces: list[str] = []
        told = AIMessageChunk(content="")
        async with aclosing(self._chunks(ask)) as chunks:
            async for chunk in chunks:
                if piece := str(chunk.text):
                    pieces.append(piece)
                    heard(piece)
                told = _gathered(told, chunk)
        if "finish_reason" not in told.response_metadata:
            raise ModelFailure(FailureKind.BROKEN, "the model's server broke off in the middle of its answer")
        return _reply("".join(pieces), told)

    async def _chunks(self, ask: Ask) -> AsyncGenerator[AIMessageChunk, None]:
        model = await self._models.get()
        try:
            async for chunk in model.astream(self._messages(ask), **self._request(ask)):
                yield chunk
        except Exception as error:  # noqa: BLE001 - as above
            failure = failure_of(error, host_of(self._settings.base_url))
        else:
            return
        raise failure

    def _messages(self, ask: Ask) -> list[BaseMessage]:
        return [_KINDS[message.role](message.text) for message in messages_for(ask, self._settings.structured)]

    def _request(self, ask: Ask) -> dict[str, Any]:
        """Give what is sent beside the messages, under the provider's own names."""
        settings = self._settings
        shape = response_format(ask.schema, settings.structured)
        body: dict[str, object] = {} if shape is None else {"response_format": shape}
        if settings.max_tokens is not None:
            body[settings.preset.tokens_limit] = settings.max_tokens
        return {"extra_body": body} if body else {}

    async def _model(self) -> AsyncGenerator["_Plain", None]:
        settings = self._settings
        secure = settings.base_url.startswith("https:")
        client = httpx2.AsyncClient(
            timeout=httpx2.Timeout(settings.one_attempt, connect=min(_CONNECT, settings.one_attempt)),
            limits=httpx2.Limits(max_connections=None, max_keepalive_connections=settings.concurrency),
            # The machine's own certificates, which know a council's own authority; none to be loaded without https.
            verify=ssl.create_default_context() if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            trust_env=False,
            follow_redirects=False,
        )
        try:
            yield _opened(settings, self._key, client)
        finally:
            await client.aclose()


class _Plain(BaseChatOpenAI):
    """LangChain's client as it is asked here: one conversation, and nobody to be called back."""

    async def said(self, messages: list[BaseMessage], request: dict[str, Any]) -> AIMessage:
        """Give the answer to a conversation.

        What `ainvoke` does beside it is for callbacks and traces, of which there are none here, and to hand each
        answer to a thread to be read, which costs more than reading it.
        """
        payload = self._get_request_payload(messages, **request)
        # What is given by name is first gone through field by field, for files to be read; the rest is sent as it is.
        beside = {"messages": payload["messages"], **payload.get("extra_body", {})}
        response = await self.async_client.create(**{**payload, "messages": (), "extra_body": beside})
        generation = self._create_chat_result(response).generations[0]
        message = generation.message
        if not isinstance(message, AIMessage):
            raise TypeError(type(message).__name__)
        message.response_metadata = {**(generation.generation_info or {}), **message.response_metadata}
        return message


class _OpenAi(_Plain, ChatOpenAI):
    """LangChain's client, which loses a refusal that is streamed (langchain issue 39747)."""

    def _convert_chunk_to_generation_chunk(
        self,
        chunk: dict[str, Any],
        default_chunk_class: type,
        base_generation_info: dict[str, Any] | None,
    ) -> ChatGenerationChunk | None:
        made = super()._convert_chunk_to_generation_chunk(chunk, default_chunk_class, base_generation_info)
        return _with_refusal(made, chunk)


class _Azure(_Plain, AzureChatOpenAI):
    """The same for Azure, where LangChain also raises on an answer that was filtered, and loses it."""

    def _convert_chunk_to_generation_chunk(
        self,
        chunk: dict[str, Any],
        default_chunk_class: type,
        base_generation_info: dict[str, Any] | None,
    ) -> ChatGenerationChunk | None:
        made = super()._convert_chunk_to_generation_chunk(chunk, default_chunk_class, base_generation_info)
        return _with_refusal(made, chunk)

    def _create_chat_result(
        self, response: dict[str, Any] | openai.BaseModel, generation_info: dict[str, Any] | None = None
    ) -> ChatResult:
        return BaseChatOpenAI._create_chat_result(self, response, generation_info)  # noqa: SLF001 - past Azure's own


def _opened(settings: ModelSettings, key: SecretStr, client: httpx2.AsyncClient) -> _Plain:
    """Give a client over one loop's connections. All that the environment could decide is decided here."""
    common: dict[str, Any] = {
        "model": settings.model,
        "api_key": key,
        "http_async_client": client,
        "timeout": client.timeout,
        "max_retries": 0,
        "use_responses_api": False,
        "stream_usage": True,
        "stream_chunk_timeout": None,
        "output_version": "v0",
        "openai_proxy": None,
        "cache": False,
        "verbose": False,
    }
    if settings.temperature is not None:
        common["temperature"] = settings.temperature
    if settings.provider is Provider.AZURE:
        return _Azure(
            azure_endpoint=settings.base_url,
            azure_deployment=settings.model,
            api_version=settings.api_version,
            azure_ad_token=None,
            **common,
        )
    return _OpenAi(base_url=settings.base_url, **common)


def _with_refusal(made: ChatGenerationChunk | None, chunk: dict[str, Any]) -> ChatGenerationChunk | None:
    refusal = (((chunk.get("choices") or [{}])[0]).get("delta") or {}).get("refusal")
    if made is not None and refusal:
        made.message.additional_kwargs["refusal"] = refusal
    return made


def _gathered(told: AIMessageChunk, chunk: AIMessageChunk) -> AIMessageChunk:
    """Add to what is told beside a streamed text: how it ended, a refusal's next words, what it used."""
    more = chunk.additional_kwargs.get("refusal")
    if more:
        told.additional_kwargs["refusal"] = told.additional_kwargs.get("refusal", "") + more
    told.response_metadata.update(chunk.response_metadata)
    told.usage_metadata = chunk.usage_metadata or told.usage_metadata
    return told


def _reply(text: str, message: AIMessage) -> Reply:
    finish = message.response_metadata.get("finish_reason")
    if finish in _BROKEN_OFF:
        raise ModelFailure(FailureKind.BROKEN, "the model's server broke off its answer")
    ending = _ENDINGS.get(str(finish), Ending.COMPLETE)
    refusal = message.additional_kwargs.get("refusal")
    if refusal and ending is not Ending.FILTERED:
        ending = Ending.REFUSED
    used = message.usage_metadata
    return Reply(
        str(text) or str(refusal or ""),
        ending,
        tokens_in=used["input_tokens"] if used else None,
        tokens_out=used["output_tokens"] if used else None,
        tokens_cached=used.get("input_token_details", {}).get("cache_read") if used else None,
    )


def failure_of(error: BaseException, host: str) -> ModelFailure:
    """Tell whatever the libraries raised as a ModelFailure, repeating nothing of what was sent or received."""
    chain = _chain(error)
    known = next((one for one in chain if isinstance(one, (openai.OpenAIError, ModelFailure))), None)
    if isinstance(known, ModelFailure):
        return known
    codes = [code for code in (getattr(known, "code", None), getattr(known, "type", None)) if isinstance(code, str)]
    if any(isinstance(one, (httpx2.ConnectError, httpx2.ConnectTimeout)) for one in chain):
        return ModelFailure(FailureKind.UNREACHABLE, f"no model can be reached at {host}")
    if isinstance(known, openai.APITimeoutError) or isinstance(error, TimeoutError):
        return ModelFailure(FailureKind.TIMEOUT, f"the model at {host} took too long")
    if isinstance(known, openai.APIConnectionError):
        return ModelFailure(FailureKind.BROKEN, f"the connection to {host} broke off")
    if isinstance(known, openai.APIStatusError):
        return status_failure(known.status_code, codes, known.response.headers)
    if isinstance(known, openai.ContentFilterFinishReasonError):
        return ModelFailure(FailureKind.FILTERED, "the provider's content filter stopped the answer")
    if isinstance(known, openai.APIError) and not isinstance(known, openai.APIResponseValidationError):
        return told_failure(codes)
    what = type(known or error).__name__
    return ModelFailure(FailureKind.BROKEN, f"what came from {host} is no answer that can be read ({what})")


def _chain(error: BaseException) -> list[BaseException]:
    """Give an error and those that led to it, the last first."""
    chain = [error]
    while (before := chain[-1].__cause__ or chain[-1].__context__) is not None and before not in chain:
        chain.append(before)
    return chain
