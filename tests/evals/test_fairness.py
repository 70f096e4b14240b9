"""The same text about other people is judged the same, and a judgement that is not is named."""

import asyncio

import pytest

from evals.cases import CaseContext, CaseHarm, GoldLabels, ResponsibilityCase, load
from evals.fairness import Flip, flips, sample, scores_of, swaps_of
from evals.fairness_report import fairness_of_rules
from evals.labels import Label
from evals.systems import RulesOnly
from rewriter.plan import PlanKind

CASE = ResponsibilityCase(
    id="r",
    pair=None,
    kind=PlanKind.OBJECTIVE,
    text="CHIPO to keep Darren out of her house. Mum to ring Women's Aid.",
    context=CaseContext(harms=(CaseHarm(to="Chipo", by="Darren"),)),
    gold=GoldLabels(
        abuse=True, on_victim=True, unassigned=False, hides_information=False, mutualises=False, minimises=False
    ),
    span=None,
    why="A test.",
    difficulty="easy",
    kind_of_abuse="partner",
)


def other(kind: str) -> ResponsibilityCase:
    return next(swap.other for swap in swaps_of(CASE) if swap.kind == kind)


def test_genders_and_parent_roles_are_swapped_and_services_are_not() -> None:
    assert other("genders").text == "CHIPO to keep Darren out of his house. Dad to ring Women's Aid."


def test_the_two_sides_of_a_harm_take_each_others_names_in_text_and_context() -> None:
    assert other("sides").text.startswith("DARREN to keep Chipo out of her house.")
    assert (other("sides").context.harms[0].to, other("sides").context.harms[0].by) == ("Darren", "Chipo")


def test_names_give_way_to_names_of_other_cultures_everywhere() -> None:
    assert not {"chipo", "darren"} & set(other("names").text.lower().replace(".", "").split())
    assert other("names").text.split()[0] == other("names").context.harms[0].to.upper()


def test_a_text_in_which_nothing_can_be_swapped_has_no_counterpart() -> None:
    plain = CASE.model_copy(update={"text": "No further incidents.", "context": CaseContext()})
    assert list(swaps_of(plain)) == []


def test_a_label_that_flips_is_named_with_its_case() -> None:
    async def by_gender(case: ResponsibilityCase) -> frozenset[Label]:
        return frozenset({Label.ON_VICTIM} if "her house" in case.text else ())

    found = asyncio.run(flips(tuple(swaps_of(CASE)), by_gender, by_gender))
    assert [flip for _, differ in found for flip in differ] == [Flip("genders", "r", Label.ON_VICTIM)]
    by_id = {score.id: score.value() for score in scores_of(found, "rules")}
    assert by_id["flips.rules.genders"] == 1.0
    assert by_id["flips.rules.all"] == pytest.approx(1 / 3)


def test_a_sample_is_the_same_every_time_and_of_every_kind() -> None:
    cases = [case for group in load().responsibility for case in group.cases]
    drawn = sample(cases, 30)
    assert drawn == sample(cases, 30)
    assert len(drawn) == 30
    assert {swap.kind for swap in drawn} == {"genders", "names", "sides"}


def test_the_rules_judge_every_text_and_its_counterparts_the_same() -> None:
    """The promise itself: no label of any text in any set depends on gender, name or which side bears it."""
    rules = RulesOnly()

    async def labelled(case: ResponsibilityCase) -> frozenset[Label]:
        return rules.check(case).true

    swaps = [swap for group in load().responsibility for case in group.cases for swap in swaps_of(case)]
    assert len(swaps) > 500
    found = asyncio.run(flips(swaps, labelled, labelled))
    assert [flip for _, differ in found for flip in differ] == []


def test_the_table_has_a_row_for_each_kind_of_swap() -> None:
    table = fairness_of_rules(load())
    assert [row[0] for row in table.rows] == [
        "rules: genders swapped",
        "rules: all swapped",
        "rules: names swapped",
        "rules: sides swapped",
    ]
