"""What the drafter adds of its own passes the rules that judge everybody's text."""

import pytest

from rewriter.pipeline import critique
from rewriter.smart import Criterion, Verdict


@pytest.mark.parametrize(
    "line",
    [
        "[Who] to [what they will do] [how often] until [date].",
        "Colleges: [who] to [what they will do] by [date].",
        "[Named worker] to [what will be done to stop the harm], checked [how often] until [date].",
        "[Worker] to offer Mum [support and a safety plan] by [date]; whether to take it up is for Mum to choose.",
        "Swimming maybe?: [who] to decide by [date].",
        "Eye test: [who] to book it by [date].",
        "HV to send the ref to paeds by [date].",
        "SW to ring VS ([what counts as done]) by [date].",
        "If [first countable sign] is seen, [named worker] to decide within [10 working days] whether contact ends.",
    ],
)
def test_a_line_of_the_drafter_is_specific_measurable_and_in_reach_once_agreed(line: str) -> None:
    """As promised: the answer is judged by the rules that judge the text."""
    found = {judgement.criterion: judgement.verdict for judgement in critique(line).judgements}
    for criterion in (Criterion.SPECIFIC, Criterion.MEASURABLE, Criterion.ACHIEVABLE, Criterion.TIME_BOUND):
        assert found[criterion] is Verdict.MET, criterion
