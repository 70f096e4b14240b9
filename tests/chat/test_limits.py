"""How many may ask at once and in a minute."""

import asyncio

import pytest

from rewriter.chat.limits import Limits
from rewriter.chat.port import Ask, FailureKind, Heard, ModelFailure, Reply
from rewriter.chat.scripted import ScriptedChat
from tests.chat.asks import ASK, Clock, Doing, failure


class Counting:
    """A chat that counts how many ask it at once, and answers when it is let go."""

    name = "counting"

    def __init__(self) -> None:
        self.now = 0
        self.most = 0
        self.go = asyncio.Event()

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:  # noqa: ARG002 - it only counts
        """Wait to be let go."""
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await self.go.wait()
        finally:
            self.now -= 1
        return Reply("there")


async def settle() -> None:
    """Let every task run as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_no_more_than_allowed_ask_at_once() -> None:
    """The others wait their turn and are answered too."""

    async def many() -> tuple[int, list[str]]:
        model = Counting()
        chat = Limits(model, concurrency=3, waiting=50)
        tasks = [asyncio.create_task(chat.reply(ASK)) for _ in range(10)]
        await settle()
        model.go.set()
        return model.most, [reply.text for reply in await asyncio.gather(*tasks)]

    assert asyncio.run(many()) == (3, ["there"] * 10)


def test_who_finds_the_queue_full_is_turned_away_at_once() -> None:
    """Two ask, three wait, the sixth is told so; whoever stood in the queue is answered."""

    async def many() -> tuple[FailureKind, int]:
        model = Counting()
        chat = Limits(model, concurrency=2, waiting=3)
        tasks = [asyncio.create_task(chat.reply(ASK)) for _ in range(5)]
        await settle()
        with pytest.raises(ModelFailure) as raised:
            await chat.reply(ASK)
        model.go.set()
        return raised.value.kind, len(await asyncio.gather(*tasks))

    assert asyncio.run(many()) == (FailureKind.OVERLOADED, 5)


def test_whoever_gives_up_leaves_the_place_to_others() -> None:
    """Those who were asking and those who waited."""

    async def many() -> str:
        model = Counting()
        chat = Limits(model, concurrency=1, waiting=1)
        tasks = [asyncio.create_task(chat.reply(ASK)) for _ in range(2)]
        await settle()
        for task in reversed(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        model.go.set()
        return (await chat.reply(ASK)).text

    assert asyncio.run(many()) == "there"


def test_a_failure_leaves_its_place_too() -> None:
    """One place, and the second ask gets it."""
    chat = Limits(ScriptedChat(failure(FailureKind.BROKEN), "there"), 1, 0)

    async def twice() -> str:
        with pytest.raises(ModelFailure):
            await chat.reply(ASK)
        return (await chat.reply(ASK)).text

    assert asyncio.run(twice()) == "there"


def test_no_more_than_allowed_in_any_minute() -> None:
    """Three may start at once; the next start when a minute is over since those did."""
    clock = Clock()
    starts: list[float] = []

    async def noted(ask: Ask, heard: Heard | None) -> Reply:
        starts.append(clock.now)
        return Reply("there")

    chat = Limits(Doing(noted), 10, 50, 3, clock=clock, sleep=clock.sleep)

    async def many() -> None:
        await asyncio.gather(*(chat.reply(ASK) for _ in range(7)))

    asyncio.run(many())
    assert starts == [100, 100, 100, 160, 160, 160, 220]


def test_who_gives_up_waiting_for_the_minute_has_used_nothing_of_it() -> None:
    """The next may start when it would have started anyway."""
    clock = Clock()
    chat = Limits(ScriptedChat("one", "two"), 10, 50, 1, clock=clock, sleep=lambda _: asyncio.Event().wait())

    async def give_up() -> None:
        await chat.reply(ASK)
        waiting = asyncio.create_task(chat.reply(ASK))
        await settle()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        clock.now += 60
        assert (await chat.reply(ASK)).text == "two"

    asyncio.run(give_up())


def test_the_limits_hold_in_a_second_event_loop() -> None:
    """Places that were waited for in one loop do not tie the chat to it."""

    async def many() -> int:
        model = Counting()
        limited._chat = model
        tasks = [asyncio.create_task(limited.reply(ASK)) for _ in range(4)]
        await settle()
        model.go.set()
        return len(await asyncio.gather(*tasks))

    limited = Limits(ScriptedChat(), 1, 10)
    assert [asyncio.run(many()), asyncio.run(many())] == [4, 4]
