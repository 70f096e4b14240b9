"""The page without a script: every form is answered by a whole page, and says what to do where it cannot be used."""

import json

import pytest

from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.http.serving import Serving
from tests import said
from tests.faces.web.conftest import Page, Read, ServePage

GROUPS = "Sarah's mother to attend alcohol support groups"
BLAMING = "Sarah's mother to keep dad away from the house, he hits her. Nan to take Ryan to school"
SOON = "Sarah's mother to attend alcohol support groups asap"
SMART = (
    "Danuta to attend the Monday group at the family centre every week from 7 September 2026 until 30 November 2026, "
    "checked by Ms Okafor at the review on 1 December 2026."
)
DRAFT = f"{GROUPS} [once a week] for [12 weeks]."
RIGHT = said.rewrite(said.critique(time_bound="not_met"), said.draft(DRAFT))


def wrong(page: Page, path: str, fields: dict[str, str]) -> Read:
    """Send a form that cannot be used, and read what is said."""
    answer = page.send(path, fields)
    assert answer.status_code == 422
    read = Read(answer.text)
    assert "There is a problem" in read.words
    assert "Error: " in answer.text
    return read


@pytest.mark.parametrize("path", ["/", "/guard", "/handout"])
def test_every_place_of_the_menu_opens(page: Page, path: str) -> None:
    """As a page with one main heading, and the menu says where one is."""
    answer = page.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    read = Read(answer.text)
    assert [name for name, _ in read.elements].count("h1") == 1
    assert read.attributes("aria-current") == ["page"]


def test_an_objective_is_judged_and_redrafted(page: Page) -> None:
    """Five verdicts, the draft with its gaps as boxes, and each box with its question."""
    read = page.draft(GROUPS)
    for letter in ("Specific", "Measurable", "Achievable", "Relevant", "Time-bound"):
        assert letter in read.words
    assert {"gap.q1", "gap.q2"} <= set(read.form("/fill"))
    assert "A draft, with 2 things to agree" in read.words
    assert set(read.attributes("for")) <= set(read.attributes("id"))
    assert {where for where in read.attributes("href") if where.startswith("#")} <= {
        f"#{n}" for n in read.attributes("id")
    }
    assert "2 things are still in [brackets]: agree them before this goes into a plan." in read.words
    assert "As you pasted it (see why): Specific met Measurable not met" in " ".join(read.words.split())


def test_gaps_are_filled_one_after_the_other(page: Page) -> None:
    """What is typed closes its bracket, what is left empty stays open; the form carries all that is needed."""
    first = page.draft(GROUPS)
    second = page.answered("/fill", {**first.form("/fill"), "gap.q1": "every Monday"})
    assert f"{GROUPS} every Monday" in second.words
    gaps = [name for name in second.form("/fill") if name.startswith("gap.")]
    assert len(gaps) == 1
    third = page.answered("/fill", {**second.form("/fill"), gaps[0]: "30 November 2026"})
    assert f"{GROUPS} every Monday until 30 November 2026." in third.words
    assert "nothing left to agree" in third.words


def test_an_answer_that_cannot_be_put_in_is_told_at_its_gap(page: Page) -> None:
    """And what was typed into the others is still there."""
    fields = {**page.draft(GROUPS).form("/fill"), "gap.q1": "[later]", "gap.q2": "June"}
    read = wrong(page, "/fill", fields)
    assert "#q1" in read.attributes("href")
    assert read.form("/fill")["gap.q1"] == "[later]"
    assert read.form("/fill")["gap.q2"] == "June"


def test_words_are_edited_and_judged_again(page: Page) -> None:
    """In one's own words, against the first ones; a part that is emptied is taken out, but never the last."""
    fields = page.draft(GROUPS).form("/edit")
    text = f"{GROUPS} with Dr Amberley every Monday until [date]."
    read = page.answered("/edit", {**fields, "text.objectives.0": text})
    assert "In your words" in read.words
    assert "Against your first words" in read.words
    assert ".:" not in read.words
    assert "Amberley" in read.words
    assert "no objective left" in wrong(page, "/edit", {**fields, "text.objectives.0": " "}).words
    assert "There is no" in wrong(page, "/edit", {**fields, "text.objectives.7": "x"}).words


def test_a_change_is_undone(page: Page) -> None:
    """The own words stand again, and what the rules think of them is said."""
    read = page.draft(BLAMING)
    assert "What was changed on purpose, and why" in read.words
    back = page.answered("/undo", read.form("/undo"))
    assert json.loads(back.form("/fill")["draft"])["objectives"][0]["text"].startswith(
        "Sarah's mother to keep dad away"
    )
    assert "no such change" in wrong(page, "/undo", {**read.form("/undo"), "change": "9"}).words


def test_a_change_is_accepted(page: Page) -> None:
    """It is listed as accepted from then on, whatever else is done, and is no longer there to decide."""
    read = page.draft(BLAMING)
    accepted = page.answered("/accept", read.form("/accept"))
    assert "Accepted" in accepted.words
    assert "/accept" not in accepted.attributes("formaction")
    later = page.answered("/edit", accepted.form("/edit"))
    assert "/accept" not in later.attributes("formaction")
    assert "no such change" in wrong(page, "/accept", {**read.form("/accept"), "change": "x"}).words


def test_a_change_is_undone_whatever_was_filled(page: Page) -> None:
    """Its own gaps too: what was filled in it is said to have gone, and what was filled elsewhere stays."""
    first = page.draft(BLAMING)
    accepted = page.answered("/accept", first.form("/accept"))
    gaps = sorted(name for name in accepted.form("/fill") if name.startswith("gap."))
    answers = {name: f"answer number {n}" for n, name in enumerate(gaps)}
    filled = page.answered("/fill", {**accepted.form("/fill"), **answers})
    assert "Accepted" in filled.words
    assert "/accept" not in filled.attributes("formaction")
    back = page.answered("/undo", filled.form("/undo"))
    texts = [one["text"] for one in json.loads(back.form("/edit")["draft"])["objectives"]]
    assert texts[0].startswith("Sarah's mother to keep dad away")
    assert "answer number 3" in texts[1]
    assert "What you had filled in has no place in these words: “answer number 0”, “answer number 1”" in back.words
    assert "“answer number 3”" not in back.words
    again = page.answered("/edit", back.form("/edit"))
    assert "has no place" not in again.words


def test_a_change_leads_to_its_words_to_edit_and_can_be_undone_after(page: Page) -> None:
    """Its row leads to the box with its words; edited, it stays declared and can still be taken back."""
    read = page.draft(BLAMING)
    box = next(where for where in read.attributes("href") if where.startswith("#edit-"))
    assert box.removeprefix("#") in read.attributes("id")
    assert box == "#edit-2"  # after the goal
    edited = page.answered("/edit", {**read.form("/edit"), "text.objectives.0": "Dad to stay away until [date]."})
    assert "became Dad to stay away until [date]" in " ".join(edited.words.split())
    back = page.answered("/undo", edited.form("/undo"))
    assert "Sarah's mother to keep dad away" in json.loads(back.form("/edit")["draft"])["objectives"][0]["text"]


def test_words_that_were_left_out_can_be_put_back(page: Page) -> None:
    """They are declared as left out, and undone like any other change."""
    story = "Theresa is a lovely lady and brought up four boys more or less on her own."
    read = page.draft(
        f"{story} Theresa and Malik potter in the garden Tues & Fri 2pm until 30 October, Malik notes it."
    )
    assert "was left out" in read.words
    back = page.answered("/undo", read.form("/undo"))
    assert story in json.loads(back.form("/edit")["draft"])["objectives"][0]["text"]


def test_what_is_smart_already_is_left_as_it_is(page: Page) -> None:
    """No draft is put beside it."""
    read = page.draft(SMART)
    assert "This is SMART as it stands" in read.words
    assert "/fill" not in read.attributes("action")


def test_what_is_no_objective_is_told_kindly(page: Page) -> None:
    """With what to paste instead."""
    read = page.draft("What time is the meeting?")
    assert "This does not look like an objective" in read.words
    assert "/fill" not in read.attributes("action")


def test_what_makes_the_person_harmed_responsible_is_told_before_the_draft(page: Page) -> None:
    """With who harms whom, and how that is known."""
    words = page.draft(BLAMING).words
    at = words.index("It makes the person harmed answer for the harm.")
    assert words.index("Who is made responsible for harm") < at < words.index("what is still to agree")


@pytest.mark.parametrize("path", ["/rewrite", "/guard"])
def test_danger_stands_before_everything_else(page: Page, path: str) -> None:
    """Before the heading and whatever else the page says."""
    text = "He is outside now with a knife and she is locked in. Mum to attend the group"
    read = page.answered(path, {"objective": text, "rewrite": text})
    main = next(n for n, (name, _) in enumerate(read.elements) if name == "main")
    assert read.elements[main + 1][1].get("role") == "alert"
    assert "999" in read.words


def test_what_is_told_beside_an_objective_counts_and_stays_in_the_form(page: Page) -> None:
    """Who is who, who harms whom, the dates; they are there to be changed."""
    beside = {
        "need": "He hits her",
        "people": "Danuta = mother",
        "harms": "Dad > Mum: hits her",
        "today": "1 September 2026",
        "names": "Zofia",
    }
    read = page.draft("Mum to keep Dad away by 7 September 2026", **beside)
    assert "You told us: Dad harms Mum." in read.words
    kept = read.form("/rewrite")
    assert {name: kept.get(name) for name in ("need", "people", "harms", "today")} == {
        name: beside[name] for name in ("need", "people", "harms", "today")
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("objective", "  "),
        ("objective", "Mum to ring. " * 3000),
        ("people", "Danuta"),
        ("harms", "Dad hits Mum"),
        ("today", "31/02/2026"),
        ("review_date", "soon"),
        ("need", "x" * 10_001),
    ],
)
@pytest.mark.parametrize("path", ["/rewrite", "/guard"])
def test_a_mistake_is_told_at_its_field(page: Page, path: str, field: str, value: str) -> None:
    """The summary leads to it, the field tells it too, and all that was typed is still there."""
    fields = {"objective": GROUPS, "rewrite": GROUPS, field: value}
    read = wrong(page, path, fields)
    assert f"#{field}" in read.attributes("href")
    assert f"{field}-error" in read.attributes("id")
    described = next(told for _, told in read.elements if told.get("id") == field)["aria-describedby"]
    assert f"{field}-error" in described.split()
    assert read.form(path)[field] == value
    assert "open" in dict(read.elements)["details"] or field in ("objective", "today")


UNREADABLE = ("", "{", "[]", '{"error": "x"}', '"\\ud800"', '{"status": "\\ud800"}', "\u0001", "x" * 1000)


@pytest.mark.parametrize(
    ("path", "draft"),
    [
        (path, draft)
        for path in ("/fill", "/edit", "/undo", "/accept", "/handout")
        for draft in UNREADABLE
        if draft or path != "/handout"  # without a draft it is about the worked examples
    ],
)
def test_a_draft_that_cannot_be_read_is_told_on_a_page(page: Page, path: str, draft: str) -> None:
    """Whatever the form carried."""
    wrong(page, path, {"draft": draft, "change": "0"})


@pytest.mark.parametrize("body", [b"objective=%ff", b"objective=\xff", b"&".join([b"a=b"] * 300), b"\x00"])
@pytest.mark.parametrize("path", ["/rewrite", "/fill", "/edit", "/undo", "/accept", "/guard", "/handout"])
def test_a_body_that_is_no_form_is_never_a_fault_of_ours(page: Page, path: str, body: bytes) -> None:
    """It is a page that says so; the handout of an empty form is that of the worked examples."""
    answer = page.ask("POST", path, content=body, headers=dict(page.accept))
    assert answer.status_code in (200, 422)
    assert "</html>" in answer.text


def test_a_rewrite_made_elsewhere_is_checked(page: Page) -> None:
    """What was invented is named with its words; where nothing is found, that is no clearance."""
    bad = page.answered(
        "/guard", {"objective": GROUPS, "rewrite": f"{GROUPS} with Dr Amberley each Monday until June."}
    )
    assert "Look at this again before it is used" in bad.words
    assert "States what nobody gave" in bad.words
    good = page.answered("/guard", {"objective": GROUPS, "rewrite": f"{GROUPS} [how often] until [date]."})
    assert "Nothing was found against it" in good.words
    assert "They can miss something" in good.words


@pytest.mark.parametrize("field", ["objective", "rewrite"])
def test_which_of_two_texts_is_too_long_is_told_at_its_field(page: Page, field: str) -> None:
    """Not at the other."""
    read = wrong(page, "/guard", {"objective": GROUPS, "rewrite": GROUPS, field: "Mum to ring. " * 3000})
    assert [where for where in read.attributes("href") if where in ("#objective", "#rewrite")] == [f"#{field}"]


@pytest.mark.parametrize("path", ["/rewrite", "/fill", "/edit", "/undo", "/accept"])
def test_the_address_of_a_form_opened_by_itself_leads_to_the_start(page: Page, path: str) -> None:
    """As when the address bar is used again, without a script."""
    answer = page.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_who_answers_is_said_on_every_page(page: Page, serve_page: ServePage) -> None:
    """Rules alone, or the model by name; and that it is a draft."""
    for asked, words in (
        (page, "no language model"),
        (serve_page(ScriptedChat(RIGHT)), "The language model is scripted"),
    ):
        for path in ("/", "/guard", "/handout"):
            told = Read(asked.get(path).text).words
            assert words in told
            assert "Every answer is a draft for a person to decide" in told


def test_a_model_that_fails_is_told_and_rules_help(serve_page: ServePage) -> None:
    """No model, no silence."""
    from rewriter.chat.port import FailureKind, ModelFailure

    read = serve_page(ScriptedChat(ModelFailure(FailureKind.UNREACHABLE, "nobody answers"))).draft(GROUPS)
    assert "could not be used (nobody answers)" in read.words
    assert "gap.q1" in read.form("/fill")


def test_a_withheld_draft_is_told_with_its_reasons(serve_page: ServePage) -> None:
    """The rules' draft stands in its place."""
    inventing = said.rewrite(said.critique(), said.draft("Sarah's mother to go to Greenfield."))
    read = serve_page(ScriptedChat(*[inventing] * 5)).draft(GROUPS)
    assert "was withheld" in read.words
    assert "Greenfield" not in json.loads(read.form("/fill")["draft"])["objectives"][0]["text"]


def test_it_works_under_a_path_of_its_own(serve_page: ServePage) -> None:
    """Every address on a page stands under the path that a proxy has put it under, and takes off before it asks."""
    page = serve_page(serving=Serving(root="/smart"))
    for answer in (page.get("/"), page.send("/rewrite", {"objective": BLAMING}), page.get("/nowhere")):
        read = Read(answer.text)
        addresses = [where for name in ("href", "src", "action", "formaction") for where in read.attributes(name)]
        assert all(where.startswith(("/smart/", "#")) for where in addresses)
    (style,) = [where for where in Read(page.get("/").text).attributes("href") if where.endswith("page.css")]
    assert page.get(style.removeprefix("/smart")).status_code == 200
    assert page.get("/fill").headers["location"] == "/smart/"
    assert page.ask("GET", "/openapi.json").json()["servers"] == [{"url": "/smart"}]
