"""What a rewrite leaves to be asked that no bracket of it asks."""

from rewriter.answer import Rewrite
from rewriter.smart import Criterion, Verdict

__all__ = ["left_to_ask"]


def left_to_ask(answer: Rewrite) -> tuple[str, ...]:
    """Give the critique's questions on those criteria that the draft will not meet, even once its gaps are agreed.

    Relevant stays asked wherever it was not met: a draft keeps what was asked for, and so its doubt. A text that came
    back unchanged has its own critique's questions. Each question once, in the order of the criteria.
    """
    checked = [judgement for check in answer.self_check for judgement in check.judgements]
    unmet = {
        judgement.criterion
        for judgement in checked or answer.critique.judgements
        if judgement.verdict is not Verdict.MET
    }
    unmet |= {
        judgement.criterion
        for judgement in answer.critique.judgements
        if judgement.criterion is Criterion.RELEVANT and judgement.verdict is not Verdict.MET
    }
    asked = {gap.question for gap in answer.gaps}
    questions = (judged.question for judged in answer.critique.judgements if judged.criterion in unmet)
    return tuple(dict.fromkeys(question for question in questions if question and question not in asked))
