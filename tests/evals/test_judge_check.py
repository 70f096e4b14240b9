"""A judge is held against claims that a reader judged first, and what it was not asked is not guessed."""

import asyncio
import json
from pathlib import Path

import pytest

from evals.cases import CASES, CaseError, load
from evals.judge_check import agreement_scores, agreement_table, judged_drafts
from evals.judged_claims import load_judged
from evals.kept import KeptChat
from evals.near import near_pairs
from tests.evals.models import Desk, claims

DRAFTS = load_judged()
LABELLED = {draft.id: {claim.claim: claim.true for claim in draft.claims} for draft in DRAFTS}
TURNED = {name: {claim: not true for claim, true in found.items()} for name, found in LABELLED.items()}


def test_half_the_claims_are_true_and_a_third_of_them_hard() -> None:
    """A judge that always says the same, or sees the plain ones alone, would look good otherwise."""
    found = [claim for draft in DRAFTS for claim in draft.claims]
    assert len(found) == 60
    assert sum(claim.true for claim in found) == 30
    assert sum(claim.hard for claim in found) == 20


def test_no_claim_stands_twice_under_a_draft() -> None:
    """Answers are kept by the words of the claim."""
    assert all(len(LABELLED[draft.id]) == len(draft.claims) for draft in DRAFTS)


def test_every_bracket_that_has_a_question_stands_in_the_draft() -> None:
    """A judge shown a question about nothing would judge another draft than the reader did."""
    lost = [
        (draft.id, bracket)
        for draft in DRAFTS
        for bracket in draft.draft.questions
        if bracket not in "\n".join((*draft.draft.goals, *draft.draft.objectives))
    ]
    assert lost == []


def test_no_original_is_a_case_already() -> None:
    """What a judge had seen elsewhere would be easier for it."""
    cases = {case.id: case.text for group in load().all() for case in group.cases}
    assert list(near_pairs([cases, {draft.id: draft.objective for draft in DRAFTS}])) == []


def test_a_judge_who_says_what_the_reader_says_agrees_fully_and_one_who_says_the_contrary_not_at_all() -> None:
    alike = {score.id: score.value() for score in agreement_scores(DRAFTS, LABELLED)}
    apart = {score.id: score.value() for score in agreement_scores(DRAFTS, TURNED)}
    assert set(alike.values()) == {1.0}
    assert (apart["judge.agrees"], apart["judge.kappa"]) == (0.0, -1.0)


def test_a_judge_who_always_says_yes_agrees_by_chance_alone() -> None:
    always = {name: dict.fromkeys(found, True) for name, found in LABELLED.items()}
    scores = {score.id: score.value() for score in agreement_scores(DRAFTS, always)}
    assert (scores["judge.agrees"], scores["judge.kappa"]) == (0.5, 0.0)
    assert (scores["judge.true"], scores["judge.false"]) == (1.0, 0.0)


def test_claims_that_were_not_answered_are_unscored_and_not_failed() -> None:
    first = DRAFTS[0].id
    agrees = agreement_scores(DRAFTS, {first: LABELLED[first]})[0]
    assert agrees.value() == 1.0
    assert agrees.unscored == 60 - len(LABELLED[first])


def test_the_judge_is_told_the_claims_and_never_the_labels_or_the_reasons() -> None:
    desk = Desk(claims(n1=True, n2=False))
    found = asyncio.run(judged_drafts(DRAFTS[:1], desk))
    (ask,) = desk.asked
    told = json.loads(ask.messages[1].text)
    assert set(told) == {"original", "context", "draft", "claims"}
    assert list(told["claims"].values()) == [claim.claim for claim in DRAFTS[0].claims]
    assert not [claim.why for claim in DRAFTS[0].claims if claim.why in ask.messages[1].text]
    assert list(found[DRAFTS[0].id].values()) == [True, False]


def test_a_judge_that_was_never_asked_is_said_not_to_be(tmp_path: Path) -> None:
    """With no kept reply and nobody to ask there is no figure, and no zero."""
    found = asyncio.run(judged_drafts(DRAFTS, KeptChat("desk", "", folder=tmp_path)))
    assert found == {}
    assert agreement_table(DRAFTS, found).rows == (("Claims on which the judge agrees", "not asked"),)


def test_the_claims_on_which_the_two_differ_are_named() -> None:
    """Either may be wrong, so a reader must be able to look."""
    first = DRAFTS[0]
    table = agreement_table(DRAFTS, LABELLED | {first.id: TURNED[first.id]})
    assert [row for row in table.rows if first.claims[0].claim in row[0]]
    assert len([row for row in table.rows if row[0].startswith("differs")]) == len(first.claims)


def test_full_agreement_has_no_interval_of_kappa() -> None:
    """There is nothing to resample, and an interval from 1 to 1 would claim certainty."""
    rows = {row[0]: row[1] for row in agreement_table(DRAFTS, LABELLED).rows}
    assert "[" not in rows["Agreement beyond chance (Cohen's kappa)"]
    assert "[" in rows["Claims on which the judge agrees"]


def test_an_unknown_key_of_a_judged_claim_is_refused(tmp_path: Path) -> None:
    line = json.loads((CASES / "judged_claims.jsonl").read_text("utf-8").splitlines()[0])
    line["claims"][0]["trues"] = True
    (tmp_path / "judged_claims.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(CaseError, match="trues"):
        load_judged(tmp_path)
