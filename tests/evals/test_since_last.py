"""No figure falls beyond the interval of the last committed result: by rules on all sets, and with kept replies."""

import asyncio

import pytest

from evals.cases import CaseSets, Origin, echo_pairs, load
from evals.guard_cases import load_guard
from evals.kept import CLAIMS, FOLDER, KeptChat, kept_names
from evals.last import Last, Result, changes_since, falls_since, read_last, result_of
from evals.rewrite_report import scores_by_rules
from evals.rewrite_scores import rewrite_scores
from evals.run import run
from evals.systems import RulesOnly
from evals.with_model import asked


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


@pytest.mark.parametrize("name", kept_names())
def test_with_kept_replies_no_figure_falls_behind_the_last_result(last: Last, name: str) -> None:
    """Replies to other prompts are stale, which `python -m evals` reports: they are not here, and nothing fails."""
    given = CaseSets(
        objectives=tuple(group for group in load().objectives if group.origin is Origin.GIVEN),
        responsibility=tuple(group for group in load().responsibility if group.origin is Origin.GIVEN),
    )
    kept, judged = KeptChat(name, "", None, FOLDER), KeptChat(name, "", None, FOLDER / CLAIMS)
    system = asyncio.run(asked(given, kept, judged))
    scored = {group.name: rewrite_scores(group.cases, system.rewrites, system.claims) for group in given.objectives}
    now = result_of(run(given, echo_pairs(), system), scored)
    was = last.results[system.name]
    assert not falls_since(was, now), told(was, now)
