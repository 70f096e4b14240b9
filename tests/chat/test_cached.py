"""A reply is given again only where that is switched on, for a while, from memory, and by no word of what was asked."""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from rewriter.chat.cached import Cached
from rewriter.chat.connect import guarded
from rewriter.chat.model_settings import ModelSettings, Provider
from rewriter.chat.port import Ask, Ending, FailureKind, Message, ModelFailure, Reply, Role, Schema
from rewriter.chat.scripted import ScriptedChat

ASK = Ask((Message(Role.USER, "Zebedee to ring the GP"),), Schema("rewrite", {"type": "object"}))
LONG = 3600.0


def asked(chat: Cached, *asks: Ask) -> list[str]:
    async def every() -> list[str]:
        return [(await chat.reply(ask)).text for ask in asks]

    return asyncio.run(every())


def test_the_same_ask_is_answered_from_memory() -> None:
    script = ScriptedChat("one", "two")
    assert asked(Cached(script, LONG), ASK, ASK) == ["one", "one"]
    assert len(script.asked) == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(ASK, messages=(Message(Role.USER, "Zebedee to ring the gp"),)),
        replace(ASK, messages=(Message(Role.SYSTEM, "Zebedee to ring the GP"),)),
        replace(ASK, schema=Schema("critique", {"type": "object"})),
        replace(ASK, schema=Schema("rewrite", {"type": "string"})),
    ],
)
def test_whatever_else_is_asked_is_asked(other: Ask) -> None:
    assert asked(Cached(ScriptedChat("one", "two"), LONG), ASK, other) == ["one", "two"]


def test_a_listener_hears_a_kept_reply_too() -> None:
    async def heard() -> list[str]:
        chat, pieces = Cached(ScriptedChat("one"), LONG), list[str]()
        await chat.reply(ASK)
        await chat.reply(ASK, pieces.append)
        return pieces

    assert "".join(asyncio.run(heard())) == "one"


def test_a_reply_is_gone_when_its_time_is_up_though_nobody_asks() -> None:
    async def later() -> tuple[str, str]:
        chat = Cached(ScriptedChat("one", "two"), 0.001)
        await chat.reply(ASK)
        while "1 replies" in repr(chat):  # noqa: ASYNC110 - the loop's own timer is what is waited for
            await asyncio.sleep(0.001)
        return repr(chat), (await chat.reply(ASK)).text

    shown, text = asyncio.run(later())
    assert "0 replies" in shown
    assert text == "two"


def test_a_reply_is_gone_when_its_time_is_up_though_its_event_loop_ended_before() -> None:
    now = [0.0]
    chat = Cached(ScriptedChat("one", "two"), 60.0, clock=lambda: now[0])
    assert asked(chat, ASK) == ["one"]
    now[0] = 59.0
    assert asked(chat, ASK) == ["one"]
    now[0] = 60.0
    assert asked(chat, ASK) == ["two"]


@pytest.mark.parametrize(
    "first", [ModelFailure(FailureKind.BUSY, "busy"), Reply("half", Ending.TRUNCATED), Reply("no", Ending.REFUSED)]
)
def test_a_failure_or_half_a_reply_is_not_kept(first: ModelFailure | Reply) -> None:
    async def twice() -> str:
        chat = Cached(ScriptedChat(first, "whole"), LONG)
        with contextlib.suppress(ModelFailure):
            await chat.reply(ASK)
        return (await chat.reply(ASK)).text

    assert asyncio.run(twice()) == "whole"


def test_no_more_are_kept_than_was_said() -> None:
    other = replace(ASK, schema=Schema("critique", {}))
    assert asked(Cached(ScriptedChat("one", "two", "three"), LONG, most=1), ASK, other, ASK) == ["one", "two", "three"]


def test_nothing_of_what_was_asked_is_kept_and_no_two_processes_hash_alike() -> None:
    first, second = Cached(ScriptedChat("x"), LONG), Cached(ScriptedChat("x"), LONG)
    asked(first, ASK)
    asked(second, ASK)
    assert "Zebedee" not in repr(vars(first))
    assert set(first._replies).isdisjoint(second._replies)


def test_it_is_off_unless_it_is_switched_on() -> None:
    off = ModelSettings(Provider.CUSTOM, "m", "http://127.0.0.1:9/v1", retries=0)
    for settings, texts in ((off, ["one", "two"]), (replace(off, cache_seconds=60.0), ["one", "one"])):
        chat = guarded(ScriptedChat("one", "two"), settings)

        async def twice(chat: object = chat) -> list[str]:
            return [(await chat.reply(ASK)).text for _ in range(2)]  # type: ignore[attr-defined]

        assert asyncio.run(twice()) == texts
