"""With a model elsewhere, all that would be sent is shown before it is, and nothing else is sent."""

import json

import pytest

from rewriter.chat.scripted import ScriptedChat
from tests import said
from tests.faces.web.conftest import Read, ServePage

GROUPS = "Sarah's mother to attend alcohol support groups"
RIGHT = said.rewrite(said.critique(time_bound="not_met"), said.draft(f"{GROUPS} [once a week] for [12 weeks]."))


def test_with_a_model_elsewhere_what_would_be_sent_is_listed_first(serve_page: ServePage) -> None:
    """Each name with its token; only what was listed is sent, and the model is not asked before."""
    plain = said.draft("Mum to attend the group [once a week] for [12 weeks].")
    page = serve_page(ScriptedChat(said.rewrite(said.critique(time_bound="not_met"), plain)), masks=True)
    start = Read(page.get("/").text)
    assert [told["value"] for _, told in start.elements if told.get("name") == "show"] == ["masked"]
    read = page.answered("/rewrite", {"objective": f"{GROUPS} with Zofia", "names": "Zofia", "show": "masked"})
    assert "goes out as <PERSON_" in read.words
    send = read.form("/rewrite")
    assert send["objective"] == f"{GROUPS} with Zofia"
    assert send["names"] == "Zofia"
    answer = page.answered("/rewrite", {"objective": "Mum to attend the group"})
    assert "the model scripted" in answer.words


@pytest.mark.parametrize("path", ["/rewrite", "/guard"])
def test_all_that_is_sent_to_a_model_elsewhere_is_shown_first(serve_page: ServePage, path: str) -> None:
    """Word for word: the text, the need, who is who, who harms whom; and what may be a name and is not masked."""
    chat = ScriptedChat(*["no answer"] * 6)
    page = serve_page(chat, masks=True)
    fields = {
        "objective": "Zofia Kowalska to ring Greenfield Surgery about Danuta by 4 May 2027",
        "rewrite": "Zofia Kowalska to ring Greenfield Surgery about Danuta and Marlo by [date]",
        "need": "Zofia has not slept, says Mr Amberley",
        "people": "Danuta = mother",
        "harms": "Karol > Danuta: hits her",
        "baseline": "Case 558123 rang twice",
        "today": "1 May 2027",
    }
    shown = page.answered(path, {**fields, "show": "masked"})
    assert chat.asked == []
    words = [part for part in shown.words.splitlines() if "<PERSON_" in part and "goes out" not in part]
    assert len(words) == (4 if path == "/rewrite" else 3)
    page.send(path, shown.form(path))
    sent = "\n".join(message.text for ask in chat.asked for message in ask.messages)
    for name in ("Zofia", "Kowalska", "Danuta", "Amberley", "Karol", "Greenfield"):
        assert name not in sent
    line = next(line for line in chat.asked[0].messages[-1].text.splitlines() if line.startswith("{"))
    case, told = json.loads(line), json.loads(line)["context"]
    assert all(part in shown.words for part in case.values() if isinstance(part, str))
    people = [f"{one['name']} = {one['role']}" for one in told["people"]]
    harms = [f"{one['by']} > {one['to']}: {one['what']}" for one in told["harms"]]
    for part in (told.get("need", ""), told.get("baseline", ""), *people, *harms):
        assert part in shown.words
    assert told.get("today", "2027-05-01") == "2027-05-01"
    assert ("1 May 2027" in shown.words) == ("today" in told)


def test_what_may_be_a_name_and_is_sent_is_warned_of(serve_page: ServePage) -> None:
    """Before anything leaves."""
    page = serve_page(ScriptedChat(RIGHT), masks=True)
    warned = page.answered("/rewrite", {"objective": "Mum to pay £1234567 back", "show": "masked"})
    calm = page.answered("/rewrite", {"objective": "Mum to ring the school about it", "show": "masked"})
    assert ("would be sent as it is" in warned.words, "would be sent as it is" in calm.words) == (True, False)
