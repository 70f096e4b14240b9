"""A rewrite as a stream: the contract's events, the rewrite only after the guard, and always an end."""

import asyncio
import json
from typing import Any

import pytest

from rewriter.chat.port import Ask, FailureKind, Heard, ModelFailure, Reply
from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.http.events import wants_events
from rewriter.faces.http.serving import Serving
from rewriter.wire.answers import CritiqueAnswer, JudgementAnswer, RewriteAnswer
from rewriter.wire.problems import ProblemAnswer
from tests import said
from tests.faces.http.conftest import Asking, Serve

GROUPS = "Sarah's mother to attend alcohol support groups"
RIGHT = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{GROUPS} [once a week] for [12 weeks]."))
WRONG = said.rewrite(said.critique(time_bound="not_met"), said.draft("Sarah's mother to go to Greenfield."))
EVENTS = {"Accept": "text/event-stream"}


def events_of(asking: Asking, objective: str = GROUPS, **more: object) -> list[tuple[str, dict[str, Any]]]:
    answer = asking.post("/v1/rewrite", {"objective": objective, **more}, EVENTS)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = []
    for block in answer.text.split("\n\n"):
        fields = dict(line.partition(": ")[::2] for line in block.splitlines() if not line.startswith(":"))
        if fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def test_five_judgements_then_critique_rewrite_done(serve: Serve) -> None:
    """In the contract's order and shapes, with the id that came."""
    events = events_of(serve(ScriptedChat(RIGHT)), id=9)
    assert [kind for kind, _ in events] == ["judgement"] * 5 + ["critique", "rewrite", "done"]
    for _, data in events[:5]:
        JudgementAnswer.model_validate(data)
    assert CritiqueAnswer.model_validate(events[5][1]).id == 9
    rewrite = RewriteAnswer.model_validate(events[6][1])
    assert (rewrite.id, rewrite.provenance.engine) == (9, "model")


def test_rules_alone_stream_too(rules: Asking) -> None:
    """With no model the same events, at once; and the answer is counted."""
    assert [kind for kind, _ in events_of(rules)][-3:] == ["critique", "rewrite", "done"]
    assert 'rewriter_answers_total{engine="rules",verb="rewrite"} 1.0' in rules.ask("GET", "/metrics").text


def test_nothing_of_a_draft_is_sent_that_the_guard_stops(serve: Serve) -> None:
    """Three drafts with an invented service: none of them leaves, and the answer says that one was withheld."""
    asking = serve(ScriptedChat(WRONG, WRONG, WRONG))
    answer = asking.post("/v1/rewrite", {"objective": GROUPS}, EVENTS)
    rewrite = next(data for kind, data in events_of(serve(ScriptedChat(WRONG, WRONG, WRONG))) if kind == "rewrite")
    assert rewrite["model"] == "withheld"
    assert not any("Greenfield" in objective["text"] for objective in rewrite["objectives"])
    assert "to go to Greenfield" not in answer.text


def test_a_model_that_is_down_is_told_and_rules_answer(serve: Serve) -> None:
    """A notice with the reason before the rewrite."""
    asking = serve(ScriptedChat(ModelFailure(FailureKind.UNREACHABLE, "the model cannot be reached")))
    events = events_of(asking)
    notices = [data["message"] for kind, data in events if kind == "notice"]
    assert notices == ["Rules alone answered: the model cannot be reached."]
    assert [kind for kind, _ in events][-1] == "done"


def test_danger_is_told_first(rules: Asking) -> None:
    """Before anything is judged."""
    kind, data = events_of(rules, "He is strangling her right now")[0]
    assert kind == "notice"
    assert data["message"]


def test_a_text_that_cannot_be_used_ends_in_an_error(rules: Asking) -> None:
    """As a problem, without the text."""
    ((kind, data),) = events_of(rules, "   ")
    assert kind == "error"
    assert ProblemAnswer.model_validate(data).status == 422


class Dying:
    """A model that breaks in a way that nobody foresaw."""

    name = "dying"

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Say half of it, and break."""
        if heard is not None:
            heard(RIGHT[: len(RIGHT) // 2])
        raise ZeroDivisionError(f"Quillfeather {ask}")


def test_a_fault_in_the_middle_ends_in_an_error(serve: Serve) -> None:
    """The stream has begun, so the problem is its last event; nothing of the fault's words is told."""
    asking = serve(Dying())
    answer = asking.post("/v1/rewrite", {"objective": "Quillfeather"}, EVENTS)
    assert answer.text.count("event: error") == 1
    assert "urn:rewriter:problem:broken" in answer.text
    assert "ZeroDivision" not in answer.text
    assert asking.logged[0]["error"] == "ZeroDivisionError"
    assert "Quillfeather" not in asking.log


class Hanging:
    """A model that never answers."""

    name = "hanging"
    left = False

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - the port
        """Wait for good."""
        self.asked.set()
        try:
            await asyncio.sleep(600)
        finally:
            self.left = True
        return Reply("{}")


def test_a_stream_has_its_time(serve: Serve) -> None:
    """When it is up the last event says so, and the model is not waited for any longer."""
    model = Hanging()
    asking = serve(model, Serving(seconds=0.3))
    ((kind, data),) = events_of(asking)
    assert (kind, data["status"]) == ("error", 504)
    assert model.left


def scope_for(path: str, accept: str) -> dict[str, Any]:
    headers = {"host": "127.0.0.1", "accept": accept, "content-type": "application/json"}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }


@pytest.mark.parametrize(
    ("path", "accept", "begun"),
    [
        ("/v1/rewrite", "text/event-stream", ["http.response.start"]),
        ("/v1/rewrite", "application/json", []),
        ("/v1/critique", "*/*", []),
        ("/v1/batch", "*/*", []),
    ],
)
def test_who_hangs_up_is_not_worked_for(serve: Serve, path: str, accept: str, begun: list[str]) -> None:
    """The model is let go, and the place is free again; of what is sent there is no more than had begun."""
    model = Hanging()
    asking = serve(model, Serving(under_way=1))
    batch = {"verb": "rewrite", "items": [{"objective": GROUPS}] * 3}
    body = json.dumps(batch if path == "/v1/batch" else {"objective": GROUPS}).encode()

    async def run() -> None:
        came: list[str] = []
        messages = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            if messages:
                return messages.pop()
            await model.asked.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:  # noqa: ANN401 - as ASGI has it
            came.append(message["type"])

        await asyncio.wait_for(asking.app(scope_for(path, accept), receive, send), 10)
        assert came == begun

    asyncio.run(run())
    assert model.left
    assert asking.logged[0]["status"] == 499
    assert "rewriter_requests_under_way 1.0" in asking.ask("GET", "/metrics").text


def test_an_answer_that_is_there_is_sent_though_nobody_waits(serve: Serve) -> None:
    """To be watched changes nothing of what is answered, nor of what is told of a fault."""
    good, bad = serve(ScriptedChat(RIGHT)), serve(Dying())
    assert good.post("/v1/rewrite", {"objective": GROUPS}).json()["model"] == "used"
    assert bad.post("/v1/rewrite", {"objective": GROUPS}).json()["type"] == "urn:rewriter:problem:broken"
    assert bad.logged[0]["error"] == "ZeroDivisionError"


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("text/event-stream", True),
        ("application/json;q=0.5, Text/Event-Stream", True),
        ("text/event-stream; q=0", False),
        ("application/json", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_a_stream_is_sent_to_whoever_names_it(accept: str, wanted: bool) -> None:
    """Anybody else gets JSON."""
    assert wants_events(accept) is wanted
