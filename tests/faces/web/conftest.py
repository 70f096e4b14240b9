"""The page inside the test, asked without a network and read as without a script; and the same in a real browser."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import httpx2
import pytest

from rewriter.faces.http.served import Served
from rewriter.faces.web.pages import add_page
from rewriter.service import Service
from tests.faces.http.conftest import Asking
from tests.faces.web.browsing import DESK, Open, browser, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window

_EMPTY = frozenset({"meta", "link", "input", "br", "hr", "img"})


class Read(HTMLParser):
    """A page as read: its elements with their attributes, its forms with their fields, its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.buttons: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self._known: dict[str, dict[str, str]] = {}
        self.words = ""
        self._open: list[str] = []
        self._writing = ""
        self.feed(page)
        self.close()
        assert self._open == [], "an element is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and a field in its form."""
        told = {name: value or "" for name, value in attrs}
        self.elements.append((tag, told))
        if tag not in _EMPTY:
            self._open.append(tag)
        if tag == "form":
            self.forms.append((told["action"], {}))
            self._known[told.get("id", "")] = self.forms[-1][1]
        if tag == "button" and "formaction" in told:
            form = self._known[told["form"]] if "form" in told else self.forms[-1][1]
            sent = {told["name"]: told["value"]} if "name" in told else {}
            self.buttons.append((told["formaction"], form, sent))
        if tag == "input":
            self.forms[-1][1][told["name"]] = told.get("value", "")
        if tag == "textarea":
            self._writing = told.get("name", "not sent")
            if "name" in told:
                self.forms[-1][1][self._writing] = ""

    def handle_endtag(self, tag: str) -> None:
        """Close an element, which has to be the last that was opened."""
        assert self._open.pop() == tag, f"</{tag}> closes something else"
        if tag == "textarea":
            self._writing = ""

    def handle_data(self, data: str) -> None:
        """Note words."""
        if self._writing and self.forms and self._writing in self.forms[-1][1]:
            self.forms[-1][1][self._writing] += data.removeprefix("\n")
        self.words += data

    def attributes(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [told[name] for _, told in self.elements if name in told]

    def form(self, action: str) -> dict[str, str]:
        """The fields that are sent somewhere, as they are filled in: by a form, or by the first button that does."""
        found = [fields for where, fields in self.forms if where == action]
        found += [{**fields, **sent} for where, fields, sent in self.buttons if where == action]
        return dict(found[0])


@dataclass
class Page(Asking):
    """An application with the page, to ask as a browser does."""

    masks: bool = False
    accept: Mapping[str, str] = field(default_factory=lambda: {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})

    def __post_init__(self) -> None:
        """Put the page on the application."""
        super().__post_init__()
        service = Service(self.chat, self.settings, seconds=5, masked=self.masks)
        served = Served(service, self.chat.name if self.chat else "")
        add_page(self.app, served, masks=self.masks)

    def get(self, path: str, **headers: str) -> httpx2.Response:
        """Open a page."""
        return self.ask("GET", path, headers={**self.accept, **headers})

    def send(self, path: str, fields: Mapping[str, str], **headers: str) -> httpx2.Response:
        """Send a form."""
        form = {"Content-Type": "application/x-www-form-urlencoded", **self.accept, **headers}
        return self.ask("POST", path, content=urlencode(fields), headers=form)

    def answered(self, path: str, fields: Mapping[str, str]) -> Read:
        """Send a form that is in order, and read the page that answers."""
        answer = self.send(path, fields)
        assert answer.status_code == 200, answer.status_code
        return Read(answer.text)

    def draft(self, objective: str, **beside: str) -> Read:
        """Paste an objective and read the answer."""
        return self.answered("/rewrite", {"objective": objective, **beside})


ServePage = Callable[..., Page]


@pytest.fixture
def serve_page() -> ServePage:
    """Make a page to ask."""
    return Page


@pytest.fixture
def page() -> Page:
    """The page with rules alone."""
    return Page()


@pytest.fixture(scope="module")
def here() -> Iterator[str]:
    """The address of the page."""
    with served() as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """The browser, once for all tests here."""
    with browser() as found:
        yield found


@pytest.fixture
def open_page(chromium: "Browser", here: str) -> Iterator[Open]:
    """Open a page of the service in a fresh window; what goes elsewhere or breaks the policy fails the test."""
    contexts, wrong = [], []

    def opened(path: str = "/", *, script: bool = True, size: dict[str, int] | None = None) -> "Window":
        context = chromium.new_context(java_script_enabled=script, viewport=size or DESK, accept_downloads=True)  # type: ignore[arg-type]
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=here)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(here) else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security" in said.text else None)
        page.goto(f"{here}{path}")
        return page

    yield opened
    kept = [context.cookies() for context in contexts]
    for context in contexts:
        context.close()
    assert wrong == []
    assert not any(kept)
