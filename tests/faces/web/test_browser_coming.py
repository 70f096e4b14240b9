"""Verdicts that come while a model is still writing, in a real browser; the draft only once it has been checked."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from rewriter.chat.port import Ask, Heard, Reply
from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.http.app import application
from rewriter.faces.http.served import Served
from rewriter.faces.web.pages import add_page
from rewriter.service import Service
from tests import said
from tests.faces.web.browsing import DESK, PHONE, Open, faults_of, pasted, served, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "all is here")

GROUPS = "Sarah's mother to attend alcohol support groups"
RIGHT = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{GROUPS} [once a week] for [12 weeks]."))
JUDGED = "All five are judged. The draft is being written, and is shown once it has been checked."
HALF, DRAFTING = '"relevant"', '"objectives"'


class Writing:
    """The scripted model, which holds its pen before a word, until it is let go; or breaks there, at its first ask."""

    name = "scripted"

    def __init__(self) -> None:
        self.before = ""
        self.breaks = False
        self.go_on = threading.Event()

    def hold(self, before: str, *, breaks: bool = False) -> None:
        """Say where to hold, or break, the next time."""
        self.before, self.breaks = before, breaks
        self.go_on.clear()

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Write what is scripted."""
        pieces: list[str] = []
        whole = await ScriptedChat(RIGHT).reply(ask, pieces.append)
        if heard is None:
            return whole
        held = False
        written = ""
        for piece in pieces:
            if self.before in written + piece and not held:
                held = True
                if self.breaks:
                    raise ZeroDivisionError
                await asyncio.to_thread(self.go_on.wait, 60)
            written += piece
            heard(piece)
        return whole


@pytest.fixture(scope="module")
def model() -> Writing:
    """The model behind the page here."""
    return Writing()


@pytest.fixture(scope="module")
def here(model: Writing) -> Iterator[str]:
    """The address of a page with that model behind it."""
    behind = Served(Service(model, seconds=120), model.name)
    with served(add_page(application(behind, model_seconds=120), behind)) as address:
        yield address


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_verdicts_stand_while_the_model_is_still_writing(open_page: Open, model: Writing, size: dict[str, int]) -> None:
    """Readable by everybody half-way; the draft comes with the whole answer, which takes their place."""
    model.hold(HALF)
    page = open_page(size=size)
    page.fill("#objective", GROUPS)
    page.get_by_role("button", name="Judge and redraft it").click()
    page.locator(".coming dt", has_text="Measurable").wait_for()
    assert page.locator(".coming dt").all_inner_texts() == ["Specific", "Measurable"]
    assert "once a week" not in page.content()
    assert page.locator("[role=status]").inner_text() == "Judging. This can take a moment."
    assert faults_of(page) == []
    model.go_on.set()
    page.get_by_role("heading", name="A draft, with 2 things to agree").wait_for()
    assert page.locator(".coming").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.get_by_placeholder("[once a week]").count() == 1


def test_a_screen_reader_is_told_three_things_and_no_more(open_page: Open, model: Writing) -> None:
    """That it is being judged, that all are judged, and what came of it: not each verdict by itself."""
    model.hold(DRAFTING)
    page = open_page()
    page.evaluate(
        """() => { window.told = []; new MutationObserver(() => window.told.push(
            document.querySelector('[role=status]').textContent)).observe(
            document.querySelector('[role=status]'), { childList: true }); }"""
    )
    page.fill("#objective", GROUPS)
    page.get_by_role("button", name="Judge and redraft it").click()
    page.locator(".coming").get_by_text(JUDGED).wait_for()
    assert page.locator(".coming dt").count() == 5
    model.go_on.set()
    page.get_by_text("A person decides: accept it").wait_for()
    assert page.evaluate("window.told") == [
        "Judging. This can take a moment.",
        JUDGED,
        "A draft, with 2 things to agree",
    ]


def test_a_stream_that_breaks_is_followed_by_the_plain_form(open_page: Open, model: Writing) -> None:
    """The form is sent again as it would be without a script, and is answered."""
    model.hold(HALF, breaks=True)
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.headers["accept"]) if sent.method == "POST" else None)
    pasted(page, GROUPS)
    assert asked == ["text/event-stream, text/html", "text/html"]
    assert page.get_by_placeholder("[once a week]").count() == 1


def test_where_the_plain_form_fails_too_nothing_typed_is_lost(open_page: Open, model: Writing) -> None:
    """It is said, with all that was typed still in the form."""
    model.hold(HALF, breaks=True)
    page = open_page()
    page.route(
        "**/rewrite",
        lambda route: route.continue_() if "event-stream" in route.request.headers["accept"] else route.abort(),
    )
    page.fill("#objective", GROUPS)
    page.get_by_role("button", name="Judge and redraft it").click()
    page.get_by_text("The service could not be reached").wait_for()
    assert page.input_value("#objective") == GROUPS
    assert page.locator(".coming").count() == 0


def test_it_can_be_stopped_and_sent_again(open_page: Open, model: Writing) -> None:
    """What was typed is there to be changed; the answer that was stopped does not come after all."""
    model.hold(HALF)
    page = open_page()
    page.fill("#objective", GROUPS)
    page.get_by_role("button", name="Judge and redraft it").click()
    page.get_by_role("button", name="Stop, and let me change it").click()
    page.locator(".coming").wait_for(state="detached")
    assert page.evaluate("document.activeElement.id") == "objective"
    assert page.input_value("#objective") == GROUPS
    model.go_on.set()
    pasted(page, f"{GROUPS} and to ring the school")
    page.go_back()
    assert page.input_value("#objective") == f"{GROUPS} and to ring the school"


def test_without_a_script_the_answer_comes_whole(open_page: Open, model: Writing) -> None:
    """As by rules alone: a form is sent, a page comes."""
    model.hold("")
    page = pasted(open_page(script=False), GROUPS)
    assert page.get_by_placeholder("[once a week]").count() == 1
