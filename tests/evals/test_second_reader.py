"""A fifth of our own cases has been read a second time, and how far the two readings agree is reported."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from evals.cases import Origin, load
from evals.second_reader import read_objectives, read_responsibility, table

SETS = load()
OBJECTIVES = {case.id for group in SETS.objectives if group.origin is Origin.OWN for case in group.cases}
TEXTS = {case.id for group in SETS.responsibility if group.origin is Origin.OWN for case in group.cases}


def test_a_fifth_of_our_own_cases_was_read_again() -> None:
    """Nearly: cases may be added after the draw, which later draws then take in."""
    assert read_objectives().keys() <= OBJECTIVES
    assert read_responsibility().keys() <= TEXTS
    assert len(read_objectives()) >= 0.18 * len(OBJECTIVES)
    assert len(read_responsibility()) >= 0.18 * len(TEXTS)


def test_a_reading_with_an_unknown_field_is_refused(tmp_path: Path) -> None:
    line = {"id": "a", "abuse": True, "on_victim": True, "unassigned": False, "hides_information": False}
    line |= {"mutualises": False, "minimises": False}
    (tmp_path / "responsibility.jsonl").write_text(json.dumps(line), "utf-8")
    assert list(read_responsibility(tmp_path)) == ["a"]
    (tmp_path / "responsibility.jsonl").write_text(json.dumps(line | {"why": "extra"}), "utf-8")
    with pytest.raises(ValidationError):
        read_responsibility(tmp_path)


def test_the_table_says_how_many_were_read_and_agrees_with_itself() -> None:
    found = table(SETS)
    assert found.columns[1] == f"{len(read_objectives())} objectives, {len(read_responsibility())} texts"
    assert [row[0] for row in found.rows][:5] == [
        f"{name}, lenient kappa" for name in ("Specific", "Measurable", "Achievable", "Relevant", "Time-bound")
    ]
    assert all(row[1] for row in found.rows)
