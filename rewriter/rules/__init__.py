"""All rules, in the order of the criteria, and how to run them. A rule is a file; this is the one list of them."""

from collections.abc import Sequence

from rewriter.errors import ConfigurationError
from rewriter.plan import Reading
from rewriter.rules.achievable import beyond_good_enough, missing_contingency, not_in_actor_control, target_jump
from rewriter.rules.measurable import (
    loophole,
    no_baseline,
    no_quantity,
    review_as_measure,
    undefined_term,
    untold_tolerance,
)
from rewriter.rules.relevant import missing_view, not_linked_to_need
from rewriter.rules.responsibility import (
    hides_information,
    minimises,
    mutualises,
    responsibility_on_victim,
    responsibility_unassigned,
    who_harms_whom,
)
from rewriter.rules.rule import Rule
from rewriter.rules.specific import (
    agency_not_named_person,
    cliche_or_universal,
    conditional_undefined,
    infinitive_mental_verb,
    jargon,
    narrative,
    negative_outcome,
    no_actor,
    service_term,
    two_objectives_in_one,
    vague_verb,
)
from rewriter.rules.time_bound import (
    deadline_vague,
    disproportionate_deadline,
    no_deadline,
    ongoing_or_asap,
    review_interval,
)
from rewriter.smart import Finding

__all__ = ["RESPONSIBILITY_RULES", "RULES", "SMART_RULES", "find", "rule_named"]

# Faults and advice by letter; the labels of responsibility are found by `rewriter.responsibility`, which runs them.
SMART_RULES: tuple[Rule, ...] = (
    no_actor.RULE,
    agency_not_named_person.RULE,
    vague_verb.RULE,
    infinitive_mental_verb.RULE,
    two_objectives_in_one.RULE,
    negative_outcome.RULE,
    service_term.RULE,
    cliche_or_universal.RULE,
    jargon.RULE,
    narrative.RULE,
    conditional_undefined.RULE,
    loophole.RULE,
    no_baseline.RULE,
    no_quantity.RULE,
    review_as_measure.RULE,
    undefined_term.RULE,
    untold_tolerance.RULE,
    beyond_good_enough.RULE,
    missing_contingency.RULE,
    not_in_actor_control.RULE,
    target_jump.RULE,
    missing_view.RULE,
    not_linked_to_need.RULE,
    deadline_vague.RULE,
    disproportionate_deadline.RULE,
    no_deadline.RULE,
    ongoing_or_asap.RULE,
    review_interval.RULE,
)
RESPONSIBILITY_RULES: tuple[Rule, ...] = (
    hides_information.RULE,
    minimises.RULE,
    mutualises.RULE,
    responsibility_on_victim.RULE,
    responsibility_unassigned.RULE,
    who_harms_whom.RULE,
)
RULES: tuple[Rule, ...] = (*SMART_RULES, *RESPONSIBILITY_RULES)


def find(reading: Reading, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """Give what the rules find in a reading, in the order of the text; at one place in the order of the rules."""
    found = [finding for rule in rules for finding in rule.find(reading)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def rule_named(id: str) -> Rule:
    """Give the rule of this id. Raises ConfigurationError where there is none."""
    for rule in RULES:
        if rule.id == id:
            return rule
    raise ConfigurationError(f"there is no rule called {id!r}")
