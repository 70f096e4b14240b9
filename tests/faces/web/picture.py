"""Takes the picture of the page that README.md shows: `python -m tests.faces.web.picture`."""

from pathlib import Path
from typing import TYPE_CHECKING

from tests.faces.web.browsing import browser, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["PICTURE", "take"]

PICTURE = Path(__file__).resolve().parents[3] / "docs" / "page.png"
_OBJECTIVE = "Mum to keep Dad away from the house, as he hits her"


def take(chromium: "Browser", address: str, where: Path) -> None:
    """Write the picture: an answer whose gaps are open."""
    page = chromium.new_page(viewport={"width": 900, "height": 1350})
    page.goto(address)
    page.fill("#objective", _OBJECTIVE)
    page.get_by_role("button", name="Judge and redraft it").click()
    page.get_by_text("A person decides: accept it").wait_for()
    page.screenshot(path=where)
    page.close()


if __name__ == "__main__":
    with served() as here, browser() as found:
        take(found, here, PICTURE)
