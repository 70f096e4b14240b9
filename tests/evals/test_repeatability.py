"""What a model says when it is asked the same again is counted as the same or not."""

import asyncio

from evals.cases import CaseSet, CaseSets, Kind, Origin
from evals.repeatability import repeatability
from evals.tables import Table
from tests import said
from tests.evals.models import CASE, Desk

SETS = CaseSets((CaseSet(Origin.GIVEN, Kind.OBJECTIVES, (CASE,)),), ())


def desk(verdict: str) -> Desk:
    """Give a model that finds the objective as specific as told."""
    judged = said.critique(specific=verdict, measurable="not_met", achievable="unclear", time_bound="not_met")
    draft = said.draft("Sarah's mother to attend alcohol support groups [once a week] for [12 weeks].")
    return Desk(said.rewrite(judged, draft))


def told(first: Desk, again: Desk) -> Table | None:
    return asyncio.run(repeatability(SETS, first, again))


def test_a_verdict_that_differs_the_second_time_is_counted() -> None:
    table = told(desk("partly"), desk("met"))
    assert table is not None
    assert table.rows[0][1].endswith("4/5")
    same = told(desk("partly"), desk("partly"))
    assert same is not None
    assert same.rows[0][1].endswith("5/5")


def test_what_was_answered_once_alone_is_told_nothing_of() -> None:
    assert told(desk("partly"), Desk(None)) is None
