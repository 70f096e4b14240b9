"""What different people have to do in one hurried sentence is told apart, and each has an end of its own."""

import pytest

from rewriter.critic import critique
from rewriter.drafter import is_smart_already
from rewriter.evidence.by_doer import parts_by_doer
from rewriter.pipeline import rewrite
from rewriter.reading import read
from rewriter.smart import Criterion, Verdict


def _parts(text: str) -> list[str]:
    reading = read(text)
    return [reading.written(first, last) for first, last in parts_by_doer(reading)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "tia 14 missing agn, mum 2 ring police each time + SW rtn home int within 72 hrs",
            ["mum 2 ring police each time", "SW rtn home int within 72 hrs"],
        ),
        (
            "jay not eating, nan 2 give packed lunch each day + school nurse weigh him by 12/3/27",
            ["nan 2 give packed lunch each day", "school nurse weigh him by 12/3/27"],
        ),
        (
            "Jo to attend AA weekly, keyworker to breathalyse each visit, landlord meeting by 14 June",
            ["Jo to attend AA weekly", "keyworker to breathalyse each visit", "landlord meeting by 14 June"],
        ),
        (
            "SW to see Zak fortnightly, IRO midway review by 12 May",
            ["SW to see Zak fortnightly", "IRO midway review by 12 May"],
        ),
        (
            "Ian drinks, wife scared, detox ref by 3 June + wife to go to Al-Anon weekly",
            ["Ian drinks, wife scared, detox ref by 3 June", "wife to go to Al-Anon weekly"],
        ),
        (
            "Nan and SW meet monthly, housing letter by 4 April",
            ["Nan and SW meet monthly", "housing letter by 4 April"],
        ),
    ],
)
def test_somebody_elses_task_begins_at_a_comma_or_plus(text: str, parts: list[str]) -> None:
    assert _parts(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Kit swims every Saturday until 4 May, Nan drives him",
        "Dad to ring each night until 4 May and Nan to write it down",
        "Sarah, SW, to visit Mrs Ali at home every Tuesday until 4 May 2027.",
        "Mum and Dad to go to the parents' evening on 4 March at 6pm",
        "Mum to ring SW, HV weekly until 4 May",
        "Ana to go to choir weekly, at least 8 sessions by 5 May",
        "Hadiza to do his stretches until 23 Oct and Greg the physio checks it with her on Mon 26 Oct",
        "Sue to have Tyler on Fridays, Sue and PA to keep an eye",
    ],
)
def test_a_check_a_lift_and_a_list_of_people_begin_no_task(text: str) -> None:
    assert _parts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "tia 14 missing agn, mum 2 ring police each time + SW rtn home int within 72 hrs",
        "Mum to take Kai to school every day, SW to visit weekly for 6 weeks",
        "Nan and SW meet monthly, housing letter by 4 April, PIP form",
        "baby wt down 2 centiles, HV weigh weekly till 9th May, mum feed 3 hrly",
        "detox ref by 3 June + wife to go to Al-Anon weekly",
        "Contact: dad every Sat 10-12 at centre, SW to book the room within 2 days",
    ],
)
def test_the_end_of_one_persons_part_is_no_end_of_anothers(text: str) -> None:
    judged = critique(text)
    due = next(j for j in judged.judgements if j.criterion is Criterion.TIME_BOUND)
    assert due.verdict is Verdict.PARTLY
    assert not is_smart_already(judged)


def test_until_at_the_end_is_for_all() -> None:
    judged = critique("Dad to ring school each morning & HoY to meet him weekly till Easter")
    due = next(j for j in judged.judgements if j.criterion is Criterion.TIME_BOUND)
    assert due.verdict is Verdict.MET
    assert not is_smart_already(judged)  # two things to track


def test_a_check_by_somebody_else_does_not_say_how_often() -> None:
    judged = critique("Sam to use his inhaler, nurse to check in 2 weeks")
    measured = next(j for j in judged.judgements if j.criterion is Criterion.MEASURABLE)
    assert measured.verdict is not Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Parents to communicate better and email weekly until 1 July",
        "Mum to do the right thing, tell SW each week until 4 May",
        "Ravi to be nicer to his sister by 5 June",
    ],
)
def test_how_well_people_get_on_is_no_act(text: str) -> None:
    assert "vague_verb" in {finding.rule for finding in critique(text).findings}


@pytest.mark.parametrize(
    "text",
    ["School ring mum each day until 5 July", "OT assess by 5 June", "housing repair the boiler by 6 May"],
)
def test_a_plain_verb_after_a_worker_or_a_service_has_them_for_its_doer(text: str) -> None:
    assert "no_actor" not in {finding.rule for finding in critique(text).findings}


def test_where_somebody_goes_is_not_who_is_asked() -> None:
    text = "Jo (PA) to go with Ezra to the Jobcentre on Tues 19 Jan to make his UC claim"
    judged = critique(text)
    assert is_smart_already(judged)
    assert rewrite(text).objectives[0].text == text


def test_each_part_is_drafted_with_its_doer() -> None:
    made = [
        o.text
        for o in rewrite("jay not eating, nan 2 give lunch each day + school nurse weigh him by 12/3/27").objectives
    ]
    assert [text.split(" to ")[0] for text in made] == ["Nan", "School nurse"]
    assert made[1] == "School nurse to weigh him by 12/3/27."
