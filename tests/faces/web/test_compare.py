"""A rewrite made elsewhere is held against its original on the page: what is wrong, and what is only worth a look."""

from dataclasses import replace
from datetime import date

import pytest

from rewriter import Settings, guard
from rewriter.answer import Concern, ConcernKind
from rewriter.faces.web.forms import written
from rewriter.faces.web.views import Views
from rewriter.smart import Severity
from tests.faces.web.conftest import Page, Read

LOOK = "Worth a look; it may be right as it is"


def test_it_is_checked_beside_the_day_on_which_it_is_checked(page: Page) -> None:
    """A day that the original gives without its year is not called invented, as it would be beside no day."""
    fields = Read(page.get("/guard").text).form("/guard")
    assert fields["today"] == written(date.today())  # noqa: DTZ011 - the reader's own day
    fields |= {"objective": "Mum to see the GP by 1/12", "rewrite": "Mum to see the GP by 1 December 2026."}
    assert "Nothing was found against it" in page.answered("/guard", {**fields, "today": "24/11/2026"}).words


@pytest.mark.parametrize(
    ("severity", "heading"), [(Severity.ADVICE, LOOK), (Severity.FAULT, "Leaves out what was given")]
)
def test_it_is_not_accused_of_what_is_only_worth_a_look(severity: Severity, heading: str) -> None:
    """Advice stands apart from faults, under a heading of its own."""
    dropped = Concern(ConcernKind.DROPPED, severity, 17, 21, "nite", "Check that this time of day is still said.")
    guarded = replace(guard("Dad hit Mum Sat nite", "Dad hit Mum on Saturday"), concerns=(dropped,))
    headings = Read(Views(Settings()).compare("", {}, guarded)).words
    assert [words for words in (LOOK, "Leaves out what was given") if words in headings] == [heading]


def test_whose_harm_it_is_was_read_unless_it_was_told(page: Page) -> None:
    """Nobody told what was read in the original; and what is judged is called the rewrite."""
    fields = {
        "objective": "Dad hit Mum. Mum to keep him out",
        "rewrite": "Mum keeps Dad out of the house until [date].",
    }
    read = page.answered("/guard", fields)
    assert "Harm to Mum by Dad, as the text says." in read.words
    assert "In the rewrite" in read.words
    assert "Harm to Mum by Dad, as you told us." in page.answered("/guard", {**fields, "harms": "Dad > Mum"}).words
