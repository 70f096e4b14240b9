"""A long draft is packed where a form carries it; it comes back as it was, and whatever else comes is refused."""

import base64
import zlib

import pytest

from rewriter import pipeline
from rewriter.errors import InputError
from rewriter.faces.web.packing import packed, unpacked
from tests.faces.web.conftest import Page

HARMS = ("Dad hit Mum and she must keep him away from the kids. Mum not to wind Dad up so that he stays calm. " * 90)[
    :9000
]


def test_a_short_draft_stays_as_it_is_and_a_long_one_is_packed() -> None:
    """Both come back the same."""
    for text in ("Mum to ring the GP", HARMS):
        draft = pipeline.rewrite(text)
        assert unpacked(packed(draft)) == draft
    assert packed(pipeline.rewrite("Mum to ring the GP")).startswith("{")


def test_the_page_of_a_long_text_full_of_harm_is_small_and_can_be_sent_back(page: Page) -> None:
    """All that its form holds comes to less than a request may have."""
    answer = page.send("/rewrite", {"objective": HARMS})
    assert len(answer.content) < 450_000
    read = page.draft(HARMS)
    assert len(read.form("/fill")["draft"]) < 60_000
    assert "You told us: " in page.answered("/fill", {**read.form("/fill"), "told": "harms"}).words


@pytest.mark.parametrize(
    "words",
    [
        "packed:",
        "packed:\u00e9",
        "packed:AAAA",
        "packed:" + base64.urlsafe_b64encode(zlib.compress(b"{}")).decode(),
        "packed:" + base64.urlsafe_b64encode(zlib.compress(b"\xff")).decode(),
        "packed:" + base64.urlsafe_b64encode(zlib.compress(b" " * 50_000_000)).decode(),
        "packed:" + base64.urlsafe_b64encode(zlib.compress(b"{}" * 900)[:-4]).decode(),
    ],
)
def test_what_is_no_packed_draft_is_refused(words: str) -> None:
    """Also what would come to fill a machine."""
    with pytest.raises(InputError):
        unpacked(words)
