"""Bounds that figures are held against: the targets of the work, and the floors that a change may not fall below."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

__all__ = ["FLOORS", "TARGETS", "TARGETS_WITH_MODEL", "Bound", "load_bounds"]

TARGETS = Path(__file__).parent / "targets.toml"
TARGETS_WITH_MODEL = Path(__file__).parent / "targets_with_model.toml"
FLOORS = Path(__file__).parent / "floors.toml"


@dataclass(frozen=True, slots=True)
class Bound:
    """A least or a most that a value should have."""

    limit: float
    at_least: bool

    def holds(self, value: float | None) -> bool:
        """Whether a value keeps to it; a value that is undefined does not. Values count to four decimals."""
        if value is None:
            return False
        rounded = round(value, 4)
        return rounded >= self.limit if self.at_least else rounded <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


def load_bounds(path: Path) -> dict[str, dict[str, Bound]]:
    """Read a file of bounds: for each table of the file, bounds by score id.

    Raises ValueError, naming table and score, where an entry is not `{ at_least = number }` or `{ at_most = number }`.
    """
    tables = tomllib.loads(path.read_text("utf-8"))
    return {
        table: {name: _bound(f"{table}.{name}", entry) for name, entry in entries.items()}
        for table, entries in tables.items()
    }


def _bound(where: str, entry: object) -> Bound:
    if isinstance(entry, dict) and len(entry) == 1:
        ((key, limit),) = entry.items()
        if key in ("at_least", "at_most") and isinstance(limit, int | float) and not isinstance(limit, bool):
            return Bound(float(limit), key == "at_least")
    raise ValueError(f"{where}: must be {{ at_least = number }} or {{ at_most = number }}")
