"""First drafts of what tired people type: nothing sunk, nobody's task on somebody else, no stray bracket."""

import pytest

from rewriter.pipeline import rewrite


def _drafts(text: str) -> list[str]:
    return [objective.text for objective in rewrite(text).objectives]


def test_a_referral_is_asked_for_and_not_sunk_into_how_things_are() -> None:
    """And what the others are to do stays theirs."""
    assert _drafts("Mr Osei falling, OT ref, dtr to pop in more") == [
        "OT ref: [who] to send the referral by [date]. Now: Mr Osei falling.",
        "Dtr to pop in more ([what will be seen]) by [date].",
    ]


def test_a_referral_that_somebody_makes_is_theirs() -> None:
    """One typed beside the worker who makes it, and not beside the one it goes to."""
    assert _drafts("mum to watch her, HV ref to paeds")[1] == "HV to send the ref to paeds by [date]."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kai cut himself again", "Kai cut himself again"),
        ("Ella been to a&e x2", "Ella been to a&e x2"),
        ("Tyler self-harming, needs camhs", "Tyler self-harming"),
    ],
)
def test_what_has_happened_is_how_things_are(text: str, told: str) -> None:
    """It is never something to do by a date."""
    drafts = _drafts(text)
    assert drafts[0].endswith(f"Now: {told}.")
    assert not any(draft.startswith(told) for draft in drafts)


def test_history_in_a_hurry_is_kept_beside_the_task() -> None:
    """Nothing typed is lost without a word."""
    drafts = _drafts("house is cluttered, Mr Doyle doesnt want help. fire service ref, SW to visit fortnightly")
    assert drafts == [
        "Fire service ref: [who] to send the referral by [date]. Now: house is cluttered; Mr Doyle doesnt want help.",
        "SW to visit fortnightly until [date].",
    ]


def test_a_deadline_that_is_stated_is_not_asked_again() -> None:
    """Month, day and month, or a length of time, however they are typed."""
    assert "[date]" not in _drafts("sarah his kw to check it until sept, SW to ring wkly")[0]
    assert _drafts("SW to complete assesment by 14.2, mum to give consent")[0] == "SW to complete assesment by 14.2."


def test_a_row_is_one_task_with_its_heading() -> None:
    """A cell that says when or who goes with the task before it; a name before a verb is the doer."""
    assert _drafts("- Leon | housing | PA to support w bidding every thurs")[0].startswith(
        "Leon, housing: PA to support"
    )
    assert _drafts("| Imms | mum to take Ioana to GP | 20/3 | HV to check after |")[0].endswith(
        "mum to take Ioana to GP by 20/3."
    )
    assert "Mr Kowalczyk to set up payment plan w HA" in " ".join(
        _drafts("Arrears | Mr Kowalczyk | set up payment plan w HA | SW to chase")
    )


def test_what_somebody_said_they_will_do_is_their_task() -> None:
    """And not background."""
    drafts = _drafts("home still poor, mum to clean. dad said he will take dog to his brothers if mum agrees")
    assert drafts[1] == "Dad said he will take dog to his brothers if mum agrees by [date]."


def test_what_is_to_be_done_after_one_parent_is_told_of_is_hers() -> None:
    """Only where nobody else has been named."""
    assert _drafts("mum low mood, GP upped meds. to take meds, HV to ring")[0].startswith("Mum to")
    assert _drafts("mum low mood, dad away. to take meds, HV to ring")[0].startswith("[Who] to take meds")


def test_a_good_objective_typed_with_somebody_elses_task_is_parted() -> None:
    """What has happened goes beside it, and the second person's task stands alone."""
    drafts = _drafts("Chidi excluded again fri. SENCO to hold mtg by 10 June, TA 2 sessions a wk till half term")
    assert drafts == [
        "SENCO to hold mtg by 10 June. Now: Chidi excluded again fri.",
        "TA 2 sessions a wk till half term.",
    ]


def test_initials_typed_small_open_a_sentence_as_initials() -> None:
    """ "hv to ring" is "HV to ring"."""
    assert _drafts("hv to ring weds, mum to weigh baby")[0].startswith("HV to ring")


def test_what_is_told_before_a_colon_is_no_heading_of_anothers_task() -> None:
    """ "Zara not sleeping: mum to do bedtime" is mum's, with how Zara is beside it."""
    assert _drafts("Zara not sleeping: mum to do bedtime by 8, HV sleep clinic ref") == [
        "Mum to do bedtime by 8 until [date]. Now: Zara not sleeping.",
        "HV to send the sleep clinic ref by [date].",
    ]


def test_one_parent_before_a_plain_verb_is_asked() -> None:
    """ "mum watch her" asks mum; that nobody is to shout makes nobody a danger."""
    answer = rewrite("Online safety - mum check phone nightly, Elspeth to delete snap, nobody to shout at her for it")
    assert answer.objectives[0].text == ("Online safety: mum to check phone nightly until [date].")
    assert not answer.critique.responsibility.harms


def test_a_worry_with_its_heading_is_how_things_are() -> None:
    """And a name asked about in brackets keeps its bracket."""
    drafts = _drafts("self harm - Megan cutting when upset. CAMHS ref. school to have safe person (Mr Okafor?)")
    assert drafts[0] == "CAMHS ref: [who] to send the referral by [date]. Now: self harm - Megan cutting when upset."
    assert drafts[1] == "School to have safe person (Mr Okafor?): [who] to decide by [date]."


def test_a_goal_that_says_what_is_needed_stands_as_typed() -> None:
    """ "School attendance 62% needs to be 90%" is no sentence after "For"."""
    answer = rewrite("School attendance 62% needs to be 90%. mum to get kids up")
    assert [goal.text for goal in answer.goals] == ["School attendance 62% needs to be 90%."]


def test_what_somebody_does_is_theirs_however_it_is_put() -> None:
    """ "nursery pick up by nan" is nan's."""
    answer = rewrite("FSW to do visual timetable, nursery pick up by nan tues/weds")
    assert answer.objectives[1].text == "Nursery pick up by nan tues/weds until [date]."
    assert answer.objectives[1].responsible == ("nan",)


def test_matters_with_a_pace_of_their_own_head_nobodys_task() -> None:
    """And what is to be found is asked of somebody, not sunk into how things are."""
    drafts = _drafts("dad in prison til Nov, letters weekly, video call monthly, SW to book visit")
    assert drafts[0].startswith("Letters weekly, video call monthly: [who] to")
    assert drafts[1] == "SW to book visit by [date]."
    drafts = _drafts("contact sup'd by gran not working out, find contact centre, baby to have blanket")
    assert drafts[0].startswith("[Who] to find contact centre")


def test_nothing_of_two_lines_is_lost() -> None:
    """Staff who are to be trained in time are no history."""
    drafts = _drafts("* care plan to be shared w school - community nurse\n* All staff trained before he goes back")
    assert drafts[1] == "All staff trained before he goes back: [who] to see to it."


def test_no_child_sees_to_being_clean() -> None:
    """An adult is asked for."""
    assert _drafts("Children to be clean & fed at all times")[0].endswith("by [date], with [who] to see to it.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Children always hungry & dirty, clothes too small. Mum to do a wash every night", "Children always hungry"),
        ("gran too frail to lift him, OT to look at hoist, dad to do bedtimes", "gran too frail to lift him"),
        ("EWO to do home visits, mum wants to know why no EP yet", "mum wants to know why no EP yet"),
        ("carers to visit daily, he would like to see his sister in Cork", "he would like to see his sister in Cork"),
        ("camhs referral been accepted wait 40wks, mum to lock meds up", "camhs referral been accepted"),
    ],
)
def test_how_somebody_is_or_what_they_wish_is_nothing_to_do_by_a_date(text: str, told: str) -> None:
    """It stands beside a task, and opens none."""
    drafts = _drafts(text)
    assert any(f"Now: {told}" in draft for draft in drafts)
    assert not any(draft.lower().startswith(told.lower()) for draft in drafts)


def test_a_log_that_somebody_keeps_is_their_task() -> None:
    """And no telling of how things are."""
    assert _drafts("SW to visit, mum keeps log of unknown numbers")[1] == (
        "Mum keeps log of unknown numbers until [date]."
    )


@pytest.mark.parametrize("words", ["eat and drink more", "attend stay & play with the baby", "read & sign it"])
def test_two_verbs_in_one_breath_are_one_task(words: str) -> None:
    """Cut between them, neither would say what was meant."""
    drafts = _drafts(f"Mrs Pell to {words}, carers to visit daily, HV to ring")
    assert len(drafts) == 3
    assert drafts[0].startswith(f"Mrs Pell to {words}")


def test_who_is_to_be_supported_is_not_the_one_who_supports() -> None:
    """Who does it is asked, in the user's words."""
    assert _drafts("Family to be supported with routines, FSW to do 6 sessions w/ parents")[0] == (
        "Family to be supported by [who] with routines ([what they will do]) [how often] until [date]."
    )


def test_what_is_ruled_out_unless_something_holds_is_not_turned_round() -> None:
    """No sign is asked for after which the help may not be used."""
    drafts = _drafts(
        "Tove to use crisis plan - text sis first, not to go to A&E unless cant keep self safe, CPN to print it"
    )
    assert not any("Once either sign is seen" in draft for draft in drafts)
    assert any("unless cant keep self safe" in draft for draft in drafts)


def test_words_in_brackets_are_not_cut_through() -> None:
    """Half a bracket would leave somebody torn from what is asked."""
    for text in (
        "| Supervision in bath | Parents | Noor (2) not to be left alone in bath at all | immed |",
        "mum to ring, dad to help - both to do parenting prog (HV to refer)",
    ):
        assert all(draft.count("(") == draft.count(")") for draft in _drafts(text))


def test_a_need_that_would_be_true_of_any_child_is_kept_under_its_doer() -> None:
    """What they will do for it is asked; nothing typed is lost."""
    assert _drafts("Carers to promote Ebo's identity & cultural needs") == [
        "Carers to promote Ebo's identity & cultural needs ([what carers will do]) [how often] until [date]."
    ]
    answer = rewrite("Ensure Temi and Dami feel safe in the home")
    assert [goal.text for goal in answer.goals] == ["For Temi and Dami to feel safe in the home."]
