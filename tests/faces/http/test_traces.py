"""Spans for whoever collects them: what a line of the log has, in the caller's own trace, and no text."""

import asyncio
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from unittest import mock

import httpx2
import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from rewriter.errors import ConfigurationError
from rewriter.faces.http.app import application
from rewriter.faces.http.served import Served
from rewriter.faces.http.traces import Traces, traces_for
from rewriter.service import Service

CANARY = "Quillfeather"
PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
HEADERS = {"traceparent": PARENT, "tracestate": f"a={CANARY}", "baggage": f"b={CANARY}", "User-Agent": CANARY}


@pytest.fixture
def spans() -> InMemorySpanExporter:
    """What was sent."""
    return InMemorySpanExporter()


def ask(spans: InMemorySpanExporter, path: str, body: object) -> None:
    """Ask a service that sends its spans there."""
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(spans))
    app = application(Served(Service()), traces=Traces(provider.get_tracer("test")))

    async def once() -> None:
        transport = httpx2.ASGITransport(app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            await client.post(path, json=body, headers=HEADERS)

    asyncio.run(once())


def test_a_request_is_a_span_in_the_callers_trace(spans: InMemorySpanExporter) -> None:
    """With the pattern of its path, its status and its id."""
    ask(spans, f"/v1/critique?{CANARY}", {"objective": CANARY})
    (span,) = spans.get_finished_spans()
    assert (span.name, span.kind) == ("POST /v1/critique", SpanKind.SERVER)
    assert span.parent is not None
    assert f"{span.parent.trace_id:032x}" == PARENT.split("-")[1]
    assert span.attributes is not None
    assert span.attributes["http.response.status_code"] == 200
    assert CANARY not in span.to_json()


def test_a_fault_is_marked_and_its_words_are_not_told(spans: InMemorySpanExporter) -> None:
    """Nor is a path that is none."""
    with mock.patch("rewriter.pipeline.critique", side_effect=ValueError(CANARY)):
        ask(spans, "/v1/critique", {"objective": CANARY})
    ask(spans, f"/{CANARY}", {})
    fault, lost = spans.get_finished_spans()
    assert fault.status.status_code is StatusCode.ERROR
    assert lost.name == "POST none"
    assert CANARY not in fault.to_json() + lost.to_json()


@pytest.fixture
def collector() -> Iterator[tuple[str, list[bytes]]]:
    """A collector on this machine, and what it was sent."""
    received: list[bytes] = []

    class Collecting(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Collecting) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", received
        server.shutdown()
        thread.join()


def test_spans_go_to_the_collector_that_is_configured(
    collector: tuple[str, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what was not sent yet is sent when the service ends."""
    address, received = collector
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", address)
    traces = traces_for({"OTEL_EXPORTER_OTLP_ENDPOINT": address})
    told: dict[str, str | int] = {
        "method": "POST",
        "route": "/v1/critique",
        "status": 200,
        "request_id": "7",
        "caller": "case-system",
    }
    traces.request({}, 1, told, failed=False)
    traces.close()
    assert b"POST /v1/critique" in b"".join(received)


def test_without_its_libraries_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where nothing is configured nothing is needed."""
    monkeypatch.setitem(__import__("sys").modules, "opentelemetry.sdk.trace", None)
    traces_for({}).close()
    with pytest.raises(ConfigurationError, match=r"pip install \"\.\[traces\]\""):
        traces_for({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"})
