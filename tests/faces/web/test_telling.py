"""What the page tells of a draft is told once, with its reason, and in the order in which it is read."""

import re

import pytest

from rewriter import pipeline
from rewriter.faces.web.views import Views
from rewriter.settings import Settings
from tests.faces.web.conftest import Page, Read

BLAMING = "Sarah's mother to keep dad away from the house, he hits her. Nan to take Ryan to school"
SEVERAL = "Nan to go to chess\nMum to go to yoga\nDad to go to judo"


def shown_asks(read: Read) -> list[str]:
    """The questions written under the draft, beside those that label the boxes."""
    return [told["class"] for tag, told in read.elements if tag == "span" and told.get("class") == "gap-name"]


def test_what_puts_the_harm_on_somebody_is_quoted_beside_the_warning(page: Page) -> None:
    """With the reason, above the draft; a text in which nothing was found quotes nothing."""
    above = page.draft(BLAMING).words.partition("The draft, with")[0]
    assert "It makes the person harmed answer for the harm." in above
    assert "keep dad away from the house\u201d: " in above
    led_on = page.draft("Mum to keep Dad away from the house, as he hits her").words
    assert "\u201cMum to keep Dad away from the house\u201d: " in led_on
    assert "\u201d: " not in page.draft("Dad hits Mum. Dad to move out by 4 May 2027.").words.partition("The draft")[0]


def test_a_question_that_several_brackets_ask_is_written_once(page: Page) -> None:
    """Under the first of them; each box still has it as its label, once."""
    read = page.draft(SEVERAL)
    boxes = [told["id"] for tag, told in read.elements if tag == "input" and told.get("class") == "gap-input"]
    labels = [told["for"] for tag, told in read.elements if tag == "label"]
    assert len(boxes) > len(shown_asks(read)) > 0
    assert [labels.count(box) for box in boxes] == [1] * len(boxes)
    assert not any("aria-describedby" in told for _, told in read.elements if told.get("class") == "gap-input")


def test_a_draft_that_blames_is_warned_of(page: Page) -> None:
    """Once a change has been taken back, or other words have been put in."""
    undone = page.answered("/undo", page.draft(BLAMING).form("/undo"))
    lines = [told.get("class", "") for tag, told in undone.elements if tag == "li"]
    assert lines.count("who-answers__said") > 1
    fine = page.draft("Sarah to ring the school. Dad hits Sarah.")
    fields = {**fine.form("/edit"), "text.objectives.0": "Sarah to stop Dad hitting her by 4 May 2027."}
    assert any("who-answers--warn" in words for words in page.answered("/edit", fields).attributes("class"))


@pytest.mark.parametrize(("words", "unfolded"), [("Nan to engage.", 1), ("Nan to ring the school by [date].", 0)])
def test_the_boxes_for_other_words_are_unfolded_where_nothing_else_can_mend_a_draft(words: str, unfolded: int) -> None:
    """Where it has no gap and falls short; else they wait, folded."""
    draft = pipeline.reword(pipeline.rewrite("Nan to ring the school"), {"objectives.0": words})
    read = Read(Views(Settings()).answer("", draft, {}))
    assert len([told for tag, told in read.elements if tag == "details" and "open" in told]) == unfolded


@pytest.mark.parametrize("text", [BLAMING, "mum 2 attend AA\ndad engage w/ probation\nkids to be safe"])
def test_notes_are_numbered_as_they_stand_in_the_text_and_quote_it_once(page: Page, text: str) -> None:
    """Whoever reads along finds them in order."""
    read = page.draft(text)
    marks = [int(where.removeprefix("#note-")) for where in read.attributes("href") if where.startswith("#note-")]
    assert marks == sorted(marks)
    assert marks
    assert not re.search(r"(\u201c[^\u201d]+\u201d): \1", read.words)
