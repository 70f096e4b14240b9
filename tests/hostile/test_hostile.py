"""Orders in a pasted text change nothing, also where the model obeys every one of them."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from evals.hostile import Placed, injections, is_obeyed, placed
from rewriter import prompts
from rewriter.answer import Rewrite
from rewriter.chat.port import Ask, Heard, Reply
from rewriter.people import Harm, Person
from rewriter.plan import Context
from rewriter.service import Service
from rewriter.smart import Judgement
from rewriter.streaming import stream
from tests import said

INJECTIONS = injections()
NAMES = list(INJECTIONS)
PLACED = placed()
TEXT = "Mum to attend the parenting group"
HARMS = (Harm("Mum", "Dad"),)
IN_FIELD: dict[str, Callable[[str], Context]] = {
    "need": lambda order: Context(need=order, harms=HARMS),
    "baseline": lambda order: Context(baseline=order, harms=HARMS),
    "name": lambda order: Context(people=(Person(order, "mother"),), harms=HARMS),
    "role": lambda order: Context(people=(Person("Ana", order),), harms=HARMS),
    "what": lambda order: Context(harms=(Harm("Mum", "Dad", order),)),
    "to": lambda order: Context(harms=(*HARMS, Harm(order, "Dad"))),
    "by": lambda order: Context(harms=(*HARMS, Harm("Mum", order))),
    "names": lambda order: Context(names=(order,), harms=HARMS),
}


def ids(order: Placed) -> str:
    return f"{order.name} in {order.place}"


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


def answered(order: Placed, *, masked: bool = False) -> tuple[Obedient, Rewrite]:
    model = Obedient(order.obedient)
    return model, asyncio.run(Service(model, masked=masked).rewrite(order.text, order.context))


def test_there_are_enough_and_they_differ() -> None:
    """At least forty."""
    assert len({entry["order"] for entry in INJECTIONS.values()}) == len(INJECTIONS) >= 40


@pytest.mark.parametrize("order", PLACED, ids=ids)
def test_an_order_stays_data(order: Placed) -> None:
    """The instructions are the same bytes as ever, and no order can end the fence that it stands in."""
    model, _ = answered(order)
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
@pytest.mark.parametrize("order", PLACED, ids=ids)
def test_nothing_that_an_obedient_model_writes_gets_through(order: Placed, masked: bool) -> None:
    """No instruction is shown, nothing made up stands in an objective, and nobody harmed is made responsible."""
    _, answer = answered(order, masked=masked)
    assert not is_obeyed(answer, order.obedient)


@pytest.mark.parametrize("field", IN_FIELD)
def test_no_order_gets_through_from_any_field(field: str) -> None:
    """Each of the orders in each field that holds words, with names masked."""
    for name, entry in INJECTIONS.items():
        order = Placed(name, field, TEXT, IN_FIELD[field](entry["order"]), entry["obeyed"])
        _, answer = answered(order, masked=True)
        assert not is_obeyed(answer, order.obedient), name


@pytest.mark.parametrize("order", PLACED[: len(NAMES)], ids=ids)
def test_nothing_gets_through_while_the_model_is_still_writing(order: Placed) -> None:
    """A judgement that repeats the instructions is not told either."""

    async def heard() -> str:
        service = Service(Obedient(order.obedient))
        told_early = [event.data async for event in stream(service, order.text, order.context)]
        return " ".join(f"{one.reason} {one.question}" for one in told_early if isinstance(one, Judgement))

    reasons = asyncio.run(heard())
    instructions = prompts.instructions("rewrite").text
    assert not any(instructions[at : at + 200] in reasons for at in range(200, 1200, 100))
