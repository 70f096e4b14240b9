"""What hangs on who harms whom waits for the answer; the rest stays as typed, and the goal names nobody as sure."""

import pytest

from rewriter import Context, Harm, rewrite
from rewriter.answer import Rewrite


def texts(answer: Rewrite) -> list[str]:
    return [objective.text for objective in answer.objectives]


def test_both_sides_are_gaps_with_the_one_question() -> None:
    """Each holds the only name that can be meant, to be taken or not."""
    answer = rewrite("Mrs Kowal to keep her PIN from son Marek. SW to visit fortnightly until 3 May")
    assert answer.goals[0].text == "For [Mrs Kowal] to be safe from harm by [Marek]."
    assert texts(answer)[0].startswith("[Marek] to leave her PIN alone, checked by")
    assert "SW to visit fortnightly until 3 May." in texts(answer)
    sides = [gap for gap in answer.gaps if gap.question.startswith("Who harms whom here?")]
    assert {gap.suggestion for gap in sides} == {"Mrs Kowal", "Marek"}


def test_what_is_held_back_is_declared_with_the_question_as_its_reason() -> None:
    answer = rewrite("Mrs Kowal to keep her PIN from son Marek. SW to visit fortnightly until 3 May")
    (held,) = answer.changes
    assert held.from_ == "Mrs Kowal to keep her PIN from son Marek"
    assert held.rule == "who_harms_whom"
    assert any(finding.rule == held.rule for finding in answer.critique.findings)


def test_the_draft_follows_the_answer() -> None:
    """Told who harms whom, it names them."""
    text = "Mrs Kowal to keep her PIN from son Marek. SW to visit fortnightly until 3 May"
    answer = rewrite(text, Context(harms=(Harm("Mrs Kowal", "Marek"),)))
    assert answer.goals[0].text == "For Mrs Kowal to be safe from harm by Marek."
    assert texts(answer)[0].startswith("Marek to leave her PIN alone")


def test_what_a_ban_says_stands_as_typed_and_nobody_is_named_as_sure() -> None:
    answer = rewrite("police to apply for FMPO by 3 May. dad & uncle not to take Samira out of the UK")
    assert answer.goals[0].text == "For [Samira] to be safe from harm by [dad and uncle]."
    assert any(text.startswith("Dad & uncle not to take Samira out of the UK") for text in texts(answer))


def test_where_a_text_reads_both_ways_no_name_is_put_forward() -> None:
    answer = rewrite("Graham to stop winding wife up, shes at end of her tether & slaps him")
    assert answer.goals[0].text == "For [the person harmed] to be safe from harm by [the person causing the harm]."


def test_a_side_told_by_a_pronoun_that_two_could_be_is_asked_for() -> None:
    answer = rewrite("Ana was with mum when Lee hit her. SW to visit by 3 May")
    assert answer.goals[0].text == "For [the person harmed] to be safe from harm by Lee."
    assert "SW to visit by 3 May." in texts(answer)


def test_whoever_is_to_be_told_of_a_harm_is_not_the_one_harmed() -> None:
    answer = rewrite("Isla to tell Mrs Begum if mummys boyfriend hurts her again. mum to take Isla to GP re bruise")
    assert answer.goals[0].text == "For Isla to be safe from harm by the boyfriend."
    assert any(text.startswith("Mum to take Isla to GP re bruise") for text in texts(answer))
    assert any("Isla can tell Mrs Begum" in text for text in texts(answer))


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Kowal to keep her PIN from son Marek. SW to visit fortnightly until 3 May",
        "police to apply for FMPO by 3 May. dad & uncle not to take Samira out of the UK",
    ],
)
def test_such_a_draft_comes_back_as_it_is(text: str) -> None:
    answer = rewrite(text)
    whole = rewrite("\n".join([*(f"Goal: {goal.text}" for goal in answer.goals), *texts(answer)]))
    assert texts(whole) == texts(answer)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Dad hits mum. HV to see Mum on her own at clinic 12/2", "HV to see Mum on her own at clinic 12/2."),
        ("Dad hits mum. Passport w police", "Passport w police: [who] to arrange it by [date]."),
        ("Dad hits mum. LPA to be looked at", "LPA to be looked at by [who] by [date]."),
        ("Dad hits mum. OT re hoist", "OT re hoist ([what OT will do]) by [date]."),
    ],
)
def test_no_bracket_stands_in_the_middle_of_what_was_typed(text: str, kept: str) -> None:
    """Who does it and by when are asked at its end, and only where that is not said."""
    assert kept in texts(rewrite(text))


def test_boundaries_that_are_to_stop_another_are_for_that_other() -> None:
    answer = rewrite("- mum - firmer boundaries so Jayden (15) stops hitting her\n- CAMHS to see Jayden by 3 May")
    assert texts(answer)[0].startswith("Jayden to stop hitting her, checked by")
    assert not any("boundaries" in text for text in texts(answer))


def test_a_course_for_whoever_harms_is_not_for_both() -> None:
    answer = rewrite("both mum & dad to attend perp prog as mum hit back when he had her by the hair. SW to visit")
    assert any(text.startswith("Dad to attend perp prog, checked by") for text in texts(answer))
    assert not any(text.lower().startswith(("both", "mum to")) for text in texts(answer))


def test_a_couple_in_which_one_harms_the_other_is_not_the_source() -> None:
    answer = rewrite("couple to stop being violent to each other. OM Lisa sees him wkly")
    assert "couple" not in answer.goals[0].text
    assert texts(answer)[0].startswith("[the person causing the harm] to [what they will do]")


def test_what_somebody_is_or_does_already_is_no_task() -> None:
    answer = rewrite("Sunita not to hand wages over to husband. school to give vouchers. husband not known to services")
    assert not any(text.startswith("Husband not known") for text in texts(answer))
    assert any("husband not known to services" in text for text in texts(answer))


def test_an_order_that_a_line_only_tells_of_is_for_the_source_to_keep() -> None:
    answer = rewrite(
        "- SW to go thru mums phone for calls from Dwayne\n- Dwayne RO runs to Aug\n- PC Hart to act on it"
    )
    assert texts(answer)[0].startswith("[Dwayne] to keep to the RO, checked by")
    assert "Now: Dwayne RO runs to Aug." in texts(answer)[0]


def test_whoever_takes_a_child_to_help_keeps_the_task() -> None:
    """It is the child's help, and nobody else is taken for the one harmed."""
    answer = rewrite("stepdad not to be left alone w Poppy. police informed, mum to take her to SARC by 3 May")
    assert answer.goals[0].text == "For [Poppy] to be safe from harm by [the stepdad]."
    assert any(text.startswith("Mum to take her to SARC") for text in texts(answer))
