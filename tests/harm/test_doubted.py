"""Where what is asked hangs on who harms whom, and the text does not say it, both are in doubt and none is taken."""

import pytest

from rewriter import pipeline
from rewriter.harm.doubted import Doubt, doubt_in
from rewriter.people import Harm
from rewriter.plan import Context
from rewriter.reading import read


def doubt(text: str, context: Context | None = None) -> Doubt | None:
    return doubt_in(read(text, context or Context()))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Mrs Kowal to keep her PIN from son Marek. SW fortnightly", ("Mrs Kowal", "son Marek")),
        ("Kacey (13) to keep away from Uncle Phil. DC Oyelaran to interview Phil", ("Kacey", "Uncle Phil")),
        ("Sunita to open own acct and not hand wages over to husband", ("Sunita", "husband")),
        ("Arthur to be polite to the carers so they dont get rough w him", ("Arthur", "carers")),
        ("SW to go thru mums phone for calls from Dwayne, police informed", ("mums", "Dwayne")),
    ],
)
def test_whoever_would_be_made_to_answer_may_be_harmed_by_the_other(text: str, pair: tuple[str, str]) -> None:
    """The rules themselves say so, once they are told that one harms the other."""
    found = doubt(text)
    assert found is not None
    assert found.pair == pair
    assert found.places


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("police aware. Dad not to slag mum off at handover", ("mum", "Dad")),
        ("Son Gary to stop using mums card", ("mums", "Son Gary")),
        ("police to apply for FMPO. dad & uncle not to take Samira out of the UK", ("Samira", "dad and uncle")),
    ],
)
def test_whoever_is_to_leave_something_off_may_harm_whom_it_is_done_to(text: str, pair: tuple[str, str]) -> None:
    found = doubt(text)
    assert found is not None
    assert found.pair == pair


@pytest.mark.parametrize(
    "text",
    [
        "Nan not to let uncle Dez have Kian on his own. police aware",
        "Mum to make sure Ben does his homework by 6",
        "Mum and dad not to leave them with him, police aware",
        "Lexi to stop getting in cars, police aware",
        "Mum to take Ben to the GP about the bruise",
        "Mum to not leave kids w nan's partner Bob, police aware",
    ],
)
def test_a_ban_that_guards_another_and_ordinary_tasks_leave_no_doubt(text: str) -> None:
    assert doubt(text) is None


def test_whoever_is_told_to_do_something_to_another_is_not_the_one_harmed() -> None:
    found = doubt("ex keeps texting Maria 30x a day. Maria to change number. PC Ali to warn him by fri")
    assert found is None or found.pair[0] == "Maria"


def test_a_child_at_risk_with_older_lads_is_never_the_one_who_harms_them() -> None:
    found = doubt("Lexi to stop putting herself at risk with older males & be in by 9")
    assert found is None or found.pair[0] == "Lexi"


def test_once_it_is_told_nothing_is_in_doubt() -> None:
    told = Context(harms=(Harm("Mrs Kowal", "Marek"),))
    assert doubt("Mrs Kowal to keep her PIN from son Marek. SW fortnightly", told) is None


def test_the_question_is_asked_at_the_words_and_no_label_rests_on_it() -> None:
    found = pipeline.check("Mrs Kowal to keep her PIN from son Marek. SW fortnightly")
    assert not found.abuse
    assert [finding.rule for finding in found.findings] == ["who_harms_whom"]
    assert "PIN" in found.findings[0].text
