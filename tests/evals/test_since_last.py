"""No figure falls beyond the interval of the last committed result: by rules on all sets, and with kept replies."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from evals.cases import CaseSets, Origin, echo_pairs, load
from evals.guard_cases import load_guard
from evals.kept import CLAIMS, FOLDER, KeptChat, kept_names, stale
from evals.last import Last, Result, changes_since, falls_since, read_last, result_of
from evals.rewrite_report import scores_by_rules
from evals.rewrite_scores import rewrite_scores
from evals.run import Results, run
from evals.systems import RulesOnly
from evals.with_model import WithModel, asked
from rewriter.prompts import version

FRESH = kept_names() or [
    pytest.param("", marks=pytest.mark.skip(reason=f"the kept replies are to other prompts: {', '.join(stale())}"))
]
"""The models of which replies to the prompts in use are kept."""


@pytest.fixture(scope="module")
def last() -> Last:
    found = read_last()
    assert found is not None, "write it with `python -m evals --write --today ...`"
    return found


def told(was: Result, now: Result) -> str:
    """Say what fell, and which cases changed."""
    cases = [f"{case.id}: new {list(case.new)}, mended {list(case.mended)}" for case in changes_since(was, now)]
    return "\n".join(["fallen:", *falls_since(was, now), "cases that changed:", *cases])


def test_the_rules_do_not_fall_behind_their_last_result(last: Last) -> None:
    was = last.results[RulesOnly.name]
    results = run(load(), echo_pairs(), rewrites=load_guard())
    now = result_of(results, scores_by_rules(results))
    assert not falls_since(was, now), told(was, now)


def replayed(name: str, sets: CaseSets, folder: Path = FOLDER) -> tuple[WithModel, Results]:
    kept, judged = KeptChat(name, "", None, folder), KeptChat(name, "", None, folder / CLAIMS)
    system = asyncio.run(asked(sets, kept, judged))
    return system, run(sets, echo_pairs(), system)


def result_with(system: WithModel, results: Results) -> Result:
    scored = {one.set.name: rewrite_scores(one.set.cases, system.rewrites, system.claims) for one in results.objectives}
    return result_of(results, scored)


@pytest.fixture(scope="module")
def given() -> CaseSets:
    return CaseSets(
        objectives=tuple(group for group in load().objectives if group.origin is Origin.GIVEN),
        responsibility=tuple(group for group in load().responsibility if group.origin is Origin.GIVEN),
    )


@pytest.mark.parametrize("name", FRESH)
def test_with_kept_replies_no_figure_falls_behind_the_last_result(last: Last, given: CaseSets, name: str) -> None:
    """Replies to other prompts are stale, which `python -m evals` reports: they are not here, and nothing fails."""
    system, results = replayed(name, given)
    unanswered = sorted(results.errors())
    assert not unanswered, f"no kept reply answers {', '.join(unanswered)}: they would fall out of the figures"
    now, was = result_with(system, results), last.results[system.name]
    assert not falls_since(was, now), told(was, now)


@pytest.mark.parametrize("name", FRESH)
def test_a_case_of_which_no_reply_is_kept_is_named(given: CaseSets, name: str, tmp_path: Path) -> None:
    """Else the figures of the others would pass for those of all."""
    few = CaseSets(
        tuple(replace(one, cases=one.cases[:3]) for one in given.objectives),
        tuple(replace(one, cases=one.cases[:3]) for one in given.responsibility),
    )
    (path,) = FOLDER.glob(f"{name}-{version()}.jsonl")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    (tmp_path / path.name).write_text("".join(line for line in lines if '"task": "rewrite"' not in line), "utf-8")
    _, results = replayed(name, few, tmp_path)
    assert results.errors().keys() == {case.id for one in few.objectives for case in one.cases}


@pytest.mark.parametrize("name", FRESH)
def test_where_a_figure_of_rewrites_falls_the_cases_are_named(given: CaseSets, name: str) -> None:
    few = CaseSets(tuple(replace(one, cases=one.cases[:3]) for one in given.objectives), ())
    system, results = replayed(name, few)
    was = result_with(system, results)
    system.claims = {case: dict.fromkeys(judged, False) for case, judged in system.claims.items()}
    now = result_with(system, results)
    assert any("claims.must:" in fall for fall in falls_since(was, now))
    changed = [case.id for case in changes_since(was, now) if any("claims.must:" in slip for slip in case.new)]
    assert changed
    assert changed[0] in told(was, now)
