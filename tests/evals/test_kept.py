"""Replies of a model are kept by what was asked, so that an eval can be scored again without asking."""

import asyncio
import json
from pathlib import Path

import pytest

from evals.kept import KeptChat, Took, kept_names, key_of, stale
from rewriter.chat.port import Ask, Ending, FailureKind, Heard, Message, ModelFailure, Reply, Role
from rewriter.chat.scripted import ScriptedChat
from rewriter.prompts import version
from rewriter.replies.schema import schema_of
from rewriter.replies.shapes import ResponsibilityReply

LABEL = "answered by hand"


def ask(text: str) -> Ask:
    return Ask((Message(Role.USER, text),), schema_of(ResponsibilityReply, "responsibility"))


def reply(chat: KeptChat, text: str = "one") -> str:
    return asyncio.run(chat.reply(ask(text))).text


def test_what_was_asked_before_is_not_asked_again(tmp_path: Path) -> None:
    model = ScriptedChat("{}")
    assert reply(KeptChat("m", LABEL, model, tmp_path)) == "{}"
    assert reply(KeptChat("m", LABEL, None, tmp_path)) == "{}"
    assert len(model.asked) == 1


def test_what_was_never_asked_has_no_reply_without_a_model(tmp_path: Path) -> None:
    reply(KeptChat("m", LABEL, ScriptedChat("{}"), tmp_path))
    with pytest.raises(ModelFailure, match="no reply is kept"):
        reply(KeptChat("m", LABEL, None, tmp_path), "another")


def test_every_kept_line_says_how_its_answer_came_about(tmp_path: Path) -> None:
    reply(KeptChat("m", LABEL, ScriptedChat("{}"), tmp_path))
    (line,) = (tmp_path / f"m-{version()}.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["provenance"] == LABEL
    assert json.loads(line)["task"] == "responsibility"


def test_a_new_reply_is_kept_with_its_seconds(tmp_path: Path) -> None:
    ticks = iter([10.0, 12.5])
    chat = KeptChat("m", LABEL, ScriptedChat("{}"), tmp_path, clock=lambda: next(ticks))
    reply(chat)
    (line,) = (tmp_path / f"m-{version()}.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["seconds"] == 2.5
    assert chat.took() == {"responsibility": Took((2.5,), 0)}


def test_of_a_reply_that_was_not_timed_the_time_is_unknown_and_not_nought(tmp_path: Path) -> None:
    path = tmp_path / f"m-{version()}.jsonl"
    line = {"key": key_of(ask("one")), "task": "responsibility", "provenance": LABEL, "reply": "{}"}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    chat = KeptChat("m", LABEL, None, tmp_path)
    assert chat.took() == {}
    assert reply(chat) == "{}"
    assert chat.took() == {"responsibility": Took((), 1)}


def test_no_more_are_asked_at_once_than_is_set_so_that_no_wait_is_timed(tmp_path: Path) -> None:
    class Busy(ScriptedChat):
        now = most = 0

        async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
            """Answer after all others had a chance to ask."""
            self.now += 1
            self.most = max(self.most, self.now)
            for _ in range(20):
                await asyncio.sleep(0)
            self.now -= 1
            return await super().reply(ask, heard)

    model = Busy(*["{}"] * 9)
    chat = KeptChat("m", LABEL, model, tmp_path, at_once=3)

    async def many() -> None:
        await asyncio.gather(*(chat.reply(ask(str(number))) for number in range(9)))

    asyncio.run(many())
    assert model.most == 3


class Slow(ScriptedChat):
    """Answers by its script, after all others had a chance to ask."""

    async def reply(self, ask: Ask, heard: Heard | None = None) -> Reply:
        """Answer when the others have asked."""
        for _ in range(20):
            await asyncio.sleep(0)
        return await super().reply(ask, heard)


def together(chat: KeptChat, *texts: str) -> list[Reply | BaseException]:
    async def all_of_them() -> list[Reply | BaseException]:
        return await asyncio.gather(*(chat.reply(ask(text)) for text in texts), return_exceptions=True)

    return asyncio.run(all_of_them())


def test_the_same_ask_is_sent_once_and_whoever_else_asks_waits_for_its_reply(tmp_path: Path) -> None:
    model = Slow('"a"', '"b"')
    said = together(KeptChat("m", LABEL, model, tmp_path), "one", "two", "one", "one", "two")
    assert [ask.messages[0].text for ask in model.asked] == ["one", "two"]
    assert said == [Reply(text) for text in ('"a"', '"b"', '"a"', '"a"', '"b"')]
    lines = (tmp_path / f"m-{version()}.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["key"] for line in lines] == [key_of(ask("one")), key_of(ask("two"))]


def test_those_who_wait_share_a_failure_and_the_next_to_ask_is_sent_anew(tmp_path: Path) -> None:
    model = Slow(ModelFailure(FailureKind.UNREACHABLE, "away"), "{}")
    chat = KeptChat("m", LABEL, model, tmp_path)
    assert [str(failure) for failure in together(chat, "one", "one")] == ["away", "away"]
    assert together(chat, "one") == [Reply("{}")]


def test_one_who_waits_no_longer_takes_the_reply_from_nobody_else(tmp_path: Path) -> None:
    model = Slow("{}")
    chat = KeptChat("m", LABEL, model, tmp_path)

    async def first_goes() -> Reply:
        first, second = (asyncio.create_task(chat.reply(ask("one"))) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(first_goes()) == Reply("{}")
    assert len(model.asked) == 1


def test_an_answer_that_was_cut_off_is_not_kept(tmp_path: Path) -> None:
    reply(KeptChat("m", LABEL, ScriptedChat(Reply("{", Ending.TRUNCATED)), tmp_path))
    assert not list(tmp_path.iterdir())


def test_replies_to_other_prompts_are_named_as_stale_and_not_used(tmp_path: Path) -> None:
    (tmp_path / "m-000000000000.jsonl").write_text("{}\n", encoding="utf-8")
    reply(KeptChat("n", LABEL, ScriptedChat("{}"), tmp_path))
    assert stale(tmp_path) == ("000000000000",)
    assert kept_names(tmp_path) == ("n",)


def test_the_replies_of_the_project_are_of_invented_cases_and_say_where_they_come_from() -> None:
    for name in kept_names():
        for path in (Path(__file__).parents[2] / "evals/replies").rglob(f"{name}-{version()}.jsonl"):
            provenances = {json.loads(line)["provenance"] for line in path.read_text("utf-8").splitlines()}
            assert provenances == {"answered through a loopback desk"}
