"""The first draft by rules alone: what it keeps, what it asks, and what it never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.answer import Rewrite, Status
from rewriter.brackets import find_brackets
from rewriter.errors import InputError
from rewriter.guarding.drafts import facts_given, invented
from rewriter.people import Harm, Person
from rewriter.pipeline import fill, rewrite
from rewriter.plan import Context
from rewriter.smart import Criterion, Verdict
from tests.texts import contexts, judged_texts, plan_texts

CHIPO = Context(harms=(Harm("Chipo", "Darren"),), people=(Person("Chipo", "mother"), Person("Darren", "ex-partner")))


def _blames(answer: Rewrite) -> list[str]:
    labels = ("on_victim", "unassigned", "hides_information", "mutualises", "minimises")
    return [label for label in labels if getattr(answer.responsibility, label)]


def _assert_sound(answer: Rewrite, text: str, context: Context) -> None:
    """The promises that hold for every draft, whatever was pasted."""
    if answer.status is Status.NOT_AN_OBJECTIVE:
        assert answer.objectives == ()
        return
    assert answer.objectives
    assert _blames(answer) == []
    given_facts = facts_given(text, context)
    texts = [goal.text for goal in answer.goals] + [objective.text for objective in answer.objectives]
    for draft in texts:
        facts = [draft[start:end] for start, end in invented(draft, given_facts)]
        assert facts == []
    written = sum(len(find_brackets(draft)) for draft in texts)
    assert written == len(answer.gaps)
    for gap in answer.gaps:
        folder, _, number = gap.where.partition(".")
        draft = getattr(answer, folder)[int(number)].text
        assert draft[gap.start] == "["
        assert draft[gap.end - 1] == "]"
        assert gap.question.endswith("?") or gap.question.endswith(".")
    for objective in answer.objectives:
        assert len(find_brackets(objective.text)) <= 6


def test_every_judged_case_gets_a_sound_draft() -> None:
    """No draft of any case blames somebody harmed, invents a fact, or hides a gap."""
    for text, context in judged_texts():
        _assert_sound(rewrite(text, context), text, context)


@given(plan_texts(), contexts())
def test_every_text_gets_a_sound_draft(text: str, context: Context) -> None:
    """The same holds for texts nobody judged."""
    _assert_sound(rewrite(text, context), text, context)


def test_a_good_objective_comes_back_unchanged_and_is_said_to_be_good() -> None:
    """What is SMART already is left alone, to the letter."""
    text = "Joyce will attend the Tuesday parenting group, 6 sessions from 1 July 2026 to 5 August 2026."
    answer = rewrite(text)
    assert answer.status is Status.UNCHANGED
    assert [objective.text for objective in answer.objectives] == [text]
    assert "SMART as it stands" in answer.note


def test_what_the_text_gives_is_kept_word_for_word() -> None:
    """The user's own words stand in the draft; only what is missing is bracketed."""
    (objective,) = rewrite("Sarah's mother to attend alcohol support groups").objectives
    assert objective.text.startswith("Sarah's mother to attend alcohol support groups [how often]")
    assert objective.responsible == ("Sarah's mother",)


def test_a_duty_put_on_the_person_harmed_is_turned_round_and_declared() -> None:
    """The goal names who causes the harm and who is protected, and the person causing it gets the objective."""
    answer = rewrite("Chipo to ensure she does not allow Darren into the property", CHIPO)
    assert "Chipo" in answer.goals[0].text
    assert "Darren" in answer.goals[0].text
    assert answer.objectives[0].responsible == ("Darren",)
    assert any(change.rule == "responsibility_on_victim" for change in answer.changes)


def test_what_is_for_the_person_harmed_is_offered_and_not_demanded() -> None:
    """Her part is support, and a named worker has the task of offering it."""
    answer = rewrite("Chipo to complete the Freedom Programme to prevent further abuse by Darren", CHIPO)
    offers = [objective for objective in answer.objectives if "offer" in objective.action]
    assert len(offers) == 1
    assert "the Freedom Programme" in offers[0].text
    assert "Chipo" not in offers[0].responsible


@pytest.mark.parametrize("crowd", ["older males", "the lads outside the shop", "unknown men"])
def test_people_whom_no_plan_can_bind_get_no_objective(crowd: str) -> None:
    """A crowd nobody has named cannot be asked; a named worker owns what is done about it."""
    answer = rewrite("Tia to stop going missing", Context(harms=(Harm("Tia", crowd, "exploits her"),)))
    owners = {name for objective in answer.objectives for name in objective.responsible}
    assert owners == {"[Named worker]"}
    assert crowd in answer.goals[0].text


def test_an_undefined_trigger_becomes_who_decides_and_then_what() -> None:
    """Two objectives: countable signs that somebody looks at, and what follows within how many working days."""
    answer = rewrite(
        "If this plan is not felt to be working, Sarah's social worker to convene a Legal Planning Meeting"
    )
    decide, then = answer.objectives
    assert "[first countable sign]" in decide.text
    assert "convene a Legal Planning Meeting within [10 working days]" in then.text


def test_ongoing_is_replaced_and_the_change_is_declared() -> None:
    """A word that sets no date gives way to a date to be agreed."""
    answer = rewrite("Mum to clear the kitchen side weekly, ongoing")
    assert "ongoing" not in answer.objectives[0].text
    assert any(change.from_ == "ongoing" and change.rule == "ongoing_or_asap" for change in answer.changes)


def test_what_is_not_an_objective_is_not_drafted() -> None:
    """A question gets a kind answer and no draft."""
    answer = rewrite("Can you tell me who signs the review form when the manager is on leave?")
    assert answer.status is Status.NOT_AN_OBJECTIVE
    assert answer.objectives == ()
    assert answer.note


def test_rewriting_a_rewrite_changes_nothing_of_substance() -> None:
    """A draft's own objectives are SMART once agreed, so they come back as they are."""
    for objective in rewrite("Sarah's mother to attend alcohol support groups").objectives:
        again = rewrite(objective.text)
        assert [other.text for other in again.objectives] == [objective.text]


def test_the_draft_shows_its_own_verdicts_once_agreed() -> None:
    """Each objective is judged by the same rules, and says which gaps its verdicts wait for."""
    answer = rewrite("Sarah's mother to attend alcohol support groups")
    (check,) = answer.self_check
    verdicts = {judgement.criterion: judgement.verdict for judgement in check.judgements}
    assert verdicts[Criterion.MEASURABLE] is Verdict.MET
    assert verdicts[Criterion.TIME_BOUND] is Verdict.MET
    assert check.depends_on == tuple(gap.id for gap in answer.gaps if gap.where == "objectives.0")


def test_filling_every_gap_makes_the_draft_ready() -> None:
    """Answers take the place of brackets and the draft is judged again."""
    answer = rewrite("Sarah's mother to attend alcohol support groups")
    values = {gap.id: "12 October 2026" if "date" in gap.question else "once a week" for gap in answer.gaps}
    filled = fill(answer, values)
    assert filled.status is Status.READY
    assert filled.gaps == ()
    assert "[" not in filled.objectives[0].text
    assert "12 October 2026" in filled.objectives[0].text


def test_filling_some_gaps_keeps_the_others_in_their_place() -> None:
    """The offsets of what is still open move with the text."""
    answer = rewrite("Sarah's mother to attend alcohol support groups")
    first = answer.gaps[0]
    filled = fill(answer, {first.id: "at least twice in every week"})
    for gap in filled.gaps:
        text = filled.objectives[0].text
        assert text[gap.start : gap.end].startswith("[")
        assert text[gap.start : gap.end].endswith("]")


@pytest.mark.parametrize(
    "answers", [{"nowhere": "x"}, {"q1": "two [brackets]"}, {"q1": "two\nlines"}, {"q1": "x" * 301}]
)
def test_an_answer_that_cannot_be_used_is_refused(answers: dict[str, str]) -> None:
    """Unknown gaps, brackets, line breaks and over-long answers are refused without repeating them."""
    with pytest.raises(InputError) as caught:
        fill(rewrite("Sarah's mother to attend alcohol support groups"), answers)
    assert "brackets]" not in str(caught.value)


@given(plan_texts(), st.text(alphabet="abc 12", min_size=1, max_size=20))
def test_filled_drafts_never_lose_a_gap(text: str, words: str) -> None:
    """Filling one gap closes that one and no other."""
    answer = rewrite(text)
    if answer.gaps and words.strip():
        filled = fill(answer, {answer.gaps[0].id: words})
        assert len(filled.gaps) == len(answer.gaps) - 1


def test_words_that_nobody_was_read_to_act_in_are_kept() -> None:
    """An ask typed too loosely to be read is not lost behind the worker who is to watch it."""
    drafted = rewrite("danuta needs to sort her head out re drinkin + get kids to skl more, PD to monitor. asap")
    assert "get kids to skl more" in " ".join(objective.text for objective in drafted.objectives)
