"""What is logged: one line of JSON a request, of fields that are named here, so that no text can slip in.

What other libraries say is told by its kind alone, as their messages may hold anything; uvicorn's own words are kept.
"""

import json
import logging
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime
from traceback import extract_tb
from types import TracebackType
from typing import Any, TextIO

import structlog

__all__ = ["FIELDS", "Log", "NoText", "log_to", "place_of"]

FIELDS = frozenset(
    """
    event level time request_id caller method route status milliseconds bytes_in bytes_out engine fallback error place
    host port workers keys model rate redis logger
    """.split()
)
"""All that a line may say."""

Log = structlog.typing.FilteringBoundLogger
_LEVEL = logging.INFO


def log_to(stream: TextIO | None = None) -> Log:
    """Give a log that writes lines of JSON, on standard error if nothing else is said."""
    log: Log = structlog.wrap_logger(
        structlog.PrintLogger(stream or sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            _only_known,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVEL),
    )
    return log


def place_of(trace: TracebackType | None) -> str:
    """Give the line of code in which an error arose, which is all that is told of it beside its name."""
    frames = extract_tb(trace)
    return f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""


def _only_known(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: value for key, value in event.items() if key in FIELDS}


class NoText(logging.Formatter):
    """Writes what libraries log as lines of JSON, with no message but uvicorn's, and no error but its name."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        ours = record.name.startswith("uvicorn")
        said: dict[str, object] = {
            "event": record.getMessage().strip() if ours else "a library logged something",
            "level": record.levelname.lower(),
            "logger": record.name,
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        if record.exc_info and record.exc_info[0] is not None:
            said |= {"error": record.exc_info[0].__name__, "place": place_of(record.exc_info[2])}
        return json.dumps(said, sort_keys=True)
