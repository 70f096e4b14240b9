"""Finds the folders of data that ship with the product: prompts/ and fewshot/.

They stand at the top of a checkout and, in an installed wheel, under `rewriter/_assets/`. The wheel's place is
looked at first, so an installed copy never picks up a folder that happens to lie beside it.
"""

from pathlib import Path
from typing import Literal

from rewriter.errors import AssetError

__all__ = ["PACKAGE", "FolderName", "file_names", "folder", "read_text"]

FolderName = Literal["prompts", "fewshot"]
_INSTALLED = frozenset({"site-packages", "dist-packages"})
PACKAGE = Path(__file__).resolve().parent
"""The directory of this package, the default for every `package` below."""


def folder(name: FolderName, package: Path = PACKAGE) -> Path:
    """Give the path of a shipped folder.

    `package` is the directory of the installed or checked-out `rewriter` package. Raises `AssetError` where
    the folder is in neither place.
    """
    shipped = package / "_assets" / name
    if shipped.is_dir():
        return shipped
    beside = package.parent / name
    # In site-packages a folder called "prompts" would be somebody else's.
    if beside.is_dir() and package.parent.name not in _INSTALLED:
        return beside
    raise AssetError(f"{name}/: the folder is missing; the product is not completely installed")


def file_names(name: FolderName, suffix: str, package: Path = PACKAGE) -> tuple[str, ...]:
    """Give the names of the files in a shipped folder that end in `suffix` (".yaml"), sorted. Raises `AssetError`."""
    return tuple(sorted(path.name for path in folder(name, package).iterdir() if path.name.endswith(suffix)))


def read_text(name: FolderName, file: str, package: Path = PACKAGE) -> str:
    """Give the text of one shipped file. Raises `AssetError`, naming it, where it is missing or not UTF-8."""
    try:
        return (folder(name, package) / file).read_text(encoding="utf-8")
    except OSError as error:
        raise AssetError(f"{name}/{file}: the file is missing or cannot be read") from error
    except UnicodeDecodeError as error:
        raise AssetError(f"{name}/{file}: the file is not UTF-8 text") from error
