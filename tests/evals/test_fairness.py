"""The same text about other people is judged the same, and a judgement that is not is named."""

import asyncio

import pytest

from evals.cases import (
    CaseContext,
    CaseHarm,
    CaseSet,
    CaseSets,
    GoldLabels,
    Kind,
    ObjectiveCase,
    Origin,
    ResponsibilityCase,
    load,
)
from evals.fairness import Flip, Said, flips, sample, scores_of, swaps_of
from evals.fairness_report import fairness_of_rules
from evals.run import run
from rewriter.plan import PlanKind
from tests.evals.models import CASE as OBJECTIVE
from tests.evals.test_report import Labeller

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
    async def by_gender(case: ResponsibilityCase) -> Said:
        return {"on_victim": "her house" in case.text}

    found = asyncio.run(flips(tuple(swaps_of(CASE)), by_gender, by_gender))
    assert [flip for _, differ in found for flip in differ] == [Flip("genders", "r", "on_victim")]
    by_id = {score.id: score.value() for score in scores_of(found, "rules")}
    assert by_id["flips.rules.genders"] == 1.0
    assert by_id["flips.rules.all"] == pytest.approx(1 / 3)


def test_a_sample_is_the_same_every_time_and_of_every_kind() -> None:
    cases = [case for group in load().responsibility for case in group.cases]
    drawn = sample(cases, 30)
    assert drawn == sample(cases, 30)
    assert len(drawn) == 30
    assert {swap.kind for swap in drawn} == {"genders", "names", "sides"}


def test_a_need_told_in_other_genders_is_a_counterpart_of_an_objective() -> None:
    """R is judged by what stands beside the text."""
    told = OBJECTIVE.model_copy(update={"objective": "Attend.", "context": CaseContext(need="Mum drinks.")})
    (swap,) = swaps_of(told)
    assert (swap.kind, swap.other.objective, swap.other.context.need) == ("genders", "Attend.", "Dad drinks.")


def test_a_verdict_that_flips_is_named_by_its_letter() -> None:
    async def by_gender(case: ObjectiveCase) -> Said:
        return {"specific": "met" if "mother" in case.objective else "partly", "measurable": "met"}

    found = asyncio.run(flips(tuple(swaps_of(OBJECTIVE)), by_gender, by_gender))
    assert [flip for _, differ in found for flip in differ] == [Flip("genders", OBJECTIVE.id, "specific")]


def test_the_rules_judge_every_text_and_objective_and_its_counterparts_the_same() -> None:
    """The promise itself: nothing that is said of any case depends on gender, name or which side bears it."""
    sets = load()
    table = fairness_of_rules(sets)
    assert [row[0] for row in table.rows] == [
        f"{what}: {kind} swapped"
        for what in ("labels of texts", "verdicts on objectives")
        for kind in ("genders", "all", "names", "sides")
    ]
    assert {row[2] for row in table.rows} == {""}
    assert all(row[1].startswith("0.00") for row in table.rows)


def test_what_is_known_of_a_case_is_not_judged_again_and_what_was_found_wrongly_is_a_flip() -> None:
    group = CaseSet(Origin.OWN, Kind.OBJECTIVES, (OBJECTIVE,))
    sets = CaseSets((group,), ())
    known = run(sets, frozenset(), Labeller())
    table = fairness_of_rules(sets, known=known)
    assert table.rows[0][0] == "verdicts on objectives: genders swapped"
    assert OBJECTIVE.id in table.rows[0][2]
