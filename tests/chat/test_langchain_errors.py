"""Every error that the client knows is told as a failure of ours, in our words."""

import httpx2
import openai
import pytest

from rewriter.chat.langchain_chat import failure_of
from rewriter.chat.port import FailureKind
from tests.chat.model_server import CANARY_IN, CANARY_OUT

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
