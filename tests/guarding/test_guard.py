"""A rewrite made anywhere is held to its original: nothing invented, changed, dropped or put on the wrong person."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evals.cases import Origin, load
from rewriter import fewshot
from rewriter.answer import Change, ConcernKind, Guarded
from rewriter.guarding.guard import guard
from rewriter.people import Harm, Person
from rewriter.pipeline import rewrite as drafted
from rewriter.plan import Context
from rewriter.smart import Severity
from rewriter.wire.inward import ContextIn, validated

OBJECTIVES = [
    (case.objective, case.context.as_told())
    for found in load().objectives
    if found.origin is not Origin.UNTOUCHED
    for case in found.cases
]
REWRITES = yaml.safe_load((Path(__file__).parent / "rewrites.yaml").read_text("utf-8"))
PARAPHRASES = yaml.safe_load((Path(__file__).parent / "paraphrases.yaml").read_text("utf-8"))


def guarded(case: dict[str, Any]) -> Guarded:
    """Guard the rewrite of a case, with what is told beside it and the changes that it declares."""
    told = {key: str(value) if key == "today" else value for key, value in case.get("context", {}).items()}
    changes = [Change(c["from"], c["to"], c["reason"], c["rule"]) for c in case.get("changes", ())]
    return guard(case["objective"], case["rewrite"], validated(ContextIn, told, "the context").to_context(), changes)


def faults(found: Guarded) -> list[tuple[str, str]]:
    """Give the faults as kind and words."""
    return [(c.kind.value, c.text) for c in found.concerns if c.severity is Severity.FAULT]


@pytest.mark.parametrize("case", [*REWRITES["faithful"], *PARAPHRASES["faithful"]], ids=lambda case: case["id"])
def test_a_faithful_rewrite_passes(case: dict[str, Any]) -> None:
    """However freely it is worded."""
    assert faults(guarded(case)) == []


@pytest.mark.parametrize("case", [*REWRITES["faulty"], *PARAPHRASES["faulty"]], ids=lambda case: case["id"])
def test_a_faulty_rewrite_does_not_pass(case: dict[str, Any]) -> None:
    """Whatever its one fault is."""
    assert not guarded(case).passes


SARAH = "Sarah's mother to attend 4 groups by 12 October if she is well"


@pytest.mark.parametrize(
    ("rewrite", "kind", "words"),
    [
        ("Sarah's mother attends 6 groups by 12 October if she is well.", "changed", "6"),
        ("Sarah's mother attends 4 groups by 21 October if she is well.", "changed", "21 October"),
        ("Sarah's mother attends 4 groups at Greenfield by 12 October if she is well.", "invented", "Greenfield"),
        ("Sarah's mother attends 4 groups by 12 October.", "dropped", "if she is well"),
        ("Sarah's mother attends 4 groups by 12 October if she is well, as she drinks.", "invented", "drinks"),
        ("Sarah's mother attends 4 groups by 12 October if she is well [as she drinks].", "invented", "as she drinks"),
        ("Sarah's mother attends 4 groups by 12 October if she is well, ongoing.", "open_ended_time", "ongoing"),
    ],
)
def test_a_fault_is_named_where_it_stands(rewrite: str, kind: str, words: str) -> None:
    """Its kind, and words of the rewrite, or of the original where something was dropped."""
    found = guard(SARAH, rewrite)
    (concern, *_) = [c for c in found.concerns if c.severity is Severity.FAULT]
    assert concern.kind == kind
    assert words in concern.text
    text = SARAH if concern.kind is ConcernKind.DROPPED else rewrite
    assert text[concern.start : concern.end] == concern.text


def test_an_objective_with_more_than_six_gaps_is_a_form_to_fill_in() -> None:
    """Seven are too many; six are not."""
    six = "[Who] to [what] [how often] at [place] with [whom] by [date]"
    assert guard(six, six).passes
    (concern,) = [c for c in guard(six, f"{six} for [hours].").concerns if c.severity is Severity.FAULT]
    assert concern.kind is ConcernKind.NOT_SMART


def test_a_declared_change_excuses_its_own_words_and_only_where_a_rule_backs_it() -> None:
    """A jump of a target may be stepped down; a target that is in reach may not be lowered."""
    rewrite = "Jo's attendance goes up from {} to [60%] by 4 May."
    change = [Change("100%", "[60%]", "A first step.", "target_jump")]
    assert guard("Jo's attendance to go up from 40% to 100% by 4 May", rewrite.format("40%"), changes=change).passes
    assert not guard("Jo's attendance to go up from 40% to 100% by 4 May", rewrite.format("40%")).passes
    assert not guard("Jo's attendance to go up from 95% to 100% by 4 May", rewrite.format("95%"), changes=change).passes


def test_responsibility_on_the_person_harmed_is_a_fault_though_only_the_original_names_the_harm() -> None:
    """The harm that the original states is in play in the rewrite."""
    found = guard("Gary to stop hitting Mum", "Mum must not let Gary in.")
    assert ConcernKind.RESPONSIBILITY in {c.kind for c in found.concerns}
    assert found.responsibility.on_victim


@pytest.mark.parametrize("name", fewshot.ORDER)
def test_every_worked_example_of_ours_passes(name: str) -> None:
    """Its changes are declared and its values stand in brackets."""
    example = fewshot.example(name)
    told = example.context
    context = Context(
        people=tuple(Person(person.name, person.role) for person in told.people),
        harms=tuple(Harm(harm.to, harm.by, harm.what or "") for harm in told.harms),
        need=told.need or "",
        baseline=told.baseline or "",
    )
    ours = example.our_after
    text = "\n".join([f"Goal: {goal.text}" for goal in ours.goals] + [o.text for o in ours.objectives])
    changes = [Change(c.from_, c.to, c.reason, c.rule) for c in ours.changes]
    assert faults(guard(example.before, text, context, changes)) == []


def test_the_values_that_the_guidance_supplies_are_seen() -> None:
    """Its improved versions state what was agreed with a family: not in the original, and not in brackets."""
    example = fewshot.example("alcohol_support_groups")
    assert example.guidance_after is not None
    found = guard(example.before, "\n".join(example.guidance_after.objectives))
    assert {c.text for c in found.concerns if c.kind is ConcernKind.INVENTED} >= {"weekly", "12 weeks"}


@pytest.mark.parametrize(("text", "context"), OBJECTIVES)
def test_our_own_drafts_state_nothing_new(text: str, context: Context) -> None:
    """The draft by rules alone invents nothing, changes nothing but what it declares, and blames nobody harmed."""
    draft = drafted(text, context)
    written = "\n".join([f"Goal: {goal.text}" for goal in draft.goals] + [o.text for o in draft.objectives])
    if not written:
        return
    new = {ConcernKind.INVENTED, ConcernKind.CHANGED, ConcernKind.RESPONSIBILITY}
    concerns = guard(text, written, context, draft.changes).concerns
    assert [c for c in concerns if c.severity is Severity.FAULT and c.kind in new] == []


pieces = st.sampled_from(
    "Mum Dad Lena the SW to takes rings 4 four % by 3/11/26 Monday 4pm weekly a week [who] [date] if unless because "
    "she is school Greenfield ongoing 1. Goal: \n . , - ( ) £20 100% [as he drinks] twice".split(" ")
)
anything = st.lists(pieces, max_size=40).map(" ".join) | st.text(max_size=80)


@given(anything, anything)
def test_any_two_texts_are_compared_and_every_concern_lies_in_its_text(original: str, rewrite: str) -> None:
    """Whatever is pasted."""
    for concern in guard(original, rewrite).concerns:
        text = original if concern.kind is ConcernKind.DROPPED else rewrite
        assert 0 <= concern.start <= concern.end <= len(text)
        assert text[concern.start : concern.end] == concern.text


@given(anything)
def test_a_text_is_true_to_itself(text: str) -> None:
    """Held against itself nothing is invented or dropped."""
    kinds = {c.kind for c in guard(text, text).concerns if c.severity is Severity.FAULT}
    assert kinds.isdisjoint({ConcernKind.DROPPED, ConcernKind.CHANGED})


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            "Contact w dad Karim to go weekly in Jan, only if he's turned up to all 4 sessions in Dec",
            "In January, contact with Karim, the father, goes up to once a week. There are four sessions in December.",
        ),
        (
            "Aunty Precious, uncle Moses + Pastor Emmanuel to agree who has the kids which wkends by 30 Jan",
            "By 30 January the children's aunt Precious and uncle Moses agree who has the children on which weekends.",
        ),
    ],
)
def test_once_a_week_is_no_condition_and_one_of_several_is_not_another(original: str, rewrite: str) -> None:
    """So the condition, and the third person, were left out."""
    assert not guard(original, rewrite).passes


def test_a_part_of_the_day_that_what_is_done_may_say_is_a_question() -> None:
    """It may be meant; what was given otherwise is a fault."""
    found = guard("Kit to eat w family 3 times a wk", "Three times a week Kit has his evening meal with his family.")
    assert [c.severity for c in found.concerns if c.kind is ConcernKind.INVENTED] in ([], [Severity.ADVICE])
    assert not guard("Kit to walk the dog on Mon mornings", "On Mondays Kit walks the dog in the evening.").passes
