"""Traces, where a collector is configured: a span for each request, of what its line in the log has, and no text.

The spans are ours, as those that come with the libraries tell paths, queries and the words of errors.
"""

from collections.abc import Callable, Mapping

from opentelemetry.trace import NoOpTracer, SpanKind, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from rewriter.errors import ConfigurationError
from rewriter.version import VERSION

__all__ = ["Traces", "traces_for"]

_WHERE = "OTEL_EXPORTER_OTLP_ENDPOINT"
_MISSING = f'{_WHERE}: to send traces, more has to be installed: pip install ".[traces]" in the checkout'
_FROM = TraceContextTextMapPropagator()


class Traces:
    """Writes the span of a request once it is answered. `close` sends what has not been sent."""

    def __init__(self, tracer: Tracer | None = None, close: Callable[[], None] = lambda: None) -> None:
        self._tracer = tracer or NoOpTracer()
        self.close = close

    def request(
        self, headers: Mapping[bytes, bytes], began: int, told: Mapping[str, str | int], *, failed: bool
    ) -> None:
        """Write a span that began then (nanoseconds of the clock); it stands in the trace that the request names."""
        # Of what a caller says of its trace only the number is taken: a "tracestate" may hold words.
        parent = headers.get(b"traceparent", b"").decode("latin-1")
        span = self._tracer.start_span(
            f"{told['method']} {told['route']}",
            context=_FROM.extract({"traceparent": parent} if parent else {}),
            kind=SpanKind.SERVER,
            start_time=began,
            attributes={
                "http.request.method": told["method"],
                "http.route": told["route"],
                "http.response.status_code": told["status"],
                "rewriter.request_id": told["request_id"],
                "rewriter.caller": told["caller"],
            },
        )
        if failed:
            span.set_status(StatusCode.ERROR)
        span.end()


def traces_for(environment: Mapping[str, str]) -> Traces:
    """Give what sends spans to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, or nowhere if it names none.

    Raises ConfigurationError where the libraries for it are not installed.
    """
    if not environment.get(_WHERE):
        return Traces()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise ConfigurationError(_MISSING) from error
    provider = TracerProvider(resource=Resource.create({"service.name": "rewriter", "service.version": VERSION}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return Traces(provider.get_tracer("rewriter", VERSION), provider.shutdown)
