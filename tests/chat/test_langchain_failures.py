"""What comes of a server that answers badly or not at all."""

import pytest

from rewriter.chat.port import Ending, FailureKind
from tests.chat.model_server import BEHAVIOURS, CANARY_IN, GOOD, ModelServer, Said, running
from tests.chat.real_client import ask, failing


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


def test_the_table_of_failures_covers_the_server() -> None:
    """Each behaviour of the server is asked for in some test above."""
    answered = {name for name, said in BEHAVIOURS.items() if said.status == 200 and said.body is None}
    named = {name for name, *_ in FAILURES} | {"bad-schema"}
    assert set(BEHAVIOURS) == answered | named
    assert isinstance(BEHAVIOURS["ok"], Said)
