"""Who harms whom stands at the top of an answer as it was read, and is mended there; nothing typed is lost by it."""

import json

import pytest

from rewriter.chat.scripted import ScriptedChat
from tests import said
from tests.faces.web.conftest import Page, Read, ServePage

UNCLEAR = "Beth to be home by nine so that Sean isn't cross with her."
BLAMING = "Sarah's mother to keep dad away from the house, he hits her. Nan to take Ryan to school"
SAFE = "Danuta to attend the Monday group at the family centre until 30 November 2026."
MASKED = "Karol hit Zofia. Zofia to attend the group"


def harms_of(read: Read) -> list[tuple[str, str]]:
    told = json.loads(read.form("/fill")["draft"])["context"].get("harms", [])
    return [(one["by"], one["to"]) for one in told]


def gaps_of(read: Read) -> list[dict[str, str]]:
    return list(json.loads(read.form("/fill")["draft"])["gaps"])


def texts_of(read: Read) -> list[str]:
    return [one["text"] for one in json.loads(read.form("/fill")["draft"])["objectives"]]


def text_at(read: Read, where: str) -> str:
    group, number = where.split(".")
    return str(json.loads(read.form("/fill")["draft"])[group][int(number)]["text"])


def test_what_was_read_stands_before_the_draft_in_two_fields(page: Page) -> None:
    """In a sentence, and in the fields, each with its label."""
    read = page.draft(BLAMING)
    assert read.words.index("We read: dad harms mother.") < read.words.index("what is still to agree")
    assert (read.form("/fill")["by-0"], read.form("/fill")["to-0"]) == ("dad", "mother")
    assert {"by-0", "to-0"} <= set(read.attributes("for"))


def test_where_it_cannot_be_read_it_is_asked_and_once_told_all_is_judged_again(page: Page) -> None:
    """The words that ask it are named; told, the label shows, and the form's own box holds the same."""
    read = page.draft(UNCLEAR)
    assert "may speak of it, and we cannot read who." in read.words
    assert "answer for the harm" not in read.words
    told = page.answered("/fill", {**read.form("/fill"), "by-0": "Sean", "to-0": " Beth "})
    assert "You told us: Sean harms Beth." in told.words
    assert "It makes the person harmed answer for the harm." in told.words
    assert harms_of(told) == [("Sean", "Beth")]
    assert told.form("/rewrite")["harms"] == "Sean > Beth"


def test_a_text_without_harm_is_asked_nothing(page: Page) -> None:
    """No fields, no question."""
    assert "Who causes harm" not in page.draft(SAFE).words


def test_what_was_read_can_be_confirmed_and_costs_nothing(page: Page) -> None:
    """By its own button alone; what was filled into the draft stays where it is."""
    filled = page.answered("/fill", {**page.draft(BLAMING).form("/fill"), "gap.q1": "Ms Okafor of the school"})
    assert "We read: dad harms mother." in filled.words
    told = page.answered("/fill", {**filled.form("/fill"), "told": "harms"})
    assert "You told us: dad harms mother." in told.words
    assert "Ms Okafor of the school" in told.form("/fill")["draft"]
    assert "this is a new draft" not in told.words


def test_the_answers_go_along_and_the_draft_as_it_was_is_shown(page: Page) -> None:
    """Answers to the same questions are put in again; all the rest stands above the new draft."""
    fields = page.draft(UNCLEAR).form("/fill")
    fields = {**fields, "gap.q1": "Ms Okafor", "text.objectives.0": "Beth to be home for tea.", "by-0": "Sean"}
    told = page.answered("/fill", {**fields, "to-0": "Beth"})
    assert "this is a new draft. Before, you had:" in told.words
    assert "Beth to be home for tea." in told.words


def test_answers_given_earlier_go_to_the_same_questions_about_the_same_parts(page: Page) -> None:
    """Also those of an earlier step, and where the doer is another now; the date of one part goes to no other."""
    first = page.draft(BLAMING)
    named = next(one["id"] for one in gaps_of(first) if one["question"] == "Which named worker will do this?")
    put_in = page.answered("/fill", {**first.form("/fill"), f"gap.{named}": "Ms Okafor"})
    nans = next(one for one in reversed(gaps_of(put_in)) if "Nan" in text_at(put_in, one["where"]))
    told = page.answered("/fill", {**put_in.form("/fill"), f"gap.{nans['id']}": "4 May 2027", "by-0": "Uncle Ray"})
    assert "this is a new draft" in told.words
    rays, nans_now = (next(text for text in texts_of(told) if who in text) for who in ("Ray", "Nan"))
    assert "Ms Okafor" in rays
    assert "4 May 2027" not in rays
    assert "4 May 2027" in nans_now


@pytest.mark.parametrize("path", ["/edit", "/accept", "/handout"])
def test_it_goes_in_with_every_button(page: Page, path: str) -> None:
    """As all does that stands typed on the page."""
    read = page.draft(BLAMING)
    answer = page.send(path, {**read.form(path), "by-0": "Uncle Ray", "as": "page"})
    assert answer.status_code == 200
    assert "Uncle Ray" in Read(answer.text).words


@pytest.mark.parametrize(("by", "to"), [("Dad > Mum", ""), ("Dad: hits", "Mum"), ("", ""), ("D" * 101, "Mum")])
def test_what_is_no_name_is_told_at_its_field_and_nothing_is_lost(page: Page, by: str, to: str) -> None:
    """With what to write."""
    fields = {**page.draft(UNCLEAR).form("/fill"), "by-0": by, "to-0": to, "told": "harms", "gap.q1": "[x"}
    answer = page.send("/fill", fields)
    assert answer.status_code == 422
    wrong = Read(answer.text)
    assert "#by-0" in wrong.attributes("href")
    assert "by-0-error" in wrong.attributes("aria-describedby")
    assert {name: wrong.form("/fill")[name] for name in ("by-0", "to-0", "gap.q1")} == {
        "by-0": by,
        "to-0": to,
        "gap.q1": "[x",
    }


def test_what_was_told_can_be_taken_back(page: Page) -> None:
    """Both fields emptied: then it is as if nothing had been told."""
    read = page.draft(UNCLEAR, harms="Sean > Beth: shouts at her")
    again = page.answered("/fill", {**read.form("/fill"), "by-0": "Karol"})
    assert again.form("/rewrite")["harms"] == "Karol > Beth: shouts at her"
    assert harms_of(page.answered("/fill", {**read.form("/fill"), "by-0": "", "to-0": ""})) == []


def test_a_model_is_asked_again_with_what_is_told(serve_page: ServePage) -> None:
    """Where it had read it otherwise, what is told goes before."""
    draft = said.rewrite(said.critique(time_bound="not_met"), said.draft("Zofia to attend the group until [date]."))
    chat = ScriptedChat(*[draft] * 6)
    page = serve_page(chat)
    read = page.draft(MASKED)
    before = len(chat.asked)
    told = page.answered("/fill", {**read.form("/fill"), "by-0": "Zofia", "to-0": "Karol"})
    assert len(chat.asked) > before
    assert harms_of(told) == [("Zofia", "Karol")]


def test_a_model_elsewhere_is_asked_again_only_once_it_was_seen_what_is_sent(serve_page: ServePage) -> None:
    """The page that shows it carries the draft along, with all that was typed."""
    chat = ScriptedChat(*["no answer"] * 12)
    page = serve_page(chat, masks=True)
    read = page.draft(MASKED)
    before = len(chat.asked)
    seen = page.answered("/fill", {**read.form("/fill"), "by-0": "Marek", "gap.q1": "Ms Okafor"})
    assert "What would be sent" in seen.words
    assert len(chat.asked) == before
    assert seen.form("/fill")["gap.q1"] == "Ms Okafor"
    told = page.answered("/fill", seen.form("/fill"))
    assert len(chat.asked) > before
    assert harms_of(told) == [("Marek", "Zofia")]


def test_beside_a_rewrite_made_elsewhere_it_is_asked_too(page: Page) -> None:
    """With a way to the field; told, the rewrite is judged by it."""
    fields = {"objective": "She must stop him hitting her", "rewrite": "She must keep him from hitting her by [date]."}
    read = page.answered("/guard", fields)
    assert "We cannot read who harms whom." in read.words
    assert "#harms" in read.attributes("href")
    told = page.answered("/guard", {**fields, "harms": "Dad > Mum"})
    assert "We cannot read who harms whom." not in told.words
