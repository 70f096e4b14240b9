"""A declared change goes on naming what stands where it was made, and can be taken back whatever was done since."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.answer import Change, Rewrite
from rewriter.drafting.changed import edit_between, texts_by_place
from rewriter.pipeline import fill, reword, rewrite, take_back
from tests.texts import plan_texts

BLAMING = "Sarah's mother to keep dad away from the house asap, he hits her"
SOON = "Mum to attend the group asap"
SETTLED = "Kayode to understand the impact of his behaviour and feel more settled in class"
STORY = (
    "Theresa is a lovely lady and brought up four boys more or less on her own. Theresa and Malik (support worker) "
    "potter in the garden Tues & Fri 2pm for an hour until 30 October, Malik notes what they did."
)


def words_of(draft: Rewrite) -> str:
    return "\n".join(texts_by_place(draft).values())


def all_filled(draft: Rewrite) -> Rewrite:
    return fill(draft, {gap.id: f"answer {number}" for number, gap in enumerate(draft.gaps)})


@pytest.mark.parametrize("text", [BLAMING, SOON, SETTLED])
def test_what_was_filled_stands_in_the_change(text: str) -> None:
    """The words after the change are those of the draft, so that both can be read beside each other."""
    draft = rewrite(text)
    filled = all_filled(draft)
    assert [change.from_ for change in filled.changes] == [change.from_ for change in draft.changes]
    assert all(change.to in words_of(filled) and "[" not in change.to for change in filled.changes)


def test_a_gap_outside_a_change_leaves_it_as_it_was() -> None:
    """Only what was agreed in it counts."""
    draft = rewrite(SOON)
    (often, date) = draft.gaps
    assert fill(draft, {often.id: "every Monday"}).changes == draft.changes
    assert fill(draft, {date.id: "4 May 2027"}).changes[0].to == draft.changes[0].to.replace("[date]", "4 May 2027")


def test_a_change_is_taken_back_after_its_gaps_were_filled() -> None:
    """The own words stand again; what was agreed elsewhere stays."""
    draft = rewrite(SOON)
    back = take_back(all_filled(draft), all_filled(draft).changes[0])
    assert back.objectives[0].text == "Mum to attend the group answer 0 asap."
    assert back.changes == ()
    draft = all_filled(rewrite(BLAMING))
    back = take_back(draft, draft.changes[0])
    assert back.objectives[0].text.startswith("Sarah's mother to keep dad away")
    assert back.objectives[1].text == draft.objectives[1].text
    assert back.responsibility.on_victim


def test_a_change_is_taken_back_after_its_words_were_edited() -> None:
    """Whatever was written in their place gives way."""
    draft = rewrite(BLAMING)
    edited = reword(draft, {"objectives.0": "Dad to sleep elsewhere, checked by Ms Okafor [how often] until [date]."})
    assert [change.from_ for change in edited.changes] == [change.from_ for change in draft.changes]
    assert edited.changes[0].to in edited.objectives[0].text
    assert take_back(edited, edited.changes[0]).objectives[0].text.startswith("Sarah's mother to keep dad away")


def test_a_change_whose_words_were_taken_out_is_gone() -> None:
    """There is nothing left of it to decide on."""
    draft = rewrite(BLAMING)
    assert reword(draft, {"objectives.0": ""}).changes == ()


def test_words_that_became_the_same_are_taken_back_together() -> None:
    """With all that stood between them, as the words of one of them alone would be half an objective."""
    draft = rewrite(SETTLED)
    assert len({change.to for change in draft.changes}) == 1 < len(draft.changes)
    back = take_back(draft, draft.changes[1])
    assert back.objectives[0].text == SETTLED
    assert back.changes == ()


def test_the_same_words_changed_twice_are_taken_back_one_after_the_other() -> None:
    """Each stays declared until it is."""
    one = rewrite(SOON)
    twice_said = replace(one.critique, objective=f"{SOON} and Dad to ring asap")
    objectives = (*one.objectives, replace(one.objectives[0], text="Dad to ring until [date]."))
    draft = replace(one, critique=twice_said, objectives=objectives)
    (change,) = draft.changes
    once = take_back(draft, change)
    twice = take_back(once, once.changes[0])
    assert [words_of(one).count("asap") for one in (draft, once, twice)] == [0, 1, 2]
    assert (len(once.changes), twice.changes) == (1, ())


def test_words_that_were_left_out_are_put_back_where_they_stood() -> None:
    """Beside the words that stood beside them; then they are no longer declared as left out."""
    draft = rewrite(STORY)
    change = next(change for change in draft.changes if not change.to)
    back = take_back(draft, change)
    assert back.objectives[0].text.startswith(f"{change.from_} Theresa and Malik")
    assert change not in back.changes
    by_hand = reword(draft, {"objectives.0": f"{change.from_} {draft.objectives[0].text}"})
    assert change not in by_hand.changes
    elsewhere = reword(draft, {"objectives.0": "Malik to potter in the garden with her until [date]."})
    assert change in elsewhere.changes
    assert take_back(elsewhere, change).objectives[0].text.count(change.from_) == 1


@settings(max_examples=30)
@given(text=plan_texts())
def test_every_change_can_be_taken_back_once_all_is_filled(text: str) -> None:
    """For any text: the words are there again."""
    draft = all_filled(rewrite(text))
    for change in draft.changes:
        words = re.findall(r"\w+", words_of(take_back(draft, change)))
        assert set(re.findall(r"\w+", change.from_)) <= set(words)


@given(old=st.text("ab ", max_size=8), new=st.text("ab ", max_size=8))
def test_one_edit_makes_a_text_another(old: str, new: str) -> None:
    """Whatever they are."""
    edit = edit_between(old, new)
    assert old[: edit.start] + edit.words + old[edit.end :] == new
    assert 0 <= edit.start <= edit.end <= len(old)


def test_a_change_that_is_none_of_the_draft_stays_as_it_was_declared() -> None:
    """A model may declare one that stands nowhere; filling and editing do not hide that."""
    draft = rewrite(SOON)
    odd = Change("the group", "no such words", "why", "")
    assert all_filled(replace(draft, changes=(odd,))).changes == (odd,)
