"""Further attempts, by a clock that only sleepers move."""

import asyncio
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.chat.port import Ask, FailureKind, Heard, ModelFailure, Reply
from rewriter.chat.retrying import Retrying
from rewriter.chat.scripted import ScriptedChat
from tests.chat.asks import ASK, Clock, Doing, failure

AGAIN = {FailureKind.UNREACHABLE, FailureKind.BUSY, FailureKind.BROKEN, FailureKind.TIMEOUT}


def around(
    chat: ScriptedChat | Doing, clock: Clock, retries: int = 3, within: float = 60, chance: float = 1.0
) -> Retrying:
    return Retrying(chat, retries, within, clock=clock, sleep=clock.sleep, chance=lambda: chance)


@pytest.mark.parametrize("kind", sorted(AGAIN))
def test_what_may_pass_is_tried_again(kind: FailureKind) -> None:
    """The second attempt answers."""
    chat, clock = ScriptedChat(failure(kind), "there"), Clock()
    assert asyncio.run(around(chat, clock).reply(ASK)).text == "there"
    assert chat.asked == [ASK, ASK]
    assert len(clock.slept) == 1


@pytest.mark.parametrize("kind", sorted(set(FailureKind) - AGAIN))
def test_what_will_not_pass_is_not_tried_again(kind: FailureKind) -> None:
    """An empty purse, a wrong key, a refused request, a full queue: the first failure is the answer."""
    chat, clock = ScriptedChat(failure(kind), "there"), Clock()
    with pytest.raises(ModelFailure) as raised:
        asyncio.run(around(chat, clock).reply(ASK))
    assert raised.value.kind is kind
    assert clock.slept == []


def test_pauses_grow_to_a_limit() -> None:
    """Each about twice the one before."""
    chat, clock = ScriptedChat(*[failure(FailureKind.BROKEN)] * 8, "there"), Clock()
    asyncio.run(around(chat, clock, retries=8).reply(ASK))
    assert clock.slept == [0.5, 1, 2, 4, 8, 8, 8, 8]


def test_chance_spreads_the_pauses() -> None:
    """Between half and all of it, so that many who failed together do not come back together."""
    pauses = []
    for chance in (0.0, 0.5, 1.0):
        clock = Clock()
        asyncio.run(around(ScriptedChat(failure(FailureKind.BUSY), "there"), clock, chance=chance).reply(ASK))
        pauses += clock.slept
    assert pauses == [0.25, 0.375, 0.5]


def test_the_last_failure_is_raised_when_attempts_are_used_up() -> None:
    """Two more than the first, and no pause after the last."""
    chat, clock = ScriptedChat(*[failure(FailureKind.BROKEN)] * 2, failure(FailureKind.BUSY, 3)), Clock()
    with pytest.raises(ModelFailure) as raised:
        asyncio.run(around(chat, clock, retries=2).reply(ASK))
    assert raised.value.kind is FailureKind.BUSY
    assert len(clock.slept) == 2


def test_the_providers_wish_to_wait_is_kept_to() -> None:
    """Never sooner than it said, and a little later, so that not all come at once."""
    clock = Clock()
    asyncio.run(around(ScriptedChat(failure(FailureKind.BUSY, 7), "there"), clock).reply(ASK))
    assert clock.slept == [7.125]


def test_a_pause_that_ends_too_late_is_not_begun() -> None:
    """The failure comes at once, and tells how long to wait."""
    clock = Clock()
    with pytest.raises(ModelFailure) as raised:
        asyncio.run(around(ScriptedChat(failure(FailureKind.BUSY, 120)), clock, within=60).reply(ASK))
    assert raised.value.retry_after == 120
    assert clock.slept == []


@given(
    waits=st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=1, max_size=9),
    within=st.floats(0.1, 60),
    chance=st.floats(0, 1),
)
def test_no_pause_ever_ends_after_the_deadline(waits: list[float | None], within: float, chance: float) -> None:
    """Whatever a provider asks for."""
    clock = Clock()
    chat = ScriptedChat(*(failure(FailureKind.BUSY, wait) for wait in waits), "there")
    with suppress(ModelFailure):
        asyncio.run(around(chat, clock, retries=9, within=within, chance=chance).reply(ASK))
    assert sum(clock.slept) < within
    for wait, slept in zip(waits, clock.slept, strict=False):
        assert slept >= (wait or 0)


def test_what_was_too_slow_is_tried_again_only_where_there_is_as_much_time_left() -> None:
    """An attempt that took 40 of 60 seconds is not begun anew."""
    clock = Clock()

    async def slow(ask: Ask, heard: Heard | None) -> Reply:
        clock.now += 40
        raise failure(FailureKind.TIMEOUT)

    with pytest.raises(ModelFailure):
        asyncio.run(around(Doing(slow), clock, within=60).reply(ASK))
    assert clock.slept == []
    with pytest.raises(ModelFailure):
        asyncio.run(around(Doing(slow), clock, within=100).reply(ASK))
    assert len(clock.slept) == 1


def test_once_a_piece_was_heard_there_is_no_further_attempt() -> None:
    """The listener would hear it twice."""
    heard: list[str] = []

    async def breaks_off(ask: Ask, listener: Heard | None) -> Reply:
        assert listener is not None
        listener("half of")
        raise failure(FailureKind.BROKEN)

    clock = Clock()
    with pytest.raises(ModelFailure):
        asyncio.run(around(Doing(breaks_off), clock).reply(ASK, heard.append))
    assert (heard, clock.slept) == (["half of"], [])


def test_a_listener_that_heard_nothing_hears_the_next_attempt() -> None:
    """All of it, once."""
    heard: list[str] = []
    chat, clock = ScriptedChat(failure(FailureKind.BUSY), failure(FailureKind.BUSY), "there it is"), Clock()
    asyncio.run(around(chat, clock, retries=2).reply(ASK, heard.append))
    assert "".join(heard) == "there it is"
    assert all(after >= before for before, after in pairwise(clock.slept))
