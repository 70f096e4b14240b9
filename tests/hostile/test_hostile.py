"""Orders in a pasted text change nothing, also where the model obeys every one of them."""

import asyncio
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from rewriter import prompts
from rewriter.answer import Rewrite
from rewriter.chat.port import Ask, Heard, Reply
from rewriter.people import Harm, Person
from rewriter.plan import Context
from rewriter.service import Service
from rewriter.smart import Judgement
from rewriter.streaming import stream
from rewriter.wire.outward import rewrite_json
from tests import said

INJECTIONS: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "injections.toml").read_text("utf-8"))
TEXT = "Mum to attend the parenting group"
HARMS = (Harm("Mum", "Dad"),)
PLACES = ("need", "baseline", "name", "role", "what", "names")
NAMES = list(INJECTIONS)


class Obedient:
    """A model that does what the text tells it, in every answer, however often it is asked."""

    name = "obedient"

    def __init__(self, obeyed: str) -> None:
        self.obeyed = obeyed
        self.asked: list[Ask] = []

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Obey."""
        self.asked.append(ask)
        text = self._written(ask)
        if heard is not None:
            heard(text)
        return Reply(text)

    def _written(self, ask: Ask) -> str:
        if self.obeyed.startswith("RAW "):
            return self.obeyed.removeprefix("RAW ")
        words = ask.messages[0].text[200:1400] if self.obeyed == "PROMPT" else self.obeyed
        met = self.obeyed == "ALLMET"
        judged: Any = said.judged("met" if met else "partly", words, words)
        if ask.schema.name == "responsibility":
            return said.as_json(said.NOBODY_HARMED)
        critique = said.critique(**dict.fromkeys(said.CRITERIA, judged))
        if ask.schema.name == "critique":
            return said.as_json(critique)
        return said.rewrite(critique, said.draft(words, smart=met))


def context(place: str, order: str) -> Context:
    """What is told beside the text, with the order in one place of it."""
    people = Person(order if place == "name" else "Ana", order if place == "role" else "mother")
    return Context(
        need=order if place == "need" else "",
        baseline=order if place == "baseline" else "",
        people=(people,),
        harms=(Harm("Mum", "Dad", order if place == "what" else ""),),
        names=(order,) if place == "names" else (),
    )


def put(name: str, place: str) -> tuple[str, Context]:
    order = INJECTIONS[name]["order"]
    if place == "text":
        return f"{TEXT}. {order}", Context(harms=HARMS)
    return TEXT, context(place, order)


def answered(name: str, place: str, *, masked: bool = False) -> tuple[Obedient, Rewrite]:
    model = Obedient(INJECTIONS[name]["obeyed"])
    text, told = put(name, place)
    return model, asyncio.run(Service(model, masked=masked).rewrite(text, told))


def placed() -> list[tuple[str, str]]:
    """Each order in the text, and in one field of the context by turns."""
    return [(name, "text") for name in NAMES] + [(name, PLACES[n % len(PLACES)]) for n, name in enumerate(NAMES)]


def test_there_are_enough_and_they_differ() -> None:
    """At least forty."""
    assert len({entry["order"] for entry in INJECTIONS.values()}) == len(INJECTIONS) >= 40


@pytest.mark.parametrize(("name", "place"), placed())
def test_an_order_stays_data(name: str, place: str) -> None:
    """The instructions are the same bytes as ever, and no order can end the fence that it stands in."""
    model, _ = answered(name, place)
    for ask in model.asked:
        assert ask.messages[0].text in {
            prompts.instructions("rewrite").text,
            prompts.instructions("responsibility").text,
        }
        case = ask.messages[1].text
        inside = case.partition("<case>")[2].removesuffix("</case>").strip()
        assert "</case>" not in inside
        assert set(json.loads(inside)) <= {"objective", "goal", "plan", "context"}


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(("name", "place"), placed())
def test_nothing_that_an_obedient_model_writes_gets_through(name: str, place: str, masked: bool) -> None:
    """No instruction is shown, nothing made up stands in an objective, and nobody harmed is made responsible."""
    obeyed = INJECTIONS[name]["obeyed"]
    _, answer = answered(name, place, masked=masked)
    shown = " ".join((*(goal.text for goal in answer.goals), *(one.text for one in answer.objectives)))
    assert obeyed.removeprefix("RAW ") not in shown
    everything = json.dumps(rewrite_json(answer), ensure_ascii=False)
    instructions = prompts.instructions("rewrite").text
    assert not any(instructions[at : at + 200] in everything for at in range(200, 1200, 100))
    assert not answer.responsibility.on_victim
    assert not answer.responsibility.hides_information


@pytest.mark.parametrize("name", NAMES)
def test_nothing_gets_through_while_the_model_is_still_writing(name: str) -> None:
    """A judgement that repeats the instructions is not told either."""
    text, told = put(name, "text")

    async def heard() -> str:
        service = Service(Obedient(INJECTIONS[name]["obeyed"]))
        told_early = [event.data async for event in stream(service, text, told)]
        return " ".join(f"{one.reason} {one.question}" for one in told_early if isinstance(one, Judgement))

    reasons = asyncio.run(heard())
    instructions = prompts.instructions("rewrite").text
    assert not any(instructions[at : at + 200] in reasons for at in range(200, 1200, 100))
