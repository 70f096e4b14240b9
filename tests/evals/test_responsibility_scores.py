"""The scores of responsibility are right on small sets worked out by hand."""

from collections.abc import Mapping, Sequence

import pytest

from evals.answers import ResponsibilityAnswer, Unanswered
from evals.cases import ResponsibilityCase
from evals.labels import LABELS, Label
from evals.responsibility_scores import KindCounts, by_kind_of_abuse, responsibility_scores
from evals.scores import Score

ABUSE, ON, MUTUAL = Label.ABUSE, Label.ON_VICTIM, Label.MUTUALISES


def case(name: str, pair: str | None, *true: Label, kind_of_abuse: str = "domestic abuse") -> ResponsibilityCase:
    whole = {
        "id": name,
        "pair": pair,
        "kind": "objective",
        "text": "Words.",
        "context": {},
        "gold": {label.value: label in true for label in LABELS},
        "span": "Words",
        "why": "because",
        "difficulty": "easy",
        "kind_of_abuse": kind_of_abuse,
    }
    return ResponsibilityCase.model_validate(whole, strict=False)


def says(*true: Label) -> ResponsibilityAnswer:
    return ResponsibilityAnswer(frozenset(true))


# Two pairs and a text of no pair; the first pair is right, of the second one text misses its mutualising.
CASES = [
    case("a1", "a", ABUSE, ON),
    case("a2", "a", ABUSE),
    case("b1", "b", ABUSE, ON, MUTUAL),
    case("b2", "b", kind_of_abuse="none"),
    case("c", None, kind_of_abuse="none"),
]
ANSWERS = {"a1": says(ABUSE, ON), "a2": says(ABUSE), "b1": says(ABUSE, ON), "b2": says(), "c": says(ABUSE, ON)}


def scored(
    cases: Sequence[ResponsibilityCase],
    answers: Mapping[str, ResponsibilityAnswer | Unanswered],
    echoes: frozenset[str] = frozenset(),
) -> dict[str, Score]:
    return {score.id: score for score in responsibility_scores(cases, answers, echoes)}


def test_recall_and_false_alarms_of_on_victim() -> None:
    """Both are found; of the three others one is a false alarm."""
    scores = scored(CASES, ANSWERS)
    assert scores["on_victim.recall"].value() == 1.0
    assert scores["on_victim.false_alarms"].value() == pytest.approx(1 / 3)
    assert scores["f1.on_victim"].value() == pytest.approx(4 / 5)
    assert scores["f1.mutualises"].value() == 0.0


def test_a_pair_is_right_only_as_a_whole() -> None:
    """One wrong label in one text loses the pair; on on_victim alone it is right. A text of no pair is no pair."""
    scores = scored(CASES, ANSWERS)
    assert scores["pairs.all_labels"].value() == 0.5
    assert scores["pairs.on_victim"].value() == 1.0
    assert scores["items.all_labels"].value() == pytest.approx(3 / 5)


def test_pairs_that_echo_the_table_can_be_left_out() -> None:
    """Without the pair that is right none is; where no pair echoes there is no such figure."""
    assert scored(CASES, ANSWERS, frozenset({"a"}))["pairs_without_echoes.all_labels"].value() == 0.0
    assert "pairs_without_echoes.all_labels" not in scored(CASES, ANSWERS)


def test_lookalikes_are_the_texts_without_abuse() -> None:
    """One of the two raises an alarm."""
    assert scored(CASES, ANSWERS)["lookalikes.alarms"].value() == 0.5


def test_texts_of_a_pair_are_resampled_together() -> None:
    """Four texts of two pairs that put it on the person harmed, or not, are two units."""
    cases = [case("a1", "a", ABUSE), case("a2", "a", ABUSE), case("b1", "b", ABUSE), case("b2", "b", ABUSE)]
    answers = dict.fromkeys(["a1", "a2", "b1", "b2"], says(ABUSE))
    score = scored(cases, answers)["on_victim.false_alarms"]
    assert len(score.rows) == 2
    assert score.measure.said(score.counts()) == "0/4"


def test_a_failure_leaves_the_text_and_its_pair_unscored() -> None:
    """The other pair is still right, and one text and one pair are counted as lost."""
    scores = scored(CASES, {**ANSWERS, "b1": Unanswered("ValueError")})
    assert scores["pairs.all_labels"].value() == 1.0
    assert scores["pairs.all_labels"].unscored == 1
    assert scores["on_victim.recall"].unscored == 1
    assert scores["f1.mutualises"].value() is None


def test_kinds_of_abuse_are_counted_apart() -> None:
    """Right, found and falsely alarmed, for each kind in order."""
    assert by_kind_of_abuse(CASES, ANSWERS) == {
        "domestic abuse": KindCounts(right=2, of=3, found=2, on_victim=2, alarms=0, others=1),
        "none": KindCounts(right=1, of=2, found=0, on_victim=0, alarms=1, others=2),
    }
