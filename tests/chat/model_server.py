"""A model's server on this machine that behaves as the name of the model asked for says: well, or badly on purpose."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CANARY_IN = "Zebedee Quillfeather of 9 Marsh Lane"  # stands in every text that the tests send
CANARY_OUT = "Persimmon Throckmorton"  # stands in whatever the server says
KEY = "sk-canary-8f3a"
GOOD = json.dumps({"verdict": "met", "who": CANARY_OUT})
USAGE = {
    "prompt_tokens": 11,
    "completion_tokens": 7,
    "total_tokens": 18,
    "prompt_tokens_details": {"cached_tokens": 5},
}


@dataclass(frozen=True)
class Said:
    """What the server says: a status, a body or the choices of a completion, headers.

    `cut` breaks off half way; `stall` says half of it and then nothing more; `hang` says nothing.
    """

    status: int = 200
    body: str | None = None
    message: Mapping[str, object] = field(default_factory=lambda: {"content": GOOD})
    finish: str | None = "stop"
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    hang: bool = False
    stall: bool = False
    usage: Mapping[str, object] | None = field(default_factory=lambda: USAGE)

    @classmethod
    def error(cls, status: int, code: str = "", headers: Mapping[str, str] | None = None, **more: object) -> "Said":
        """An error as providers tell it, whose message repeats what was sent."""
        told = {"message": f"cannot do {CANARY_IN}, {CANARY_OUT}, key {KEY}", "type": "some_error", "code": code}
        return cls(status, json.dumps({"error": told | more}), headers=headers or {})


def json_body(value: object) -> Said:
    return Said(body=json.dumps(value))


BEHAVIOURS: Mapping[str, Said] = {
    "ok": Said(),
    "no-usage": Said(usage=None),
    "fenced": Said(message={"content": f"```json\n{GOOD}\n```"}),
    "bad-json": Said(message={"content": GOOD[:-3]}),
    "wrong-shape": Said(message={"content": '{"something": "else"}'}),
    "empty": Said(message={"content": ""}),
    "nothing": Said(message={"content": None}),
    "truncated": Said(message={"content": GOOD[:20]}, finish="length"),
    "refusal": Said(message={"content": None, "refusal": f"I cannot help with {CANARY_OUT}."}),
    "filtered": Said(message={"content": GOOD[:10]}, finish="content_filter"),
    "aborted": Said(message={"content": GOOD[:10]}, finish="abort"),
    "filter-400": Said.error(400, "content_filter", innererror={"code": "ResponsibleAIPolicyViolation"}),
    "bad-request": Said.error(400, "invalid_request_error"),
    "bad-schema": Said(
        400, json.dumps({"error": {"message": f"Invalid schema for response_format {CANARY_IN}", "code": None}})
    ),
    "too-long": Said.error(400, "context_length_exceeded"),
    "unauthorised": Said.error(401, "invalid_api_key"),
    "forbidden": Said.error(403),
    "unknown-model": Said.error(404, "model_not_found"),
    "conflict": Said.error(409),
    "busy": Said.error(429, "rate_limit_exceeded"),
    "busy-7-seconds": Said.error(429, "rate_limit_exceeded", {"Retry-After": "7"}),
    "busy-until": Said.error(
        429,
        "rate_limit_exceeded",
        {"Retry-After": "Mon, 23 Nov 2026 10:00:30 GMT", "Date": "Mon, 23 Nov 2026 10:00:00 GMT"},
    ),
    "quota": Said.error(429, "insufficient_quota", {"Retry-After": "1"}),
    "broken": Said.error(500),
    "loading": Said.error(503, headers={"Retry-After": "3"}),
    "broken-page": Said(502, f"<html>{CANARY_IN} {CANARY_OUT}</html>", headers={"Content-Type": "text/html"}),
    "page": Said(body=f"<html>{CANARY_IN} {CANARY_OUT}</html>", headers={"Content-Type": "text/html"}),
    "invalid-body": Said(body=f'{{"choices": [{{"message": {{"content": "{CANARY_OUT}'),
    "not-a-completion": json_body({"ok": True, "who": CANARY_OUT}),
    "no-choices": json_body({"choices": [], "who": CANARY_OUT}),
    "null-choices": json_body({"choices": None, "who": CANARY_OUT}),
    "a-list": json_body([CANARY_OUT]),
    "error-with-200": json_body({"error": {"message": f"{CANARY_IN} {CANARY_OUT}"}}),
    "redirect": Said(307, "", headers={"Location": "/elsewhere"}),
    "cut": Said(cut=True),
    "hang": Said(hang=True),
}


@dataclass
class Asked:
    """A request that came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


class ModelServer(ThreadingHTTPServer):
    """The server; `asked` holds every request.

    `script` is what is said before the behaviour of the model's name, `listing` what instead of a list of models,
    `replies` the contents that are said first of all, in order.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.asked: list[Asked] = []
        self.script: list[str] = []
        self.listing = ""
        self.replies: list[str] = []
        self.over = threading.Event()

    @property
    def address(self) -> str:
        """The address to configure."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def behaviour(self, model: str) -> Said:
        """Give what is said next."""
        if self.replies:
            return Said(message={"content": self.replies.pop(0)})
        return BEHAVIOURS[self.script.pop(0) if self.script else model]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no fault of the server."""


@contextmanager
def running() -> Iterator[ModelServer]:
    """Run a server for as long as it is needed."""
    with ModelServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_GET(self) -> None:
        self._note({})
        if self.server.listing:
            self._say(BEHAVIOURS[self.server.listing], "")
            return
        listed = {"object": "list", "data": [{"id": "ok"}, {"id": "small:latest"}, {"id": CANARY_OUT}]}
        self._send(200, json.dumps(listed).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._note(body)
        said = self.server.behaviour(body["model"])
        if body.get("stream") and said.body is None and not said.hang:
            self._stream(said, asked_for_usage=bool(body.get("stream_options")))
        else:
            self._say(said, body["model"])

    def _say(self, said: Said, model: str) -> None:
        if said.hang or said.stall:
            self.server.over.wait(60)
            self.close_connection = True
            return
        text = said.body if said.body is not None else json.dumps(completion(model, said))
        self._send(said.status, text.encode(), said.headers, cut=said.cut)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _note(self, body: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append(Asked(self.path, headers, body))

    def _send(self, status: int, body: bytes, headers: Mapping[str, str] | None = None, *, cut: bool = False) -> None:
        sent = {"Content-Type": "application/json"} | dict(headers or {})
        self.send_response_only(status)
        for name, value in (sent | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        if cut:
            self.close_connection = True

    def _stream(self, said: Said, *, asked_for_usage: bool) -> None:
        self.send_response_only(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        events = list(_events(said, asked_for_usage=asked_for_usage))
        for event in events[: len(events) // 2] if said.cut or said.stall else events:
            self.wfile.write(f"data: {event}\n\n".encode())
            self.wfile.flush()
        if said.stall:
            self.server.over.wait(60)


def completion(model: str, said: Said) -> dict[str, object]:
    """A chat completion as OpenAI has it."""
    whole: dict[str, object] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "message": {"role": "assistant"} | dict(said.message), "finish_reason": said.finish}],
    }
    return whole if said.usage is None else whole | {"usage": said.usage}


def _events(said: Said, *, asked_for_usage: bool) -> Iterator[str]:
    """The same in pieces."""

    def chunk(delta: Mapping[str, object], finish: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return json.dumps({"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "choices": [choice]})

    yield chunk({"role": "assistant", "content": ""})
    for name in ("content", "refusal"):
        text = str(said.message.get(name) or "")
        for start in range(0, len(text), 8):
            yield chunk({name: text[start : start + 8]})
    if said.finish is not None:
        yield chunk({}, said.finish)
    if asked_for_usage and said.usage is not None:
        yield json.dumps({"id": "chatcmpl-1", "object": "chat.completion.chunk", "choices": [], "usage": said.usage})
    yield "[DONE]"
