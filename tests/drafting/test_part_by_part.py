"""Where somebody is harmed, a clause is kept, turned round, offered or told, and only what was turned is declared."""

import pytest

from rewriter import rewrite
from rewriter.answer import Rewrite


def texts(answer: Rewrite) -> list[str]:
    return [objective.text for objective in answer.objectives]


def turned(answer: Rewrite) -> list[str]:
    rules = ("responsibility_on_victim", "responsibility_unassigned", "mutualises", "hides_information")
    return [change.from_ for change in answer.changes if change.rule in rules]


def test_what_a_worker_is_to_do_is_no_part_of_what_is_turned_round() -> None:
    """Only the clause that made somebody harmed answer for the harm is declared as changed."""
    answer = rewrite("Mum to ensure Dad does not come to the house, SW to visit weekly until 12 March")
    assert texts(answer)[0].startswith("Dad not to come to the house, checked by [named worker]")
    assert any(text == "SW to visit weekly until 12 March." for text in texts(answer))
    assert turned(answer) == ["Mum to ensure Dad does not come to the house"]
    assert answer.goals[0].text == "For Mum to be safe from harm by Dad."


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mum must not let Kyle in the flat. SW to visit weekly.", "Kyle to stay out of the flat"),
        ("Carer to stop son Paul hitting her. SW to call Thurs.", "Paul to stop hitting her"),
        ("Mrs Patel to make sure her son Raj does not take her pension.", "Raj not to take her pension"),
        ("mum to not have contact with Mark (ex, violent), police to check bail", "Mark not to contact mum"),
        ("Sam hits mum when he comes in drunk. Mum to set firmer boundaries.", "Sam to stop hitting mum"),
        ("dad was arrested for hitting mum. Parents to stop arguing.", "Dad to stop hitting mum"),
        ("Ryan keeps punching his brother Leo (6). Leo to keep out of Ryans way.", "Ryan to stop punching his brother"),
        ("Stop Connor (13) hitting mum. Connor to see Marcus on Wednesdays.", "Connor to stop hitting mum"),
    ],
)
def test_the_source_is_asked_in_the_words_typed(text: str, asked: str) -> None:
    assert texts(rewrite(text))[0].startswith(f"{asked}")


def test_a_programme_for_those_harmed_is_offered_by_a_worker_of_the_text() -> None:
    """With its date, and never demanded."""
    answer = rewrite(
        "Leanne to protect the girls from Shane, attend Freedom Programme by 1 Dec, SW to visit fortnightly"
    )
    offer = (
        "SW to offer Leanne help to attend Freedom Programme by 1 Dec; whether to take it up is for Leanne to choose."
    )
    assert offer in texts(answer)
    assert texts(answer)[0].startswith("Shane to [what Shane will do]")
    assert not any(text.startswith("Leanne to") for text in texts(answer))


def test_no_harm_is_left_without_a_task_for_its_source() -> None:
    """Seen in a few words only, and with nothing asked of whoever causes it."""
    answer = rewrite("keep kids safe from dads temper, mum to do freedom prog, sw 2 check")
    assert texts(answer)[0].startswith("Dad to [what dad will do], checked by")
    assert any(text.startswith("Sw to offer mum help to do freedom prog") for text in texts(answer))
    assert any(text.startswith("SW to check") for text in texts(answer))


def test_contact_is_overseen_by_a_worker() -> None:
    """And not by somebody whom the person seen has harmed."""
    answer = rewrite(
        "Mum to supervise all contact between Dad and the kids because of his violence. School to record it."
    )
    assert texts(answer)[0].startswith("[Named worker] to supervise all contact between Dad and the kids [how often]")


def test_what_harms_nobody_stays_with_the_person_harmed() -> None:
    """Everyday tasks are theirs, in the same breath as one that is turned round."""
    answer = rewrite("Mum must not let Kyle in the flat. Mum to take kids to GP by 20 Jan.")
    assert "Mum to take kids to GP by 20 Jan." in texts(answer)


def test_what_a_person_harmed_may_tell_is_not_demanded() -> None:
    answer = rewrite("dad to stay away from house, mum to ring 999 if he comes, sw to visit every fri")
    assert texts(answer)[0].startswith("Dad to stay away from house, checked by [named worker]")
    assert texts(answer)[-1].endswith("Mum can ring 999 if he comes.")


def test_a_crowd_gets_no_task_and_a_worker_who_has_one_keeps_it() -> None:
    answer = rewrite("Jaden (15) groomed by older lads, Jaden to stop going missing, PC Hart to visit the lads")
    assert any(text.startswith("PC Hart to visit the lads") for text in texts(answer))
    assert not any(text.lower().startswith(("the older lads", "jaden")) for text in texts(answer))


def test_what_makes_harm_small_is_asked_for_in_plain_words() -> None:
    """The task of the source stays, and only those words are changed."""
    answer = rewrite("Paul hits his mother. Paul to go to anger management on Mondays.")
    assert any(text.startswith("Paul to go to [a programme on ending the harm]") for text in texts(answer))


def test_two_names_for_one_source_are_one() -> None:
    answer = rewrite("mum not to let Darren in the house, dad (darren) to start DVPP by 3 march")
    assert answer.goals[0].text == "For mum to be safe from harm by Darren."


@pytest.mark.parametrize(
    "text",
    [
        "Mum to ensure Dad does not come to the house, SW to visit weekly until 12 March",
        "Leanne to protect the girls from Shane, attend Freedom Programme by 1 Dec, HV to weigh baby fortnightly",
        "Sam hits mum when he comes in drunk. Mum to set firmer boundaries. YJS to see Sam weekly.",
    ],
)
def test_each_objective_comes_back_as_it_is(text: str) -> None:
    """Rewriting what was drafted changes nothing."""
    answer = rewrite(text)
    for written in texts(answer):
        assert texts(rewrite(written)) == [written]
    whole = rewrite("\n".join([*(f"Goal: {goal.text}" for goal in answer.goals), *texts(answer)]))
    assert [goal.text for goal in whole.goals] == [goal.text for goal in answer.goals]
    assert texts(whole) == texts(answer)


def test_what_is_to_be_given_back_is_a_task_of_whoever_took_it() -> None:
    """Typed without "to", and with nobody called the source."""
    answer = rewrite("fin abuse: Mr Lindqvist's nephew Anders repays £1,450 taken from his account, £50 a month")
    assert answer.goals[0].text == "For Mr Lindqvist to be safe from harm by Anders."
    assert any("nephew Anders to repay £1,450 taken from his account" in text for text in texts(answer))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mia scared of stepdad Rob. SW to see Mia at school every week.", "Rob"),
        ("Amir bullied by Josh and Tyler in Y8. Amir to ignore it and stay in library at lunch.", "Josh and Tyler"),
        ("mum to move out w/ kids to refuge as dads violence escalating, sw to arrange transport", "dad"),
        ("Mr Osei's daughter takes his card. Mr Osei to keep PIN secret.", "Mr Osei's daughter"),
    ],
)
def test_the_source_is_called_as_the_text_calls_them(text: str, source: str) -> None:
    assert rewrite(text).goals[0].text.endswith(f"to be safe from harm by {source}.")


def test_a_line_headed_by_somebody_is_theirs() -> None:
    answer = rewrite("Ryan punched Ellie and the twins saw it. Ryan: 24 sessions of the Respect programme")
    assert any(text.startswith("Ryan to [what Ryan will do]: 24 sessions") for text in texts(answer))


def test_a_threat_goes_with_what_it_was_to_enforce() -> None:
    """What may be told is kept without it."""
    answer = rewrite(
        "Mum must ring police every time he turns up or this will be seen as failure to protect. Lee hits her"
    )
    said = " ".join(texts(answer))
    assert "Mum can ring police every time he turns up." in said
    assert "failure to protect" not in said


def test_what_is_ruled_out_stays_ruled_out_to_its_end() -> None:
    """ "Not to enter or go near" is no leave to go near."""
    answer = rewrite(
        "Perp (Lee Dawes) not to enter Elm Court or go within 100m of Stacey's work. SW to ring police on Fridays"
    )
    assert texts(answer)[0].startswith(
        "Perp (Lee Dawes) not to enter Elm Court or go within 100m of Stacey's work, checked"
    )
    assert not any(" to go within" in text for text in texts(answer))


def test_what_is_told_is_for_its_source_to_stop_beside_other_tasks_of_theirs() -> None:
    answer = rewrite("Ethan (15) hits his mum. Mum to do NVR course from 4 Feb, Ethan to see mentor Jay on Mondays")
    assert texts(answer)[0].startswith("Ethan to stop hitting his mum, checked by")
    assert texts(answer)[1].startswith("Ethan to see mentor Jay on Mondays")
    assert texts(answer)[-1].endswith(
        "to offer Mum help to do NVR course from 4 Feb; whether to take it up is for Mum to choose."
    )


def test_the_end_that_was_set_stays() -> None:
    """Where what it was set for is turned round."""
    answer = rewrite("reduce DV police call outs to 0 by 3 April")
    assert texts(answer)[0].endswith("checked by [named worker] [how often] by 3 April.")


def test_nobody_is_to_stop_stopping() -> None:
    """And what somebody harmed was said to need for it is turned round with it."""
    answer = rewrite(
        "Sharon needs firmer boundaries w/ Callum so he stops hitting her, YJS wkr to do 1:1 w/ callum thursdays, "
        "Gran having Callum one wkend a month for respite"
    )
    said = " ".join(texts(answer))
    assert texts(answer)[0].startswith("Callum to stop hitting her, checked by")
    assert "boundaries" not in said
    assert any(text.startswith("YJS wkr to do 1:1 w/ callum thursdays") for text in texts(answer))
    assert any(text.startswith("Gran to have Callum one wkend a month") for text in texts(answer))


@pytest.mark.parametrize(
    ("text", "task"),
    [
        (
            "Amira to be honest with parents about where she is so dad doesnt hit her. SW to see Amira alone weekly",
            "Dad not to hit her, checked by",
        ),
        (
            "Stephen needs to learn to say no to his 'mates' who are using his flat and benefits. PCSO to do drop ins",
            "The mates to stop using his flat and benefits, checked by",
        ),
    ],
)
def test_harm_told_within_the_duty_is_for_its_source_to_end(text: str, task: str) -> None:
    assert texts(rewrite(text))[0].startswith(task)


def test_what_a_worker_does_regularly_is_their_task() -> None:
    answer = rewrite(
        "Mum (Donna) has been hitting Riley w/ slipper. TA Mrs Nowak does check in w/ Riley daily till July"
    )
    assert any(text.startswith("TA Mrs Nowak to do check in w/ Riley daily till July") for text in texts(answer))


def test_a_perpetrator_beside_another_is_asked_about() -> None:
    """Whether the two are one person is for the user to say."""
    answer = rewrite(
        "mother to ensure perp doesnt contact the children via xbox/snap, dad to stick to bail conds. SW Hywel to visit"
    )
    assert answer.goals[0].text.endswith("to be safe from harm by the perp ([who that is]).")
    assert texts(answer)[0].startswith("The perp ([who that is]) not to contact the children via xbox/snap, checked by")
    assert any(text.startswith("Dad to stick to bail conds") for text in texts(answer))


def test_a_worker_who_gets_something_signed_by_the_source_keeps_the_task() -> None:
    answer = rewrite(
        "Boyfriend Curtis to leave the property by friday, SW to get agreement signed by him. he hit Lola with a brush"
    )
    assert any(text.startswith("SW to get agreement signed by him") for text in texts(answer))


def test_whoever_keeps_from_the_house_of_their_own_kin_is_no_source() -> None:
    answer = rewrite(
        "Fatima to stay away from her cousin's house so there's no more trouble from brothers. FMPO to be sent. she is "
        "scared of being took to Sylhet. school DSL mr Quigley to see Fatima each morning"
    )
    assert answer.goals[0].text == "For [Fatima] to be safe from harm by [the person causing the harm]."
    assert any(text.startswith("School DSL mr Quigley to see Fatima each morning") for text in texts(answer))


def test_whoever_is_to_stay_out_of_the_home_is_not_taken_for_the_one_harmed() -> None:
    answer = rewrite("bruising unexplained - dr to do CP medical today, dad to stay out the home til outcome")
    assert not any("offer dad" in text for text in texts(answer))
    assert not any("For dad" in goal.text for goal in answer.goals)


def test_what_another_would_take_is_for_them_to_leave() -> None:
    """And the grown son of whoever has a grandson is no child who is harmed; a name may be typed small."""
    answer = rewrite(
        "mrs okafor to keep her bank card somewhere safe so grandson cant take it. SW to ring bank by 3 May, "
        "son Emeka to do shopping Fridays w/ receipts"
    )
    assert answer.goals[0].text == "For mrs okafor to be safe from harm by the grandson."
    assert texts(answer)[0].startswith("The grandson not to take the bank card, checked by")
    assert any(text.startswith("Son Emeka to do shopping Fridays w/ receipts") for text in texts(answer))


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (
            "Lads in yr 10 sharing pic of Ellie-Mae. Ellie Mae to not send pics again. HOY to speak to lads",
            "For Ellie-Mae to be safe from harm by the lads.",
        ),
        (
            "YP to keep herself safe online and block the males who are messaging her. SW to visit weekly",
            "For YP to be safe from harm by the males.",
        ),
        (
            "Tyrell 15 to stop meeting with the olders who are having him run. mum to report missing by 11pm",
            "For Tyrell to be safe from harm by [the person causing the harm].",
        ),
        (
            "Renu must show she can put the children before the bond w/ Sunil. Sunil on bail. School to ring SW",
            "For Renu and the children to be safe from harm by Sunil.",
        ),
    ],
)
def test_harm_told_in_passing_is_no_duty_of_whoever_suffers_it(text: str, goal: str) -> None:
    answer = rewrite(text)
    assert answer.goals[0].text == goal
    assert not any(task.startswith(("Ellie", "YP", "Tyrell", "Renu")) for task in texts(answer))


def test_a_programme_that_stood_bare_is_offered_for_a_reason_that_is_true_of_it() -> None:
    """Bare, it asks nobody to answer for the harm, so that is not said of it."""
    answer = rewrite("Mum to do Freedom Programme by 1 Dec. Dad hits mum. SW to visit weekly.")
    reasons = [change.reason for change in answer.changes if change.from_.startswith("Mum to do")]
    assert reasons == ["Help for somebody harmed is offered, so that they may refuse it."]


def test_what_an_offer_was_to_prove_or_what_was_threatened_is_left_out() -> None:
    """The help and its time stay."""
    proof = rewrite("mum to apply for non mol by end of month as evidence shes protective. SW Hannah help w form")
    assert any("by end of month ([date]); whether" in text for text in texts(proof))
    assert any("Hannah" in text for text in texts(proof))
    threat = rewrite("Mum to go to refuge w 3 kids by monday or we seek EPO. Dad remaining in home, charged w/ assault")
    assert any("help to go to refuge w 3 kids by monday ([date]); whether" in text for text in texts(threat))


def test_a_programme_that_must_be_completed_is_offered() -> None:
    answer = rewrite(
        "Renu needs to demonstrate she can prioritise the kids over Sunil. Freedom Prog must be completed before next "
        "RCPC or legal advice. Sunil on bail not to contact, charged s39, Renu did ring 999"
    )
    assert any("to offer Renu Freedom Prog before next RCPC ([date])" in text for text in texts(answer))


def test_what_bail_forbids_the_source_is_the_sources_task() -> None:
    """It is no mere telling, and the goal names nobody else as the source."""
    answer = rewrite("Andrei on bail to 5 May, not to go to nursery or msg mum. SW to confirm bail conds w police")
    assert texts(answer)[0].startswith("Andrei on bail to 5 May not to go to nursery or msg mum, checked by")
    assert answer.goals[0].text == "For mum to be safe from harm by Andrei."


def test_a_step_that_waits_on_silence_waits_on_the_end_of_the_harm_and_the_rest_is_kept() -> None:
    answer = rewrite(
        "Keep it within the family re: Uncle Bashir's touching (Noor 11, Sana 8). Mosque youth wkr Halima will see "
        "Noor after sat class, SW to close in 4 wks if no further disclosures"
    )
    assert "SW to close in 4 wks if [what shows that the harm has ended]." in texts(answer)
    assert any("Halima will see Noor" in text for text in texts(answer))
    assert "if no further disclosures" in turned(answer)


def test_nobody_is_asked_to_do_the_harm_that_is_told_of_them() -> None:
    answer = rewrite("Mum to go to refuge by monday. Dad remaining in home, charged w/ assault on her")
    assert answer.goals[0].text == "For Mum to be safe from harm by Dad."
    assert not any("Dad to assault" in text or "Dad to remain" in text for text in texts(answer))


def test_a_source_with_their_name_in_brackets_keeps_the_duty_that_is_turned_round() -> None:
    answer = rewrite("mum to make sure dad (Darren) doesnt come to the house, dad to attend DVPP by 3 March")
    assert texts(answer)[0].startswith("Darren not to come to the house, checked by")
