"""What is typed on the page of a draft is never lost, whichever button is pressed; the draft stands there once."""

import io
import json

import docx
import pytest

from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.web.packing import unpacked
from tests import said
from tests.faces.web.conftest import Page, Read, ServePage

BLAMING = "Sarah's mother to keep dad away from the house, he hits her. Nan to take Ryan to school"
GROUPS = "Sarah's mother to attend alcohol support groups"
OKAFOR = "Ms Okafor at the family centre"


def texts_of(read: Read) -> list[str]:
    draft = unpacked(read.form("/fill")["draft"])
    return [goal.text for goal in draft.goals] + [one.text for one in draft.objectives]


def last_gap(read: Read) -> str:
    return [name for name in read.form("/fill") if name.startswith("gap.")][-1]


@pytest.mark.parametrize("path", ["/fill", "/edit", "/accept", "/undo"])
def test_what_is_typed_into_a_gap_goes_in_with_every_button(page: Page, path: str) -> None:
    """Also with those that are about something else."""
    read = page.draft(BLAMING)
    after = page.answered(path, {**read.form(path), last_gap(read): OKAFOR})
    assert OKAFOR in " ".join(texts_of(after))
    assert "has no place" not in after.words


@pytest.mark.parametrize("path", ["/fill", "/edit", "/accept", "/undo"])
def test_other_words_go_in_with_every_button(page: Page, path: str) -> None:
    """Beside the answers, also where a bracket in them is answered; and they are held against the first words."""
    read = page.draft(BLAMING)
    fields = read.form(path)
    where = next(name for name in reversed(fields) if name.startswith("text."))
    gap = last_gap(read)
    after = page.answered(path, {**fields, where: f"At home: {fields[where]}", gap: OKAFOR})
    assert [text for text in texts_of(after) if text.startswith("At home: ") and OKAFOR in text]
    assert "has no place" not in after.words
    assert "In your words" in after.words


def test_the_same_bracket_is_answered_where_it_was_asked(page: Page) -> None:
    """The second of two alike is not the first."""
    read = page.draft("Mum to ring [name] and Dad to ring [name] by 4 May 2027.")
    fields = read.form("/edit")
    (where,) = [name for name in fields if name.startswith("text.") and fields[name].count("[name]") == 2]
    (_, second) = [gap for gap in json.loads(fields["draft"])["gaps"] if "text." + gap["where"] == where][:2]
    words = fields[where].replace("Mum", "His mum")
    after = page.answered("/edit", {**fields, where: words, f"gap.{second['id']}": "Jo"})
    assert " ".join(texts_of(after)).count("[name]") == 1
    assert "ring [name]" in texts_of(after)[0]
    assert "ring Jo" in " ".join(texts_of(after))


@pytest.mark.parametrize("path", ["/fill", "/edit", "/handout"])
def test_what_the_objective_is_good_for_is_answered_beside_the_draft(page: Page, path: str) -> None:
    """It is judged beside the need, in the tables too; what was filled and asked stays, and it is asked no more."""
    first = page.draft(GROUPS)
    assert "answer-need" in first.attributes("for")
    assert "Relevant unclear" in " ".join(first.words.split())
    need = "She drinks alone most evenings"
    fields = {**first.form(path), "gap.q1": "every Monday", "need": need, "as": "page"}
    told = page.answered(path, fields)
    if path == "/handout":
        assert "It plainly addresses the need" in told.words
        return
    assert "Relevant met" in " ".join(told.words.split())
    assert "answer-need" not in told.attributes("for")
    assert f"{GROUPS} every Monday until [date]." in texts_of(told)
    assert need in told.words.partition("Action plan")[2]
    assert told.form("/rewrite")["need"] == need


def test_a_need_that_is_too_long_is_told_at_its_box_and_stays(page: Page) -> None:
    """With the answers to the gaps."""
    answer = page.send("/fill", {**page.draft(GROUPS).form("/fill"), "gap.q1": "weekly", "need": "x" * 10_001})
    assert answer.status_code == 422
    wrong = Read(answer.text)
    assert "#answer-need" in wrong.attributes("href")
    assert "answer-need-error" in wrong.attributes("aria-describedby")
    assert wrong.form("/fill")["need"] == "x" * 10_001
    assert wrong.form("/fill")["gap.q1"] == "weekly"


def test_a_model_is_not_asked_again_for_the_need(serve_page: ServePage) -> None:
    """Rules judge its draft beside it; the verdicts it gave stay, and nothing more is sent."""
    chat = ScriptedChat(*[said.rewrite(said.critique(relevant="unclear"), said.draft(f"{GROUPS} until [date]."))] * 4)
    page = serve_page(chat, masks=True)
    read = page.draft(GROUPS)
    before = len(chat.asked)
    told = page.answered("/fill", {**read.form("/fill"), "need": "She drinks alone most evenings"})
    assert len(chat.asked) == before
    assert "What would be sent" not in told.words


def test_a_draft_without_a_gap_is_not_called_done_where_it_falls_short(page: Page) -> None:
    """Nothing left to fill in is not the same as nothing left to agree."""
    fields = page.draft(GROUPS).form("/edit")
    vague = page.answered("/edit", {**fields, "text.objectives.0": "Sarah's mother to engage better."})
    assert "A draft that is not SMART yet" in vague.words
    assert "nothing left to agree" not in vague.words
    plain = f"{GROUPS} every Monday until 30 November 2026."
    assert "nothing left to agree" in page.answered("/edit", {**fields, "text.objectives.0": plain}).words


def test_an_answer_that_the_words_have_no_place_for_is_said(page: Page) -> None:
    """Where the bracket was taken out in the same step, and where it went with a change undone."""
    read = page.draft(GROUPS)
    fields = {**read.form("/edit"), "gap.q1": "every Monday"}
    after = page.answered("/edit", {**fields, "text.objectives.0": f"{GROUPS} until [date]."})
    assert "has no place in these words: \u201cevery Monday\u201d." in after.words
    undone = page.answered("/undo", {**page.draft(BLAMING).form("/undo"), "gap.q1": "Ms Okafor of the school"})
    assert "has no place in these words: \u201cMs Okafor of the school\u201d." in undone.words


@pytest.mark.parametrize("path", ["/fill", "/edit", "/accept", "/undo", "/handout"])
def test_nothing_typed_is_lost_where_some_of_it_cannot_be_used(page: Page, path: str) -> None:
    """It is told at its gap; the other answers and the other words still stand where they were typed."""
    read = page.draft(BLAMING)
    fields = {**read.form(path), "gap.q1": "[later]", last_gap(read): OKAFOR, "text.objectives.0": "Dad to stay away"}
    answer = page.send(path, fields)
    assert answer.status_code == 422
    wrong = Read(answer.text)
    assert "#q1" in wrong.attributes("href")
    kept = wrong.form(path)
    assert {name for name in fields if kept[name] != fields[name]} <= {"accepted", "filled"}


@pytest.mark.parametrize("path", ["/fill", "/edit", "/accept", "/undo", "/handout"])
@pytest.mark.parametrize(
    "words", ["Dad to stay away, checked by Jo [date", "Dad to go [how often until [date]", "Dad to go weekly]"]
)
def test_a_bracket_without_a_partner_is_told_at_its_box(page: Page, path: str, words: str) -> None:
    """Or a gap would be taken for words, and the draft for one with nothing left to agree."""
    fields = {**page.draft(BLAMING).form(path), "text.objectives.0": words}
    answer = page.send(path, fields)
    assert answer.status_code == 422
    wrong = Read(answer.text)
    assert "#edit-2" in wrong.attributes("href")  # after the goal
    assert "edit-2-error" in wrong.attributes("id")
    assert "edit-2-error" in wrong.attributes("aria-describedby")
    assert wrong.form(path)["text.objectives.0"] == words


@pytest.mark.parametrize("path", ["/fill", "/edit", "/accept", "/undo", "/handout"])
@pytest.mark.parametrize("draft", ["{", "{}", "[]"])
def test_a_draft_that_cannot_be_read_is_told_in_plain_words(page: Page, path: str, draft: str) -> None:
    """Whoever sends a form knows of no JSON."""
    answer = page.send(path, {"draft": draft})
    assert answer.status_code == 422
    words = Read(answer.text).words
    assert "The draft could not be read; start again" in words
    assert "JSON" not in words


@pytest.mark.parametrize("how", ["word", "page"])
def test_a_handout_holds_what_was_typed(page: Page, how: str) -> None:
    """The answers and the other words, in the file and on the page that makes the file."""
    read = page.draft(GROUPS)
    fields = {**read.form("/handout"), "gap.q1": "every Monday", "as": how}
    answer = page.send("/handout", {**fields, "text.objectives.0": f"{GROUPS} [how often] with Nan until [date]."})
    if how == "page":
        assert f"{GROUPS} every Monday with Nan until" in Read(answer.text).words
        answer = page.send("/handout", Read(answer.text).form("/handout") | {"as": "word"})
    (table,) = docx.Document(io.BytesIO(answer.content)).tables
    assert f"{GROUPS} every Monday with Nan until" in table.rows[1].cells[2].text


def test_the_draft_stands_on_its_page_once(page: Page) -> None:
    """However many changes it declares: each button sends the same form."""
    for text in (GROUPS, BLAMING):
        assert page.send("/rewrite", {"objective": text}).text.count('name="draft"') == 1


def test_two_hundred_objectives_can_be_filled(page: Page) -> None:
    """Each has its gap and its box."""
    read = page.draft("\n".join(f"Nan to go to chess club {number}" for number in range(200)))
    after = page.answered("/fill", {**read.form("/fill"), last_gap(read): "4 May 2027"})
    assert len(texts_of(after)) == 200
    assert "4 May 2027" in texts_of(after)[-1]


def test_more_than_can_be_sent_back_are_not_drafted(page: Page) -> None:
    """It says so, and where several belong, while what was pasted is still there."""
    text = "\n".join(f"Nan to go to chess {number}" for number in range(201))
    answer = page.send("/rewrite", {"objective": text})
    assert answer.status_code == 422
    read = Read(answer.text)
    assert "This reads as 201 objectives" in read.words
    assert "#objective" in read.attributes("href")
    assert read.form("/rewrite")["objective"] == text
