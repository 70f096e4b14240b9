"""Where a reading is not sure, a draft keeps the words as they were typed and asks beside them."""

import pytest

from rewriter.pipeline import rewrite
from rewriter.reading import read


def _drafts(text: str) -> list[str]:
    return [objective.text for objective in rewrite(text).objectives]


def test_a_ban_stays_as_it_was_typed() -> None:
    drafts = _drafts("Hamza to maintain his tenancy, pay rent on time, keep flat tidy & not have ppl round")
    assert "Hamza to pay rent on time by [date]." in drafts
    assert drafts[-1] == "Hamza not to have ppl round ([what Hamza will do instead]) until [date]."


def test_what_is_no_longer_to_be_given_stays_as_it_was_typed() -> None:
    drafts = _drafts(
        "Josh to attend PRU each day and YOT wkr to take him boxing, gran to stop his pocket money by 1 May"
    )
    assert drafts[-1] == "Gran to stop his pocket money ([what gran will do instead]) by 1 May."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Family to access community resources to reduce isolation", "access community resources to reduce isolation"),
        ("kids presenting unkempt, parents need to be meeting basic needs", "meeting basic needs"),
        ("Work to be done with the children around keeping safe and who they can talk to", "around keeping safe and"),
        ("Priya's mum to take her to school every day this half term, currently late 3 days out of 5", "every day"),
    ],
)
def test_an_aim_is_kept_and_what_will_be_done_is_asked(text: str, kept: str) -> None:
    draft = _drafts(text)[0]
    assert kept in draft
    assert "[" in draft


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dad to put controls on Ellie's phone. Ellie not happy re this!", "Ellie not happy re this"),
        ("Carys to attend all m/w appts, FNP nurse to see wkly, dad unknown", "dad unknown"),
        ("adult soc care to reassess mum, school know now", "school know now"),
        ("Shanice needs to be budgetting better, PA will support, skint by the 2nd week", "skint by the 2nd week"),
    ],
)
def test_how_people_are_is_told_and_asks_nothing(text: str, told: str) -> None:
    drafts = _drafts(text)
    assert any(draft.endswith(f"Now: {told}.") for draft in drafts)
    assert not any(draft.startswith(f"{told[:1].upper()}{told[1:]}") for draft in drafts)


@pytest.mark.parametrize("phrase", ["smoke alarm", "drink diary", "contact w/ sibs"])
def test_a_thing_named_with_two_words_is_no_verb(phrase: str) -> None:
    assert not read(f"Kofi {phrase} weekly").asks


def test_contact_is_nothing_that_a_child_does() -> None:
    drafts = _drafts("Kofi contact w/ sibs - once a month min, f/carer to take him")
    assert drafts[0].startswith("Kofi contact w/ sibs - once a month min: [who]")


def test_days_with_a_part_of_the_day_and_days_in_a_row_are_how_often() -> None:
    assert _drafts("Colin to keep a drink diary, Sharon (recovery wkr) ring mon mornings")[1] == (
        "Sharon (recovery wkr) to ring mon mornings until [date]."
    )
    assert "fri-sun until [date]" in _drafts("gran to have the boys fri-sun, SW to do viability by the 14th")[0]


def test_what_was_agreed_is_somebodys_task() -> None:
    drafts = _drafts(
        "agreed that gran would have the boys fri-sun whilst mo attends detox, SW to do viability by the 14th"
    )
    assert drafts[0] == "Gran to have the boys fri-sun whilst mo attends detox until [date]."


def test_a_deadline_in_a_sentence_of_its_own_goes_with_what_stands_before() -> None:
    assert _drafts("FGC to be convened - maternal family mainly, dad's side TBC. by mid Feb latest pls")[0].endswith(
        "dad's side TBC, by mid Feb latest."
    )


def test_a_table_keeps_what_is_to_be_booked_beside_the_booking() -> None:
    assert _drafts("Health | Aleksander overdue 2yr check + imms | Mum to book | HV | 3 wks") == [
        "Health, Aleksander overdue 2yr check + imms: mum to book - HV within 3 wks."
    ]


def test_who_stands_in_brackets_behind_a_task_has_it() -> None:
    assert _drafts("SW to visit weekly. CAMHS ref to be chased (SW)")[1] == "SW - CAMHS ref to be chased by [date]."


def test_what_follows_a_telling_of_one_parent_is_theirs() -> None:
    text = "Chair noted dad hasnt done any of the 8 sessions of caring dads. to start the next one 11 Feb & do all 8"
    drafts = _drafts(text)
    assert drafts[0].startswith("Dad to start the next one 11 Feb.")
    assert "dad hasnt done any of the 8 sessions" in drafts[0]


def test_staff_are_named_and_not_turned_into_one_person() -> None:
    assert _drafts("Linh to stay in placement, staff to do hourly checks at night")[1].startswith(
        "[named person] from staff to do hourly checks at night"
    )


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("d/c when POC in place, qds calls, son Wei to sort key safe, DN for legs mon/thur", "DN - for legs mon/thur"),
        ("carers to offer a flannel, daughter to bring own towels, skin check DN", "DN - skin check"),
        ("mtg needed, carers at end of tether, ind. SW to offer respite 1 w/e in 4", "Ind. SW to offer respite"),
        ("adult soc care to reassess mum, yc project wed eves, school know now", "Yc project wed eves"),
        (
            "Linh to stay in placement, no phone til new one, SW to visit",
            "Linh to stay in placement, no phone til new one ([date])",
        ),
    ],
)
def test_each_matter_has_an_objective_of_its_own(text: str, part: str) -> None:
    assert any(draft.startswith(part) for draft in _drafts(text)), _drafts(text)


def test_a_clock_after_an_act_says_by_what_time_and_is_no_second_task() -> None:
    assert len(_drafts("Priya's mum to take her to school every day this half term and be there by 8.50")) == 1


def test_what_is_applied_for_keeps_its_for() -> None:
    drafts = _drafts("YOT worker to do car crime course, provisional to be applied for, dad to hold keys")
    assert drafts[1].startswith("Provisional to be applied for by [who]")
