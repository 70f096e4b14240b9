"""What an answer that is none comes to: a status, the provider's own codes and its headers, told as a ModelFailure.

Only codes are read, never a provider's message: that may repeat what was sent, and words such as "quota" stand in
messages about rates too.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rewriter.chat.port import FailureKind, ModelFailure

__all__ = ["retry_after", "status_failure", "told_failure"]

_SPENT = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "quota_exceeded", "quotaexceeded"}
)
_FILTERED = frozenset({"content_filter", "responsibleaipolicyviolation", "content_policy_violation"})
_TOO_MANY = frozenset({"rate_limit_exceeded", "rate_limit_error", "ratelimitreached", "too_many_requests"})
_TOO_LONG = frozenset({"context_length_exceeded", "exceed_context_size_error"})

_MESSAGES: Mapping[FailureKind, str] = {
    FailureKind.UNAUTHORISED: "the model's provider does not accept the key (status {status})",
    FailureKind.BUSY: "the model's provider has too many requests just now",
    FailureKind.QUOTA: "nothing is left to spend at the model's provider",
    FailureKind.REJECTED: "the model's provider does not accept the request (status {status})",
    FailureKind.FILTERED: "the provider's content filter refused the request",
    FailureKind.TIMEOUT: "the model's server gave up waiting (status {status})",
    FailureKind.BROKEN: "the model's server failed (status {status})",
}


def status_failure(
    status: int, codes: Iterable[str] = (), headers: Mapping[str, str] | None = None, now: datetime | None = None
) -> ModelFailure:
    """Tell an HTTP status, with the codes that the provider gave (`code`, `type`), as a failure.

    `now` is the time by which a Retry-After that is a date is counted, where the answer has no date of its own.
    """
    known = {code.lower() for code in codes}
    kind = _kind(status, known)
    message = _MESSAGES[kind].format(status=status)
    if kind is FailureKind.REJECTED and known & _TOO_LONG:
        message = "the request is longer than the model can read"
    elif status == 404:
        message = "the model's server knows no such model or address (status 404)"
    elif 300 <= status < 400:
        message = f"the model's address sends elsewhere (status {status}); nothing was sent on"
    return ModelFailure(kind, message, retry_after(headers or {}, now))


def told_failure(codes: Iterable[str]) -> ModelFailure:
    """Tell an error that came in place of an answer with no status of its own, as within a stream."""
    known = {code.lower() for code in codes}
    if known & _FILTERED:
        return status_failure(400, known)
    if known & (_SPENT | _TOO_MANY):
        return status_failure(429, known)
    if known & _TOO_LONG:
        return status_failure(400, known)
    return ModelFailure(FailureKind.BROKEN, "the model's server broke off its answer with an error")


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Give the seconds that the provider asks to wait, from `retry-after-ms` or `Retry-After` in seconds or as a date.

    None where neither is there or can be read; never below 0. `headers` are looked up in lower case.
    """
    for name, parts_a_second in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            seconds = float(headers.get(name, "")) / parts_a_second
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    until = _date(headers.get("retry-after", ""))
    if until is None:
        return None
    # The server's own clock, where it tells it: ours may differ.
    since = _date(headers.get("date", "")) or now or datetime.now(tz=UTC)
    return max(0.0, (until - since).total_seconds())


def _kind(status: int, codes: set[str]) -> FailureKind:
    if codes & _FILTERED:
        return FailureKind.FILTERED
    if status == 402 or (status in {403, 429} and codes & _SPENT):
        return FailureKind.QUOTA
    if status in {401, 403}:
        return FailureKind.UNAUTHORISED
    if status in {409, 429}:  # 409: locked by another request, which waiting helps
        return FailureKind.BUSY
    if status == 408:
        return FailureKind.TIMEOUT
    return FailureKind.REJECTED if 300 <= status < 500 else FailureKind.BROKEN


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
