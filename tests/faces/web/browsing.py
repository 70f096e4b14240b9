"""A real browser for the page: Debian's Chromium by Playwright, and the page served to it from this process."""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

import uvicorn
from fastapi import FastAPI

from rewriter.faces.http.start import Told, application_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["DESK", "PHONE", "Open", "browser", "faults_of", "pasted", "served", "why_not"]

PHONE = {"width": 320, "height": 700}
DESK = {"width": 1000, "height": 900}
Open: TypeAlias = Callable[..., "Page"]

_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def why_not() -> str:
    """Say what is missing for a browser; "" where all of it is here."""
    if not (find_spec("playwright") and find_spec("axe_playwright_python")):
        return "Playwright is not installed: pip install -e '.[browser]'"
    return "" if _chromium() else "Chromium is not installed: apt-get install chromium"


def _chromium() -> str:
    return shutil.which("chromium") or shutil.which("chromium-browser") or ""


@contextmanager
def browser() -> Iterator["Browser"]:
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=_chromium(), args=_QUIET)
        yield found
        found.close()


@contextmanager
def served(app: FastAPI | None = None) -> Iterator[str]:
    """Serve the page by rules alone, or an application given, and give its address."""
    config = uvicorn.Config(app or application_for(Told({}, {})), port=0, log_config=None, access_log=False, ws="none")
    server = uvicorn.Server(config)
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(30)


def faults_of(page: "Page") -> list[str]:
    """What axe-core finds against the page as it stands, and whether it has to be scrolled sideways."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    faults = [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return faults + ([f"{wide} px too wide"] if wide > 0 else [])


def pasted(page: "Page", text: str) -> "Page":
    """Paste an objective and wait for the answer."""
    page.fill("#objective", text)
    page.get_by_role("button", name="Judge and redraft it").click()
    page.get_by_text("A person decides: accept it").wait_for()
    return page
