"""The scripted model: what it was told to say, in order."""

import asyncio

import pytest

from rewriter.chat.port import Ask, Ending, FailureKind, Message, ModelFailure, Reply, Role, Schema
from rewriter.chat.scripted import ScriptedChat

ASK = Ask((Message(Role.SYSTEM, "Judge."), Message(Role.USER, "Mum to engage")), Schema("critique", {"type": "object"}))


def test_replies_come_in_the_order_of_the_script_and_asks_are_kept() -> None:
    """A test can say what the model answers and see what it was asked."""
    chat = ScriptedChat("one", Reply("two", Ending.TRUNCATED))
    assert asyncio.run(chat.reply(ASK)) == Reply("one")
    assert asyncio.run(chat.reply(ASK)).ending is Ending.TRUNCATED
    assert chat.asked == [ASK, ASK]


def test_a_listener_hears_the_whole_reply_in_pieces() -> None:
    """What is heard adds up to what is given."""
    heard: list[str] = []
    asyncio.run(ScriptedChat("a reply " * 20).reply(ASK, heard.append))
    assert "".join(heard) == "a reply " * 20
    assert len(heard) > 1


def test_a_failure_in_the_script_is_raised() -> None:
    """A model that is down can be scripted too."""
    with pytest.raises(ModelFailure) as raised:
        asyncio.run(ScriptedChat(ModelFailure(FailureKind.BUSY, "busy", 2.0)).reply(ASK))
    assert (raised.value.kind, raised.value.retry_after) == (FailureKind.BUSY, 2.0)


def test_a_script_that_is_too_short_is_a_mistake_and_no_failure_of_the_model() -> None:
    """So that a test does not pass by falling back to rules."""
    with pytest.raises(LookupError, match="has 0 replies"):
        asyncio.run(ScriptedChat().reply(ASK))


def test_the_size_of_an_ask_is_that_of_its_messages() -> None:
    """Sizes are counted by us where a provider counts nothing."""
    assert ASK.size == len("Judge.") + len("Mum to engage")
