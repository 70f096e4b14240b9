"""The product with a model is measured case by case, and its drafts by a judge who did not write them."""

import asyncio

import pytest

from evals.cases import CaseSet, CaseSets, Kind, Origin
from evals.judging import true_claims
from evals.with_model import WithModel, asked, served
from rewriter import pipeline
from rewriter.chat.addresses import must_mask
from rewriter.chat.model_settings import ModelSettings, Provider
from rewriter.chat.port import Ask, FailureKind, Heard, ModelFailure, Reply
from tests import said
from tests.evals.models import CASE, Desk, claims

SETS = CaseSets(objectives=(CaseSet(Origin.OWN, Kind.OBJECTIVES, (CASE,)),), responsibility=())
DRAFT = said.rewrite(
    said.critique(measurable="not_met", time_bound="not_met"),
    said.draft("Sarah's mother to attend alcohol support groups [once a week] for [12 weeks]."),
)


def measured(writer: Desk, judge: Desk | None) -> WithModel:
    return asyncio.run(asked(SETS, writer, judge))


def test_the_judge_is_asked_about_the_draft_and_the_writer_is_not() -> None:
    writer, judge = Desk(DRAFT), Desk(claims(n1=True, n2=True, n3=False))
    system = measured(writer, judge)
    assert system.claims == {"groups": {"asks how often": True, "gives a date": True, "names a group": False}}
    assert [ask.schema.name for ask in writer.asked] == ["rewrite"]
    assert [ask.schema.name for ask in judge.asked] == ["claims"]


def test_the_judge_is_not_told_which_claims_are_wanted_nor_who_wrote_the_draft() -> None:
    judge = Desk(claims(n1=True))
    measured(Desk(DRAFT, name="famous-model"), judge)
    told = " ".join(message.text for message in judge.asked[0].messages)
    assert "famous-model" not in told
    assert '"must' not in told
    assert "[once a week]" in told


def test_the_judge_sees_the_questions_that_the_reader_sees() -> None:
    judge = Desk(claims(n1=True))
    rewrite = pipeline.rewrite("Victim awareness work")
    asyncio.run(true_claims(judge, CASE, rewrite))
    told = judge.asked[0].messages[-1].text
    assert rewrite.gaps[0].question in told
    assert "What is happening for this child or adult now" in told


def test_a_claim_that_the_judge_passes_over_is_not_scored() -> None:
    assert measured(Desk(DRAFT), Desk(claims(n2=True))).claims == {"groups": {"gives a date": True}}


def test_a_judge_who_is_away_leaves_the_draft_scored_and_the_claims_not() -> None:
    system = measured(Desk(DRAFT), Desk(None))
    assert set(system.rewrites) == {"groups"}
    assert system.claims == {}


def test_a_case_that_the_model_could_not_answer_is_missing_and_not_put_down_to_it() -> None:
    system = measured(Desk(None), Desk(claims(n1=True)))
    assert system.rewrites == {}
    assert system.claims == {}


class Elsewhere(Desk):
    """A model at an address to which names are not sent: it refuses what is not masked, as the real client does."""

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Give the reply, or refuse."""
        if not ask.masked:
            raise ModelFailure(FailureKind.REJECTED, "nothing was sent: names have to be masked first")
        return await super().reply(ask, heard)


@pytest.mark.parametrize("address", ["https://models.example/v1", "http://127.0.0.1:11434/v1"])
def test_names_are_masked_where_the_address_of_the_model_asks_for_it(address: str) -> None:
    model = ModelSettings(Provider.OPENAI, "m", address)
    elsewhere = must_mask(model)
    writer = Elsewhere(DRAFT) if elsewhere else Desk(DRAFT)
    asyncio.run(asked(SETS, writer, serve=served(model)))
    assert writer.asked
    assert ("Sarah" not in writer.asked[0].messages[-1].text) is elsewhere
