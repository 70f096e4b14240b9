"""A model that fails too often is left alone, by a clock that the tests move."""

import asyncio

import pytest

from rewriter.chat.breaker import Breaker
from rewriter.chat.port import Ask, FailureKind, Heard, ModelFailure, Reply
from rewriter.chat.scripted import ScriptedChat
from tests.chat.asks import ASK, Clock, Doing, failure

DOWN = (FailureKind.UNREACHABLE, FailureKind.TIMEOUT, FailureKind.BROKEN)
UP = (
    FailureKind.UNAUTHORISED,
    FailureKind.BUSY,
    FailureKind.QUOTA,
    FailureKind.REJECTED,
    FailureKind.FILTERED,
)


def kind_of(chat: Breaker) -> FailureKind | None:
    """Ask once and give the failure, None where there was an answer."""
    try:
        asyncio.run(chat.reply(ASK))
    except ModelFailure as failed:
        return failed.kind
    return None


@pytest.mark.parametrize("kind", DOWN)
def test_after_some_failures_in_a_row_it_is_not_asked(kind: FailureKind) -> None:
    """The third of three begins the pause; the failure says how long it is still."""
    clock = Clock()
    model = ScriptedChat(*[failure(kind)] * 3)
    chat = Breaker(model, 3, 30, clock=clock)
    assert [kind_of(chat) for _ in range(3)] == [kind] * 3
    clock.now += 10
    with pytest.raises(ModelFailure) as raised:
        asyncio.run(chat.reply(ASK))
    assert (raised.value.kind, raised.value.retry_after) == (FailureKind.PAUSED, 20)
    assert len(model.asked) == 3


@pytest.mark.parametrize("kind", UP)
def test_a_provider_that_says_no_is_up(kind: FailureKind) -> None:
    """However often."""
    chat = Breaker(ScriptedChat(*[failure(kind)] * 9), 3, 30, clock=Clock())
    assert [kind_of(chat) for _ in range(9)] == [kind] * 9


def test_an_answer_in_between_begins_the_count_anew() -> None:
    """Only failures in a row count."""
    broken = failure(FailureKind.BROKEN)
    chat = Breaker(ScriptedChat(broken, broken, "there", broken, broken, "there"), 3, 30, clock=Clock())
    assert [kind_of(chat) for _ in range(6)].count(None) == 2


def test_after_the_pause_one_answer_ends_it() -> None:
    """From then on all are let through."""
    clock = Clock()
    chat = Breaker(ScriptedChat(failure(FailureKind.BROKEN), "there", "again"), 1, 30, clock=clock)
    kind_of(chat)
    clock.now += 30
    assert [kind_of(chat), kind_of(chat)] == [None, None]


def test_after_the_pause_one_failure_begins_another() -> None:
    """At once, without counting to the limit again."""
    clock = Clock()
    chat = Breaker(ScriptedChat(*[failure(FailureKind.BROKEN)] * 3, "there"), 2, 30, clock=clock)
    kinds = [kind_of(chat), kind_of(chat)]
    clock.now += 30
    kinds += [kind_of(chat), kind_of(chat)]
    assert kinds == [FailureKind.BROKEN] * 3 + [FailureKind.PAUSED]
    clock.now += 29
    assert kind_of(chat) is FailureKind.PAUSED
    clock.now += 1
    assert kind_of(chat) is None


def test_only_one_tries_the_model_out_after_the_pause() -> None:
    """The others are told so, and the one is told the answer."""
    clock = Clock()
    asked = []

    async def both() -> list[object]:
        answer = asyncio.Event()

        async def slowly(ask: Ask, heard: Heard | None) -> Reply:
            asked.append(ask)
            if len(asked) == 1:
                raise failure(FailureKind.BROKEN)
            await answer.wait()
            return Reply("there")

        chat = Breaker(Doing(slowly), 1, 30, clock=clock)
        with pytest.raises(ModelFailure):
            await chat.reply(ASK)
        clock.now += 30
        trial = asyncio.create_task(chat.reply(ASK))
        await asyncio.sleep(0)
        with pytest.raises(ModelFailure) as raised:
            await chat.reply(ASK)
        answer.set()
        return [raised.value.kind, (await trial).text]

    assert asyncio.run(both()) == [FailureKind.PAUSED, "there"]
    assert len(asked) == 2


@pytest.mark.parametrize("ending", ["cancelled", "overloaded"])
def test_a_trial_that_came_to_nothing_leaves_room_for_another(ending: str) -> None:
    """Whoever gave up, or found our own queue full, has learnt nothing about the model."""
    clock = Clock()
    script: list[BaseException] = [
        failure(FailureKind.BROKEN),
        asyncio.CancelledError() if ending == "cancelled" else failure(FailureKind.OVERLOADED),
    ]

    async def scripted(ask: Ask, heard: Heard | None) -> Reply:
        if script:
            raise script.pop(0)
        return Reply("there")

    chat = Breaker(Doing(scripted), 1, 30, clock=clock)
    kind_of(chat)
    clock.now += 30
    with pytest.raises((ModelFailure, asyncio.CancelledError)):
        asyncio.run(chat.reply(ASK))
    assert kind_of(chat) is None


def test_those_under_way_when_the_pause_begins_do_not_make_it_longer() -> None:
    """Forty that hang together are one outage."""
    clock = Clock()

    async def two() -> None:
        release = [asyncio.Event(), asyncio.Event()]
        waiting = list(release)

        async def hangs(ask: Ask, heard: Heard | None) -> Reply:
            await waiting.pop(0).wait()
            raise failure(FailureKind.TIMEOUT)

        chat = Breaker(Doing(hangs), 1, 30, clock=clock)
        tasks = [asyncio.create_task(chat.reply(ASK)) for _ in release]
        await asyncio.sleep(0)
        for event, task in zip(release, tasks, strict=True):
            event.set()
            with pytest.raises(ModelFailure):
                await task
            clock.now += 20
        waiting.append(release[0])
        with pytest.raises(ModelFailure) as raised:
            await chat.reply(ASK)
        assert raised.value.kind is FailureKind.TIMEOUT  # it was asked again: 40 seconds are over

    asyncio.run(two())
