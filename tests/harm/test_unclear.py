"""Where it cannot be read who harms whom, it is asked, and no label rests on the asking."""

from rewriter import pipeline
from rewriter.people import Harm
from rewriter.plan import Context

_TEXT = "Beth to be home by nine so that Sean isn't cross with her."
_RULE = "who_harms_whom"


def test_words_that_may_speak_of_harm_bring_the_question_and_no_label() -> None:
    """The place is named, and where to say it."""
    found = pipeline.check(_TEXT)
    asked = [finding for finding in found.findings if finding.rule == _RULE]
    assert not found.abuse
    assert len(asked) == 1
    assert asked[0].text in _TEXT
    assert "Dad > Mum" in asked[0].message


def test_once_it_is_told_the_same_text_is_judged() -> None:
    """The question goes, and what it stood in the way of shows."""
    found = pipeline.check(_TEXT, Context(harms=(Harm("Beth", "Sean"),)))
    assert found.on_victim
    assert all(finding.rule != _RULE for finding in found.findings)


def test_the_critique_asks_it_too_and_lowers_no_verdict_by_it() -> None:
    """It is advice: a question and a place."""
    judged = pipeline.critique(_TEXT)
    asked = [finding for finding in judged.findings if finding.rule == _RULE]
    assert [finding.severity.value for finding in asked] == ["advice"]
    assert asked[0].question.endswith("?")
    assert all(asked[0].question != judgement.question for judgement in judged.judgements)


def test_an_ordinary_text_is_asked_nothing() -> None:
    """Two people and a time make no harm."""
    found = pipeline.check("Beth to be home by nine so that Sean can lock up.")
    assert not found.findings
