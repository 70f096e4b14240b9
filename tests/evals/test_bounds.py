"""Bounds are read strictly and hold to four decimals."""

from pathlib import Path

import pytest

from evals.bounds import Bound, load_bounds


def test_a_bound_holds_at_its_limit() -> None:
    """At least includes the limit, at most as well; rounding noise does not break either."""
    assert Bound(0.7, at_least=True).holds(0.69999)
    assert not Bound(0.7, at_least=True).holds(0.6998)
    assert Bound(0.08, at_least=False).holds(0.08)
    assert not Bound(0.08, at_least=False).holds(0.081)


def test_what_is_undefined_keeps_no_bound() -> None:
    """A figure that cannot be made is not a figure that was reached."""
    assert not Bound(0.0, at_least=True).holds(None)
    assert not Bound(1.0, at_least=False).holds(None)


def test_a_file_of_bounds(tmp_path: Path) -> None:
    """A table for each set, a bound for each score."""
    path = tmp_path / "floors.toml"
    path.write_text('[given]\n"a.b" = { at_least = 0.5 }\nc = { at_most = 1 }\n', encoding="utf-8")
    assert load_bounds(path) == {"given": {"a.b": Bound(0.5, at_least=True), "c": Bound(1.0, at_least=False)}}


@pytest.mark.parametrize(
    "entry", ["0.5", "{ least = 0.5 }", "{ at_least = true }", "{ at_least = 0.1, at_most = 0.2 }"]
)
def test_a_bound_written_wrongly_is_named(tmp_path: Path, entry: str) -> None:
    """The error says which score, so a mistyped floor never passes as none."""
    path = tmp_path / "floors.toml"
    path.write_text(f"[given]\nsplit = {entry}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"given\.split"):
        load_bounds(path)
