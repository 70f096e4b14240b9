"""One time limit for a whole answer."""

import asyncio

import pytest

from rewriter.chat.deadline import Deadline
from rewriter.chat.port import Ask, FailureKind, Heard, ModelFailure, Reply
from rewriter.chat.scripted import ScriptedChat
from tests.chat.asks import ASK, Doing, failure


def test_an_answer_in_time_is_given_as_it_is() -> None:
    """With its pieces."""
    heard: list[str] = []
    assert asyncio.run(Deadline(ScriptedChat("in time"), 60).reply(ASK, heard.append)) == Reply("in time")
    assert heard == ["in time"]


def test_the_name_is_that_of_the_model() -> None:
    """For provenance, however many stand around it."""
    assert Deadline(Deadline(ScriptedChat(), 1), 1).name == "scripted"


def test_an_answer_that_never_comes_is_a_timeout() -> None:
    """And what was under way is stopped."""
    stopped = []

    async def never(ask: Ask, heard: Heard | None) -> Reply:
        try:
            await asyncio.Event().wait()
        finally:
            stopped.append(ask)
        raise AssertionError

    with pytest.raises(ModelFailure) as raised:
        asyncio.run(Deadline(Doing(never), 0.01).reply(ASK))
    assert raised.value.kind is FailureKind.TIMEOUT
    assert stopped == [ASK]


def test_another_failure_comes_through() -> None:
    """The time limit says nothing about it."""
    with pytest.raises(ModelFailure) as raised:
        asyncio.run(Deadline(ScriptedChat(failure(FailureKind.QUOTA)), 60).reply(ASK))
    assert raised.value.kind is FailureKind.QUOTA


def test_a_timeout_of_something_else_is_not_taken_for_its_own() -> None:
    """A listener that times out is the listener's affair."""

    async def times_out(ask: Ask, heard: Heard | None) -> Reply:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        asyncio.run(Deadline(Doing(times_out), 60).reply(ASK))
