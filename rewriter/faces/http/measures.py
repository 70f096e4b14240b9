"""What is counted, for Prometheus: requests, their time, how many are under way, and who answered. No text.

Where several processes answer at one address they count in files of one folder, which Prometheus's own variable names,
and whichever is asked adds up the counts of all.
"""

import os
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

from rewriter.wire.outward import Json

__all__ = ["FOLDER", "MEDIA_TYPE", "Measures"]

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable with the folder; it has to be set before this module is loaded."""

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


class Measures:
    """The counts of one process, or with a `folder` of all that count there."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "rewriter_requests", "Requests answered.", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "rewriter_request_seconds",
            "Seconds until a request was answered.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.under_way = Gauge(
            "rewriter_requests_under_way",
            "Requests being answered.",
            registry=self._registry,
            multiprocess_mode="livesum",
        )
        self._answers = Counter(
            "rewriter_answers", "Answers given, by verb and who judged.", ("verb", "engine"), registry=self._registry
        )
        self._fallbacks = Counter(
            "rewriter_fallbacks", "Answers by rules as the model could not be used.", registry=self._registry
        )
        self._calls = Counter("rewriter_model_calls", "Calls of the model.", registry=self._registry)
        self._tokens = Counter(
            "rewriter_model_tokens", "Tokens, as the provider counts them.", ("way",), registry=self._registry
        )
        self.rates_alone = Counter(
            "rewriter_redis_failures", "Times that the Redis for rates did not answer.", registry=self._registry
        )

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count one request. `route` is its pattern, never the path that was asked for."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def answer(self, verb: str, answer: Json) -> None:
        """Count one answer by its provenance, where it has one."""
        told = answer.get("provenance")
        if not isinstance(told, dict):
            return
        self._answers.labels(verb, told["engine"]).inc()
        self._fallbacks.inc(bool(told["fallback"]))
        self._calls.inc(told["calls"])
        self._tokens.labels("sent").inc(told["tokens_sent"])
        self._tokens.labels("received").inc(told["tokens_received"])

    def written(self) -> bytes:
        """Give all counts as Prometheus reads them."""
        if self._folder is None:
            return generate_latest(self._registry)
        for file in self._folder.glob("gauge_livesum_*.db"):
            pid = int(file.stem.rpartition("_")[2])
            if not _lives(pid):  # what it was answering when it was killed is under way no more
                mark_process_dead(pid, str(self._folder))  # type: ignore[no-untyped-call]
        together = CollectorRegistry()
        MultiProcessCollector(together, str(self._folder))  # type: ignore[no-untyped-call]
        return generate_latest(together)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
