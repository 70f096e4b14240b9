"""Who is harmed and by whom, as a draft names them."""

from rewriter import rewrite
from rewriter.answer import Rewrite
from rewriter.plan import Context


def texts(answer: Rewrite) -> list[str]:
    return [objective.text for objective in answer.objectives]


def test_a_relative_of_one_parent_is_not_the_other_parent() -> None:
    """The apostrophe left out stands for a possessive, and a child named in the words turned round is to be safe."""
    answer = rewrite(
        "Mum to promise in writing Hawa (9) wont be taken abroad. its dads mother pushing for cutting, she has "
        "threatened mum over it. SW Leila to apply FGMPO by 30 June"
    )
    assert answer.goals[0].text == "For Mum and Hawa to be safe from harm by dad's mother."


def test_a_child_who_is_harmed_is_named_once_in_the_goal() -> None:
    """Words turned round may name the very child who is harmed, and what was done to her is said in English."""
    answer = rewrite(
        "Zainab (16) to stop seeing her boyfriend as its causing tension w/ brothers Bilal & Usman, they have "
        "strangled her twice. Sch to monitor attendance"
    )
    assert answer.goals[0].text == "For Zainab to be safe from harm by Bilal & Usman."
    assert texts(answer)[0].startswith("Bilal & Usman to stop strangling her")


def test_neither_the_police_nor_a_course_is_whom_anybody_is_to_be_safe_from() -> None:
    """Who guards against harm is no source of it, and "stepmum Triple P" is no stepmum called Triple."""
    agencies = rewrite("| CCE | police CAWN on the 2 men in white BMW; SW Bola pass on reg | Police/SW | asap |")
    course = rewrite("Aisha to behave so stepmum doesnt lock her in. stepmum Triple P")
    assert "by the police" not in agencies.goals[0].text
    assert [goal.text for goal in course.goals] == ["For Aisha to be safe from harm by the stepmum."]


def test_the_end_of_the_sentence_before_is_no_part_of_a_name() -> None:
    """ "May. Sarah's father" is nobody."""
    text = "Mum to attend the parenting group by 4 May. Sarah's father to not speak to police about the arguments"
    answer = rewrite(text, Context(need="Sarah's father hit Mum in July"))
    written = " ".join([*(goal.text for goal in answer.goals), *(each.text for each in answer.objectives)])
    assert "May. Sarah" not in written
    assert "Sarah's father" in written
