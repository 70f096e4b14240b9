"""Real answers about who is made responsible, played again: the labels that are served are those a person gave."""

import pytest

from evals.cases import ResponsibilityCase
from evals.labels import Label
from rewriter.plan import PlanKind
from tests.recorded.answering import Answering
from tests.recorded.cases import checks

pytestmark = [pytest.mark.vcr, pytest.mark.block_network]


@pytest.mark.parametrize("case", checks(), ids=lambda case: case.id)
def test_a_real_answer_puts_the_harm_where_it_belongs(case: ResponsibilityCase, answering: Answering) -> None:
    """Harm put on the person harmed is found, silence that pays too, and neither where there is none."""
    labels = answering.check(case.text, case.context.as_told(), PlanKind(case.kind)).responsibility
    for label in (Label.ABUSE, Label.ON_VICTIM, Label.UNASSIGNED, Label.HIDES_INFORMATION):
        assert getattr(labels, label.value) is getattr(case.gold, label.value), label
