"""The case card counts the cases as they are, and their schemas say what the program reads."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evals.case_card import CARD, counts, with_counts
from evals.cases import CASES, CaseError, Origin, load
from evals.guard_cases import load_guard
from evals.masking_cases import load_masking
from evals.schemas import FOLDER, SHAPES, schema_text


def closed(part: object) -> Iterator[bool]:
    """Say of every object with named keys in a schema whether it refuses others."""
    if isinstance(part, dict):
        if "properties" in part:
            yield part.get("additionalProperties") is False
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from closed(inner)


def test_the_counts_on_the_case_card_are_those_of_the_cases() -> None:
    """`python -m evals.case_card` makes them so."""
    sets = load()
    if Origin.UNTOUCHED not in {group.origin for group in sets.all()}:
        pytest.skip("the untouched sets are kept away here, and the card counts them")
    card = CARD.read_text("utf-8")
    assert with_counts(card, counts(sets)) == card


def test_a_card_without_a_place_for_the_counts_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        with_counts("# Case card\n", "none")


def test_the_card_tells_only_the_number_of_the_untouched_cases() -> None:
    """A column of their domains would be a first look at them."""
    heads = [line for line in CARD.read_text("utf-8").splitlines() if line.startswith("|  |")]
    assert heads
    assert not [line for line in heads if "Untouched" in line]


def test_there_is_a_schema_for_every_kind_of_case_file() -> None:
    """A kind of file without one could not be written elsewhere."""
    without = [
        path.name
        for path in CASES.glob("*.jsonl")
        if not any(name in (path.stem, *path.stem.split("_")) for name in SHAPES)
    ]
    assert without == []


@pytest.mark.parametrize("name", SHAPES)
def test_the_schemas_are_those_of_the_classes(name: str) -> None:
    """`python -m evals.schemas` makes them so."""
    assert (FOLDER / f"{name}.json").read_text("utf-8") == schema_text(SHAPES[name])


@pytest.mark.parametrize("name", SHAPES)
def test_the_schemas_refuse_unknown_keys(name: str) -> None:
    """At every depth, as the program does."""
    found = list(closed(json.loads((FOLDER / f"{name}.json").read_text("utf-8"))))
    assert found
    assert all(found)


@pytest.mark.parametrize(("name", "read"), [("guard_development", load_guard), ("masking_development", load_masking)])
def test_an_unknown_key_of_a_guard_or_masking_case_is_refused(
    tmp_path: Path, name: str, read: Callable[[Path], object]
) -> None:
    """A mistyped key would be a label that nobody reads."""
    line = json.loads((CASES / f"{name}.jsonl").read_text("utf-8").splitlines()[0]) | {"spann": ""}
    (tmp_path / f"{name}.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(CaseError, match="spann"):
        read(tmp_path)
