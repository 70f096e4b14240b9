"""A draft in a person's own words: judged by the same rules again, with nothing of it lost."""

import pytest
from hypothesis import given

from rewriter.answer import Change, Status
from rewriter.brackets import has_odd_bracket
from rewriter.errors import InputError
from rewriter.people import Harm
from rewriter.pipeline import fill, reword, rewrite, take_back
from rewriter.plan import Context
from tests.texts import plan_texts

GROUPS = "Sarah's mother to attend alcohol support groups"
BLAMING = "Sarah's mother to keep dad away from the house asap, he hits her"


def test_words_that_are_not_named_stay() -> None:
    """With no words at all it is the same draft, gaps and all."""
    draft = rewrite(BLAMING)
    again = reword(draft, {})
    assert [objective.text for objective in again.objectives] == [objective.text for objective in draft.objectives]
    assert [goal.text for goal in again.goals] == [goal.text for goal in draft.goals]
    assert [gap.question for gap in again.gaps] == [gap.question for gap in draft.gaps]
    assert again.critique == draft.critique


def test_new_words_are_judged() -> None:
    """What was met before need not be so now, and the other way round."""
    draft = rewrite(GROUPS)
    worse = reword(draft, {"objectives.0": f"{GROUPS} ongoing"})
    better = reword(draft, {"objectives.0": f"{GROUPS} every Monday from 7 September 2026 until 30 November 2026."})
    assert better.status is Status.READY
    met = [sum(judged.verdict.value == "met" for judged in one.self_check[0].judgements) for one in (worse, better)]
    assert met[0] < met[1]


def test_who_is_to_act_is_named_anew() -> None:
    """In plan tables nobody stands beside words in which somebody else is to act, nor a gap that has gone."""
    draft = rewrite(GROUPS)
    again = reword(draft, {"objectives.0": "Nan to ring the school every Monday until [date]."})
    assert again.objectives[0].responsible == ("Nan",)
    asked = rewrite("SW visit wkly. Mum to ring the school")
    (number, before) = next((n, one) for n, one in enumerate(asked.objectives) if "[who]" in one.responsible)
    after = reword(asked, {f"objectives.{number}": before.text.replace("[who]", "SW Jo Bell")})
    assert "[who]" not in after.objectives[number].responsible


def test_a_change_taken_back_names_its_doer_and_keeps_sentences_apart() -> None:
    """What follows it begins after a full stop, as it did."""
    draft = rewrite("Dad hit Mum on Saturday. Mum to keep Dad out")
    (change,) = [one for one in draft.changes if "Mum to keep Dad out" in one.from_]
    assert "Now: Dad hit Mum" in draft.objectives[0].text
    back = take_back(draft, change)
    assert "Mum to keep Dad out. Now: Dad hit Mum" in back.objectives[0].text
    assert back.objectives[0].responsible == ("Mum",)


def test_a_bracket_that_is_typed_is_a_gap() -> None:
    """One that was there keeps its question, a new one gets some."""
    draft = rewrite(GROUPS)
    again = reword(draft, {"objectives.0": f"{GROUPS} with [which worker] until [date]."})
    texts = [again.objectives[0].text[gap.start : gap.end] for gap in again.gaps]
    assert texts == ["[which worker]", "[date]"]
    assert again.gaps[1].question in {gap.question for gap in draft.gaps}
    assert all(gap.question for gap in again.gaps)
    assert fill(again, {again.gaps[0].id: "Ms Okafor"}).objectives[0].text.startswith(f"{GROUPS} with Ms Okafor")


def test_words_that_are_taken_out_are_gone() -> None:
    """A goal, or one of several objectives; the last objective stays."""
    draft = rewrite(BLAMING)
    assert len(draft.objectives) == 2
    fewer = reword(draft, {"goals.0": " ", "objectives.1": ""})
    assert (fewer.goals, len(fewer.objectives)) == ((), 1)
    with pytest.raises(InputError, match="no objective left"):
        reword(draft, {"objectives.0": "", "objectives.1": " "})
    with pytest.raises(InputError, match=r"objectives\.9"):
        reword(draft, {"objectives.9": "x"})


def test_what_was_told_beside_it_still_counts() -> None:
    """Who harms whom, above all: own words are held to it, too."""
    draft = rewrite(GROUPS, Context(harms=(Harm("Mum", "Dad"),)))
    again = reword(draft, {"objectives.0": "Mum to keep Dad away from the house until 4 May 2026."})
    assert again.responsibility.on_victim
    assert again.context == draft.context


def test_a_change_is_taken_back() -> None:
    """The own words stand again, the change is no longer declared, and they are judged."""
    draft = rewrite(BLAMING)
    (change,) = draft.changes
    back = take_back(draft, change)
    assert change.from_ in back.objectives[0].text
    assert back.changes == ()
    assert back.responsibility.on_victim


def test_a_change_that_does_not_stand_any_more_cannot_be_taken_back() -> None:
    """Where its words were edited, or there never were any."""
    draft = rewrite(BLAMING)
    for change in (Change("a", "no such words", "why", ""), Change("a", "", "why", "")):
        with pytest.raises(InputError, match="do not stand in the draft any more"):
            take_back(draft, change)


@given(text=plan_texts())
def test_a_draft_put_in_its_own_words_is_the_same(text: str) -> None:
    """For any text: no word, no gap and no question is lost on the way."""
    draft = rewrite(text)
    if not draft.objectives:
        return
    texts = {f"objectives.{n}": objective.text for n, objective in enumerate(draft.objectives)}
    again = reword(draft, texts)
    assert [objective.text for objective in again.objectives] == [objective.text for objective in draft.objectives]
    assert len(again.gaps) == len(draft.gaps)


@pytest.mark.parametrize("words", ["Mum to ring [date", "Mum to ring [how often until [date]", "Mum to ring soon]"])
def test_a_bracket_without_a_partner_is_refused(words: str) -> None:
    """Or a gap would be taken for words; one that was pasted is round in the draft, whatever is put back."""
    with pytest.raises(InputError, match="has no partner"):
        reword(rewrite("Mum to ring the school"), {"objectives.0": words})
    draft = rewrite("Mum to ring the school [room 3 asap")
    assert draft.changes
    for change in draft.changes:
        assert "(room 3 asap" in take_back(draft, change).objectives[0].text


@pytest.mark.parametrize(
    "typed",
    [
        "Mum to ring the school] asap",
        "Mum to ring the [school [room 3] by 4 May 2026",
        "Dad to visit 3 times a week until 4 May 2026 [see note",
        "Dad to [attend, mum to ring], SW to visit [wkly until june",
    ],
)
def test_a_draft_never_holds_a_bracket_without_its_partner(typed: str) -> None:
    """Even where the text typed does; and it can be put in its own words again."""
    draft = rewrite(typed)
    texts = {f"objectives.{n}": objective.text for n, objective in enumerate(draft.objectives)}
    assert not any(has_odd_bracket(text) for text in texts.values())
    assert draft.status is not Status.UNCHANGED
    assert [objective.text for objective in reword(draft, texts).objectives] == [*texts.values()]
