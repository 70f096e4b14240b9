"""An answer as it comes about, for the page's script: verdicts as rows, the draft only on the page that comes last."""

import json

import pytest

from rewriter.chat.port import FailureKind, ModelFailure
from rewriter.chat.scripted import ScriptedChat
from tests import said
from tests.faces.http.test_streams import Dying
from tests.faces.web.conftest import Page, Read, ServePage

GROUPS = "Sarah's mother to attend alcohol support groups"
RIGHT = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{GROUPS} [once a week] for [12 weeks]."))
WRONG = said.rewrite(said.critique(time_bound="not_met"), said.draft("Sarah's mother to go to Greenfield."))
WANTED = {"Accept": "text/event-stream, text/html"}
DANGER = "He is outside now with a knife and she is locked in. Mum to attend the group"


def events_of(page: Page, objective: str = GROUPS, **beside: str) -> list[tuple[str, dict[str, str]]]:
    answer = page.send("/rewrite", {"objective": objective, **beside}, **WANTED)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    blocks = [dict(line.partition(": ")[::2] for line in block.splitlines()) for block in answer.text.split("\n\n")]
    return [(block["event"], json.loads(block["data"])) for block in blocks if block]


def test_five_verdicts_then_the_page(serve_page: ServePage) -> None:
    """Each verdict as the page shows it in the end; the page is the one that a form without a script gets."""
    events = events_of(serve_page(ScriptedChat(RIGHT)))
    assert [kind for kind, _ in events] == ["judgement"] * 5 + ["critique", "rewrite", "done"]
    page = serve_page(ScriptedChat(RIGHT)).send("/rewrite", {"objective": GROUPS}).text
    assert events[-2][1]["page"] == page
    for _, data in events[:5]:
        assert " ".join(Read(data["html"]).words.split()) in " ".join(Read(page).words.split())


def test_nothing_of_a_draft_comes_before_the_guard_has_passed_it(serve_page: ServePage) -> None:
    """The first draft names a place nobody gave; no part that comes holds it."""
    events = events_of(serve_page(ScriptedChat(WRONG, RIGHT)))
    assert "Greenfield" not in repr(events)
    assert [kind for kind, data in events if "page" in data] == ["rewrite"]


def test_no_word_that_comes_is_read_as_markup(serve_page: ServePage) -> None:
    """What a model says of a text stays words."""
    hostile = said.judged("not_met", question='</dd><img src=x onerror="a()">')
    reply = said.rewrite(said.critique(relevant=hostile), said.draft(f"{GROUPS} until [date]."))
    events = events_of(serve_page(ScriptedChat(reply)), GROUPS + " <i>soon</i>")
    told = [Read(data["html"]) for kind, data in events if kind == "judgement"]
    assert any("<img src=x" in read.words for read in told)
    assert {name for read in told for name, _ in read.elements} <= {"div", "dt", "dd", "strong", "p"}


def test_danger_comes_first_and_a_model_that_fails_is_left_to_the_page(serve_page: ServePage) -> None:
    """A notice that stands for an instant would only be read out half."""
    events = events_of(serve_page(ScriptedChat(ModelFailure(FailureKind.UNREACHABLE, "nobody answers"))), DANGER)
    shown = [(kind, data) for kind, data in events if data]
    assert [kind for kind, _ in shown] == ["notice", *["judgement"] * 5, "rewrite"]
    assert Read(shown[0][1]["html"]).elements[0][1]["role"] == "alert"
    assert "could not be used (nobody answers)" in shown[-1][1]["page"]


def test_a_text_that_cannot_be_used_is_told_at_its_field(serve_page: ServePage) -> None:
    """On the page, with all that was typed."""
    ((kind, data),) = events_of(serve_page(ScriptedChat()), "Mum to ring. " * 3000, need="She drinks")
    assert kind == "error"
    read = Read(data["page"])
    assert "#objective" in read.attributes("href")
    assert read.form("/rewrite")["need"] == "She drinks"


def test_a_fault_in_the_middle_brings_no_page(serve_page: ServePage) -> None:
    """So the script sends the form again as it would be sent without one; no word of it is told or logged."""
    page = serve_page(Dying())
    events = events_of(page, "Quillfeather to ring")
    assert events[-1][0] == "error"
    assert not any("page" in data for _, data in events)
    assert "Quillfeather" not in page.log


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/rewrite", {"objective": GROUPS, "show": "masked"}),
        ("/rewrite", {"objective": GROUPS, "today": "soon"}),
        ("/rewrite", {"objective": " "}),
        ("/guard", {"objective": GROUPS, "rewrite": f"{GROUPS} [when]"}),
    ],
)
def test_all_else_comes_whole(serve_page: ServePage, path: str, fields: dict[str, str]) -> None:
    """What would be sent, a mistake in a field, a check: there is nothing to wait for in parts."""
    page = serve_page(ScriptedChat(said.as_json(said.NOBODY_HARMED)))
    assert page.send(path, fields, **WANTED).headers["content-type"].startswith("text/html")


def test_by_rules_alone_nothing_comes_in_parts(page: Page) -> None:
    """The whole answer takes milliseconds; nor does the page hold what the script would show in between."""
    answer = page.send("/rewrite", {"objective": GROUPS}, **WANTED)
    assert answer.headers["content-type"].startswith("text/html")
    assert "template" not in [name for name, _ in Read(answer.text).elements]
