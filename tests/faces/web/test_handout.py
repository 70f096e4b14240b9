"""Before and after for a trainer: from a draft and from the worked examples, on a page and as a Word file."""

import io
import json

import docx
import pytest

from rewriter import fewshot, pipeline
from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.web.handout import Handout, NotDrafted, from_draft, from_examples
from rewriter.faces.web.word import as_word
from rewriter.settings import Settings
from tests.faces.web.conftest import Page, Read, ServePage

BLAMING = "Sarah's mother to keep dad away from the house and attend alcohol support groups asap, he hits her"
SETTINGS = Settings()
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def words_of(file: bytes) -> str:
    document = docx.Document(io.BytesIO(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_draft_is_shown_before_and_after() -> None:
    """With the verdicts, what changed and why, and what is still to agree."""
    shown = from_draft(pipeline.rewrite(BLAMING))
    assert shown.before == BLAMING
    assert [name for name, _ in shown.after][:2] == ["Goal", "Objective 1"]
    assert shown.changes
    assert all(words.startswith("[") and question for words, question in shown.questions)


def test_the_same_question_of_several_objectives_is_asked_once() -> None:
    """Their brackets show where; and what has no gap and falls short is said to."""
    shown = from_draft(pipeline.rewrite("- Nan to go to chess\n- Mum to go to yoga\n- Dad to go to judo"))
    assert len(shown.after) > 2
    assert len(set(shown.questions)) == len(shown.questions) > 0
    assert shown.note == ""
    left = pipeline.reword(pipeline.rewrite("Nan to go to chess"), {"objectives.0": "Nan to engage."})
    assert from_draft(left).note.startswith("It is not SMART yet")


def test_every_worked_example_is_shown_with_its_source() -> None:
    """The guidance's own words before, with where they stand."""
    shown = from_examples(SETTINGS).shown
    assert [one.title for one in shown] == [example.title for example in fewshot.load()]
    assert all(one.source and one.before and one.after and one.note for one in shown)
    assert not any(".txt" in one.source for one in shown)


@pytest.mark.parametrize("many", [False, True])
def test_the_word_file_has_all_of_it(many: bool) -> None:
    """In tables that are headed on each page, and which say that it is a draft."""
    handout = from_examples(SETTINGS) if many else Handout((from_draft(pipeline.rewrite(BLAMING)),))
    shown = handout.shown
    file = as_word(handout, SETTINGS.labels)
    words = words_of(file)
    for one in shown:
        assert one.before in words
        assert all(text in words for _, text in one.after)
        assert all(judged.reason in words for judged in one.judgements)
        assert all(change.reason in words for change in one.changes)
    assert "draft for a person to decide" in words
    document = docx.Document(io.BytesIO(file))
    assert len(document.tables) == len(shown)
    assert all("tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    for table in document.tables:
        assert [column.width for column in table.columns] == [cell.width for cell in table.rows[1].cells]
    assert document.core_properties.author == ""


def test_letters_that_a_word_file_cannot_hold_are_left_out() -> None:
    """A text from a scan may hold some; the file is made all the same."""
    shown = from_draft(pipeline.rewrite("Mum to\x0b ring\x01 the \ufffeschool \x1fasap"))
    file = as_word(Handout((shown,), (NotDrafted("No.\x01 2", "\ufffe", "\x1f"),)), SETTINGS.labels)
    assert "ring the school" in words_of(file)


def test_it_is_taken_along_from_the_page(page: Page) -> None:
    """As a file with a name, or as a page to print; the worked examples likewise."""
    fields = page.draft(BLAMING).form("/handout")
    for sent in (fields, {}):
        file = page.send("/handout", {**sent, "as": "word"})
        assert file.headers["content-type"] == WORD
        assert file.headers["content-disposition"] == 'attachment; filename="before-and-after.docx"'
        assert "Before and after" in words_of(file.content)
    printed = page.answered("/handout", {**fields, "as": "page"})
    assert BLAMING in printed.words
    assert json.loads(fields["draft"])["changes"][0]["reason"] in printed.words


SMART = (
    "Danuta to attend the Monday group at the family centre every week from 7 September 2026 until 30 November 2026, "
    "checked by Ms Okafor at the review on 1 December 2026."
)
MANY = f"1. {BLAMING}\n\n\u2022 What time is the meeting?\nDad to ring the school asap\n{SMART}\n{'x' * 30_000}"


def test_several_objectives_make_one_handout(page: Page) -> None:
    """Each with its verdicts, draft and reasons; what is no objective or cannot be read is named, with why."""
    printed = page.answered("/handout", {"objectives": MANY, "as": "page"})
    words = " ".join(printed.words.split())
    assert "Not drafted: 2 of 5" in words
    assert "No. 2 “What time is the meeting?” This looks like a question" in words
    assert "No. 5 “xxx" in words
    assert [title for title in ("No. 1", "No. 3", "No. 4") if f"{title} Before" in words] == ["No. 1", "No. 3", "No. 4"]
    assert "It asked the person harmed to answer for what another does." in words
    assert "“asap” became “by [date]”. The words about time set no date." in words
    assert "until [date].” It asked" in words
    assert "Ask:" not in words
    assert "This is SMART as it stands, so nothing was changed." in words
    assert "x" * 201 not in words
    file = page.send("/handout", {**printed.form("/handout"), "as": "word"})
    assert file.headers["content-type"] == WORD
    written = words_of(file.content)
    assert len(docx.Document(io.BytesIO(file.content)).tables) == 3
    assert "Not drafted" in written
    assert "This looks like a question" in written
    assert "Left as it is." in written


def test_several_are_judged_by_rules_alone(serve_page: ServePage) -> None:
    """The model is not asked, so there is nothing to mask; the page says so."""
    chat = ScriptedChat()
    page = serve_page(chat, masks=True)
    assert "nothing goes to the language model" in page.get("/handout").text
    assert BLAMING in page.answered("/handout", {"objectives": MANY}).words
    assert chat.asked == []


def test_danger_in_one_of_several_stands_first(page: Page) -> None:
    """Before the handout, on the page and in the file; also where it is made from one draft."""
    danger = "He is outside now with a knife and she is locked in. Mum to attend the group"
    for fields in ({"objectives": f"{BLAMING}\n{danger}"}, page.draft(danger).form("/handout")):
        read = page.answered("/handout", {**fields, "as": "page"})
        main = next(n for n, (name, _) in enumerate(read.elements) if name == "main")
        assert read.elements[main + 1][1].get("role") == "alert"
        file = docx.Document(io.BytesIO(page.send("/handout", {**fields, "as": "word"}).content))
        assert "999" in file.paragraphs[0].text


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"objectives": " \n"}, "objectives"),
        ({"objectives": "Mum to ring\n" * 201}, "objectives"),
        ({"objectives": BLAMING, "today": "soon"}, "today"),
    ],
)
@pytest.mark.parametrize("form", ["page", "word"])
def test_a_mistake_is_told_at_its_field(page: Page, fields: dict[str, str], field: str, form: str) -> None:
    """With all that was pasted still there."""
    answer = page.send("/handout", {**fields, "as": form})
    assert answer.status_code == 422
    read = Read(answer.text)
    assert f"#{field}" in read.attributes("href")
    assert read.form("/handout")["objectives"] == fields["objectives"]


def test_two_hundred_are_made_at_once(page: Page) -> None:
    """As many as a batch takes."""
    printed = page.answered("/handout", {"objectives": "\n".join(f"Mum to ring Ms Okafor {n}" for n in range(200))})
    assert [name for name, _ in printed.elements].count("article") == 200
