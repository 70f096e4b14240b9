"""Says which commit is measured, where that can be known."""

import shutil
import subprocess
from pathlib import Path

__all__ = ["commit_of"]


def commit_of(folder: Path) -> str:
    """Give the short hash of the commit of a folder, with "-dirty" where it was changed since; "" without git."""
    git = shutil.which("git")
    if git is None:
        return ""
    told = (git, "-C", str(folder), "describe", "--always", "--dirty", "--exclude", "*")
    said = subprocess.run(told, capture_output=True, text=True, check=False)  # noqa: S603 - every word of it is ours
    return said.stdout.strip() if said.returncode == 0 else ""
