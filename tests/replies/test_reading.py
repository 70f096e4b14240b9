"""A reply is read by us, whatever the provider claims to have checked, and what is wrong is said by field."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.replies.reading import Misfit, read_reply
from rewriter.replies.shapes import CritiqueReply, ResponsibilityReply, RewriteReply
from tests import said

GOOD = said.as_json(said.harmed("Mum", "Dad", said.fault("on_victim", "keep him away")))


def test_a_reply_that_fits_is_read() -> None:
    """The words become data."""
    assert read_reply(GOOD, ResponsibilityReply).faults[0].words == "keep him away"


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}\n```", "  ```JSON\n{}\n```\n"])
def test_a_fence_round_the_whole_is_passed_over(fence: str) -> None:
    """Many models write one, whatever they are told."""
    assert read_reply(fence.replace("{}", GOOD), ResponsibilityReply) == read_reply(GOOD, ResponsibilityReply)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("Here you are!", "not valid JSON from line 1, column 1"),
        ('{"harms": [], "abuse": false', "not valid JSON from line 1"),
        ('{"harms": [], "abuse": false}', "faults: is missing"),
        ('{"harms": [], "abuse": false, "faults": [], "note": "x"}', "note: is not a field of the schema"),
        ('{"harms": [], "abuse": "perhaps", "faults": []}', "abuse: is not of the type"),
        ("[" * 5000, "not valid JSON"),
    ],
)
def test_what_does_not_fit_is_named(text: str, reason: str) -> None:
    """The model is told exactly what to put right."""
    with pytest.raises(Misfit) as raised:
        read_reply(text, ResponsibilityReply)
    assert any(reason in one for one in raised.value.reasons)


def test_a_misfit_repeats_nothing_of_what_was_said() -> None:
    """Reasons may be logged; the words of a case may not."""
    wrong = json.dumps({"harms": "Zebedee", "abuse": "Zebedee", "faults": [{"label": "Zebedee"}]})
    with pytest.raises(Misfit) as raised:
        read_reply(wrong, ResponsibilityReply)
    assert "Zebedee" not in str(raised.value)


def test_a_verdict_that_the_contract_does_not_have_is_refused() -> None:
    """A model cannot add a verdict of its own."""
    with pytest.raises(Misfit, match=r"specific\.verdict"):
        read_reply(said.as_json(said.critique(specific="mostly")), CritiqueReply)


@given(st.text(max_size=300) | st.binary(max_size=80).map(lambda raw: raw.decode("utf-8", "replace")))
def test_any_text_is_read_or_said_to_misfit(text: str) -> None:
    """Nothing that a model sends raises anything else."""
    try:
        read = read_reply(text, RewriteReply)
    except Misfit as misfit:
        reasons = misfit.reasons
    else:
        reasons = (read.critique.kind.value,)
    assert all(reasons)
