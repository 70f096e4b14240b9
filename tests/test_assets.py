"""The shipped folders are found wherever the product runs from."""

from pathlib import Path

import pytest

from rewriter import assets
from rewriter.errors import AssetError


def package_in(place: Path) -> Path:
    package = place / "rewriter"
    package.mkdir(parents=True)
    return package


def test_a_checkout_keeps_its_folders_beside_the_package(tmp_path: Path) -> None:
    """In a checkout `prompts/` and `fewshot/` stand at the top level."""
    package = package_in(tmp_path)
    (tmp_path / "prompts").mkdir()
    assert assets.folder("prompts", package) == tmp_path / "prompts"


def test_an_installed_package_uses_its_own_folders_first(tmp_path: Path) -> None:
    """A wheel's own copy wins over a folder that happens to lie beside it."""
    package = package_in(tmp_path)
    (tmp_path / "fewshot").mkdir()
    (package / "_assets" / "fewshot").mkdir(parents=True)
    assert assets.folder("fewshot", package) == package / "_assets" / "fewshot"


@pytest.mark.parametrize("where", ["site-packages", "dist-packages"])
def test_a_strangers_folder_in_site_packages_is_not_ours(tmp_path: Path, where: str) -> None:
    """An incomplete install does not read another package's `prompts`."""
    package = package_in(tmp_path / where)
    (tmp_path / where / "prompts").mkdir()
    with pytest.raises(AssetError, match="prompts/"):
        assets.folder("prompts", package)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The error says which folder is missing and gives no machine path."""
    with pytest.raises(AssetError, match="fewshot/") as caught:
        assets.folder("fewshot", package_in(tmp_path))
    assert str(tmp_path) not in str(caught.value)


def test_file_names_are_sorted_and_of_one_kind(tmp_path: Path) -> None:
    """Only files with the suffix are listed, in the same order on every machine."""
    package = package_in(tmp_path)
    (tmp_path / "fewshot").mkdir()
    for name in ("b.yaml", "README.md", "a.yaml"):
        (tmp_path / "fewshot" / name).write_text("x", encoding="utf-8")
    assert assets.file_names("fewshot", ".yaml", package) == ("a.yaml", "b.yaml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The error says which file is missing."""
    (tmp_path / "prompts").mkdir()
    with pytest.raises(AssetError, match=r"prompts/absent\.md"):
        assets.read_text("prompts", "absent.md", package_in(tmp_path))


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    """A file in another encoding is refused rather than read wrongly."""
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "old.md").write_bytes(b"caf\xe9")
    with pytest.raises(AssetError, match=r"prompts/old\.md: .*UTF-8"):
        assets.read_text("prompts", "old.md", package_in(tmp_path))


def test_the_worked_examples_are_found_from_here() -> None:
    """The default place is this package's."""
    assert "sarah_attendance.yaml" in assets.file_names("fewshot", ".yaml")
