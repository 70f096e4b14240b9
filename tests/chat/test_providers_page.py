"""The page about providers: every block on it can be pasted, and every setting is on it."""

import re
import tomllib
from pathlib import Path

import pytest

from rewriter.chat.addresses import Place, place_of
from rewriter.chat.configuring import KEYS, configured
from rewriter.chat.model_settings import Dialect, Engine, ModelSettings, Provider

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "providers.md").read_text("utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ELSEWHERE = {Provider.AZURE, Provider.OPENAI}


def pasted(block: str, place: Path) -> ModelSettings:
    file = place / "rewriter.toml"
    file.write_text(block, "utf-8")
    read = configured(file=file)
    assert read.engine is Engine.MODEL
    assert read.model is not None
    return read.model


@pytest.mark.parametrize("block", BLOCKS, ids=[str(number) for number in range(len(BLOCKS))])
def test_every_block_can_be_pasted(block: str, tmp_path: Path) -> None:
    """It parses, names its dialect, and its address is what its heading says: the council's own, or elsewhere."""
    model = pasted(block, tmp_path)
    assert "structured" in tomllib.loads(block)["model"]
    assert (place_of(model) is Place.ELSEWHERE) == (model.provider in ELSEWHERE)


def test_every_provider_and_dialect_is_on_the_page(tmp_path: Path) -> None:
    """Each provider with a block of its own, those of the council's own hardware first."""
    providers = [pasted(block, tmp_path).provider for block in BLOCKS]
    assert set(providers) == set(Provider)
    assert set(providers[-2:]) == ELSEWHERE
    assert all(f"`{dialect}`" in PAGE for dialect in Dialect)


def test_every_setting_is_in_the_table() -> None:
    """In the order in which the doctor tells them."""
    assert tuple(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == KEYS


def test_the_defaults_in_the_table_are_the_defaults() -> None:
    """Those that are numbers."""
    plain = ModelSettings(Provider.CUSTOM, "m", "http://localhost/v1")
    for key, told in re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", PAGE, re.MULTILINE):
        assert getattr(plain, key) == float(told)


def test_what_a_prompt_is_said_to_have_is_near_what_it_has() -> None:
    """So that nobody gives a model too short a context."""
    from rewriter.prompts import instructions

    told = re.search(r"about ([\d,]+)\s+characters", PAGE)
    assert told is not None
    assert len(instructions("rewrite").text) <= int(told.group(1).replace(",", "")) * 1.25
