"""What was measured, written to RESULTS.md: each program has a part of its own, and leaves those of others."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rewriter import text
from rewriter.version import VERSION

__all__ = ["RESULTS", "how_measured", "write_part"]

RESULTS = Path(__file__).parent / "RESULTS.md"


def how_measured() -> str:
    """Give when and on what this is measured, and how busy the machine is with other work."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    made_with = f"rewriter {VERSION}, Python {platform.python_version()}, {machine}"
    if not text.__file__.endswith(".py"):
        made_with += ", the rules compiled"
    measured_on = f"Measured on {datetime.now(tz=UTC):%d %B %Y}: {made_with}."
    busy = f"The load of other work was {os.getloadavg()[0]:.1f} at the start." if hasattr(os, "getloadavg") else ""
    return f"{measured_on} Times depend on the machine; ratios less so. {busy}".rstrip()


def write_part(title: str, lines: Sequence[str]) -> None:
    """Put lines in the place of the part with a title, or after all others; the file is made where there is none."""
    parts: dict[str, list[str]] = {}
    current = ""
    for line in RESULTS.read_text("utf-8").splitlines() if RESULTS.is_file() else ():
        if line.startswith("# "):
            current = line
        parts.setdefault(current, []).append(line)
    parts[f"# {title}"] = [f"# {title}", "", *lines]
    whole = "\n\n".join("\n".join(part).strip() for part in parts.values() if part)
    RESULTS.write_text(f"{whole}\n", "utf-8")
    print(f"\nwritten to {RESULTS.name}")
