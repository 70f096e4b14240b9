"""What is typed as notes at the end of a day: parted by who has which task, and nothing of it lost."""

import pytest
from hypothesis import given

from rewriter.answer import Rewrite, Status
from rewriter.drafting.notes import NoteKind, notes_of
from rewriter.pipeline import rewrite
from rewriter.reading import read
from tests.texts import plan_texts


def _parts(text: str) -> list[tuple[str, str]]:
    return [(note.kind.value, note.part.text.rstrip(".")) for note in notes_of(read(text))]


def _drafts(text: str) -> list[str]:
    return [objective.text for objective in rewrite(text).objectives]


def _goals(answer: Rewrite) -> list[str]:
    return [goal.text for goal in answer.goals]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("mum to get him up, nan helps w/ lifts", [("task", "mum to get him up"), ("listed", "nan helps w/ lifts")]),
        ("dentist asap - gran taking him", [("task", "dentist asap - gran taking him")]),
        ("Ellie missed 3 appts, HV to ring mum", [("told", "Ellie missed 3 appts"), ("task", "HV to ring mum")]),
        ("SW to visit. police??", [("task", "SW to visit"), ("question", "police?")]),
        ("SW to visit, district nurse for legs", [("task", "SW to visit"), ("listed", "district nurse for legs")]),
        (
            "hair strand test to be done - LA to fund",
            [("unasked", "hair strand test to be done"), ("task", "LA to fund")],
        ),
        ("Mum and dad to keep on top of it", [("task", "Mum and dad to keep on top of it")]),
        (
            "Housing, env health and the landlord to liaise",
            [("task", "Housing, env health and the landlord to liaise")],
        ),
        ("SW to chase, GP letter - mum to ask for", [("task", "SW to chase"), ("task", "GP letter - mum to ask for")]),
        (
            "SW to visit, if he misses 2 then CPN to ring hub",
            [("task", "SW to visit"), ("task", "if he misses 2 then CPN to ring hub")],
        ),
        (
            "TA to sit with Ben at school mum 2 remind him",
            [("task", "TA to sit with Ben at school"), ("task", "mum 2 remind him")],
        ),
    ],
)
def test_a_part_begins_where_somebody_else_has_a_task(text: str, parts: list[tuple[str, str]]) -> None:
    assert _parts(text) == parts


def test_a_table_row_is_one_part_for_each_cell() -> None:
    assert [note.kind for note in notes_of(read("police - trace car | SW - mapping"))] == [NoteKind.LISTED] * 2


@given(plan_texts())
def test_parts_lie_in_the_text_in_order(text: str) -> None:
    ends = [0]
    for note in notes_of(read(text)):
        assert ends[-1] <= note.start < note.end <= len(text)
        assert text[note.start : note.end] == note.part.text
        ends.append(note.end)


def test_everybody_gets_the_task_that_was_theirs() -> None:
    """And the aim before the tasks is the goal."""
    answer = rewrite("Kofi's attendence to be better, nan to help w/ lifts")
    assert _goals(answer) == ["For Kofi's attendence to be better, from [level now] to [target level]."]
    assert [o.text for o in answer.objectives] == [
        "Nan to help w/ lifts ([what nan will do]) [how often] until [date]."
    ]
    assert answer.objectives[0].responsible == ("nan",)


def test_a_date_of_one_is_not_put_on_another() -> None:
    drafts = _drafts("police - trace car reg | SW - mapping w/ YP by 6/5 | HV - weigh baby")
    assert [draft for draft in drafts if "6/5" in draft] == ["SW - mapping w/ YP by 6/5 ([what SW will do])."]


def test_how_things_are_stands_beside_the_task_and_is_none_itself() -> None:
    drafts = _drafts("Dental - all 4 kids not seen since 2022. mum to book & take them, HV to send list of dentists")
    assert drafts[0] == "Mum to book & take them by [date]. Now: Dental - all 4 kids not seen since 2022."
    assert drafts[1].startswith("HV to send list of dentists")


def test_what_somebody_does_wrong_is_never_their_task() -> None:
    """Typed without "to", it only tells."""
    drafts = _drafts("nan to take Kai to school, mum drinks every night, SW to visit")
    assert drafts == ["Nan to take Kai to school by [date]. Now: mum drinks every night.", "SW to visit by [date]."]


@pytest.mark.parametrize(
    ("harm", "ended"),
    [
        ("brother hits him", "The brother to stop hitting him"),
        ("dad shouts at him", "Dad to stop shouting at him"),
        ("stepdad keeps threatening him", "The stepdad to stop threatening him"),
    ],
)
def test_harm_told_among_tasks_is_for_its_source_to_end(harm: str, ended: str) -> None:
    """What others are to do stays beside it, as it was typed."""
    drafts = _drafts(f"nan to take Kai to school, {harm}, SW to visit")
    assert drafts[0] == f"{ended}, checked by [named worker] [how often] until [date]."
    assert drafts[1:] == ["Nan to take Kai to school by [date].", "SW to visit by [date]."]


def test_an_open_question_stays_open() -> None:
    drafts = _drafts("EWO and mum to meet. Reduced timetable?? to build up.")
    assert drafts[1] == "Reduced timetable? to build up: [who] to decide by [date]."


def test_somebody_behind_a_dash_or_in_brackets_is_whom_it_is_for() -> None:
    drafts = _drafts("- food in cupboards, heating on - parents\n- nits to be treated x2 (mum)\n- SW to ring school")
    assert drafts[0].startswith("Parents - food in cupboards, heating on ([what parents will do])")
    assert drafts[1] == "Mum - nits to be treated x2 by [date]."


def test_a_number_typed_for_a_word_is_said_so() -> None:
    drafts = _drafts("mum 2 b consistent w/ bedtimes, FSW 2 do 6 sessions")
    assert drafts[0].startswith("Mum to be consistent w/ bedtimes")
    assert drafts[1].startswith("FSW to do 6 sessions")


def test_who_may_not_come_near_is_kept_word_for_word() -> None:
    drafts = _drafts("Uncle Femi not to be alone w/ the children, dad to tell Femi")
    assert (
        drafts[0] == "Uncle Femi not to be alone w/ the children, checked by [named worker] [how often] until [date]."
    )


def test_a_text_that_is_one_objective_with_its_checks_stays_one() -> None:
    text = "Jerome to ring his brother every Wednesday, 16 Sept to 16 Dec 2026, and Lynne ticks the chart"
    assert len(_drafts(text)) == 1


@pytest.mark.parametrize("text", ["Ben 2 wear his hearing aids more at home n school mum 2 remind him"])
def test_nothing_unfinished_is_ready(text: str) -> None:
    assert rewrite(text).status is Status.NEEDS_ANSWERS
