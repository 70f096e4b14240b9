"""An eval that is stopped goes on where it was, whatever it was doing, and asks for nothing twice."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from evals.cases import CaseSet, CaseSets, Kind, Origin, load
from evals.hostile import placed
from evals.judged_claims import load_judged
from evals.kept import AGAIN, CLAIMS, KeptChat
from evals.measured import Asked, Desk, ask_everything, parts_of_model
from rewriter.chat.port import Ask, Heard, Reply
from tests import said
from tests.evals.models import CASE, claims
from tests.evals.parts import Counted

TEXTS = tuple(replace(group, cases=group.cases[:2]) for group in load().responsibility if group.origin is Origin.GIVEN)
SETS = CaseSets((CaseSet(Origin.GIVEN, Kind.OBJECTIVES, (CASE,)),), TEXTS)
DRAFTS = load_judged()[:2]
ORDERS = placed()[:1]
REWRITE = said.rewrite(
    said.critique(measurable="not_met", time_bound="not_met"),
    said.draft("Sarah's mother to attend alcohol support groups [once a week] for [12 weeks]."),
)
REPLIES = {
    "rewrite": REWRITE,
    "repair": REWRITE,  # asked for where names are masked: nobody told the model of Sarah
    "responsibility": said.as_json(said.NOBODY_HARMED),
    "claims": claims(n1=True, n2=False, n3=False),
    "plain": json.dumps({"rewrite": "Sarah's mother to attend ten groups by June."}),
}


class Mortal:
    """Answers every task, and is killed with the whole run when it has answered so often."""

    name = "m"

    def __init__(self, answers: int | None = None) -> None:
        self.asked: list[str] = []
        self._answers = answers

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - the port has it
        """Answer by the task."""
        if len(self.asked) == self._answers:
            raise KeyboardInterrupt
        self.asked.append(ask.schema.name)
        return Reply(REPLIES[ask.schema.name])


def run(folder: Path, model: Mortal | None, told: Counted | None = None) -> Asked:
    told = told or Counted()
    first, again, judge = (KeptChat("m", "by a test", model, folder / place, told.say) for place in ("", AGAIN, CLAIMS))
    return asyncio.run(ask_everything(SETS, DRAFTS, ORDERS, Desk(first, again, judge), told))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asked, Mortal]:
    model = Mortal()
    return run(tmp_path_factory.mktemp("whole"), model), model


def test_every_part_asks_for_something(undisturbed: tuple[Asked, Mortal]) -> None:
    """So that what follows is a test of each of them."""
    asked, model = undisturbed
    assert set(model.asked) == set(REPLIES)
    assert len(asked.further) == 4
    assert all(plain.claims for plain in asked.plain)
    assert asked.untaught.claims
    assert len(asked.agreed) == len(DRAFTS)


def test_what_is_asked_twice_over_is_kept_apart(tmp_path: Path) -> None:
    """Else the first reply would be given back, and a model would always agree with itself."""
    run(tmp_path, Mortal())
    (path,) = (tmp_path / AGAIN).glob("*.jsonl")
    assert {json.loads(line)["task"] for line in path.read_text("utf-8").splitlines()} == {
        "responsibility",
        "rewrite",
    }


def test_wherever_a_run_is_killed_the_next_one_asks_for_the_rest_alone(
    undisturbed: tuple[Asked, Mortal], tmp_path: Path
) -> None:
    whole, model = undisturbed
    for answers in range(len(model.asked)):
        folder = tmp_path / str(answers)
        with pytest.raises(KeyboardInterrupt):
            run(folder, Mortal(answers))
        rest = Mortal()
        again = run(folder, rest)
        assert answers + len(rest.asked) == len(model.asked)
        assert (again.system.claims, again.plain, again.agreed) == (whole.system.claims, whole.plain, whole.agreed)
        assert run(folder, None).untaught.claims == whole.untaught.claims


def test_a_run_that_goes_on_says_how_much_it_need_not_ask_for(tmp_path: Path) -> None:
    told = Counted()
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, Mortal(2), told)
    assert told.lines == []
    run(tmp_path, Mortal(), told)
    assert any(line.startswith("going on from") and "not asked for again" in line for line in told.lines)


def test_as_many_parts_are_told_of_as_were_promised_and_each_is_done(tmp_path: Path) -> None:
    told = Counted()
    run(tmp_path, Mortal(), told)
    assert len(told.parts) + len(SETS.all()) == parts_of_model(SETS)
    assert [part.done for part in told.parts] == [part.of for part in told.parts]


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_reply_that_was_cut_off_while_it_was_written_is_asked_for_again(tmp_path: Path, cut: int) -> None:
    """The power went, in the middle of a line."""
    run(tmp_path, Mortal())
    (path,) = tmp_path.glob("*.jsonl")
    written = path.read_bytes()
    path.write_bytes(written[:-cut])
    model = Mortal()
    run(tmp_path, model)
    assert len(model.asked) == (0 if cut == 1 else 1)
    assert sorted(json.loads(line)["key"] for line in path.read_text("utf-8").split("\n") if line) == sorted(
        json.loads(line)["key"] for line in written.decode().split("\n") if line
    )
