"""Before and after for a trainer: from a draft and from the worked examples, on a page and as a Word file."""

import io
import json

import docx
import pytest

from rewriter import fewshot, pipeline
from rewriter.faces.web.handout import as_word, from_draft, from_examples
from rewriter.settings import Settings
from tests.faces.web.conftest import Page

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


def test_every_worked_example_is_shown_with_its_source() -> None:
    """The guidance's own words before, with where they stand."""
    shown = from_examples(SETTINGS)
    assert [one.title for one in shown] == [example.title for example in fewshot.load()]
    assert all(one.source and one.before and one.after for one in shown)


@pytest.mark.parametrize("many", [False, True])
def test_the_word_file_has_all_of_it(many: bool) -> None:
    """In tables that are headed on each page, and which say that it is a draft."""
    shown = from_examples(SETTINGS) if many else (from_draft(pipeline.rewrite(BLAMING)),)
    file = as_word(shown, SETTINGS.labels)
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
    assert document.core_properties.author == ""


def test_letters_that_a_word_file_cannot_hold_are_left_out() -> None:
    """A text from a scan may hold some; the file is made all the same."""
    file = as_word((from_draft(pipeline.rewrite("Mum to\x0b ring\x01 the \ufffeschool \x1fasap")),), SETTINGS.labels)
    assert "ring the school" in words_of(file)


def test_it_is_taken_along_from_the_page(page: Page) -> None:
    """As a file with a name, or as a page to print; the worked examples likewise."""
    fields = page.draft(BLAMING).form("/handout")
    for sent in (fields, {}):
        file = page.send("/handout", {**sent, "as": "word"})
        assert file.headers["content-type"] == WORD
        assert file.headers["content-disposition"] == 'attachment; filename="before-and-after.docx"'
        assert "Before and after" in words_of(file.content)
    printed = page.answered("/handout", fields)
    assert BLAMING in printed.words
    assert json.loads(fields["draft"])["changes"][0]["reason"] in printed.words
