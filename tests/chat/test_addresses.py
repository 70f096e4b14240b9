"""Where a text may be sent."""

import pytest

from rewriter.chat.addresses import Place, host_of, must_mask, place_of, refuse_open, usable
from rewriter.chat.model_settings import Mask, ModelSettings, Provider
from rewriter.errors import ConfigurationError


def at(base_url: str, *, own: bool = False, model: str = "m") -> ModelSettings:
    return ModelSettings(Provider.CUSTOM, model, base_url, own=own)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:11434/v1", "http://127.8.9.1/v1", "http://localhost:8080/v1", "http://[::1]:8000/v1"],
)
def test_this_machine_is_here(address: str) -> None:
    """Loopback in either family, or its usual name."""
    assert place_of(at(address)) is Place.HERE
    assert not must_mask(at(address))
    refuse_open(at(address))


@pytest.mark.parametrize(
    "address",
    [
        "https://api.openai.com/v1",
        "http://0.0.0.0:11434/v1",
        "http://192.168.1.20/v1",
        "http://localhost.example.org/v1",
        "http://127.0.0.1.example.org/v1",
        "http://example.org/127.0.0.1/v1",
        "http://127.0.0.1@example.org/v1",
        "http://127.0.0.1\\@example.org/v1",
        "http://127.0.0.1\t.example.org/v1",
        "http://example.org?x=http://localhost",
        "not an address",
        "",
    ],
)
def test_anything_else_is_elsewhere(address: str) -> None:
    """However it is dressed up: names are masked, and what would be open on the way is refused, saying what to do."""
    assert place_of(at(address)) is Place.ELSEWHERE
    assert must_mask(at(address))
    if address.startswith("https:"):
        refuse_open(at(address))
        return
    with pytest.raises(ConfigurationError, match=r"base_url: nothing was sent .*own = true.* https alone"):
        refuse_open(at(address))


def test_an_address_that_the_council_calls_its_own_is_its_own() -> None:
    """In its own network, or its own name."""
    for address in ("http://192.168.1.20:8000/v1", "https://models.halton.example/v1"):
        assert place_of(at(address, own=True)) is Place.OWN
        assert not must_mask(at(address, own=True))
        refuse_open(at(address, own=True))


def test_masking_can_be_forced_on() -> None:
    """For a model on this machine as well."""
    assert must_mask(ModelSettings(Provider.OLLAMA, "m", "http://127.0.0.1:11434/v1", mask=Mask.ALWAYS))


@pytest.mark.parametrize("address", ["https://api.openai.com/v1", "https://OPENAI.com/v1", "bad address"])
def test_some_are_nobodys_own(address: str) -> None:
    """Saying so does not make it so."""
    assert place_of(at(address, own=True)) is Place.ELSEWHERE


@pytest.mark.parametrize("model", ["gpt-oss:120b-cloud", "kimi-k2:cloud", "Some:1T-Cloud"])
def test_a_model_that_this_machine_passes_on_to_a_cloud_is_elsewhere(model: str) -> None:
    """Ollama does, for models with such a tag."""
    here = at("http://127.0.0.1:11434/v1", model=model, own=True)
    assert place_of(here) is Place.ELSEWHERE
    assert must_mask(here)
    refuse_open(here)  # as far as this machine; what it passes on is masked


def test_a_name_that_ends_alike_is_not_taken_for_one() -> None:
    """Only a tag says so."""
    assert place_of(at("http://127.0.0.1:11434/v1", model="thundercloud")) is Place.HERE


@pytest.mark.parametrize(
    "address",
    [
        "ftp://127.0.0.1/v1",
        "http://",
        "http:///v1",
        "http://me:secret@127.0.0.1/v1",
        "http://127.0.0.1/v1?key=secret",
        "http://127.0.0.1/v1#x",
        "http://127.0.0.1:99999/v1",
        "http://[::1/v1",
        "127.0.0.1:11434",
    ],
)
def test_an_address_with_a_stray_part_is_of_no_use(address: str) -> None:
    """No other protocol, no user, no key, no query."""
    assert not usable(address)


def test_the_host_is_told_with_its_port() -> None:
    """And never with what stands before an @."""
    assert host_of("http://127.0.0.1:11434/v1") == "127.0.0.1:11434"
    assert host_of("http://me:secret@example.org/v1") == "example.org"
