"""The page in a real browser: with and without a script, by keyboard alone, on a phone, and watched by axe-core."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.http.app import application
from rewriter.faces.http.served import Served
from rewriter.faces.web.pages import add_page
from rewriter.service import Service
from tests.faces.web.browsing import DESK, PHONE, Open, faults_of, pasted, served, why_not
from tests.faces.web.picture import PICTURE, take

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "all is here")

GROUPS = "Sarah's mother to attend alcohol support groups"
BLAMING = "Sarah's mother to keep dad away from the house, he hits her. Nan to take Ryan to school"
SMART = (
    "Danuta to attend the Monday group at the family centre every week from 7 September 2026 until 30 November 2026, "
    "checked by Ms Okafor at the review on 1 December 2026."
)
DANGER = "He is outside now with a knife and she is locked in. Mum to attend the group"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("text", [GROUPS, BLAMING, SMART, DANGER, "What time is the meeting?"])
def test_every_answer_can_be_read_by_everybody(open_page: Open, text: str, size: dict[str, int]) -> None:
    """No violation that axe-core knows, folded and unfolded, and no scrolling sideways at 320 px."""
    page = pasted(open_page(size=size), text)
    assert faults_of(page) == []
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert faults_of(page) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("path", ["/", "/guard", "/handout", "/nowhere"])
def test_every_place_can_be_read_by_everybody(open_page: Open, path: str, size: dict[str, int]) -> None:
    """Also where there is nothing."""
    assert faults_of(open_page(path, size=size)) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_paste_to_a_draft_with_all_agreed(open_page: Open, script: bool) -> None:
    """A gap filled closes its bracket; a change is undone; words are edited; all of it without a script too."""
    page = pasted(open_page(script=script), GROUPS)
    page.fill("#q1", "every Monday")
    page.press("#q1", "Enter")
    page.get_by_role("heading", name="A draft, with 1 thing to agree").wait_for()
    assert f"{GROUPS} every Monday until [date]." in page.input_value("#as-text")
    page.get_by_text("Change the words yourself").click()
    page.fill("#edit-1", f"{GROUPS} every Tuesday until 4 May 2027.")
    page.get_by_role("button", name="Judge my words").click()
    page.get_by_role("heading", name="A draft, with nothing left to agree").wait_for()
    page = pasted(open_page(script=script), BLAMING)
    page.get_by_role("button", name="Accept the change").click()
    page.get_by_text("Accepted", exact=True).wait_for()
    page.get_by_role("button", name="Undo the change").click()
    page.get_by_role("heading", name="What was changed on purpose").wait_for(state="detached")
    assert "to keep dad away" in page.input_value("#as-text")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_who_harms_whom_is_told_at_the_top_and_judged_at_once(
    open_page: Open, script: bool, size: dict[str, int]
) -> None:
    """By the button or by Enter in a field; the answer begins at its heading, readable by everybody."""
    page = pasted(open_page(script=script, size=size), "Beth to be home by nine so that Sean isn't cross with her.")
    assert faults_of(page) == [] if script else True
    page.get_by_label("Who causes harm").fill("Sean")
    page.get_by_label("Who is harmed").fill("Beth")
    page.get_by_label("Who is harmed").press("Enter")
    page.get_by_text("You told us: Sean harms Beth.").wait_for()
    page.emulate_media(media="print")
    assert page.get_by_text("You told us: Sean harms Beth.").is_visible()
    assert not page.get_by_label("Who causes harm").is_visible()
    page.emulate_media(media="screen")
    assert page.evaluate("document.activeElement.tagName") == "H1" if script else True
    page.get_by_label("Who causes harm").fill("Uncle > Sean")
    page.get_by_role("button", name="Judge it again", exact=True).click()
    page.get_by_role("link", name="Write a name or a role in each").wait_for()
    assert page.get_by_label("Who causes harm").input_value() == "Uncle > Sean"
    assert faults_of(page) == [] if script else True


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_change_is_edited_and_undone_after_its_gaps_were_filled(open_page: Open, script: bool) -> None:
    """Its link unfolds the box with its words; undone, it is said what was filled and has gone."""
    page = pasted(open_page(script=script), BLAMING)
    page.fill("#q1", "Ms Okafor of the school")
    page.press("#q1", "Enter")
    page.locator("ins", has_text="checked by Ms Okafor of the school").wait_for()
    page.get_by_role("link", name="Edit the change").click()
    page.locator("#edit-2").wait_for()
    page.get_by_role("button", name="Undo the change").click()
    page.get_by_text("has no place in these words: “Ms Okafor of the school”.").wait_for()
    assert "to keep dad away" in page.input_value("#as-text")
    assert faults_of(page) == [] if script else True


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("button", ["Accept the change", "Undo the change", "Judge my words", "as a page to print"])
def test_what_is_typed_goes_in_with_every_button(open_page: Open, button: str, script: bool) -> None:
    """The answers in the gaps and the words in the boxes, whichever is pressed."""
    page = pasted(open_page(script=script), BLAMING)
    page.locator(".gap-input").last.fill("Ms Okafor")
    page.get_by_text("Change the words yourself").click()
    box = page.locator("textarea[name^='text.objectives']").last
    box.fill(f"At home: {box.input_value()}")
    page.get_by_role("button", name=button).click()
    page.get_by_text("At home: ").and_(page.get_by_text("Ms Okafor")).first.wait_for()


def test_the_keys_that_send_press_the_button_that_is_meant(chromium: "Browser") -> None:
    """That of the part one is in; and with a model elsewhere, that which shows first what would be sent."""
    chat = ScriptedChat()
    behind = Served(Service(chat, masked=True), chat.name)
    with served(add_page(application(behind), behind, masks=True)) as address:
        page = chromium.new_page()
        page.goto(address)
        page.fill("#objective", GROUPS)
        page.press("#objective", "Control+Enter")
        page.get_by_role("heading", name="What would be sent").wait_for()
        page.close()
    assert chat.asked == []


def test_the_keys_that_send_in_a_box_judge_its_words(open_page: Open) -> None:
    """As its button does; and a gap is filled by Enter alone, also where a change could be accepted."""
    page = pasted(open_page(), BLAMING)
    page.get_by_text("Change the words yourself").click()
    page.fill("#edit-2", "Dad to stay away from the house until [date].")
    page.press("#edit-2", "Control+Enter")
    page.get_by_text("In your words").wait_for()
    page.locator(".gap-input").first.fill("4 May 2027")
    page.locator(".gap-input").first.press("Enter")
    page.get_by_text("4 May 2027").first.wait_for()
    assert page.get_by_text("Accepted", exact=True).count() == 0


def test_nothing_is_dropped_without_asking(open_page: Open) -> None:
    """What was typed or answered here; but not where there is nothing, nor by a form that is sent."""
    asked: list[str] = []

    def answered(told: "Dialog") -> None:
        asked.append(told.type)
        told.accept()

    page = open_page()
    page.on("dialog", answered)
    page.reload()
    assert asked == []
    page.locator("#objective").press_sequentially("Mum")
    page.reload()
    assert asked == ["beforeunload"]
    pasted(page, BLAMING)
    with page.expect_download():
        page.get_by_role("button", name="Before and after, as a Word file").click()
    assert asked == ["beforeunload"]
    page.reload()
    assert asked == ["beforeunload"] * 2


def test_the_focus_goes_to_the_next_gap_and_back_leads_back(open_page: Open) -> None:
    """And what has happened is told to a screen reader."""
    page = pasted(open_page(), GROUPS)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.get_by_role("link", name="see why").click()
    assert page.evaluate("document.activeElement.id") == "judged-heading"
    page.fill("#q1", "every Monday")
    page.press("#q1", "Enter")
    page.get_by_text("A draft, with 1 thing to agree").first.wait_for()
    assert "gap-input" in page.evaluate("document.activeElement.className")
    assert page.locator("[role=status]").inner_text() == "A draft, with 1 thing to agree"
    page.go_back()
    assert page.locator(".gap-input").count() == 2
    page.go_back()
    assert page.input_value("#objective") == GROUPS


def test_a_mistake_is_told_first_and_leads_to_its_field(open_page: Open) -> None:
    """The focus is on the summary, its link on the field, and nothing typed is lost."""
    page = open_page()
    page.fill("#today", "soon")
    page.get_by_role("button", name="Judge and redraft it").click()
    page.get_by_text("There is a problem").wait_for()
    assert "govuk-error-summary" in page.evaluate("document.activeElement.className")
    assert faults_of(page) == []
    assert page.input_value("#today") == "soon"
    page.locator(".govuk-error-summary a").first.click()
    assert page.evaluate("document.activeElement.id") in ("today", "objective")


def test_a_service_that_is_away_loses_nothing(open_page: Open) -> None:
    """What was typed stays, and it is said what to do."""
    page = open_page()
    page.fill("#objective", GROUPS)
    page.route("**/rewrite", lambda route: route.abort())
    page.get_by_role("button", name="Judge and redraft it").click()
    page.get_by_text("The service could not be reached").wait_for()
    assert page.input_value("#objective") == GROUPS
    assert faults_of(page) == []


def test_all_of_it_by_keyboard(open_page: Open) -> None:
    """From the skip link to a gap filled, with no mouse."""
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    for _ in range(20):
        if page.evaluate("document.activeElement.id") == "objective":
            break
        page.keyboard.press("Tab")
    page.keyboard.type(GROUPS)
    page.keyboard.press("Control+Enter")
    page.get_by_text("A draft, with 2 things to agree").first.wait_for()
    for _ in range(10):
        if page.evaluate("document.activeElement.id") == "q1":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("every Monday")
    page.keyboard.press("Enter")
    page.get_by_text("A draft, with 1 thing to agree").first.wait_for()


def test_the_draft_is_copied_as_text_and_as_a_table(open_page: Open) -> None:
    """The table as a table, for a plan in a word processor."""
    page = pasted(open_page(), GROUPS)
    page.get_by_role("button", name="Copy the text").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#as-text")
    page.get_by_text("Action plan, five columns").first.click()
    page.get_by_role("button", name="Copy the table").click()
    page.get_by_role("button", name="Copied").nth(1).wait_for()
    copied = page.evaluate(
        "navigator.clipboard.read().then((found) => found[0].getType('text/html')).then((html) => html.text())"
    )
    assert len(re.findall("<th", copied)) >= 5
    assert GROUPS in copied


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_handout_is_a_page_and_a_word_file(open_page: Open, script: bool) -> None:
    """To print, without the menu; and to take along."""
    import docx

    page = pasted(open_page(script=script), BLAMING)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Before and after, as a Word file").click()
    with open(coming.value.path(), "rb") as file:  # noqa: PTH123 - what the browser kept
        assert BLAMING in docx.Document(io.BytesIO(file.read())).tables[0].rows[1].cells[0].text
    page.get_by_role("button", name="Before and after, as a page to print").click()
    page.get_by_role("heading", name="Before and after").wait_for()
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.get_by_text(BLAMING).first.is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_several_objectives_make_a_handout(open_page: Open, script: bool) -> None:
    """To print, and for Word; readable by everybody, with what is no objective named."""
    page = open_page("/handout", script=script, size=PHONE)
    page.fill("#objectives", f"{BLAMING}\nWhat time is the meeting?\n{SMART}")
    page.get_by_role("button", name="Before and after, as a page to print").click()
    page.get_by_role("heading", name="Not drafted: 1 of 3").wait_for()
    assert page.locator("article").count() == 2
    assert faults_of(page) == [] if script else True
    with page.expect_download() as coming:
        page.get_by_role("button", name="This handout as a Word file").click()
    assert coming.value.suggested_filename == "before-and-after.docx"


@pytest.mark.parametrize(
    ("more", "words"), [("with Dr Amberley", "Look at this again"), ("[when].", "Nothing was found")]
)
def test_a_rewrite_made_elsewhere_is_checked_in_the_browser(open_page: Open, more: str, words: str) -> None:
    """Found and not found, both readable by everybody."""
    page = open_page("/guard")
    page.fill("#objective", GROUPS)
    page.fill("#rewrite", f"{GROUPS} {more}")
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("heading", name=words).wait_for()
    assert faults_of(page) == []


def test_the_picture_in_the_readme_can_be_taken(chromium: "Browser", here: str, tmp_path: Path) -> None:
    """As it was taken for README.md, which shows it."""
    take(chromium, here, tmp_path / "page.png")
    assert (tmp_path / "page.png").read_bytes()[:8] == PICTURE.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert "docs/page.png" in PICTURE.parents[1].joinpath("README.md").read_text("utf-8")
