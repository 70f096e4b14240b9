"""Consulting a model: one turn to put a misfit right, every ending named, and everything counted."""

import asyncio

import pytest

from rewriter.chat.port import Ending, FailureKind, Message, ModelFailure, Reply, Role
from rewriter.chat.scripted import ScriptedChat
from rewriter.consult import Tally, UnusableReply, consult
from rewriter.replies.shapes import ResponsibilityReply
from tests import said

GOOD = said.as_json(said.NOBODY_HARMED)
ASKED = (Message(Role.SYSTEM, "Judge."), Message(Role.USER, "<case>"))


def ask(chat: ScriptedChat, tally: Tally | None = None) -> ResponsibilityReply:
    return asyncio.run(consult(chat, ASKED, ResponsibilityReply, "responsibility", tally or Tally())).reply


def test_a_reply_that_fits_takes_one_call() -> None:
    """And all of it is counted: ours in characters, the provider's in tokens where it counts them."""
    tally = Tally()
    ask(ScriptedChat(Reply(GOOD, tokens_in=100, tokens_out=9)), tally)
    assert (tally.calls, tally.characters_sent, tally.characters_received) == (1, len("Judge.<case>"), len(GOOD))
    assert (tally.tokens_sent, tally.tokens_received) == (100, 9)


def test_a_misfit_is_told_exactly_and_asked_for_once_more() -> None:
    """The second ask holds the first reply and what was wrong with it."""
    chat = ScriptedChat('{"harms": [], "abuse": false}', GOOD)
    tally = Tally()
    assert ask(chat, tally).faults == ()
    assert tally.calls == 2
    again = chat.asked[1].messages
    assert again[:2] == ASKED
    assert again[2] == Message(Role.ASSISTANT, '{"harms": [], "abuse": false}')
    assert "faults: is missing" in again[3].text


def test_a_second_misfit_is_the_end() -> None:
    """Nobody is kept waiting for a model that cannot."""
    chat = ScriptedChat("no", "still no")
    with pytest.raises(UnusableReply, match="shape"):
        ask(chat)
    assert len(chat.asked) == 2


@pytest.mark.parametrize(
    ("reply", "said_why"),
    [
        (Reply(GOOD, Ending.TRUNCATED), "cut short"),
        (Reply("I cannot help.", Ending.REFUSED), "declined"),
        (Reply("", Ending.FILTERED), "content filter"),
        (Reply("  \n"), "empty"),
    ],
)
def test_each_way_of_ending_badly_has_its_own_words(reply: Reply, said_why: str) -> None:
    """A half answer is never read, even where what came happens to fit."""
    with pytest.raises(UnusableReply, match=said_why):
        ask(ScriptedChat(reply))


def test_a_call_that_fails_is_counted_too() -> None:
    """It may have been paid for."""
    tally = Tally()
    with pytest.raises(ModelFailure):
        ask(ScriptedChat(ModelFailure(FailureKind.BUSY, "busy")), tally)
    assert tally.calls == 1


def test_a_reply_may_repeat_what_the_user_gave_at_length() -> None:
    """Only instructions are kept back: a text that is good comes back word for word, however long."""
    words = " ".join(f"word{n}" for n in range(60))
    reply = said.as_json(said.harmed("Chipo", "Darren", said.fault("on_victim", words)))
    asked = (Message(Role.USER, f"Judge this: {words}"),)
    found = asyncio.run(consult(ScriptedChat(reply), asked, ResponsibilityReply, "responsibility", Tally()))
    assert found.reply.faults[0].words == words
