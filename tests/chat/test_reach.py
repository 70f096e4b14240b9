"""Whether a model's server can be reached, found out without a text."""

import pytest

from rewriter.chat.model_settings import Provider
from rewriter.chat.reach import reach
from tests.chat.asks import settings
from tests.chat.model_server import CANARY_OUT, KEY, ModelServer, running


@pytest.mark.parametrize(("model", "listed"), [("ok", True), ("small", True), ("other", False)])
def test_a_server_that_answers_is_there_and_says_whether_it_has_the_model(
    server: ModelServer, model: str, listed: bool
) -> None:
    """Ollama leaves out the tag `latest`."""
    found = reach(settings(server, model), KEY)
    assert (found.there, found.listed) == (True, listed)
    assert CANARY_OUT not in found.message


def test_it_is_asked_for_its_models_and_nothing_else(server: ModelServer) -> None:
    """One request with the key and no body."""
    reach(settings(server), KEY)
    (asked,) = server.asked
    assert (asked.path, asked.body) == ("/v1/models", {})
    assert asked.headers["authorization"] == f"Bearer {KEY}"


def test_azure_lists_models_and_is_asked_by_deployments(server: ModelServer) -> None:
    """So its list cannot tell."""
    base_url = server.address.removesuffix("/v1")
    found = reach(settings(server, "halton-deployment", provider=Provider.AZURE, base_url=base_url), KEY)
    assert (found.there, found.listed) == (True, None)
    assert server.asked[0].path == "/openai/models?api-version=2024-10-21"
    assert server.asked[0].headers["api-key"] == KEY


@pytest.mark.parametrize(
    ("behaviour", "there"),
    [
        ("unknown-model", True),
        ("page", True),
        ("a-list", True),
        ("unauthorised", False),
        ("broken", False),
        ("redirect", False),
        ("cut", True),
        ("hang", False),
    ],
)
def test_whatever_the_server_does_is_told_and_never_raised(server: ModelServer, behaviour: str, there: bool) -> None:
    """In our words, with nothing of the server's."""
    server.listing = behaviour
    found = reach(settings(server), KEY, seconds=0.5)
    assert found.there is there
    assert found.listed is None
    assert CANARY_OUT not in found.message
    assert KEY not in found.message
    assert len(server.asked) == 1


def test_where_nobody_listens_nothing_is_there() -> None:
    """Told by the address."""
    with running() as server:
        pass
    found = reach(settings(server))
    assert not found.there
    assert "cannot be reached" in found.message
