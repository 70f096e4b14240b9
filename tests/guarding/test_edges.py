"""An amount is the same however it is written, and another with another number, unit, bound or edge."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from rewriter import Context, guard

AMOUNTS = yaml.safe_load((Path(__file__).parent / "amounts.yaml").read_text("utf-8"))
CONTEXT = Context(today=date(2026, 11, 23))


def passes(typed: str, written: str) -> bool:
    """Whether a rewrite passes that has one amount written for the other."""
    original = f"Sara to do this {typed} with mentor"
    return guard(original, f"1. Sara does this {written} with her mentor.", CONTEXT).passes


@pytest.mark.parametrize(("typed", "written"), AMOUNTS["same"], ids=" = ".join)
def test_the_same_amount_written_out_passes(typed: str, written: str) -> None:
    assert passes(typed, written)


@pytest.mark.parametrize(("typed", "written"), AMOUNTS["other"], ids=" / ".join)
def test_another_amount_does_not_pass(typed: str, written: str) -> None:
    assert not passes(typed, written)


def test_a_bound_that_sets_the_mark_of_a_condition_may_be_told_from_the_other_side() -> None:
    original = "If weight under 43kg Dr Rao to admit Lily. Weigh weekly"
    rewrite = "1. Lily is weighed weekly. Unless she is at least 43 kg, Dr Rao admits her."
    assert guard(original, rewrite).passes
