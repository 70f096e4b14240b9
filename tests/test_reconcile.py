"""Two judges, one answer: what the rules know for certain they decide, on the rest the model is followed."""

import json

import pytest
from hypothesis import given

from rewriter import critique
from rewriter.people import Harm, HarmBasis
from rewriter.plan import Context
from rewriter.reconcile import located, reconciled
from rewriter.replies.shapes import CritiqueReply
from rewriter.smart import Criterion, InputKind, Judgement, Verdict
from tests import said
from tests.texts import plan_texts

GROUPS = "Sarah's mother to attend alcohol support groups"
BLAMING = "Chipo to make sure that Darren stays away from the house"


def reconcile(text: str, reply: said.Said, context: Context | None = None) -> tuple[dict[Criterion, Judgement], object]:
    context = context or Context()
    answer = reconciled(critique(text, context), CritiqueReply.model_validate_json(json.dumps(reply)), context)
    return {judged.criterion: judged for judged in answer.judgements}, answer


def test_on_what_is_not_certain_the_model_is_followed_and_the_difference_is_said() -> None:
    """The reader sees that the two judges differ, and how."""
    judged, _ = reconcile(GROUPS, said.critique(specific=said.judged("partly", "Which groups is not said.")))
    specific = judged[Criterion.SPECIFIC]
    assert specific.verdict is Verdict.PARTLY
    assert specific.reason == "Which groups is not said. (By the rules alone: met.)"


def test_where_the_two_agree_nothing_is_said_of_it() -> None:
    """Only a difference is worth a reader's time."""
    judged, _ = reconcile(GROUPS, said.critique(measurable=said.judged("not_met", "No number.")))
    assert judged[Criterion.MEASURABLE].reason == "No number."


def test_a_model_cannot_talk_a_missing_date_into_being() -> None:
    """Whether a date stands in the text the rules know for certain."""
    judged, _ = reconcile(GROUPS + ", ongoing", said.critique(time_bound="met"))
    assert judged[Criterion.TIME_BOUND].verdict is Verdict.NOT_MET
    assert "a model alone: met" in judged[Criterion.TIME_BOUND].reason


def test_asking_the_person_harmed_to_answer_for_it_is_never_achievable() -> None:
    """If either judge sees it, so it stands (002 Halton: it assigns the responsibility to the wrong person)."""
    context = Context(harms=(Harm("Chipo", "Darren"),))
    judged, answer = reconcile(BLAMING, said.critique(), context)
    assert judged[Criterion.ACHIEVABLE].verdict is Verdict.NOT_MET
    assert answer.responsibility.on_victim  # type: ignore[attr-defined]


def test_what_only_the_model_sees_is_found_where_its_words_stand() -> None:
    """The finding has the rule's page behind it and points into the text."""
    text = "Tamsin to keep her diary, which settles him. Review in May."
    reply = said.critique(responsibility=said.harmed("Tamsin", "him", said.fault("on_victim", "which Settles him")))
    _, answer = reconcile(text, reply)
    found = next(f for f in answer.findings if f.rule == "responsibility_on_victim")  # type: ignore[attr-defined]
    assert text[found.start : found.end] == found.text == "which settles him"
    assert answer.responsibility.harms[0].basis is HarmBasis.STATED  # type: ignore[attr-defined]
    assert found.source


def test_a_reason_that_names_what_was_not_given_is_not_shown() -> None:
    """A model's reason goes through the same guard as its draft."""
    wrong = said.judged("not_met", "Greenfield Centre wants 4 groups.", "Will Danuta go on 12 May?")
    judged, _ = reconcile(GROUPS, said.critique(measurable=wrong))
    assert "Greenfield" not in judged[Criterion.MEASURABLE].reason
    assert "Danuta" not in judged[Criterion.MEASURABLE].question
    assert judged[Criterion.MEASURABLE].question.endswith("?")


@pytest.mark.parametrize("kind", ["message", "case_note", "other_language", "question"])
def test_what_the_model_sees_to_be_no_objective_is_not_judged(kind: str) -> None:
    """And it is answered kindly, by its kind."""
    _, answer = reconcile(GROUPS, said.critique(kind=kind))
    assert answer.input_kind is InputKind(kind)  # type: ignore[attr-defined]
    assert answer.judgements == ()  # type: ignore[attr-defined]
    assert answer.advice_to_reader  # type: ignore[attr-defined]


def test_unassigned_and_on_victim_never_stand_together() -> None:
    """By the standard: what is put on somebody, wrongly, is not put on nobody."""
    reply = said.critique(
        responsibility=said.harmed(
            "Chipo", "Darren", said.fault("on_victim", "Chipo"), said.fault("unassigned", "stays away")
        )
    )
    _, answer = reconcile(BLAMING, reply, Context(harms=(Harm("Chipo", "Darren"),)))
    assert answer.responsibility.on_victim  # type: ignore[attr-defined]
    assert not answer.responsibility.unassigned  # type: ignore[attr-defined]


@given(text=plan_texts(), words=plan_texts())
def test_words_are_located_within_the_text(text: str, words: str) -> None:
    """Whatever a model quotes, the offsets lie in the text."""
    start, end = located(text, words)
    assert 0 <= start <= end <= len(text)
