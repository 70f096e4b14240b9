"""What each route answers: the same as the command line, in the contract's own shape."""

import json

import pytest

from rewriter import pipeline
from rewriter.chat.scripted import ScriptedChat
from rewriter.faces.answering import answered, guarded, masked
from rewriter.people import Harm
from rewriter.plan import Context, PlanKind
from rewriter.settings import Settings
from rewriter.wire import outward
from rewriter.wire.answers import CheckAnswer, CritiqueAnswer, GuardAnswer, MaskAnswer, RewriteAnswer
from rewriter.wire.catalogue import ExamplesAnswer, RulesAnswer
from tests import said
from tests.faces.http.conftest import Asking, Serve

GROUPS = "Sarah's mother to attend alcohol support groups"
DRAFT = f"{GROUPS} [once a week] for [12 weeks]."
RIGHT = said.rewrite(said.critique(time_bound="not_met"), said.draft(DRAFT))
NOTHING = Context()
SETTINGS = Settings()


@pytest.mark.parametrize("verb", ["critique", "rewrite"])
def test_an_objective_is_answered_as_on_the_command_line(rules: Asking, verb: str) -> None:
    """The same bytes, with the id that came with it."""
    answer = rules.post(f"/v1/{verb}", {"id": 7, "objective": GROUPS})
    expected = answered(verb, GROUPS, NOTHING, SETTINGS, PlanKind.OBJECTIVE)  # type: ignore[arg-type]
    assert answer.content == outward.line({**expected, "id": 7})
    (CritiqueAnswer if verb == "critique" else RewriteAnswer).model_validate(answer.json())


def test_what_is_told_beside_a_text_counts(rules: Asking) -> None:
    """Who harms whom is told, and a text that puts the harm on her is seen."""
    told = {"text": "Mum to keep Dad away", "context": {"harms": [{"to": "Mum", "by": "Dad"}]}}
    answer = CheckAnswer.model_validate(rules.post("/v1/check", told).json())
    assert answer.on_victim
    assert [(harm.to, harm.by) for harm in answer.harms] == [("Mum", "Dad")]


def test_the_kind_of_a_text_counts(rules: Asking) -> None:
    """A goal is held to what a goal has to be."""
    told = rules.post("/v1/check", {"text": "No more violence", "kind": "goal"}).json()
    expected = pipeline.check("No more violence", None, PlanKind.GOAL)
    assert told["unassigned"] is expected.unassigned


def test_a_rewrite_made_elsewhere_is_guarded(rules: Asking) -> None:
    """The guard answers with its concerns."""
    rewrite = "Sarah's mother goes to Greenfield"
    answer = rules.post("/v1/guard", {"objective": GROUPS, "rewrite": rewrite})
    assert answer.json() == json.loads(outward.line(guarded(GROUPS, rewrite, NOTHING, (), SETTINGS)))
    assert not GuardAnswer.model_validate(answer.json()).passes


def test_a_text_is_shown_masked(rules: Asking) -> None:
    """Names told and names found become tokens."""
    answer = rules.post("/v1/mask", {"text": "Zofia to ring", "names": ["Zofia"], "id": "a"}).json()
    assert MaskAnswer.model_validate(answer).masked == "<PERSON_1> to ring"
    context = Context(names=("Zofia",))
    assert answer == {**json.loads(outward.line(masked("Zofia to ring", context, SETTINGS, strict=False))), "id": "a"}


def test_a_draft_is_filled_with_what_was_told_beside_it(rules: Asking) -> None:
    """The draft carries its context, and what is told to fill goes before it."""
    context = {"harms": [{"to": "Mum", "by": "Dad"}], "need": "first"}
    draft = rules.post("/v1/rewrite", {"objective": GROUPS, "context": context}).json()
    answers = {gap["id"]: "12 weeks" for gap in draft["gaps"]}
    filled = rules.post("/v1/fill", {"rewrite": draft, "answers": answers, "context": {"need": "second"}}).json()
    assert RewriteAnswer.model_validate(filled).gaps == ()
    assert filled["context"]["need"] == "second"
    assert filled["context"]["harms"][0]["by"] == "Dad"
    assert pipeline.rewrite(GROUPS, Context(harms=(Harm("Mum", "Dad"),))).gaps


def test_a_batch_is_answered_in_order(rules: Asking) -> None:
    """One that cannot be used gives an error in its place; what an item does not say is taken from beside them."""
    items = [{"id": n, "objective": GROUPS} for n in range(50)]
    items[3] = {"id": 3, "objective": "   "}
    items[4] = {"id": 4, "objective": GROUPS, "context": {"need": "own"}}
    body = {"verb": "rewrite", "items": items, "context": {"need": "shared", "baseline": "none"}}
    answers = rules.post("/v1/batch", body).json()["answers"]
    assert [answer["id"] for answer in answers] == list(range(50))
    assert [n for n, answer in enumerate(answers) if "error" in answer] == [3]
    assert answers[3]["line"] == 4
    assert (answers[4]["context"]["need"], answers[5]["context"]["need"]) == ("own", "shared")
    assert answers[4]["context"]["baseline"] == "none"


@pytest.mark.parametrize(
    ("verb", "item", "key"),
    [
        ("check", {"text": GROUPS}, "on_victim"),
        ("critique", {"objective": GROUPS}, "judgements"),
        ("guard", {"objective": GROUPS, "rewrite": DRAFT}, "passes"),
        ("mask", {"text": GROUPS}, "masked"),
    ],
)
def test_a_batch_takes_every_verb(rules: Asking, verb: str, item: dict[str, str], key: str) -> None:
    """Each with items in the shape that its own route takes."""
    (answer,) = rules.post("/v1/batch", {"verb": verb, "items": [item]}).json()["answers"]
    assert key in answer


def test_a_batch_has_at_most_200(rules: Asking) -> None:
    """One more is refused as a whole."""
    items = [{"objective": "Mum to ring"}] * 201
    assert rules.post("/v1/batch", {"verb": "critique", "items": items[:-1]}).status_code == 200
    assert rules.post("/v1/batch", {"verb": "critique", "items": items}).status_code == 422


def test_rules_and_examples_can_be_read(rules: Asking) -> None:
    """All rules, and all worked examples in the order in which they are taught."""
    listed = rules.ask("GET", "/v1/rules").json()
    assert len(RulesAnswer.model_validate(listed).rules) > 20
    examples = rules.ask("GET", "/v1/examples").json()
    assert ExamplesAnswer.model_validate(examples).examples[0].id == "sarah_attendance"


def test_a_model_writes_where_there_is_one(serve: Serve) -> None:
    """The answer says that it did; the readiness says who answers."""
    asking = serve(ScriptedChat(RIGHT))
    answer = asking.post("/v1/rewrite", {"objective": GROUPS}).json()
    assert (answer["model"], answer["provenance"]["engine"]) == ("used", "model")
    assert asking.ask("GET", "/readyz").json() == {"status": "ready", "engine": "model", "model": "scripted"}


def test_a_long_text_is_answered_beside_the_event_loop(rules: Asking) -> None:
    """It is the same answer, and others are answered meanwhile."""
    text = " ".join([f"{GROUPS} each week until the review."] * 60)
    answer = rules.post("/v1/critique", {"objective": text}).json()
    expected = answered("critique", text, NOTHING, SETTINGS, PlanKind.OBJECTIVE)
    assert answer == json.loads(outward.line(expected))


def test_life_and_readiness_need_no_key(serve: Serve) -> None:
    """A balancer may ask from anywhere."""
    asking = serve(peer="192.0.2.9")
    assert asking.ask("GET", "/healthz").json()["status"] == "alive"
    assert asking.ask("GET", "/readyz").json()["engine"] == "rules"
