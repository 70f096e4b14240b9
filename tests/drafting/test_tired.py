"""First drafts of what tired people type: how things are heads no task, and each task has the one it was set."""

import pytest

from rewriter.pipeline import rewrite


def _drafts(text: str) -> list[str]:
    return [objective.text for objective in rewrite(text).objectives]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Mum constantly at A&E. Paed to be only contact, SW to ring mum", "Now: Mum constantly at A&E."),
        ("yp carrying knife, YOT worker to see him wkly, parents to search bag", "Now: yp carrying knife."),
        ("2 x fixed term excl since sept, SENCO to do PSP, EP to assess", "Now: 2 x fixed term excl since sept."),
        (
            "sleep - up till 3am gaming. Parents to take x-box at 10. dr re melatonin",
            "Now: sleep - up till 3am gaming.",
        ),
        ("mum no recourse, worker to refer her for advice, SW to ring school", "Now: mum no recourse."),
    ],
)
def test_how_things_are_heads_no_task(text: str, first: str) -> None:
    """Nor is it an objective of its own."""
    assert _drafts(text)[0].endswith(first)


def test_a_worry_of_the_family_is_no_task_of_theirs() -> None:
    drafts = _drafts("CWD SW to refer & joint visit b4 easter, mum v anxious about day centre")
    assert len(drafts) == 1
    assert drafts[0].endswith("Now: mum v anxious about day centre.")


def test_what_somebody_says_of_their_task_stands_beside_it() -> None:
    assert _drafts("DSL to log new phones; mum to do same at home tho she says she isnt a grass")[1] == (
        "Mum to do same at home [how often] until [date]. Now: she says she isnt a grass."
    )


def test_a_wish_is_not_the_workers() -> None:
    drafts = _drafts("NEET since july. PA to look at college, wants to do mechanics")
    assert len(drafts) == 1
    assert drafts[0].endswith("(NEET) since july; wants to do mechanics.")


def test_what_is_to_be_done_is_theirs_of_whom_alone_it_was_told() -> None:
    assert _drafts("Tyrell to not go missing. To be home by 9 on school nights, mum to ring 101")[1].startswith(
        "Tyrell to be home by 9"
    )
    assert _drafts("mum's MH needs to be stable, to take meds & see GP, if low to tell someone")[1:] == [
        "Mum to take meds [how often] until [date].",
        "Mum to see GP ([what counts as done]) by [date].",
        "If low, mum to tell someone by [date].",
    ]


def test_both_are_the_two_who_have_the_tasks_before() -> None:
    drafts = _drafts("dad to do bedtimes, mum to ring nursery - both to do parenting prog, HV to refer")
    assert drafts[2] == "Dad and mum both to do parenting prog [how often] until [date]."


def test_two_joined_after_so_act_together() -> None:
    drafts = _drafts("delayed speach, S&LT waiting list 9 mths so nursery & parents to use the strategys daily")
    assert "nursery & parents to use the strategys" in drafts[0]


def test_a_team_keeps_its_initials_and_its_task() -> None:
    assert _drafts("Carer to shop for PA, mum to recruit, DP team to sort payroll")[2] == (
        "[named person] at DP team to sort payroll ([what they will do]) by [date]."
    )


def test_a_plan_steps_down_and_nobody_does() -> None:
    assert _drafts("Care package to step down if things continue to go well")[1] == (
        "Once either sign is seen, Care package to step down within [10 working days], with [who] to see to it."
    )


def test_a_level_wanted_is_no_telling() -> None:
    drafts = _drafts("school nurse to train TAs, mum to send in hypo box every Mon, HbA1c was 96 hosp want it under 75")
    assert drafts[2].startswith("HbA1c was 96 hosp want it under 75: [who] to")


def test_two_who_both_want_it_have_it_as_their_goal() -> None:
    answer = rewrite("Reg & Eileen both want to stay at home. Carers AM/PM, Reg to wear pendant, SW to review")
    assert [goal.text for goal in answer.goals] == ["For Reg & Eileen to stay at home."]
    assert all("want" not in objective.text for objective in answer.objectives)


def test_how_it_is_in_an_aim_leaves_the_target_open() -> None:
    answer = rewrite("attendence needs to improve its only 62% at the min, nan can do lifts tues + thurs")
    assert answer.goals[0].text == "Attendence needs to improve its only 62% at the min, to [target level]."


def test_a_term_that_is_left_is_an_end() -> None:
    assert "[date]" not in _drafts("Mr Lewis to phone Dad by 9.30 every day for the rest of spring term")[0]


def test_a_plain_verb_after_a_worker_or_a_service_is_their_task() -> None:
    assert _drafts("attendance 71%. EWO ring mon, HV chase dentist, sch email parents re uniform")[1:] == [
        "HV to chase dentist ([what counts as done]) by [date].",
        "[named person] at sch to email parents re uniform by [date].",
    ]


def test_a_fall_before_a_colon_is_how_things_are() -> None:
    assert _drafts("He fell twice in nov: dtr to ring him every night, GP to review meds")[0] == (
        "Dtr to ring him every night until [date]. Now: He fell twice in nov."
    )


def test_whose_a_list_is_stands_behind_its_dash() -> None:
    drafts = _drafts("no routines at home. bedtimes 7.30, homework before telly - both parents, SW to ring school")
    assert drafts[0].startswith("Both parents - bedtimes 7.30, homework before telly ([what they will do])")
    assert drafts[0].endswith("Now: no routines at home.")


def test_a_need_is_theirs_of_whom_alone_it_was_told() -> None:
    """And the date of the next meeting is no date of anything before it."""
    assert _drafts("Parents not working with us. need to let SW in, & come to core groups - next one 12th Dec") == [
        "Parents to let SW in ([what counts as done]) by [date]. Now: Parents not working with us.",
        "Parents to come to core groups - next one 12th Dec.",
    ]


def test_what_is_told_beside_a_task_is_never_history_that_takes_the_task_with_it() -> None:
    drafts = _drafts(
        "bedroom still damp. landlord been told twice, env health to inspect, dehumidifer from charity - SW"
    )
    assert drafts[0].startswith("[named person] at env health to inspect by [date].")
    assert drafts[1].startswith("SW - dehumidifer from charity")


def test_a_waiting_list_is_nobodys_task() -> None:
    assert _drafts("CPN to reassess, day centre waiting list, gas cooker to be capped off by weds")[0].endswith(
        "Now: day centre waiting list."
    )


def test_a_time_to_be_up_is_whose_it_is() -> None:
    assert _drafts("PA to get new alarm, mum up by 7, SW to ring")[1] == "Mum to be up by 7 until [date]."


def test_a_wish_with_a_month_is_the_goal() -> None:
    answer = rewrite("Lacey wants to go college in sept, PA sort bursary form, carer to do open days w her")
    assert [goal.text for goal in answer.goals] == ["For Lacey to go college in sept."]
    assert all("wants" not in objective.text for objective in answer.objectives)


def test_an_aim_with_one_thing_left_open_is_no_question() -> None:
    assert rewrite("Reduce isolation for Eric - lunch club thurs, tablet lessons at library?").objectives


def test_a_list_of_those_who_are_to_be_there_is_not_cut() -> None:
    assert _drafts("DoLS to be applied for by home mgr, best interests mtg re meds - GP, pharmacist, family (Xiulan)")[
        1
    ] == ("Best interests mtg re meds - GP, pharmacist, family (Xiulan): [who] to book it by [date].")


def test_what_somebody_unnamed_is_not_to_do_asks_who() -> None:
    assert "[Who] not to be out after 10 until [date]." in _drafts(
        "Jordan smoking weed daily, drugs worker Mo 6 sessions, dad to stop giving him money, not to be out after 10"
    )


def test_a_deadline_of_the_month_is_not_asked_again() -> None:
    assert _drafts("Yonas has no ID - PA to go w/ him to post office by end of month, SW to ring")[0].startswith(
        "PA to go w/ him to post office by end of month."
    )


def test_whose_contact_it_is_is_no_task_of_theirs() -> None:
    assert _drafts("CAMHS ref for Ty, SW to ring school, dad contact supervised")[2] == (
        "Dad contact supervised: [who] to see to it by [date]."
    )


def test_children_do_not_see_to_their_own_safety() -> None:
    assert _drafts("Children to be safe, happy & healthy and parents to put there needs 1st")[0].startswith("[Who] to")
