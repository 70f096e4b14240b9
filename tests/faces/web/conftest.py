"""The page inside the test: asked without a network, and read as a browser without a script would."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

import httpx2
import pytest

from rewriter.faces.http.served import Served
from rewriter.faces.web.pages import add_page
from rewriter.service import Service
from tests.faces.http.conftest import Asking

_EMPTY = frozenset({"meta", "link", "input", "br", "hr", "img"})


class Read(HTMLParser):
    """A page as read: its elements with their attributes, its forms with their fields, its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.forms: list[tuple[str, dict[str, str]]] = []
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
        """The fields of a form, by where it is sent, as they are filled in."""
        return dict(next(fields for where, fields in self.forms if where == action))


@dataclass
class Page(Asking):
    """An application with the page, to ask as a browser does."""

    masks: bool = False
    accept: Mapping[str, str] = field(default_factory=lambda: {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})

    def __post_init__(self) -> None:
        """Put the page on the application."""
        super().__post_init__()
        served = Served(Service(self.chat, self.settings, seconds=5), self.chat.name if self.chat else "")
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
