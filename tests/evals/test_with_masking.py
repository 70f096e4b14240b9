"""What masking costs is set beside what the model differs from itself."""

import asyncio
from pathlib import Path

from evals.cases import CaseSet, CaseSets, Kind, Origin, load
from evals.kept import AGAIN, KeptChat
from evals.with_masking import SAMPLE, sample, what_masking_costs
from rewriter.chat.port import Ask, Heard, Reply
from tests import said
from tests.evals.models import CASE

SETS = CaseSets((CaseSet(Origin.GIVEN, Kind.OBJECTIVES, (CASE,)),), ())


class Changing:
    """Judges otherwise where names are masked, and gives back the name it was sent."""

    name = "m"

    def __init__(self, verdict: str) -> None:
        self._verdict = verdict

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - the port has it
        """Give a draft about whoever the text names."""
        masked = "PERSON_1" in ask.messages[1].text
        who = "<PERSON_1>" if masked else "Sarah"
        judged = said.critique(
            specific="met" if masked else self._verdict,
            measurable="not_met",
            achievable="unclear",
            time_bound="not_met",
        )
        draft = said.draft(f"{who}'s mother to attend alcohol support groups [once a week] for [12 weeks].")
        return Reply(said.rewrite(judged, draft))


def test_the_sample_is_the_same_each_time_and_has_something_to_mask() -> None:
    drawn = sample(load())
    assert len(drawn) == SAMPLE
    assert drawn == sample(load())
    assert sample(CaseSets((), ())) == ()


def test_a_verdict_that_flips_with_masking_is_named_beside_those_that_flip_by_themselves(tmp_path: Path) -> None:
    first, again = (KeptChat("m", "by a test", Changing(v), tmp_path / v) for v in ("partly", "met"))
    table = asyncio.run(what_masking_costs(SETS, first, again))
    assert table is not None
    masked, twice = table.rows
    assert masked[1:3] == ("1/5", "0/6")
    assert masked[4] == "groups: specific"
    assert twice[1:3] == ("1/5", "0/6")


def test_nothing_is_told_where_a_reply_is_missing(tmp_path: Path) -> None:
    first, again = KeptChat("m", "", None, tmp_path), KeptChat("m", "", None, tmp_path / AGAIN)
    assert asyncio.run(what_masking_costs(SETS, first, again)) is None
