"""A rewrite made anywhere is held to its original: nothing invented, changed, dropped or put on the wrong person."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rewriter.answer import Change, Guarded
from rewriter.guarding.guard import guard
from rewriter.smart import Severity
from rewriter.wire.inward import ContextIn, validated

REWRITES = yaml.safe_load((Path(__file__).parent / "rewrites.yaml").read_text("utf-8"))


def guarded(case: dict[str, Any]) -> Guarded:
    """Guard the rewrite of a case, with what is told beside it and the changes that it declares."""
    told = {key: str(value) if key == "today" else value for key, value in case.get("context", {}).items()}
    changes = [Change(c["from"], c["to"], c["reason"], c["rule"]) for c in case.get("changes", ())]
    return guard(case["objective"], case["rewrite"], validated(ContextIn, told, "the context").to_context(), changes)


def faults(found: Guarded) -> list[tuple[str, str]]:
    """Give the faults as kind and words."""
    return [(c.kind.value, c.text) for c in found.concerns if c.severity is Severity.FAULT]


@pytest.mark.parametrize("case", REWRITES["faithful"], ids=lambda case: case["id"])
def test_a_faithful_rewrite_passes(case: dict[str, Any]) -> None:
    """However freely it is worded."""
    assert faults(guarded(case)) == []


@pytest.mark.parametrize("case", REWRITES["faulty"], ids=lambda case: case["id"])
def test_a_faulty_rewrite_does_not_pass(case: dict[str, Any]) -> None:
    """Whatever its one fault is."""
    assert not guarded(case).passes
