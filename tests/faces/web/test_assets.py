"""The files of the page: there in a wheel, compressed, kept by a browser for as long as they stay the same."""

import gzip
import hashlib
import re
from importlib import resources

import pytest

from rewriter.faces.web.assets import asset, asset_path
from tests.faces.web.conftest import Page, Read

STATIC = resources.files("rewriter.faces.web").joinpath("static")
BUDGET = 100_000  # bytes of the first page with all that it loads


def test_the_first_page_is_small_and_waits_for_no_script(page: Page) -> None:
    """Within 100 KB as it is transferred, with the files it loads; the script is deferred."""
    answer = page.get("/")
    read = Read(answer.text)
    loaded = [path for name in ("src", "href") for path in read.attributes(name) if path.startswith("/static/")]
    size = len(answer.content)
    for path in loaded:
        file = page.get(path, **{"Accept-Encoding": "gzip"})
        assert file.headers["content-encoding"] == "gzip"
        size += int(file.headers["content-length"])
    assert len(loaded) == 3
    assert size <= BUDGET
    assert [told for name, told in read.elements if name == "script"] == [{"src": asset_path("page.js"), "defer": ""}]


@pytest.mark.parametrize("name", ["page.css", "page.js", "icon.svg"])
def test_a_file_is_kept_by_its_content(page: Page, name: str) -> None:
    """A browser may keep it for ever, as another content has another address; and nobody need be known to load it."""
    found = asset(name)
    assert found is not None
    assert gzip.decompress(found.compressed) == found.plain
    answer = page.get(asset_path(name), **{"Accept-Encoding": "identity"})
    assert answer.content == found.plain
    assert "immutable" in answer.headers["cache-control"]
    assert page.get(asset_path(name).replace(found.mark, "0" * 12)).status_code == 404


@pytest.mark.parametrize("name", ["LICENSES", "../pages.py", "..%2fpages.py", "nothing.css", "page.css/x", ""])
def test_nothing_else_can_be_fetched(page: Page, name: str) -> None:
    """Not the sources, nor what is no file of the page."""
    assert page.get(f"/static/{'0' * 12}/{name}").status_code == 404
    with pytest.raises(LookupError):
        asset_path(name)


def test_where_each_file_is_from_is_written_down() -> None:
    """Every file that ships is listed with what it was made from and the SHA-256 of its content, as it is."""
    listed = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", text_of("PROVENANCE.md"), re.MULTILINE))
    files = {file.name: file.read_bytes() for file in STATIC.iterdir()}
    made = {name: hashlib.sha256(plain).hexdigest() for name, plain in files.items() if name != "PROVENANCE.md"}
    assert listed == made
    assert "govuk-frontend 6.6.0" in text_of("PROVENANCE.md")


def text_of(name: str) -> str:
    return STATIC.joinpath(name).read_text("utf-8")
