"""What a draft may not say: anything the user did not give, outside brackets."""

import pytest

from rewriter.guarding.drafts import facts_given, invented, responsibility_of
from rewriter.people import Harm, Person
from rewriter.plan import Context

OBJECTIVE = "Sarah's mother to attend 4 groups by 12 October"


@pytest.mark.parametrize(
    ("draft", "facts"),
    [
        ("Sarah's mother to attend 4 groups by 12 October.", []),
        ("Sarah's mother to attend 6 groups by 12 October.", ["6"]),
        ("Sarah's mother to attend groups weekly.", ["weekly"]),
        ("Sarah's mother to attend groups at Greenfield.", ["Greenfield"]),
        ("Sarah's mother to attend [6] groups at [the Greenfield Centre] by [12 November].", []),
        ("Sarah's mother to attend groups by 12 November.", ["November"]),
        ("she goes to groups at Greenfield", ["Greenfield"]),
        ("she goes to t.w.o. groups", ["t.w.o."]),
        ("she goes \u2013 twice", ["twice"]),
        ("she goes to a group\u00b2 \u00b2 times", ["\u00b2"]),
        ("Nobody is named to go with her.", []),
    ],
)
def test_a_fact_that_was_not_given_is_found(draft: str, facts: list[str]) -> None:
    """Numbers, dates, frequencies and names count; what stands in brackets does not."""
    assert [draft[start:end] for start, end in invented(draft, facts_given(OBJECTIVE, Context()))] == facts


def test_what_stands_in_the_context_is_given() -> None:
    """Needs, baselines, people and harms are the user's words too."""
    context = Context(
        need="Danuta drinks 3 cans", baseline="2 of 5", people=(Person("Piotr", "father"),), harms=(Harm("Ana", "Ben"),)
    )
    assert invented("So Danuta, Piotr, Ana and Ben have 3 cans on 2 of 5.", facts_given("x", context)) == ()


def test_several_texts_are_judged_as_a_plan_and_one_as_an_objective() -> None:
    """A single support action of the person harmed is fine alone; a plan that leaves all to her is not."""
    context = Context(harms=(Harm("Hayley", "Ryan"),))
    tasks = [
        "Hayley to report any violence by Ryan within 24 hours.",
        "Hayley to have the locks changed by 3 May 2027.",
    ]
    assert not responsibility_of(tasks[:1], context).on_victim
    assert responsibility_of(tasks, context).on_victim


def test_whoever_is_still_a_gap_is_named_as_the_gap_among_those_harmed() -> None:
    """What a gap is read as while it is open is nobody: no answer names it."""
    draft = ["For [the person harmed] to be safe from harm by Dad.", "Dad to leave the house by 3 May 2027."]
    (harm,) = responsibility_of(draft, Context()).harms
    assert (harm.to, harm.by) == ("[the person harmed]", "Dad")
