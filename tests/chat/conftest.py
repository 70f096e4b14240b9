"""A model's server for a test, and a chat that asks it."""

from collections.abc import Iterator

import pytest

from tests.chat.model_server import ModelServer, running


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """Run a server that behaves as the model's name says."""
    with running() as started:
        yield started
