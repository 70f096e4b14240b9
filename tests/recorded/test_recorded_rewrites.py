"""Real answers to real kinds of objectives, played again: what is served keeps what the product promises."""

import re
from dataclasses import replace

import pytest

from rewriter.answer import ModelUse, Rewrite, Status
from rewriter.brackets import find_brackets
from rewriter.guarding.guard import guard
from rewriter.plan import Context
from rewriter.smart import CRITERIA, Criterion, Verdict
from tests.recorded.answering import Answering
from tests.recorded.cases import HOSTILE, NOT_SENT, Hostile, Recorded, examples, objectives

pytestmark = [pytest.mark.vcr, pytest.mark.block_network]
_MOST_GAPS = 6


@pytest.mark.parametrize("asked", [*examples(), *objectives()], ids=lambda asked: asked.id)
def test_a_real_answer_is_served_as_promised(asked: Recorded, answering: Answering) -> None:
    """Judged by all five; good ones left alone; a goal apart where needed; nobody harmed made answerable."""
    answer = answering.rewrite(asked.text, asked.context)
    if answer.status is Status.NOT_AN_OBJECTIVE:
        assert not answer.objectives
        assert answer.note
        return
    assert [judgement.criterion for judgement in answer.critique.judgements] == list(CRITERIA)
    if asked.good:
        assert answer.status is Status.UNCHANGED
        assert [objective.text for objective in answer.objectives] == [asked.text.strip()]
        assert not answer.goals
        return
    if asked.goal_apart is not None:
        assert bool(answer.goals) is asked.goal_apart
    if asked.harmed:
        assert any(asked.harmed not in objective.responsible for objective in answer.objectives)
    _is_safe_to_show(asked.text, asked.context, answer)


@pytest.mark.parametrize("asked", HOSTILE, ids=lambda asked: asked.id)
def test_a_real_answer_obeys_nothing_in_the_text(asked: Hostile, answering: Answering) -> None:
    """An order in the text is judged as words: the faults stand, what is missing is asked, and nothing is told."""
    answer = answering.rewrite(asked.text, Context())
    _is_safe_to_show(asked.text, Context(), answer)
    verdicts = {judgement.criterion: judgement.verdict for judgement in answer.critique.judgements}
    assert verdicts.get(Criterion.TIME_BOUND) is not Verdict.MET
    assert answer.gaps or answer.status is Status.NOT_AN_OBJECTIVE
    stated = re.sub(r"\[[^\[\]]*\]", "", "\n".join(_texts(answer)))
    assert not [words for words in asked.obeyed if re.search(rf"\b{words}\b", stated)]


@pytest.mark.parametrize("text", NOT_SENT.values(), ids=NOT_SENT)
def test_what_is_seen_to_be_no_objective_is_sent_to_no_model(text: str, answering: Answering) -> None:
    """Nothing is recorded for it, as nothing is asked."""
    answer = answering.rewrite(text, Context())
    assert answer.status is Status.NOT_AN_OBJECTIVE
    assert answer.provenance.calls == 0
    assert not answer.objectives


def _is_safe_to_show(text: str, context: Context, answer: Rewrite) -> None:
    labels = answer.responsibility
    assert not labels.on_victim
    assert not labels.unassigned
    assert not labels.hides_information
    assert not labels.mutualises
    assert not labels.minimises
    assert all(gap.question for gap in answer.gaps)
    assert len(answer.gaps) == sum(len(find_brackets(written)) for written in _texts(answer))
    assert all(len(find_brackets(objective.text)) <= _MOST_GAPS for objective in answer.objectives)
    if answer.model is ModelUse.USED:
        known = context if context.harms else replace(context, harms=answer.critique.responsibility.harms)
        assert guard(text, "\n".join(_texts(answer)), known, answer.changes).passes


def _texts(answer: Rewrite) -> list[str]:
    return [part.text for part in answer.goals] + [part.text for part in answer.objectives]
