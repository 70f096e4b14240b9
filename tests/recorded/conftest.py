"""How real answers are recorded and played again; the README beside this says what is kept of them."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from vcr import VCR
from vcr.cassette import Cassette

from rewriter.chat.configuring import configured
from rewriter.chat.connect import connect
from rewriter.chat.model_settings import Dialect, ModelSettings, Provider
from rewriter.service import Service
from tests.recorded.answering import Answering
from tests.recorded.keeping import Kept, what_is_asked, what_was_said

_DAY = 24 * 60 * 60.0  # people may sit behind the model
_NOBODY = ModelSettings(Provider.CUSTOM, "recorded", "http://127.0.0.1:9/v1", retries=0, breaker_failures=0)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever records say how the answers come about."""
    parser.addoption("--answered", default="", help="how the answers that are recorded come about")


def pytest_configure(config: pytest.Config) -> None:
    """Record nothing without a model that can be replayed, and never without a word of where answers come from."""
    if (config.getoption("--record-mode") or "none") == "none":
        return
    model = configured(environment=os.environ).model
    if model is None or model.structured is not Dialect.JSON_SCHEMA:
        raise pytest.UsageError("to record, set REWRITER_MODEL and REWRITER_BASE_URL; the model keeps to a JSON schema")
    if not config.getoption("--answered", default=""):
        raise pytest.UsageError('to record, say how the answers come about: make record ANSWERED="by ..."')


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:
    """Have each recording say how its answers came about."""
    vcr.register_serializer("yaml", Kept(config.getoption("--answered", default="")))


@pytest.fixture(scope="session")
def vcr_config(record_mode: str) -> dict[str, Any]:
    """Match on what is asked, and not on where: a recording plays wherever it was made."""
    return {
        "before_record_request": what_is_asked,
        "before_record_response": what_was_said,
        "match_on": ["method", "body"],
        "decode_compressed_response": True,
        "drop_unused_requests": record_mode != "none",
    }


@pytest.fixture
def answering(record_mode: str, vcr: Cassette) -> Answering:
    """Give the product with the recorded model behind it, or with the configured one while recording."""
    path = Path(str(vcr.path))
    if record_mode == "none":
        return Answering(Service(connect(_NOBODY, {})), path, recording=False)
    model = configured(environment=os.environ).model
    assert model is not None  # or nothing would have begun
    patient = replace(model, retries=0, breaker_failures=0, timeout=_DAY, attempt_timeout=_DAY)
    return Answering(Service(connect(patient, os.environ), seconds=_DAY), path, recording=True)
