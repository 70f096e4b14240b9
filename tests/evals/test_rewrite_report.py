"""Drafts by rules, and rewrites by any system as texts, are scored for what they keep and what they invent."""

from evals.cases import CaseSet, CaseSets, Kind, ObjectiveCase, Origin
from evals.model_report import plain_table
from evals.plain import Plain, plain_scores
from evals.rewrite_report import rewrites_by_rules, rule_drafts, scores_by_rules
from evals.run import run
from tests.evals.models import CASE
from tests.evals.test_report import Labeller

DATED = CASE.model_copy(
    update={"objective": "Sarah's mother to attend alcohol support groups at Turning Point by 4 May 2026"}
)
GROUP: CaseSet[ObjectiveCase] = CaseSet(Origin.GIVEN, Kind.OBJECTIVES, (DATED,))
SETS = CaseSets((GROUP,), ())
KEEPS = "Sarah's mother to go to alcohol support groups at Turning Point [once a week] until 4 May 2026."
INVENTS = "Sarah's mother to attend Recovery House every Tuesday by June."


def said_of(text: str, **claims: bool) -> dict[str, str]:
    judged = {CASE.id: {claim.replace("_", " "): truth for claim, truth in claims.items()}}
    return {s.id: s.measure.said(s.counts()) for s in plain_scores(GROUP, Plain("one", {CASE.id: text}, judged))}


def test_the_drafts_by_rules_of_a_run_are_scored_for_facts_kept_and_for_inventions() -> None:
    results = run(SETS, frozenset())
    scores = scores_by_rules(results)
    by_id = {score.id: score for score in scores["given_objectives"]}
    assert by_id["served.kept"].value() == 1
    assert by_id["served.invents"].value() == 0
    assert not {"served.model", "claims.must"} & by_id.keys()
    table = rewrites_by_rules(results, scores)
    assert table.columns == ("Score", "Target", "Given (1)")
    assert len(table.rows) == len(by_id)


def test_a_system_that_writes_nothing_has_no_drafts_and_all_of_them_are_unscored() -> None:
    results = run(SETS, frozenset(), Labeller())
    assert rule_drafts(results) == {}
    assert all(score.unscored == 1 and not score.rows for score in scores_by_rules(results)["given_objectives"])


def test_a_text_is_told_by_what_it_keeps_and_what_it_invents() -> None:
    assert (said_of(KEEPS)["text.kept"], said_of(KEEPS)["text.invents"]) == ("4/4", "0/1")
    assert (said_of(INVENTS)["text.kept"], said_of(INVENTS)["text.invents"]) == ("2/4", "1/1")
    assert said_of(DATED.objective)["text.kept"] == "4/4"


def test_where_no_judge_was_asked_the_claims_are_unscored_and_not_failed() -> None:
    (table,) = plain_table(
        [GROUP], [Plain("a", {CASE.id: KEEPS}, {CASE.id: {"asks how often": True}}), Plain("b", {CASE.id: KEEPS}, {})]
    )
    must = table.rows[0]
    assert must[1].endswith("1/1, 1 unscored")
    assert must[2] == "– 0/0, 2 unscored"


def test_a_system_without_texts_has_no_column() -> None:
    (table,) = plain_table([GROUP], [Plain("the product", {CASE.id: KEEPS}, {}), Plain("nobody", {}, {})])
    assert table.columns == ("Score", "The product")
    assert {len(row) for row in table.rows} == {2}
